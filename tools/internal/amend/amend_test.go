package amend_test

import (
	"strings"
	"testing"

	"safeonline/tools/internal/amend"
)

var way = []amend.Step{{"sections", "s"}, {"clauses", "c"}}

func TestPutAddsWhatIsNotThere(t *testing.T) {
	for _, c := range []struct{ what, was, now string }{
		{"nothing yet", "", "sections:\n  - id: s\n    clauses:\n      - id: c\n        lesson: { x }\n"},
		{"only a comment", "# ours\n", "# ours\nsections:\n  - id: s\n    clauses:\n      - id: c\n        lesson: { x }\n"},
		{"no sections, and no line end", "id: x\nmore: |\n  sections:", "id: x\nmore: |\n  sections:\nsections:\n  - id: s\n    clauses:\n      - id: c\n        lesson: { x }\n"},
		{"another section", "sections:\n  - id: r\n    short: >-\n      long\n      words\n\nauthor: us\n", "sections:\n  - id: r\n    short: >-\n      long\n      words\n  - id: s\n    clauses:\n      - id: c\n        lesson: { x }\n\nauthor: us\n"},
		{"no clauses", "sections:\n- id: s # ours\n  short: y\nauthor: us\n", "sections:\n- id: s # ours\n  clauses:\n    - id: c\n      lesson: { x }\n  short: y\nauthor: us\n"},
		{"another clause, not indented", "sections:\n- id: s\n  clauses:\n  - id: b\n    text: y\n  short: y\n", "sections:\n- id: s\n  clauses:\n  - id: b\n    text: y\n  - id: c\n    lesson: { x }\n  short: y\n"},
		{"the clause", "sections:\n  - short: y\n    id: s\n    clauses:\n      - id: \"c\"\n        text: y\n", "sections:\n  - short: y\n    id: s\n    clauses:\n      - id: \"c\"\n        lesson: { x }\n        text: y\n"},
		{"the clause in braces", "sections:\n  - id: s\n    clauses:\n      - { id: c, text: y }\n", "sections:\n  - id: s\n    clauses:\n      - { id: c, lesson: { x }, text: y }\n"},
		{"the field is there", "sections:\n  - id: s\n    clauses:\n      - { id: c, lesson: { y: z } }\n", ""},
		{"a list in brackets", "sections: [{ id: s }]\n", ""},
		{"a section in braces", "sections:\n  - { id: s, short: y }\n", ""},
		{"a list that is none", "sections: y\n", ""},
		{"not YAML", "sections: [\n", ""},
	} {
		for _, end := range []string{"\n", "\r\n"} {
			got, err := amend.Put([]byte(strings.ReplaceAll(c.was, "\n", end)), way, "lesson", "{ x }")
			if c.now == "" && err == nil || c.now != "" && (err != nil || strings.ReplaceAll(string(got), "\r\n", "\n") != c.now) {
				t.Errorf("%s: %v\n%s\nwant\n%s", c.what, err, got, c.now)
			}
			if c.now != "" && strings.Contains(c.was, "\n") && strings.Count(string(got), end) != strings.Count(c.now, "\n") {
				t.Errorf("%s: lines end in other ways: %q", c.what, got)
			}
		}
	}
}

// A part of a clause is reached through the clause.
func TestPutReachesParts(t *testing.T) {
	got, err := amend.Put([]byte("sections:\n  - id: s\n    clauses:\n      - id: c\n"), append(way[:2:2], amend.Step{Field: "clauses", ID: "d"}), "lesson", "{ x }")
	if want := "sections:\n  - id: s\n    clauses:\n      - id: c\n        clauses:\n          - id: d\n            lesson: { x }\n"; err != nil || string(got) != want {
		t.Errorf("%v\n%s", err, got)
	}
}
