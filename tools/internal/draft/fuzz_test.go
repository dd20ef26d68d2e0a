package draft_test

import (
	"errors"
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
	})
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
