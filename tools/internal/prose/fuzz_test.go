package prose_test

import (
	"io/fs"
	"os"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/prose"
	"safeonline/tools/internal/sweep"
)

// layouts are those of the real project.
var layouts = []string{"home", "prose", "help", "guide", "coverage", "ticksheet", "onepage", "gather", "case", "cases"}

const head = "---\ntitle: x\nlayout: prose\ndescription: x\n---\n"

// readText reads a page as ReadAll does, with the same limits.
func readText(t testing.TB, text []byte) (*diag.Source, diag.List) {
	t.Helper()
	const name = "content/x.md"
	src, faults, err := diag.Read(fstest.MapFS{name: {Data: text}}, name)
	if err != nil {
		t.Fatal(err)
	}
	if src != nil {
		_, faults = prose.Read(src, layouts)
	}
	return src, faults
}

// FuzzRead checks that reading a page never panics, whatever its file holds, and that each fault is at a place in the file.
// The seeds are the school's pages, and texts that have broken parsers of Markdown.
func FuzzRead(f *testing.F) {
	root := os.DirFS("../../..")
	err := fs.WalkDir(root, prose.Folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(root, name)
		f.Add(text)
		return err
	})
	if err != nil {
		f.Fatal(err)
	}
	for _, body := range []string{
		"", "# \n", "##\n", "## {#}\n", "## {#a .b c=d e}\n", "## {a=[1,{b:c}]}\n", "a\n===\nb\n---\n", "## [a](b){#c}\n", "|a|\n|-|\n|b|c|\n", "|\n|-\n",
		"{{< school name >}}", "{{<school name>}}", "{{< links \"\" >}}", "{{<", "{{</*", "{{< /* >}}", "{{< \" >}}", "}}", "{{{< x >}}}", "x{{< year >}}",
		"[a](<b>)", "[](/)", "[a](/b#c \"d\")", "[a]: b\n", "<a@b.cd>", "www.a.bc", "- [ ] a\n- [x]\n-\n", "a\n: b\n", "![](a)", "\\", "&#0;", "*a**b_c`d", "> ```\n",
	} {
		f.Add([]byte(head + body))
	}
	f.Add([]byte("---\ntitle: x\nlayout: case\nfirst: [{ do: x }]\nring: x\n---\n"))
	f.Add([]byte("---\ntitle: x\nlayout: cases\ncases: [/]\n---\n"))
	f.Add([]byte("---\ntitle: [x]\nlayout: gather\ngroups: [{ items: [{ to: / }] }]\n---\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		src, faults := readText(t, text)
		if src == nil {
			return
		}
		for _, fault := range faults {
			if !within(src, fault.Pos) {
				t.Errorf("a fault at %s is not in the file: %s", fault.Pos, fault.Message)
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

// Each page holds one mark again and again, in paragraphs as long as they may be, in the body or in the front matter. A page
// of the slowest mark is as long as a file may be; the others are too when everything is tried. The test logs the longest
// time that a page took of the processor.
func TestAPageOfOneMarkIsReadOrRefused(t *testing.T) {
	var longest time.Duration
	var slowest string
	marks := strings.Split("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", "")
	marks = append(marks, "![", "](", "[a](", "[a](/b", "[a](/b) ", "**a ", "a**b_c*d__e ", "` `` ", "<!-- ", "<a b='", "<![CDATA[", "[a]: b\n", "[^a]", "[^a]: b\n", "&#",
		"{{", "{{< ", "{{< school name >}} ", "{{< x", "}}", "{#a}", "## a {#b}\n", "## a\n", "#\n", "a\n===\n", "~~a", ": a\n", "a\n: b\n", "|a", "|a|\n|-|\n", "|-", "- a\n", "- [ ] ",
		"1. ", "www.a.bc ", "https://a.bc/", "a@b.cd ", "http", "\\[", "\\", "&amp;", "> a\n", "```\n", "<div>\n", "a  \n", "\n", "\t", " ")
	look := func(mark string, paragraph int, at string) {
		size := 30_000
		if sweep.Full() || mark == "[a](" {
			size = 250_000
		}
		began := processorTime(t)
		readText(t, []byte(repeated(mark, paragraph, size, at)))
		if took := processorTime(t) - began; took > longest {
			longest, slowest = took, mark+" in the "+at
		}
	}
	for _, mark := range marks {
		look(mark, longParagraph, "body")
		if strings.HasSuffix(mark, "\n") {
			look(mark, 60, "body")
		}
		if len(mark) == 1 {
			look(mark, longParagraph, "front matter")
		}
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	t.Logf("at most %v of processor time, for %q; %d MB of memory in all", longest, slowest, memory.Sys>>20)
	if memory.Sys > 300<<20 {
		t.Errorf("took %d MB of memory", memory.Sys>>20)
	}
}

// longParagraph is just short of what a paragraph may have.
const longParagraph = 3900

// repeated returns a page of one mark, again and again, in paragraphs of a length.
func repeated(mark string, paragraph, size int, at string) string {
	line := strings.Repeat(mark, max(1, min(3000, paragraph)/len(mark)))
	if !strings.HasSuffix(line, "\n") {
		line += "\n"
	}
	part := strings.Repeat(line, max(1, paragraph/len(line))) + "\n"
	text := strings.Repeat(part, max(1, size/len(part)))
	if at == "body" {
		return head + text
	}
	return "---\ntitle: x\n" + text + "\n---\n"
}

func processorTime(t *testing.T) time.Duration {
	t.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		t.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
