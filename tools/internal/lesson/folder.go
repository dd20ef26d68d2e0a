package lesson

import (
	"errors"
	"io/fs"
	"path"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/model"
)

// Folder is where lessons stand, in a folder for each stage.
const Folder = "content/lessons"

// ReadAll reads every lesson below fsys, by stage and name. A page where no lesson is looked for is a fault; files of other
// kinds are passed over here, and reported by package folder. A file that cannot be read gives a lesson that is empty but
// for its name.
func ReadAll(fsys fs.FS) ([]model.Lesson, diag.List, error) {
	var lessons []model.Lesson
	var faults diag.List
	err := folder.Walk(fsys, Folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".md" {
			return err
		}
		stage := model.Stage(path.Base(path.Dir(name)))
		if path.Dir(path.Dir(name)) != Folder || (stage != model.KS1 && stage != model.KS2) {
			faults.Add(diag.Fault{
				Pos: diag.WholeFile(name), Code: diag.MisplacedFile,
				Message: "this file is not where a lesson stands",
				Hint:    "lessons are files that end in .md in " + Folder + "/ks1 and " + Folder + "/ks2",
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
