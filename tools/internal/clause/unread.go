package clause

import (
	"errors"
	"io/fs"
	"path"
	"slices"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/folder"
)

// unread reports lists that are missing, and files in their folders that nothing reads: a name may be misspelt, or
// somebody may believe that the file's content is on the site. A list under a misspelt name is one fault.
func unread(fsys fs.FS, roots, read []string, missing []file, faults *diag.List) error {
	var strays []string
	var failed error
	for _, root := range roots {
		err := folder.Walk(fsys, root, func(name string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() && path.Ext(name) == ".yaml" && !slices.Contains(read, name) {
				strays = append(strays, name)
			}
			return err
		})
		if !errors.Is(err, fs.ErrNotExist) {
			failed = errors.Join(failed, err)
		}
	}
	for _, f := range missing {
		hint := "restore it from the project's history"
		if near := diag.Suggest(f.name, strays); near != "" {
			hint = "rename " + near + " to " + f.name
			strays = slices.DeleteFunc(strays, func(s string) bool { return s == near })
		} else if f.optional {
			continue
		}
		faults.Add(diag.Fault{
			Pos: diag.WholeFile(f.name), Code: diag.MissingFile,
			Message: "the file is missing",
			Hint:    hint,
		})
	}
	for _, name := range strays {
		faults.Add(diag.Fault{
			Pos: diag.WholeFile(name), Code: diag.UnreadFile,
			Message: "the site does not use this file",
			Hint:    "move its lines to the right list, and delete the file",
		})
	}
	return failed
}
