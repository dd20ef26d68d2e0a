package draft_test

import (
	"io/fs"
	"os"
	"slices"
	"testing"

	"safeonline/tools/internal/docx"
	"safeonline/tools/internal/draft"
	"safeonline/tools/internal/source"
)

const starter = "data/library/starter"

// The starter policy asks for nothing but the school's name and whom to tell, and its rules for pupils have all lessons of their stages.
func TestTheStarterPolicyAsksForTwoNames(t *testing.T) {
	fsys := os.DirFS("../../..")
	entries, err := fs.ReadDir(fsys, starter)
	if err != nil {
		t.Fatal(err)
	}
	g := given{answers: []draft.Answer{
		{Ask: draft.WhichBlank, About: "[Name of school]", Answer: "Pebble Lane Primary School"},
		{Ask: draft.WhichBlank, About: "[Name of the designated safeguarding lead]", Answer: "Mrs Finch"},
	}}
	for _, e := range entries {
		file, err := source.Read(fsys, starter+"/"+e.Name(), docx.Accept)
		if err != nil {
			t.Fatal(err)
		}
		g.sources = append(g.sources, draft.Source{Name: e.Name(), File: file})
	}
	d, err := draft.Make(g.sources, library(), g.answers)
	if err != nil {
		t.Fatal(err)
	}
	complete(t, g, d)
	sound(t, d)
	for _, q := range d.Questions {
		if q.Answer == "" {
			t.Errorf("asks %s about %q: %s", q.Ask, q.About, q.Why)
		}
	}
	for _, l := range d.Lines {
		if l.Role == draft.Unplaced {
			t.Errorf("the line %q is not placed", l.Block.Text())
		}
	}
	var taught, all []string
	for _, doc := range d.Documents {
		for _, c := range doc.Clauses() {
			if c.Lesson != nil && c.Lesson.Name.Value != "" {
				taught = append(taught, doc.Stage.Value+"/"+c.Lesson.Name.Value)
			}
		}
	}
	for _, l := range library().Lessons {
		all = append(all, l.Stage+"/"+l.Name)
	}
	slices.Sort(taught)
	slices.Sort(all)
	if !slices.Equal(taught, all) {
		t.Errorf("its rules have the lessons %v, want %v", taught, all)
	}
}
