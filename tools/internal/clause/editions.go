package clause

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/model"
)

// editions is the folder of a school with the texts of its earlier editions: of each in a folder that is named after the day or the year
// on which it was adopted.
const editions = "editions"

// texts are the documents of earlier editions, by the names of their folders.
type texts map[string][]model.Document

// read adds the documents of each folder below a school's folder, and returns their files.
func (t texts) read(fsys fs.FS, school string) (list []file, err error) {
	below := path.Join(school, editions)
	entries, err := fs.ReadDir(fsys, below)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	for _, entry := range entries {
		if !entry.IsDir() || folder.Ignored(entry.Name(), true) {
			continue // a file here is reported
		}
		files, documents, failed := documents(fsys, path.Join(below, entry.Name()))
		list, err = append(list, files...), errors.Join(err, failed)
		if len(documents) > 0 {
			t[entry.Name()] = documents
		}
	}
	return list, err
}

// give gives each edition its text, and reports a text of no edition, or of the one that is in force: that is in the folder policy.
func (t texts) give(d *model.Data, faults *diag.List) {
	list, days := d.History.Editions, []string{}
	for i := range list {
		day := list[i].Adopted.Value
		days = append(days, day)
		if documents, kept := t[day]; kept && i < len(list)-1 {
			tidy(documents, faults)
			list[i].Documents = documents
		}
	}
	for _, day := range slices.Sorted(maps.Keys(t)) {
		at := diag.WholeFile(path.Join(d.Folder, editions, day))
		switch place := slices.Index(days, day); {
		case place < 0:
			faults.Add(diag.Fault{
				Pos: at, Code: diag.UnreadFile,
				Message: fmt.Sprintf("%s/history.yaml has no edition of %s", d.Folder, day),
				Hint:    "add the edition there, or give the folder the name that stands after adopted: of its edition",
			})
		case place == len(days)-1:
			faults.Add(diag.Fault{
				Pos: at, Code: diag.UnreadFile,
				Message: fmt.Sprintf("the edition of %s is in force, and its text is in %s/policy", day, d.Folder),
				Hint:    "add the new edition below it in " + d.Folder + "/history.yaml, or delete this folder",
			})
		}
	}
}
