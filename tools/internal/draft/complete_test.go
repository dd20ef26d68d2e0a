package draft_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/draft"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

var word = regexp.MustCompile(`[\pL\p{Nd}]+`)

// complete checks that each block has one line and one role, and that each word of a line with a place is in what was made of it.
func complete(t *testing.T, g given, d *draft.Draft) {
	t.Helper()
	n := 0
	for i, s := range g.sources {
		for _, b := range s.File.Blocks {
			if n >= len(d.Lines) || d.Lines[n].Source != i || d.Lines[n].Block.Place != b.Place {
				t.Fatalf("%s of %s has no line", b.Place, s.Name)
			}
			n++
		}
	}
	if n != len(d.Lines) {
		t.Errorf("%d lines of %d blocks", len(d.Lines), n)
	}
	said, all := map[string][]string{}, []string{}
	for _, doc := range d.Documents {
		said[doc.ID.Value] = adopted(doc)
		all = append(all, said[doc.ID.Value]...)
	}
	filled := ""
	for _, a := range g.answers {
		if a.Ask == draft.WhichBlank {
			filled += " " + a.About
		}
	}
	blanks := word.FindAllString(filled, -1)
	for i, l := range d.Lines {
		if slices.Contains(l.Signs, "") {
			t.Errorf("line %d has a sign without a shape", i)
		}
		switch l.Role {
		case draft.LeftOut, draft.Unplaced:
			if l.Why == "" {
				t.Errorf("line %d: nothing says why: %q", i, l.Block.Text())
			}
			continue
		}
		in, words := said[l.Document], word.FindAllString(l.Words(), -1)
		several := strings.Contains(l.Words(), "\n")
		if several { // its lines may be different things, in different documents
			in = all
		}
		if several && !slices.Contains(l.Signs, strings.TrimSpace(l.Block.Number)) { // the numbers of lines to sign are no words of them
			words = append(words, word.FindAllString(l.Block.Number, -1)...)
		}
		for _, w := range words {
			if !slices.Contains(in, w) && !slices.Contains(blanks, w) {
				t.Errorf("line %d, a %s in %q: %q is lost", i, l.Role, l.Document, w)
			}
		}
		if l.Role == draft.Clause && !several && !slices.Contains(in, strings.Trim(l.Block.Number, "().:•○")) && word.MatchString(l.Block.Number) && l.Block.Number != "o" {
			t.Errorf("line %d: the number %q is lost", i, l.Block.Number)
		}
	}
}

// adopted returns the adopted words and the marks of a document.
func adopted(doc model.Document) (list []string) {
	add := func(texts ...diag.Text) {
		for _, t := range texts {
			list = append(list, t.Value)
			list = append(list, word.FindAllString(t.Value, -1)...)
		}
	}
	add(doc.Heading, doc.Author)
	for _, s := range doc.Sections {
		add(s.Heading, s.Stem)
		for _, p := range slices.Concat(s.Passages, s.Closing) {
			add(p.Text)
		}
		for c := range s.AllClauses() {
			add(c.Mark, c.Text)
		}
	}
	for _, s := range doc.Signoff {
		add(s.Who, s.Heading, s.Agree)
		for _, f := range s.Fields {
			add(f.Label)
		}
	}
	return list
}

// sound checks that the site has no fault in the documents.
func sound(t *testing.T, d *draft.Draft) {
	t.Helper()
	data := library()
	for _, doc := range d.Documents {
		doc.Kind.Pos.Source = diag.NewSource(doc.ID.Value, nil)
		data.Documents = append(data.Documents, doc)
	}
	data.School.Name.Value = d.Name
	_, faults := site.New(data)
	for _, f := range faults {
		if f.Pos.Source == nil || strings.Contains(f.Pos.Source.Name, "policy") {
			t.Errorf("%s: %s (%s)", f.Code, f.Message, f.Hint)
		}
	}
}
