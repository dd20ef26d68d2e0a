package main

import (
	"os"
	"strings"
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/lesson"
)

// However the front matter is written, the review is added to it, or nothing is changed.
func TestWithReview(t *testing.T) {
	whole, err := os.ReadFile("testdata/elm-lane/content/lessons/ks2/passwords.md")
	must(t, err)
	_, body, _ := strings.Cut(string(whole), "\n---\n")
	const line = "reviewed: { text: 0a0a0a0a, on: 2026-11-25 }"
	waiver := "waive:\n  - { code: too-long, why: a reason }\n"
	for _, c := range []struct{ what, head, want string }{
		{"no review yet", "clause: ks2-1\n", "clause: ks2-1\n" + line + "\n"},
		{"an old review", "clause: ks2-1\nreviewed: { text: a313b040, on: 2026-09-01 }\n", "clause: ks2-1\n" + line + "\n"},
		{"above the clause", "reviewed: { text: a313b040, on: 2026-09-01 }\nclause: ks2-1\n", line + "\nclause: ks2-1\n"},
		{"over several lines", "clause: ks2-1\nreviewed:\n  text: a313b040\n\n  on: 2026-09-01\n" + waiver, "clause: ks2-1\n" + line + "\n" + waiver},
		{"in braces over lines", "clause: ks2-1\nreviewed: {\n  text: a313b040, on: 2026-09-01\n}\n", "clause: ks2-1\n" + line + "\n"},
		{"quoted names", "\"clause\" : ks2-1\n'reviewed' : { text: a313b040, on: 2026-09-01 }\n", "\"clause\" : ks2-1\n" + line + "\n"},
		{"a reason that begins alike", "waive:\n  - code: too-long\n    why: >\n      clause: of a bus\nclause: ks2-1\n", "waive:\n  - code: too-long\n    why: >\n      clause: of a bus\nclause: ks2-1\n" + line + "\n"},
		{"in braces altogether", "{ clause: ks2-1 }\n", ""},
		{"indented", "  clause: ks2-1\n", ""},
	} {
		for _, lineEnd := range []string{"\n", "\r\n", "\r"} {
			text := strings.ReplaceAll("---\n"+c.head+"---\n"+body, "\n", lineEnd)
			l, faults := lesson.Read(diag.NewSource("content/lessons/ks2/passwords.md", []byte(asRead.Replace(text))))
			if faults.Failed() {
				t.Fatalf("%s: %v", c.what, faults)
			}
			got, err := withReview([]byte(text), l, line)
			want := strings.ReplaceAll("---\n"+c.want+"---\n"+body, "\n", lineEnd)
			if c.want == "" && err == nil || c.want != "" && string(got) != want {
				t.Errorf("%s, with lines that end in %q: %v\n%.200s", c.what, lineEnd, err, got)
			}
		}
	}
}
