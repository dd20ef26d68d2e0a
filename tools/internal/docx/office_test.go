package docx_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"safeonline/tools/internal/block"
	"safeonline/tools/internal/docx"
)

// What another program writes is read too: testdata/office/make.sh says how the files were made.
func TestFilesOfLibreOffice(t *testing.T) {
	const golden = "testdata/office/blocks.txtar"
	archive := &txtar.Archive{Comment: []byte("What is read of the files of this folder. Rewritten with -update.\n\n")}
	files, err := filepath.Glob("testdata/office/*.docx")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, name := range files {
		body, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f, err := docx.Read(body, docx.Accept)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		complete(t, f)
		archive.Files = append(archive.Files, txtar.File{Name: filepath.Base(name), Data: []byte(f.String())})
	}
	got := txtar.Format(archive)
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(golden); err != nil || string(want) != string(got) {
		t.Errorf("%v\nread\n%s\nwant\n%s", err, got, want)
	}
}

// A file of Word 97 is known for what it is.
func TestAnOldFileOfLibreOffice(t *testing.T) {
	body, err := os.ReadFile("testdata/office/agreement.doc")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := docx.Read(body, docx.Accept); err == nil || !strings.Contains(err.Error(), "old form") {
		t.Errorf("%v, want the fault %q", err, block.OldWord)
	}
}
