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
type texts map[string]*text

// text is the documents of an edition, and whether the school itself has kept some of them.
type text struct {
	documents []model.Document
	own       bool
}

// read adds the documents of each folder of an edition, and returns their files.
func (t texts) read(fsys fs.FS, d *model.Data) (list []file, err error) {
	for _, root := range append([]string{d.Folder}, d.Trusts...) {
		entries, failed := fs.ReadDir(fsys, path.Join(root, editions))
		if !errors.Is(failed, fs.ErrNotExist) {
			err = errors.Join(err, failed)
		}
		for _, entry := range entries {
			if day := entry.Name(); entry.IsDir() && !folder.Ignored(day, true) && t[day] == nil { // a file here is reported
				t[day] = &text{own: root == d.Folder}
			}
		}
	}
	for _, day := range slices.Sorted(maps.Keys(t)) {
		files, documents, failed := documents(fsys, d, path.Join(editions, day))
		list, err = append(list, files...), errors.Join(err, failed)
		if t[day].documents = documents; len(documents) == 0 {
			delete(t, day)
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
		if text := t[day]; text != nil && i < len(list)-1 {
			list[i].Documents = tidy(text.documents, faults)
		}
	}
	for _, day := range slices.Sorted(maps.Keys(t)) {
		at := diag.WholeFile(path.Join(d.Folder, editions, day))
		switch place := slices.Index(days, day); {
		case !t[day].own: // the trust's editions need not be the school's
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
