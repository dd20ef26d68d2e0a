package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// No control character is printed, whether it is in a file's name, in its text, in an argument or in the name of the folder
// in which the command is called.
func TestControlCharactersAreEscaped(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "el\x1b[31mm\u202e lane")
	must(t, copyFixture(dir))
	for _, name := range []string{"\x1b]0;title\x07.md", "two\nlines.md", "\u202egpj.md", "zero\u200bwidth.md"} {
		if err := os.WriteFile(filepath.Join(dir, "content/lessons/ks1", name), []byte("\x1b[2Jx\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	away := filepath.Dir(dir)
	for _, c := range []struct {
		what, dir string
		args      []string
		want      []string
	}{
		{"names and words of files", dir, []string{"check"}, []string{`\u{1B}]0;title\u{7}.md`, `two\u{A}lines.md`, `\u{202E}gpj.md`, `\u{1B}[2Jx`}},
		{"a folder", filepath.Join(away, "\x1b[31m"), []string{"check"}, []string{`\u{1B}[31m`}},
		{"a command", dir, []string{"\x1b[31mcheck"}, nil},
		{"an argument", dir, []string{"check", "\u202e"}, nil},
		{"a flag", dir, []string{"build", "--\x1b[31m=x"}, nil},
		{"an address", dir, []string{"build", "--base-url", "https://elm.example/\x1b[31m"}, nil},
		{"a lesson", dir, []string{"review", "ks1/\x1b[31m"}, nil},
		{"an address to listen on", dir, []string{"serve", "--addr", "\x1b[31m"}, nil},
	} {
		var stdout, stderr bytes.Buffer
		run(c.args, c.dir, &stdout, &stderr)
		said := stdout.String() + stderr.String()
		for _, r := range said {
			if r != '\n' && !unicode.IsPrint(r) && r != '\u200d' && r != '\ufe0f' {
				t.Errorf("%s: printed %U in\n%q", c.what, r, said)
				break
			}
		}
		for _, want := range c.want {
			if !strings.Contains(said, want) {
				t.Errorf("%s: no %s in\n%s", c.what, want, said)
			}
		}
	}
}
