package lesson_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/lesson"
	"safeonline/tools/internal/sweep"
)

// FuzzRead checks that reading a lesson never panics, whatever its file holds, and that each fault is at a place in the
// file. The seeds are the school's lessons, and texts that have broken parsers of Markdown.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("../../../content/lessons/*/*.md")
	if err != nil || len(files) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	for _, text := range []string{
		"", "---\n---\n", "---\ntopic: x\n---\n## \n###\n### {#}\n", "---\ntopic: x\n---\n## Quiz\n### a\n-\n1.\n>\n",
		"---\ntopic: x\n---\n## Story\n### a\n🏫 🏫\n\n🏫\n", "---\ntopic: x\n---\n## Quiz\n### a {#b}\nc\n- [x]\n  > \n- []\n",
		"---\ntopic: x\n---\n## Quiz\n### a {#b}\nc\n- a = b\n- = b\n- a =\n- =\n- - =\n",
		"---\ntopic: x\n---\n## Story\n### a\nb\n#### c {#d}\ne\n> f\n- [x] g\n  > h\n  >\n  > i\n\nj\n#### k\n### l\n",
		"---\ntopic: x\n---\n## Quiz\n### a {#b}\nc\n\n>\n\n-\n- [ ]\n  >\n  >\n## Story\n### a\n#### {#b}\n1. c\n",
		"---\ntopic: x\n---\n## Quiz\n### a {#b}\nShort:\n\nc\nshort: d\n\nShort: `e\n\n> f\n\nShort: g Choose two.\n- [x] h\n",
		"---\ntopic: x\n---\n## Words\n- **a**: *b\n- ****:\n", "---\r\ntopic: x\r\n---\r\n\t- a\r\n", "---\ntopic: *x\n---\n[a]: <b\n",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		const name = "content/lessons/ks2/x.md"
		src, _, err := diag.Read(fstest.MapFS{name: {Data: text}}, name)
		if err != nil {
			t.Fatal(err)
		}
		if src == nil {
			return
		}
		_, faults := lesson.Read(src)
		for _, fault := range faults {
			if at := fault.Pos; !within(src, at) {
				t.Errorf("a fault at %s is not in the file: %s", at, fault.Message)
			}
		}
	})
}

// within reports whether a place is in the file; the end of a line is too.
func within(src *diag.Source, at diag.Pos) bool {
	lines := strings.Count(string(src.Text), "\n") + 1
	if at.Line == 0 {
		return at.Col == 0
	}
	return at.Line <= lines && at.Col >= 1 && at.Col <= utf8.RuneCountInString(src.Line(at.Line))+1
}

// Each file holds a mark that goldmark took long over, or all memory, again and again. The files are as long as files may be
// when everything is tried, and shorter otherwise.
func TestALessonOfOneMarkIsRefused(t *testing.T) {
	size := diag.Limit / 8
	if sweep.Full() {
		size = diag.Limit
	}
	head := minimal[:strings.Index(minimal, "🏫")]
	for _, mark := range []string{
		"[", "![", "*", "_", "a**b_c*d__e ", "`", "` `` ", "<", "<!-- ", "<!a ", "<? ", "<![CDATA[ ", "<a b='", "](", "[a](", "[a](<b ",
		"[a](b '", "[a]: b\n", "&", "&#", "\\", "> a\n", "- a\n", "- a\n\n", "a\n===\n", "# a\n", "```\n", "<div>\n", "🏫 ", "**a:** ",
		strings.Repeat("1. ", 1300) + "a\n", strings.Repeat(">", 24) + "a\nb\n", "- a\n  - b\n    - c\n      - d\n",
	} {
		for _, paragraph := range []int{longParagraph, size} {
			part := strings.Repeat(mark, max(1, min(60, paragraph)/len(mark)))
			if !strings.HasSuffix(part, "\n") {
				part += "\n"
			}
			part = strings.Repeat(part, max(1, paragraph/len(part))) + "\n"
			text := head + strings.Repeat(part, max(1, (size-len(head))/len(part)))
			src, faults, err := diag.Read(fstest.MapFS{"x.md": {Data: []byte(text[:min(len(text), size)])}}, "x.md")
			if err != nil {
				t.Fatal(err)
			}
			if src != nil {
				_, faults = lesson.Read(src)
			}
			if !faults.Failed() {
				t.Errorf("%.20q without end is no fault", mark)
			}
		}
	}
}

// longParagraph is just short of what a lesson's paragraph may have.
const longParagraph = 3900
