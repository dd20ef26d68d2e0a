package clause

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/model"
)

// published are the folders whose files are published unchanged, and may be other people's. What is in the school's folder
// is the school's.
var published = []string{"static", "assets/kit", "assets/pictures"}

// licences reports licences of files that do not exist, and published files without a licence.
func licences(fsys fs.FS, all []model.Licence, faults *diag.List) error {
	var covered []string
	for _, l := range all {
		for _, p := range l.Covers {
			if _, err := isThere(fsys, p, faults); err != nil {
				return err
			}
			covered = append(covered, p.Value+"/")
		}
		if l.Text.Value == "" {
			continue
		}
		if found, err := isThere(fsys, l.Text, faults); err != nil {
			return err
		} else if found && !licenceText(l) {
			faults.Add(diag.Fault{
				Pos: l.Text.Pos, Code: diag.LicenceText,
				Message: fmt.Sprintf("%q is not a licence file, and its text would be published as one", l.Text.Value),
				Hint:    "write LICENSE, or a LICENSE or OFL.txt in a folder that the licence covers",
			})
		}
	}
	if len(all) == 0 {
		return nil // the list could not be read, which is reported
	}
	return unlicensed(fsys, covered, faults)
}

// unlicensed reports published files that are not in one of the folders, or one of the files, that a licence covers.
func unlicensed(fsys fs.FS, covered []string, faults *diag.List) error {
	for _, root := range published {
		err := folder.Walk(fsys, root, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !folder.Fits(name) { // package folder reports a file that is not allowed here
				return err
			}
			for _, c := range covered {
				if strings.HasPrefix(name, c) {
					return nil
				}
			}
			faults.Add(diag.Fault{
				Pos: diag.WholeFile(name), Code: diag.NoLicence,
				Message: "the file would be published without a licence",
				Hint:    "add it to data/library/licences.yaml: whose it is, and under which licence",
			})
			return nil
		})
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// isThere reports whether a path leads to something in the project, and adds a fault if it does not.
func isThere(fsys fs.FS, p diag.Text, faults *diag.List) (bool, error) {
	if p.Value == "" {
		return false, nil // package record has reported it
	}
	if !fs.ValidPath(p.Value) {
		faults.Add(diag.Fault{
			Pos: p.Pos, Code: diag.LicencePath,
			Message: fmt.Sprintf("%q is not a path inside the project's folder", p.Value),
			Hint:    "write it like the other paths, with slashes",
		})
		return false, nil
	}
	_, err := fs.Lstat(fsys, p.Value)
	if errors.Is(err, fs.ErrNotExist) {
		faults.Add(diag.Fault{
			Pos: p.Pos, Code: diag.LicencePath,
			Message: fmt.Sprintf("there is no %q", p.Value),
			Hint:    "delete the line, or restore the file",
		})
		return false, nil
	}
	return err == nil, err
}

// licenceText reports whether a file is the text of a licence: the project's own, or one that came with the files that
// it covers. Any other file would be published as a licence, whatever it contains.
func licenceText(l model.Licence) bool {
	name := l.Text.Value
	if name == "LICENSE" {
		return true
	}
	beside := func(p diag.Text) bool { return path.Dir(name) == p.Value || strings.HasPrefix(name, p.Value+"/") }
	below := func(root string) bool { return strings.HasPrefix(name, root+"/") }
	return slices.Contains([]string{"LICENSE", "OFL.txt"}, path.Base(name)) && folder.Fits(name) &&
		slices.ContainsFunc(published, below) && slices.ContainsFunc(l.Covers, beside)
}
