package clause

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

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
		hint, name, near := "restore it from the project's history", f.name, ""
		if f.begin != "" {
			hint = f.begin + "; if it was there, " + hint
		}
		for _, as := range append([]string{f.name}, f.beneath...) {
			if near = misnamed(as, strays); near != "" {
				name, hint = as, "rename "+near+" to "+as
				strays = slices.DeleteFunc(strays, func(s string) bool { return s == near })
				break
			}
		}
		if near == "" && f.optional {
			continue
		}
		faults.Add(diag.Fault{
			Pos: diag.WholeFile(name), Code: diag.MissingFile,
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

// misnamed returns the file that is most likely meant to have a name, or "". It is in the same folder: what a trust has misnamed is not to
// be moved into a school.
func misnamed(name string, strays []string) string {
	folder := path.Dir(name) + "/"
	bare := func(name string) string { return strings.TrimSuffix(strings.TrimPrefix(name, folder), ".yaml") } // what all have in common says nothing
	var beside []string
	for _, s := range strays {
		if strings.HasPrefix(s, folder) {
			beside = append(beside, bare(s))
		}
	}
	if near := diag.Suggest(bare(name), beside); near != "" {
		return folder + near + ".yaml"
	}
	return ""
}
