package main

import (
	"cmp"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"safeonline/tools/internal/clause"
	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/site"
)

// schoolFlag defines the flag that names the folder of another school.
func (e *env) schoolFlag(f *flag.FlagSet) {
	f.Func("school", "the `folder` of a school inside the project, in place of "+folder.School, func(value string) error {
		school, err := e.schoolFolder(value)
		if err == nil {
			e.school, e.chosen = school, true
		}
		return err
	})
}

// named returns what a command needs to be told of a school, with a space before it: nothing for this project's own.
func named(school string) string {
	if school == folder.School {
		return ""
	}
	return " --school " + diag.Argument(school)
}

// full returns the whole path of a file or folder that was named where the command was run.
func (e *env) full(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(e.dir, name)
}

// schoolFolder returns the path of a school's folder below the project, with slashes. It must be inside the project, since
// a build reads nothing else, and outside the folders that have another purpose.
func (e *env) schoolFolder(value string) (string, error) {
	rel, err := filepath.Rel(e.root, e.full(value))
	school := filepath.ToSlash(rel)
	top, _, _ := strings.Cut(school, "/")
	switch {
	case value == "":
		return "", fmt.Errorf("the name of the folder is empty")
	case err != nil || !fs.ValidPath(school) || school == ".":
		return "", fmt.Errorf("the folder must be inside the project, as in schools/elm-lane")
	case !folder.MayBeSchool(school):
		return "", fmt.Errorf("%s/ is for something else: put the folder of the school elsewhere in the project, as in schools/elm-lane", top)
	}
	if at := folder.Link(os.DirFS(e.root), school); at != "" {
		return "", fmt.Errorf("%s is a link: name the folder that it leads to, which must be inside the project", at)
	}
	if many, err := folder.HoldsSchools(os.DirFS(e.root), school); err == nil && many {
		return "", fmt.Errorf("%s has the folders of schools in it: name one of them, or a new one, as in %s/elm-lane", school, school)
	}
	if info, err := os.Stat(filepath.Join(e.root, rel)); (err != nil || !info.IsDir()) && !e.mayMake {
		return "", fmt.Errorf("there is no folder %s in the project", school)
	}
	return school, nil
}

// survey returns the folders that a school's folder inherits from, and what is wrong with the files in all folders that a build reads, before
// any is opened but school.yaml. What is unsafe makes it wrong to open them.
func survey(fsys fs.FS, school string) (trusts []string, strays, unsafe diag.List, err error) {
	return surveyOf(fsys, school, slices.Concat(folder.Root, folders(school))...)
}

// surveyOf is survey of some folders and files, and of the folders that the school inherits from.
func surveyOf(fsys fs.FS, school string, names ...string) (trusts []string, strays, unsafe diag.List, err error) {
	strays, err = folder.Check(fsys, []string{school}, names...)
	if unsafe = folder.Unsafe(strays); err != nil || unsafe.Failed() {
		return nil, nil, unsafe, err
	}
	trusts, unsafe, err = clause.Trusts(fsys, school)
	if err != nil || unsafe.Failed() {
		return nil, nil, unsafe, err
	}
	found, err := folder.Check(fsys, trusts, trusts...)
	return trusts, append(strays, found...), folder.Unsafe(found), err
}

// sound reads the site for a verb that works on what is right: of content with errors it reports all faults, and of other content none.
func (e *env) sound() (*site.Site, error) {
	s, _, err := e.soundOrNot()
	return s, err
}

// answered is like sound, and refuses while a question of the import is open: a blank of a template would be printed.
func (e *env) answered() (*site.Site, error) {
	s, faults, err := e.soundOrNot()
	open := slices.DeleteFunc(faults, func(f diag.Fault) bool { return f.Code != diag.OpenQuestion })
	if err == nil && len(open) > 0 {
		err = cmp.Or(e.report(open), errFaults)
	}
	return s, err
}

// soundOrNot reads the site, and reports all faults if one is an error. Otherwise it returns them.
func (e *env) soundOrNot() (*site.Site, diag.List, error) {
	s, faults, err := load(os.DirFS(e.root), e.school)
	if err == nil && faults.Failed() {
		err = e.report(faults)
	}
	return s, faults, err
}

// address returns the address that a school's site is built for: that of the argument, or else the school's own domain.
func address(s *site.Site, given string) (string, error) {
	if given != "" || s.School.Domain.Value == "" {
		return given, nil
	}
	return baseURL(s.School.Domain.Value)
}

// folders returns the folders that a build reads now. What is wrong with the school's trust is reported by the build.
func (e *env) folders() []string {
	trusts, _, _ := clause.Trusts(os.DirFS(e.root), e.school)
	return folders(append([]string{e.school}, trusts...)...)
}

// folders returns the folders that a build reads: those that people edit, and those of the school and of its trusts if they are not
// among them.
func folders(schools ...string) []string {
	list := slices.Clone(watched)
	for _, school := range schools {
		if school != folder.School {
			list = append(list, school)
		}
	}
	return list
}
