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
	"safeonline/tools/internal/record"
)

// Trusts returns the folders that a school's folder inherits from, the nearest first: that of its trust, that of the trust's own, and so on.
func Trusts(fsys fs.FS, school string) (trusts []string, faults diag.List, err error) {
	line := []string{school}
	for {
		from := line[len(line)-1]
		named, err := inherits(fsys, from)
		if err != nil || named.Value == "" {
			return line[1:], faults, err
		}
		if slices.Contains(line, named.Value) {
			faults.Add(diag.Fault{
				Pos: named.Pos, Code: diag.TrustInCircle,
				Message: fmt.Sprintf("%s inherits from itself: %s", named.Value, strings.Join(append(line[slices.Index(line, named.Value):], named.Value), ", then ")),
				Hint:    "delete this line, or name another folder",
			})
			return line[1:], faults, nil
		}
		found, err := trust(fsys, from, named)
		if err != nil || found.Failed() {
			return line[1:], found, err
		}
		line = append(line, named.Value)
	}
}

// inherits returns the folder that a school's folder inherits from, if its school.yaml names one. What else is in that is read later.
func inherits(fsys fs.FS, below string) (diag.Text, error) {
	src, _, err := diag.Read(fsys, path.Join(below, "school.yaml"))
	if errors.Is(err, fs.ErrNotExist) {
		return diag.Text{}, nil
	}
	var s model.School
	if src != nil {
		new(diag.List).Guard(diag.Pos{Source: src}, func() { record.Decode(src, &s) })
	}
	return s.Inherits, err
}

// trust checks that a name is that of a folder which may be a trust's. No part of it may be a link, which could lead out of the project.
func trust(fsys fs.FS, school string, named diag.Text) (faults diag.List, err error) {
	report := func(code diag.Code, message, hint string, args ...any) {
		faults.Add(diag.Fault{Pos: named.Pos, Code: code, Message: fmt.Sprintf(message, args...), Hint: hint})
	}
	hint := diag.DidYouMean(named.Value, beside(fsys, school, named.Value), "name a folder inside the project, as in schools/_trust")
	if !folder.MayBeSchool(named.Value) {
		report(diag.UnknownTrust, "%q cannot be the folder of a trust", hint, named.Value)
		return faults, nil
	}
	if at := folder.Link(fsys, named.Value); at != "" {
		report(diag.SymbolicLink, "%s is a link", "name the folder that it leads to, which must be inside the project", at)
		return faults, nil
	}
	steps := strings.Split(named.Value, "/")
	for i := range steps {
		at := path.Join(steps[:i+1]...)
		info, err := fs.Lstat(fsys, at)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			report(diag.UnknownTrust, "there is no folder %s in the project", hint, named.Value)
			return faults, nil
		case err != nil:
			return nil, err
		case !info.IsDir():
			report(diag.UnknownTrust, "%s is a file", hint, at)
			return faults, nil
		}
	}
	return nil, nil
}

// beside returns the folders that a name may have been meant for: those beside the school's, and beside the one that is named.
func beside(fsys fs.FS, school, named string) (list []string) {
	for _, around := range []string{path.Dir(school), path.Dir(named)} {
		entries, _ := fs.ReadDir(fsys, around) // for a hint only
		for _, entry := range entries {
			if at := path.Join(around, entry.Name()); entry.IsDir() && at != school && folder.MayBeSchool(at) {
				list = append(list, at)
			}
		}
	}
	return list
}
