package site

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/model"
)

// edition returns a text of one document, with a section for each list of clauses: "a: words", as in a|b for two in one section.
func edition(sections ...string) []model.Document {
	d := model.Document{ID: text("doc"), Heading: text("Rules")}
	for i, list := range sections {
		s := model.Section{ID: text(fmt.Sprintf("s%d", i+1))}
		for clause := range strings.SplitSeq(list, "|") {
			id, words, _ := strings.Cut(clause, ": ")
			s.Clauses = append(s.Clauses, model.Clause{ID: text(id), Text: text(words)})
		}
		d.Sections = append(d.Sections, s)
	}
	return []model.Document{d}
}

func TestChangesOfAnEdition(t *testing.T) {
	was := edition("a: one|b: two|c: three", "d: four|e: five")
	corrected := edition("a: one|b: two|c: threee", "d: four|e: five")
	corrected[0].Sections[0].Clauses[2].Errata = errata("threee", "three")
	heading := edition("a: one|b: two|c: three", "d: four|e: five")
	heading[0].Sections[1].Stem = text("I will:")
	for name, c := range map[string]struct {
		now  []model.Document
		want string
	}{
		"nothing":                  {was, ""},
		"words":                    {edition("a: one|b: too|c: three", "d: four|e: five"), "b changed"},
		"a clause more":            {edition("a: one|x: new|b: two|c: three", "d: four|e: five"), "x new"},
		"a clause less":            {edition("a: one|c: three", "d: four|e: five"), "b dropped"},
		"first is last":            {edition("b: two|c: three|a: one", "d: four|e: five"), "a moved"},
		"to another section":       {edition("a: one|b: two", "d: four|c: three|e: five"), "c moved"},
		"moved and changed":        {edition("a: one|b: two", "d: four|e: five|c: 3"), "c changed moved"},
		"moved beside what is new": {edition("c: three|x: new|a: one|b: two", "d: four|e: five"), "c moved, x new"},
		"a slip is corrected":      {corrected, ""},
		"a stem":                   {heading, "s2 changed"},
		"another section first":    {edition("a: one|b: two|c: three", "d: four|e: five", "f: six"), "f new"},
		"everything":               {edition("z: 26"), "a dropped, b dropped, c dropped, d dropped, e dropped, z new"},
	} {
		var got []string
		for _, c := range Changes(was, c.now) {
			if c.Same() {
				continue
			}
			how := c.ID
			for word, is := range map[string]bool{" new": c.Was == nil, " dropped": c.Now == nil, " changed": c.Changed} {
				if is {
					how += word
				}
			}
			if c.Moved {
				how += " moved"
			}
			got = append(got, how)
		}
		slices.Sort(got)
		if said := strings.Join(got, ", "); said != c.want {
			t.Errorf("%s: %q, want %q", name, said, c.want)
		}
	}
}
