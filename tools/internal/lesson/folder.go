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

// Folder is where the lessons of the library are, in a folder for each stage.
const Folder = "content/lessons"

// ReadAll reads every lesson below fsys, by stage and name; stages are the ids of the stages. schools are the folders of a school and of
// those that it inherits from, the nearest first: a lesson there takes the place of one with the same stage and name further on, or in the
// library. A Markdown file outside these folders is a fault. Files of other kinds are ignored: package folder reports them. A file that
// cannot be read becomes a lesson that is empty except for its name.
func ReadAll(fsys fs.FS, stages []string, schools ...string) ([]model.Lesson, diag.List, error) {
	var lessons []model.Lesson
	var faults diag.List
	taken := map[string]bool{}
	for _, root := range append(folder.Within(schools, folder.Lessons), Folder) {
		err := folder.Walk(fsys, root, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || path.Ext(name) != ".md" {
				return err
			}
			if path.Dir(path.Dir(name)) != root || !slices.Contains(stages, path.Base(path.Dir(name))) {
				faults.Add(misplaced(name, root, stages))
				return nil
			}
			id := strings.TrimPrefix(name, root)
			if taken[id] {
				return nil
			}
			taken[id] = true
			l, found, err := read(fsys, name)
			l.Own = root != Folder
			lessons, faults = append(lessons, l), append(faults, found...)
			return err
		})
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return lessons, faults, err
		}
	}
	return lessons, faults, nil
}

// read reads the lesson in a file.
func read(fsys fs.FS, name string) (model.Lesson, diag.List, error) {
	src, faults, err := diag.Read(fsys, name)
	l := empty(diag.NewSource(name, nil))
	l.Flawed = true
	if src != nil {
		faults.Guard(l.Pos, func() { l, faults = Read(src) })
	}
	return l, faults, err
}

// misplaced is the fault of a lesson that is in no folder of a stage.
func misplaced(name, root string, stages []string) diag.Fault {
	return diag.Fault{
		Pos: diag.WholeFile(name), Code: diag.MisplacedFile,
		Message: "this file is not in a folder of lessons",
		Hint:    "put lessons, as files that end in .md, in a folder of their stage: " + inFolders(root, stages),
	}
}

func inFolders(root string, stages []string) string {
	var folders []string
	for _, s := range stages {
		folders = append(folders, root+"/"+s)
	}
	return strings.Join(folders, ", ")
}
