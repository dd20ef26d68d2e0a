package source_test

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"safeonline/tools/internal/block"
	"safeonline/tools/internal/docx"
	"safeonline/tools/internal/source"
)

var update = flag.Bool("update", false, "rewrite what the tests expect")

func read(name, body string) (*block.File, error) {
	return source.Read(fstest.MapFS{name: {Data: []byte(body)}}, name, docx.Accept)
}

// Each file of testdata has texts, and what is read of each.
func TestTextIsReadAsItIs(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 2 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i+1 < len(archive.Files); i += 2 {
			name, want := archive.Files[i].Name, &archive.Files[i+1]
			f, err := read(name, string(archive.Files[i].Data))
			if err != nil {
				t.Errorf("%s, %s: %v", file, name, err)
				continue
			}
			if *update {
				want.Data = []byte(f.String())
			} else if string(want.Data) != f.String() {
				t.Errorf("%s, %s: read\n%s\nwant\n%s", file, name, f, want.Data)
			}
		}
		if *update {
			if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// The letters of old Windows files and of UTF-16 are those that were typed.
func TestLettersOfOtherEncodings(t *testing.T) {
	for name, text := range map[string]string{
		"UTF-8 with a mark": "\ufeff“Don’t” – café\r\n", "Windows-1252": "\x93Don\x92t\x94 \x96 caf\xe9\r\n",
		"UTF-16": "\xff\xfe\x1c\x20D\x00o\x00n\x00\x19\x20t\x00\x1d\x20 \x00\x13\x20 \x00c\x00a\x00f\x00\xe9\x00\r\x00\n\x00",
	} {
		f, err := read("a.txt", text)
		if err != nil || len(f.Blocks) != 1 || f.Blocks[0].Text() != "“Don’t” – café" {
			t.Errorf("%s: %v, %v", name, f, err)
		}
	}
}

func TestWhatCannotBeReadIsAFault(t *testing.T) {
	for name, c := range map[string]struct {
		body string
		kind block.FaultKind
	}{
		"empty.txt": {"", block.NoWords}, "blank.md": {"\n\n---\n", block.NoWords}, "policy.pdf": {"%PDF-1.7", block.NotWord},
		"policy.docx": {"just words", block.NotWord}, "named.docx": {"{\\rtf1 a}", block.NotWord}, "page.txt": {"\n<!DOCTYPE HTML><p>", block.NotWord},
		"~$policy.docx": {"\x06Ann", block.NotWord}, "old.txt": {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", block.NotWord}, "half.txt": {"PK\x03\x04", block.Damaged},
		"bytes.txt": {"a\x00b\x01", block.NotText}, "long.txt": {strings.Repeat("a ", 1<<20), block.TooLarge}, "endless.txt": {strings.Repeat("a", 30_000), block.TooLarge}, "large.txt": {strings.Repeat("a", docx.Limit+1), block.TooLarge},
		"deep.md": {strings.Repeat("> ", 60) + "a", block.TooDeep}, "paragraph.md": {strings.Repeat("word ", 1000), block.TooLarge}, "photo.jpg": {"\xff\xd8\xff\xe0", block.NotWord},
	} {
		f, err := read(name, c.body)
		if fault := new(block.Fault); f != nil || !errors.As(err, &fault) || fault.Kind != c.kind || fault.Hint == "" {
			t.Errorf("%s: %v, %v, want the fault %q", name, f, err, c.kind)
		}
	}
	if _, err := source.Read(fstest.MapFS{"folder/a.txt": {}}, "folder", docx.Accept); err == nil || !strings.Contains(err.Error(), "found a folder") {
		t.Errorf("a folder: %v", err)
	}
}

// letters returns the letters and digits of a text.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text)
}

// FuzzRead checks that no text makes the reader fail, that each line of plain text is somewhere, that no letter is lost or invented, and
// that no character is left that has a shape in one font alone.
func FuzzRead(f *testing.F) {
	for _, text := range []string{"a\n\nb", "- I. x\n\to\ty\n", "\f1.1 a\v", "\x93a\x94", "# a\n\n1. b\n   - c\n\n|a|b|\n|-|-|\n|c|d|\n", "**a *b* [c](d)** <br> &amp; \\*", "<!-- a -->\n***\n~~~\nx\n~~~", "\uf0b7 a\uf0fc\n\f\uf0a7\tb &#xf0a7;"} {
		f.Add(text, true)
		f.Add(text, false)
	}
	f.Fuzz(func(t *testing.T, text string, marked bool) {
		name := "a.txt"
		if marked {
			name = "a.md"
		}
		got, err := read(name, text)
		if err != nil {
			if fault := new(block.Fault); !errors.As(err, &fault) {
				t.Fatal(err)
			}
			return
		}
		if len(got.Blocks)+len(got.Left) != got.Paragraphs {
			t.Errorf("%d blocks and %d left out are not %d", len(got.Blocks), len(got.Left), got.Paragraphs)
		}
		for _, b := range got.Blocks {
			if strings.ContainsFunc(b.Number+b.Text(), func(r rune) bool { return unicode.Is(unicode.Co, r) }) {
				t.Errorf("%s has %q", b.Place, b.Number+b.Text())
			}
		}
		if marked || strings.HasPrefix(text, "PK") || !utf8.ValidString(text) {
			return
		}
		var all strings.Builder
		for _, b := range got.Blocks {
			if b.Bullet && b.Number != "o" {
				b.Number = ""
			}
			all.WriteString(b.Number + b.Text())
		}
		if letters(all.String()) != letters(text) {
			t.Errorf("%q became %q", letters(text), letters(all.String()))
		}
	})
}
