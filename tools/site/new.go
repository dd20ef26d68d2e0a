package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/draft"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/out"
	"safeonline/tools/internal/regular"
)

const newHelp = `usage: go run ./tools/site new [flags] FOLDER

Begins the folder of a school that has no policy yet, such as schools/elm-lane, with a starter policy and an agreement for each of its
readers: go run ./tools/site new schools/elm-lane --name "Elm Lane Primary School"
The folder of a trust has a name that begins with _, such as schools/_trust, and no --name: each school's own name stands in its words.
Their words are copied into the folder source of the school's. Change them there until the school adopts them, and import them again.

`

// starter is the folder with the words of the starter policy.
const starter = "data/library/starter"

func newSchool(e *env, args []string) error {
	name := ""
	e.mayMake = true
	rest, err := e.parse("new", newHelp, args, func(f *flag.FlagSet) {
		f.StringVar(&name, "name", "", "the `name` of the school, as in \"Elm Lane Primary School\"")
	})
	switch {
	case err != nil:
		return err
	case len(rest) != 1:
		return usageError{fmt.Errorf("name one folder for the school, as in schools/elm-lane")}
	case folder.IsTrust(filepath.ToSlash(rest[0])) && name != "":
		return wrongValue{fmt.Errorf("the folder of a trust has no name of a school"), "leave out --name: in the words of a trust stands the name of each of its schools"}
	case strings.TrimSpace(name) == "" && !folder.IsTrust(filepath.ToSlash(rest[0])):
		return wrongValue{fmt.Errorf("the school has no name"), "give it: --name \"Elm Lane Primary School\""}
	}
	if e.school, err = e.schoolFolder(rest[0]); err != nil {
		return usageError{err}
	}
	if _, err := os.Lstat(filepath.Join(e.root, filepath.FromSlash(e.school), "policy")); err == nil {
		return wrongValue{fmt.Errorf("%s has a policy already", e.school), "choose another folder, or import a file into this one: go run ./tools/site import" + named(e.school)}
	}
	i := &importing{env: e, fresh: true, files: []string{starter}, starter: true, called: strings.TrimSpace(name)}
	if err := i.run(); err != nil {
		return err
	}
	i.tell()
	return nil
}

// ownName stands in the words of a trust where each school has its own name.
const ownName = "{{< school name >}}"

// callSchool answers what is asked about the name of the school. Words of the starter policy come from the school's own folder.
func (i *importing) callSchool() {
	for _, q := range i.open() {
		about := strings.ToLower(q.About)
		if q.Ask == model.WhichName || q.Ask == model.WhichBlank && strings.Contains(about, "name of") && strings.Contains(about, "school") {
			i.record.Answers = append(i.record.Answers, answeredAs(draft.Answer{Ask: q.Ask, About: q.About, Answer: i.called}))
		}
	}
	if !i.starter {
		return
	}
	own := i.env.school + "/source"
	i.files = []string{own}
	for n := range i.sources {
		i.sources[n].Name = path.Join(own, path.Base(i.sources[n].Name))
	}
}

// copyStarter adds the words of the starter policy to what is written.
func (i *importing) copyStarter() (err error) {
	if !i.starter {
		return nil
	}
	for _, s := range i.sources {
		name := path.Base(s.Name)
		body, failed := regular.ReadFile(os.DirFS(i.env.root), path.Join(starter, name), diag.Limit)
		err = errors.Join(err, failed)
		i.written = append(i.written, out.File{Path: "source/" + name, Body: body})
	}
	return err
}
