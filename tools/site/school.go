package main

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/site"
)

// schoolFlag defines the flag that names the folder of another school.
func (e *env) schoolFlag(f *flag.FlagSet) {
	f.Func("school", "the `folder` of a school inside the project, in place of "+folder.School, func(value string) error {
		school, err := e.schoolFolder(value)
		if err == nil {
			e.school = school
		}
		return err
	})
}

// named returns what a command needs to be told of a school, with a space before it: nothing for this project's own.
func named(school string) string {
	if school == folder.School {
		return ""
	}
	return " --school " + school
}

// schoolFolder returns the path of a school's folder below the project, with slashes. It must be inside the project, since
// a build reads nothing else, and outside the folders that have another purpose.
func (e *env) schoolFolder(value string) (string, error) {
	at := value
	if !filepath.IsAbs(at) {
		at = filepath.Join(e.dir, at)
	}
	rel, err := filepath.Rel(e.root, at)
	school := filepath.ToSlash(rel)
	top, _, _ := strings.Cut(school, "/")
	switch {
	case value == "":
		return "", fmt.Errorf("the name of the folder is empty")
	case err != nil || !fs.ValidPath(school) || school == ".":
		return "", fmt.Errorf("the folder must be inside the project, as in schools/elm-lane")
	case slices.Contains(watched, top) && school != folder.School, top == "generated", top == "public", top == sitesFolder, top == workFolder:
		return "", fmt.Errorf("%s/ is for something else: put the folder of the school elsewhere in the project, as in schools/elm-lane", top)
	}
	if info, err := os.Stat(filepath.Join(e.root, rel)); err != nil || !info.IsDir() {
		return "", fmt.Errorf("there is no folder %s in the project", school)
	}
	return school, nil
}

// sound reads the site for a verb that works on what is right: of content with errors it reports all faults, and of other content none.
func (e *env) sound() (*site.Site, error) {
	s, faults, err := load(os.DirFS(e.root), e.school)
	if err != nil {
		return nil, err
	}
	if faults.Failed() {
		return nil, e.report(faults)
	}
	return s, nil
}

// address returns the address that a school's site is built for: that of the argument, or else the school's own domain.
func address(s *site.Site, given string) (string, error) {
	if given != "" || s.School.Domain.Value == "" {
		return given, nil
	}
	return baseURL(s.School.Domain.Value)
}

// folders returns the folders that a build reads: those that people edit, and the school's if it is not one of them.
func folders(school string) []string {
	if school == folder.School {
		return watched
	}
	return append(slices.Clone(watched), school)
}
