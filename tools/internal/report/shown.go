package report

import (
	"fmt"
	"html/template"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/draft"
	"safeonline/tools/internal/english"
)

// shown is what the template reads.
type shown struct {
	Import
	Counts
	Policy  string
	Style   template.CSS
	Script  template.JS
	General []question // that are about no line
	Files   []file
	Rest
}

// file is a source and its lines.
type file struct {
	Name   string
	Groups []group
}

func newShown(of Import) *shown {
	s := &shown{Import: of, Counts: Count(of), Rest: restOf(of)}
	m := newMaker(of)
	s.General = m.asked[-1]
	for i, source := range of.Sources {
		s.Files = append(s.Files, file{source.Name, groups(m.rows(i))})
	}
	return s
}

// Fields gives the template the names of the fields of forms.
func (s *shown) Fields() map[string]string {
	return map[string]string{"token": FieldToken, "ask": FieldAsk, "about": FieldAbout, "answer": FieldAnswer, "undo": FieldUndo}
}

// Of returns what was imported and what it became: "policy.docx: 4 documents, 43 clauses".
func (s *shown) Of() string {
	var names []string
	for _, f := range s.Sources {
		names = append(names, f.Name)
	}
	what := strings.Join(names, ", ")
	if len(names) > 3 {
		what = english.Count(len(names), "file")
	}
	return fmt.Sprintf("%s: %s, %s", what, english.Count(s.Documents, "document"), english.Count(s.Clauses, "clause"))
}

// Title returns the heading of the page.
func (s *shown) Title() string {
	switch {
	case s.Must > 0:
		return english.Count(s.Must, "question") + " before you build"
	case s.Open() > 0:
		return english.Count(s.Open(), "question") + " that can wait"
	case s.Questions > 0:
		return "All questions are answered"
	}
	return "Nothing to ask"
}

// Answering says how many questions are answered, and how many can wait.
func (s *shown) Answering() (said string) {
	if s.Questions > 0 {
		said = fmt.Sprintf("%d of %d answered.", s.Answered, s.Questions)
	}
	if wait := s.Open() - s.Must; s.Must > 0 && wait > 0 {
		said += fmt.Sprintf(" %d can wait.", wait)
	}
	return said
}

// Unit returns what the lines of the files are called.
func (s *shown) Unit() string { return draft.Unit(s.Sources...) }

// Adds says that the counts of lines add up.
func (s *shown) Adds() (list []figure) {
	list = []figure{{s.Placed + s.Asked, "placed", ""}}
	if s.LeftOut > 0 {
		list = append(list, figure{s.LeftOut, "left out", ""})
	}
	return append(list, figure{s.Unplaced, "not placed", ""}, figure{s.Lost, "lost", ""})
}

// Bar returns the parts of the bar of lines, those that are not empty.
func (s *shown) Bar() (list []figure) {
	for _, f := range []figure{{s.Placed, "placed", "leaf"}, {s.Asked, "asked", "amber"}, {s.LeftOut, "left out", "none"},
		{s.Unplaced, "not placed", "coral"}, {s.Lost, "lost", "plum"}} {
		if f.N > 0 {
			list = append(list, f)
		}
	}
	return list
}

// Away returns how many lines are in no document, though nobody said so.
func (s *shown) Away() int { return s.Unplaced + s.Lost }

// figure is a number of lines, what they are, and the colour of it.
type figure struct {
	N         int
	What, Hue string
}

// First returns the id of the first open question that a build waits for.
func (s *shown) First() string {
	for _, q := range s.Draft.Questions {
		if q.Must && q.Answer == "" {
			return ref(q)
		}
	}
	return ""
}

// Command returns a command for the school.
func (s *shown) Command(verb string) string {
	return "go run ./tools/site " + verb + " --school " + diag.Argument(s.Folder)
}

// Imports returns the command that imports the files again.
func (s *shown) Imports() string {
	var names []string
	for _, f := range s.Sources {
		names = append(names, diag.Argument(f.Name))
	}
	return "go run ./tools/site import " + strings.Join(names, " ") + " --school " + diag.Argument(s.Folder)
}
