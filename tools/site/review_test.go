package main

import (
	"strings"
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/record"
)

// However the lesson of a clause is written, the review is added to it, or nothing is changed.
func TestWithReview(t *testing.T) {
	const head, tail = "id: x\nkind: agreement\ntitle: x\nheading: x\naudience: x\nsections:\n  - id: y\n    short: z\n    clauses:\n      - id: a\n        text: z\n        lesson: { name: other }\n      - id: b\n", "        text: z\n"
	const want = "{ name: passwords, read: 0a0a0a0a, on: 2026-11-25 }"
	for _, c := range []struct{ what, written, want string }{
		{"no review yet", "        lesson: { name: passwords }\n", "        lesson: " + want + "\n"},
		{"an old review", "        lesson: { name: passwords, read: a313b040, on: 2026-09-01 }\n", "        lesson: " + want + "\n"},
		{"a comment after it", "        lesson: {name: passwords} # by the class\n", "        lesson: " + want + " # by the class\n"},
		{"a quoted name", "        \"lesson\" : { name: passwords }\n", "        \"lesson\" : " + want + "\n"},
		{"over several lines", "        lesson:\n          name: passwords\n", ""},
		{"in braces over lines", "        lesson: { name: passwords,\n          on: 2026-09-01 }\n", ""},
	} {
		for _, lineEnd := range []string{"\n", "\r\n", "\r"} {
			text := strings.ReplaceAll(head+c.written+tail, "\n", lineEnd)
			var d model.Document
			record.Decode(diag.NewSource("data/school/policy/x.yaml", []byte(asRead.Replace(text))), &d)
			clause := d.Clauses()[1]
			ref := *clause.Lesson
			ref.Read.Value, ref.On.Value = "0a0a0a0a", "2026-11-25"
			got, err := withReview([]byte(text), ref)
			if err == nil {
				err = holds("data/school/policy/x.yaml", []byte(text), got, clause.ID.Value, ref)
			}
			want := strings.ReplaceAll(head+c.want+tail, "\n", lineEnd)
			if c.want == "" && err == nil || c.want != "" && string(got) != want {
				t.Errorf("%s, with lines that end in %q: %v\n%s", c.what, lineEnd, err, got)
			}
		}
	}
}
