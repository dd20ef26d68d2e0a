package lesson

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/model"
)

// Folder is where the lessons are, in a folder for each stage.
const Folder = "content/lessons"

// ReadAll reads every lesson below fsys, by stage and name; stages are the ids of the stages. A Markdown file outside
// these folders is a fault. Files of other kinds are ignored: package folder reports them. A file that cannot be read becomes
// a lesson that is empty except for its name.
func ReadAll(fsys fs.FS, stages []string) ([]model.Lesson, diag.List, error) {
	var lessons []model.Lesson
	var faults diag.List
	err := folder.Walk(fsys, Folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".md" {
			return err
		}
		if path.Dir(path.Dir(name)) != Folder || !slices.Contains(stages, path.Base(path.Dir(name))) {
			faults.Add(diag.Fault{
				Pos: diag.WholeFile(name), Code: diag.MisplacedFile,
				Message: "this file is not in a folder of lessons",
				Hint:    "put lessons, as files that end in .md, in a folder of their stage: " + inFolders(stages),
			})
			return nil
		}
		src, found, err := diag.Read(fsys, name)
		if err != nil {
			return err
		}
		l := empty(diag.NewSource(name, nil))
		l.Flawed = true
		if src != nil {
			found.Guard(l.Pos, func() { l, found = Read(src) })
		}
		lessons = append(lessons, l)
		faults = append(faults, found...)
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return lessons, faults, err
}

func inFolders(stages []string) string {
	var folders []string
	for _, s := range stages {
		folders = append(folders, Folder+"/"+s)
	}
	return strings.Join(folders, ", ")
}
