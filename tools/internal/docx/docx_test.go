package docx_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"safeonline/tools/internal/block"
	"safeonline/tools/internal/docx"
)

var update = flag.Bool("update", false, "rewrite what the tests expect")

// Each file of testdata is a Word file, as the XML of its parts, and what is read of it: "blocks", or where its tracked changes are
// rejected, "rejected".
func TestAFileIsReadAsWordShowsIt(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 14 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			t.Parallel()
			archive, given := parsed(t, name)
			body, out := word(t, given), false
			for i := range archive.Files {
				f := &archive.Files[i]
				switch f.Name {
				case "blocks":
					compare(t, f, body, docx.Accept)
					out = true
				case "rejected":
					compare(t, f, body, docx.Reject)
				}
			}
			if !out {
				f := txtar.File{Name: "blocks"}
				compare(t, &f, body, docx.Accept)
				archive.Files = append(archive.Files, f)
			}
			if *update {
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// parsed returns a file of testdata, and the parts of the Word file in it.
func parsed(t testing.TB, name string) (*txtar.Archive, map[string]string) {
	t.Helper()
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	given := map[string]string{}
	for _, f := range archive.Files {
		if f.Name != "blocks" && f.Name != "rejected" {
			given[f.Name] = joined(string(f.Data))
		}
	}
	return archive, given
}

// joined puts the lines of XML together, without the indentation.
func joined(text string) string {
	var out strings.Builder
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); strings.Contains(text, "http") && !strings.Contains(text, "<") {
			line += "\n"
		}
		out.WriteString(line)
	}
	return out.String()
}

// compare compares what is read with what a file expects, or writes it there.
func compare(t *testing.T, want *txtar.File, body []byte, changes docx.Changes) {
	t.Helper()
	f, err := docx.Read(body, changes)
	got := ""
	if err != nil {
		got = "fault: " + err.Error() + "\n"
	} else {
		got = f.String()
		complete(t, f)
	}
	if *update {
		want.Data = []byte(got)
	} else if got != string(want.Data) {
		t.Errorf("%s: read\n%s\nwant\n%s", want.Name, got, want.Data)
	}
}

// complete checks that each paragraph is a block, or is left out.
func complete(t *testing.T, f *block.File) {
	t.Helper()
	seen := map[block.Place]bool{}
	for _, b := range f.Blocks {
		if seen[b.Place] {
			t.Errorf("%s is there twice", b.Place)
		}
		seen[b.Place] = true
	}
	for _, l := range f.Left {
		if seen[l.Place] {
			t.Errorf("%s is a block, and left out", l.Place)
		}
		seen[l.Place] = true
	}
	if len(seen) != f.Paragraphs {
		t.Errorf("%d of %d paragraphs are there", len(seen), f.Paragraphs)
	}
}
