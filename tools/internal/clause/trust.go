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
		named, found, err := inherits(fsys, from)
		if err != nil || found.Failed() || named.Value == "" {
			return line[1:], found, err
		}
		if slices.Contains(line, named.Value) {
			faults.Add(diag.Fault{
				Pos: named.Pos, Code: diag.TrustInCircle,
				Message: fmt.Sprintf("%s inherits from itself: %s", named.Value, strings.Join(append(line[slices.Index(line, named.Value):], named.Value), ", then ")),
				Hint:    "delete this line, or name another folder",
			})
			return line[1:], faults, nil
		}
		found, err = trust(fsys, from, named)
		if err != nil || found.Failed() {
			return line[1:], found, err
		}
		line = append(line, named.Value)
	}
}

// inherits returns the folder that a school's folder inherits from, if its school.yaml names one. The faults are those that leave open
// which folder it is: without its words, the school would seem to lack many. What else is in the file is read later.
func inherits(fsys fs.FS, below string) (named diag.Text, faults diag.List, err error) {
	src, faults, err := diag.Read(fsys, path.Join(below, "school.yaml"))
	if errors.Is(err, fs.ErrNotExist) {
		return named, nil, nil
	}
	var s model.School
	if src != nil {
		faults.Guard(diag.Pos{Source: src}, func() { faults = record.Decode(src, &s) })
	}
	if s.Inherits.Value != "" {
		return s.Inherits, nil, err
	}
	if s.Inherits.Pos.Line > 0 {
		faults.Add(diag.Fault{
			Pos: s.Inherits.Pos, Code: diag.EmptyValue,
			Message: "the value is missing",
			Hint:    "write the folder of the trust, or delete the line", Field: "inherits",
		})
	}
	mayInherit := len(trustsBeside(fsys, below)) > 0
	return named, slices.DeleteFunc(faults, func(f diag.Fault) bool {
		return f.Field != "inherits" && (f.Field != "" || !mayInherit)
	}), err
}

// trust checks that a name is that of a folder which may be a trust's. No part of it may be a link, which could lead out of the project.
func trust(fsys fs.FS, school string, named diag.Text) (faults diag.List, err error) {
	report := func(code diag.Code, message, hint string, args ...any) {
		faults.Add(diag.Fault{Pos: named.Pos, Code: code, Message: fmt.Sprintf(message, args...), Hint: hint})
	}
	hint := diag.DidYouMean(named.Value, beside(fsys, school, named.Value), "name a folder inside the project, as in schools/_trust")
	for _, from := range []string{school, path.Dir(school)} {
		if meant := path.Join(from, named.Value); slices.Contains(beside(fsys, school, meant), meant) {
			hint = "write its path from the project's folder: " + meant
		}
	}
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

// trustsBeside returns the folders beside a school's that have the name of a trust's.
func trustsBeside(fsys fs.FS, school string) []string {
	return slices.DeleteFunc(beside(fsys, school, school), func(at string) bool { return !folder.IsTrust(at) })
}

// NoTrust returns the fault of a school that names no trust, and lacks what it would have of one beside it, and of the school's other faults
// those that it would have all the same. It returns none if the school lacks nothing of that kind.
func NoTrust(fsys fs.FS, d model.Data, faults diag.List) (diag.List, error) {
	lacks := lacking(d, faults)
	if len(lacks) == 0 || len(d.Trusts) > 0 || folder.IsTrust(d.Folder) || d.School.Pos.Source == nil {
		return nil, nil
	}
	var trust string
	var has []lack // of what the school lacks
	var left diag.List
	for _, beside := range trustsBeside(fsys, d.Folder) {
		with, found, err := underTrust(fsys, d.Folder, beside)
		if err != nil {
			return nil, err
		}
		still := lacking(with, found)
		supplied := slices.DeleteFunc(slices.Clone(lacks), func(l lack) bool { return slices.Contains(still, l) })
		if with.Folder != "" && len(supplied) > len(has) {
			trust, has, left = beside, supplied, inBoth(faults, found)
		}
	}
	if len(has) == 0 {
		return nil, nil
	}
	return append(left, diag.Fault{
		Pos: d.School.Pos, Code: diag.NoTrust,
		Message: fmt.Sprintf("the school names no trust, and lacks what %s has: %s", trust, inWords(has)),
		Hint:    "if it is a school of that trust, add a line inherits: " + trust + "; if it is not, write what it lacks",
	}), nil
}

// inBoth returns the faults that another list has too.
func inBoth(faults, others diag.List) (both diag.List) {
	for _, f := range faults {
		if slices.ContainsFunc(others, func(o diag.Fault) bool {
			return o.Code == f.Code && o.Message == f.Message && o.Pos.String() == f.Pos.String()
		}) {
			both = append(both, f)
		}
	}
	return both
}

// underTrust reads a school as if it named a trust. Where that cannot be read, the data has no folder.
func underTrust(fsys fs.FS, school, trust string) (d model.Data, faults diag.List, err error) {
	above, faults, err := Trusts(fsys, trust)
	if err != nil || faults.Failed() {
		return d, faults, err
	}
	trusts := append([]string{trust}, above...)
	strays, err := folder.Check(fsys, trusts, trusts...)
	if unsafe := folder.Unsafe(strays); err != nil || unsafe.Failed() {
		return d, unsafe, err
	}
	return Read(fsys, school, trusts...)
}

// lack is a field that a school's file lacks and that every school has, or, without a field, such a file.
type lack struct{ file, field string }

// lacking returns what a school's folder lacks.
func lacking(d model.Data, faults diag.List) (list []lack) {
	if len(d.Documents) == 0 {
		list = append(list, lack{file: "the policy"})
	}
	for _, f := range faults {
		if f.Pos.Source == nil || f.Code != diag.MissingField {
			continue
		}
		if file, own := strings.CutPrefix(f.Pos.Source.Name, d.Folder+"/"); own {
			list = append(list, lack{file, f.Field})
		}
	}
	return list
}

// inWords returns what is lacking, such as "the policy; site in school.yaml; id, kind in policy/staff.yaml".
func inWords(lacks []lack) string {
	var said strings.Builder
	for i, l := range lacks {
		goesOn := i+1 < len(lacks) && lacks[i+1].file == l.file
		switch {
		case l.field == "":
			said.WriteString(l.file)
		case goesOn:
			said.WriteString(l.field + ", ")
		default:
			said.WriteString(l.field + " in " + l.file)
		}
		if !goesOn && i+1 < len(lacks) {
			said.WriteString("; ")
		}
	}
	return said.String()
}
