package draft_test

import (
	"errors"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"safeonline/tools/internal/block"
	"safeonline/tools/internal/docx"
	"safeonline/tools/internal/draft"
	"safeonline/tools/internal/source"
	"safeonline/tools/internal/sweep"
)

// FuzzMake checks that no text takes the import down, and that no word of it is lost.
func FuzzMake(f *testing.F) {
	names, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(archive.Files[0].Data), true)
		f.Add(string(archive.Files[0].Data), false)
	}
	f.Fuzz(func(t *testing.T, text string, marked bool) {
		keepsWords(t, text, marked)
	})
}

// keepsWords checks that each word of a text has a place in the draft, or a line that says where it is.
func keepsWords(t *testing.T, text string, marked bool) {
	t.Helper()
	name := "a.txt"
	if marked {
		name = "a.md"
	}
	file, err := source.Read(fstest.MapFS{name: {Data: []byte(text)}}, name, docx.Accept)
	if err != nil {
		return
	}
	g := given{sources: []draft.Source{{Name: name, File: file}}}
	d, err := draft.Make(g.sources, bare(), nil)
	if err != nil {
		if fault := new(block.Fault); !errors.As(err, &fault) {
			t.Fatal(err)
		}
		return
	}
	complete(t, g, d)
}

// No word is lost of files that are made of what policies have, in any order.
func TestEveryWordHasAPlace(t *testing.T) {
	begins := []string{"", "", "", "- ", "* ", "b) ", "(ii) ", "2. ", "1.2 ", "B  ", "B – ", "o ", "• ", "# ", "## ", "| ", "> ", "**", "    "}
	says := []string{
		"Pupil agreement", "Acceptable use policy", "For parents", "Year 3 and 4", "Oak Lane Primary School", "Signed", "Name of pupil", "Date", "Parent’s signature:", "I will ask first.",
		"I will not", "We agree to:", "I have read this and I agree.", "I understand the rules", "Dear parent", "Please return this form", "c", "b", "7", "Page 2 of 3", "Version 2.1", "Reviewed: May 2024",
		"[name of school]", "www.example.org", "[the guide](https://example.org/g)", "Contents", "be kind", "Passwords", "Staff must never share a password.", "KEEP IT SAFE", "**Stay safe:** tell somebody.", "Written by A. Smith",
	}
	ends := []string{"\n", "\n", "\n", "\n\n", "\n\n", " ______\n", " ____________________ ", "\t", "  \n", "<br>", " | ", " |\n|---|---|\n", " …………\n\n", ":\n\n", " ", "\n\n---\n\n", "**\n", "\f"}
	n := 3_000
	if sweep.Full() {
		n = 30_000
	}
	for seed := range uint64(n) {
		r := rand.New(rand.NewPCG(seed, 0))
		pick := func(of []string) string { return of[r.IntN(len(of))] }
		text := ""
		if r.IntN(4) > 0 {
			text = "# Pupil agreement\n\n- I will ask.\n- I will tell.\n\n"
		}
		for range 1 + r.IntN(8) {
			text += pick(begins) + pick(says) + pick(ends)
		}
		for _, marked := range []bool{false, true} {
			if !t.Run("", func(t *testing.T) { keepsWords(t, text, marked) }) {
				t.Fatalf("the text %d, marked %v: %q", seed, marked, text)
			}
		}
	}
}

// Files far longer than any policy are read in good time, or refused.
func TestNoFileTakesLong(t *testing.T) {
	for what, line := range map[string]string{
		"rules": "I will keep my passwords secret.\n", "headings": "# Pupils\n\n", "lines across": "I agree.\n\n___\n\n", "signed": "Signed: ______\n\n", "misspelt": "- I wil nto shaer\n",
		"numbers": "1. a\n\n   1. b\n\n", "letters": "Dear parent\n\n",
	} {
		for _, n := range []int{2_000, 20_000} {
			file, err := source.Read(fstest.MapFS{"a.md": {Data: []byte("# Pupil agreement\n\n- I will ask.\n- I will tell.\n\n" + strings.Repeat(line, n))}}, "a.md", docx.Accept)
			if err != nil {
				continue
			}
			begin := time.Now()
			_, err = draft.Make([]draft.Source{{Name: "a.md", File: file}}, bare(), nil)
			if took := time.Since(begin); took > 10*time.Second {
				t.Errorf("%d × %s took %v", n, what, took)
			}
			if fault := new(block.Fault); err != nil && !errors.As(err, &fault) {
				t.Errorf("%s: %v", what, err)
			}
		}
	}
}
