package diag_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"safeonline/tools/internal/diag"
)

func read(text string) (*diag.Source, diag.List, error) {
	return diag.Read(fstest.MapFS{"file.md": {Data: []byte(text)}}, "file.md")
}

func TestReadRefusesWhatNoEditorWrites(t *testing.T) {
	for _, c := range []struct{ what, text, at, code string }{
		{"a file over the limit", strings.Repeat("x\n", diag.Limit), "file.md", "file-too-large"},
		{"bytes that are not UTF-8", "one\ncaf\xe9\n", "file.md:2:4", "bad-utf8"},
		{"UTF-16, as old editors save it", "\xff\xfeo\x00", "file.md:1:1", "bad-utf8"},
		{"a NUL", "one\ntw\x00o\n", "file.md:2:3", "nul-byte"},
		{"a line without end", "one\n" + strings.Repeat("word ", 1000) + "\n", "file.md:2:1", "line-too-long"},
		{"quotes in quotes", strings.Repeat(">", 30) + "\n", "file.md:1:1", "nested-too-deep"},
		{"lists in lists", strings.Repeat("  ", 30) + "- x\n", "file.md:1:1", "nested-too-deep"},
	} {
		src, faults, err := read(c.text)
		if src != nil || err != nil || len(faults) == 0 {
			t.Errorf("%s: source %v, error %v, %d faults", c.what, src, err, len(faults))
			continue
		}
		for _, f := range faults {
			if f.Code.String() == c.code && f.Pos.String() == c.at {
				faults = nil
				break
			}
		}
		if faults != nil {
			t.Errorf("%s: %v, want %s at %s", c.what, faults, c.code, c.at)
		}
	}
}

func TestReadNormalisesByteOrderMarksAndLineEnds(t *testing.T) {
	for what, text := range map[string]string{
		"nothing":                "one\ntwo\n",
		"a byte order mark":      "\ufeffone\ntwo\n",
		"Windows' ends of lines": "one\r\ntwo\r\n",
		"both":                   "\ufeffone\r\ntwo\r\n",
		"those of old Macs":      "one\rtwo\r",
	} {
		src, faults, err := read(text)
		if err != nil || len(faults) > 0 || string(src.Text) != "one\ntwo\n" {
			t.Errorf("%s: %q, %v, %v", what, src.Text, faults, err)
		}
	}
}

func TestAMissingFileIsAnErrorNotAFault(t *testing.T) {
	_, faults, err := diag.Read(fstest.MapFS{}, "file.md")
	if !errors.Is(err, fs.ErrNotExist) || len(faults) > 0 {
		t.Errorf("%v, %v", faults, err)
	}
}

// FuzzRead checks that every fault is at a place in the file, and that whatever is read is text.
func FuzzRead(f *testing.F) {
	for _, text := range []string{"", "one\n", "\ufeffone\r\n", "a\x00", "\xff\xfe", ">>>> x", "\r\r\n\n", strings.Repeat("x", 5000),
		"pass\u200bword", "\u202e\x1b[31m", "р\u0430ss ｆull", "👩🏽\u200d🏫 1️⃣ 🇬🇧🇬", "a\u0300\u0301\u0302\u0303\u0304\u0305"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		src, faults, err := read(string(text))
		if err != nil {
			t.Fatal(err)
		}
		if (src == nil) != faults.Failed() {
			t.Fatalf("source %v with faults %v", src, faults)
		}
		for _, fault := range faults {
			for _, r := range printed(fault.Pos.Source, fault.Pos) {
				if unicode.IsControl(r) && r != '\n' || unicode.Is(unicode.Bidi_Control, r) {
					t.Errorf("printed %U", r)
				}
			}
			if lines := strings.Count(strings.ReplaceAll(string(text), "\r", "\n"), "\n") + 1; fault.Pos.Line > lines {
				t.Errorf("a fault at line %d of %d", fault.Pos.Line, lines)
			}
		}
		if src != nil && !utf8.Valid(src.Text) {
			t.Error("what was read is not UTF-8")
		}
	})
}
