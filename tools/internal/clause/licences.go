package clause

import (
	"errors"
	"io/fs"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// published are the folders whose files go out as they are, and may be other people's.
var published = []string{"static", "assets/pictures"}

// prints is a folder of PDF files that are prints of pages: they have the terms of what they show, and may be absent.
const prints = "static/downloads"

// licences reports terms of what is not there, and published files without terms.
func licences(fsys fs.FS, all []model.Licence, faults *diag.List) error {
	var covered []string
	for _, l := range all {
		paths := l.Covers
		if l.Text.Value != "" {
			paths = append(paths[:len(paths):len(paths)], l.Text)
		}
		for _, p := range paths {
			if p.Value == "" {
				continue // which is a fault of the reader's already
			}
			if !fs.ValidPath(p.Value) {
				faults.Errorf(p.Pos, "licence-path", "write it as the others are, with slashes", "%q is no path below the project's folder", p.Value)
			} else if _, err := fs.Stat(fsys, p.Value); errors.Is(err, fs.ErrNotExist) {
				faults.Errorf(p.Pos, "licence-path", "take it out, or bring the file back", "there is no %q", p.Value)
			} else if err != nil {
				return err
			}
		}
		for _, p := range l.Covers {
			covered = append(covered, p.Value+"/")
		}
	}
	if len(all) == 0 {
		return nil // the list could not be read, and that is said already
	}
	for _, folder := range published {
		err := fs.WalkDir(fsys, folder, func(name string, entry fs.DirEntry, err error) error {
			if name == prints && err == nil {
				return fs.SkipDir
			}
			// A link is reported as one.
			if err != nil || !entry.Type().IsRegular() || strings.HasPrefix(entry.Name(), ".") {
				return err
			}
			for _, c := range covered {
				if strings.HasPrefix(name, c) {
					return nil
				}
			}
			faults.Errorf(diag.Pos{Source: diag.NewSource(name, nil)}, "no-licence", "say in data/licences.yaml whose it is, and under which terms",
				"the file would be published without its terms")
			return nil
		})
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
