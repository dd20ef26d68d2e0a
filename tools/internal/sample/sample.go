// Package sample reads the sample project of the tests: a library of three lessons and an invented school that uses it. Tests of
// packages beside this one use it, as a change to a lesson of the real library then changes none of their expectations.
package sample

import (
	"os"
	"testing"

	"safeonline/tools/internal/clause"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/lesson"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/prose"
	"safeonline/tools/internal/site"
)

// Site returns the sample's site, after changes to its data. The test fails if there is a fault.
func Site(t testing.TB, changes ...func(*model.Data)) *site.Site {
	t.Helper()
	return SiteOf(t, "../../site/testdata/sample", folder.School, changes...)
}

// SiteOf returns the site of a project, given its folder, for the school in one of its folders, after changes to its data. The test
// fails if there is an error. Files that are published unchanged are not read.
func SiteOf(t testing.TB, project, school string, changes ...func(*model.Data)) *site.Site {
	t.Helper()
	fsys := os.DirFS(project)
	data, faults, err := clause.Read(fsys, school)
	if err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	data.Lessons, faults, err = lesson.ReadAll(fsys, data.StageIDs())
	if err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	data.Pages, faults, err = prose.ReadAll(fsys, school)
	if err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	for _, change := range changes {
		change(&data)
	}
	s, faults := site.New(data)
	if faults.Failed() {
		t.Fatal(faults)
	}
	return s
}

// ShareLesson returns a change that gives one clause the lesson of another one. It takes their ids.
func ShareLesson(from, to string) func(*model.Data) {
	return func(d *model.Data) {
		clauses := map[string]*model.Clause{}
		for i := range d.Documents {
			for c := range d.Documents[i].AllClauses() {
				clauses[c.ID.Value] = c
			}
		}
		clauses[to].Lesson.Name.Value = clauses[from].Lesson.Name.Value
	}
}

// Words returns the words of the interface, which all schools share.
func Words(t testing.TB) i18n.Words {
	t.Helper()
	return WordsOf(t, "../../..")
}

// WordsOf returns the words of the interface of a project, given its folder.
func WordsOf(t testing.TB, project string) i18n.Words {
	t.Helper()
	words, faults, err := i18n.Read(os.DirFS(project))
	if err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	return words
}
