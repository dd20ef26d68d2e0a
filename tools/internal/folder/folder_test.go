package folder_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/unicode/norm"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/folder"
)

// found returns the places and codes of what is wrong, sorted.
func found(t *testing.T, fsys fs.FS, folders ...string) (codes []string) {
	t.Helper()
	faults, err := folder.Check(fsys, []string{folder.School}, folders...)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		codes = append(codes, fmt.Sprintf("%s %s", f.Pos, f.Code))
	}
	slices.Sort(codes)
	return codes
}

func TestTheProjectsOwnFoldersHaveNoFaults(t *testing.T) {
	if got := found(t, os.DirFS("../../.."), append(folder.Root, "data", "content", "layouts", "assets", "static", "i18n")...); got != nil {
		t.Errorf("found %q", got)
	}
}

func TestWhatIsNotAllowedInAFolder(t *testing.T) {
	big := &fstest.MapFile{Data: make([]byte, diag.Limit+1)}
	picture := &fstest.MapFile{Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"/>`)}
	document := &fstest.MapFile{Data: []byte("%PDF-1.4\n" + strings.Repeat(" ", diag.Limit) + "\n%%EOF\n")}
	for _, c := range []struct {
		what  string
		files fstest.MapFS
		want  string
	}{
		{"words and pictures", fstest.MapFS{"content/a.md": {}, "assets/pictures/a-b.svg": picture, "assets/.keep": {}}, ""},
		{"a device", fstest.MapFS{"content/a": {Mode: fs.ModeDevice}}, "content/a special-file"},
		{"a pipe", fstest.MapFS{"content/a": {Mode: fs.ModeNamedPipe}}, "content/a special-file"},
		{"Windows' own names", fstest.MapFS{"content/aux.md": {}, "content/COM1.md": {}, "content/con/x.md": {}, "content/console.md": {}},
			"content/COM1.md file-name; content/aux.md file-name; content/con file-name"},
		{"a colon", fstest.MapFS{"content/a:b.md": {}}, "content/a:b.md file-name"},
		{"a backslash, a way up on Windows", fstest.MapFS{`content/..\x.md`: {}}, `content/..\x.md file-name`},
		{"a line's end", fstest.MapFS{"content/a\nb.md": {}}, "content/a\nb.md file-name"},
		{"a full stop at the end", fstest.MapFS{"content/a.": {}}, "content/a. file-name"},
		{"a hidden file", fstest.MapFS{"content/.a.md": {}, "content/.b/x.md": {}}, "content/.a.md file-name; content/.b file-name"},
		{"the marks of programs' own files", fstest.MapFS{"content/a~b.md": {}, "content/a#b.md": {}, "content/$a.md": {}}, "content/$a.md file-name; content/a#b.md file-name; content/a~b.md file-name"},
		{"capitals apart", fstest.MapFS{"content/Passwords.md": {}, "content/passwords.md": {}}, "content/passwords.md name-clash"},
		{"capitals in different folders", fstest.MapFS{"content/a/X.md": {}, "content/b/x.md": {}}, ""},
		{"accents as letters of their own", fstest.MapFS{"content/" + norm.NFD.String("café") + ".md": {}}, "content/" + norm.NFD.String("café") + ".md file-name"},
		{"accents in both ways", fstest.MapFS{"content/café.md": {}, "content/" + norm.NFD.String("café") + ".md": {}},
			"content/" + norm.NFD.String("café") + ".md file-name; content/café.md name-clash"},
		{"a very large style sheet", fstest.MapFS{"assets/css/a.css": big, "content/a.md": big, "data/school/downloads/a.pdf": document}, "assets/css/a.css file-too-large"},
		{"a very large picture", fstest.MapFS{"static/icons/a.png": {Data: make([]byte, folder.Largest+1)}}, "static/icons/a.png file-too-large"},
		{"folders without end", fstest.MapFS{"content/" + strings.Repeat("a/", 50) + "x": {}}, "content/" + strings.Repeat("a/", 7) + "a folder-too-deep"},
		{"a folder that is not looked at", fstest.MapFS{"docs/aux": {}}, ""},
	} {
		if got := strings.Join(found(t, c.files, "content", "assets", "static"), "; "); got != c.want {
			t.Errorf("%s: found %q, want %q", c.what, got, c.want)
		}
	}
}

func TestLinksThatLeadSomewhere(t *testing.T) {
	dir := t.TempDir()
	for _, folder := range []string{"content", "outside"} {
		if err := os.Mkdir(filepath.Join(dir, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "outside", "secret"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, to := range map[string]string{
		"content/file": "../outside/secret", "content/folder": "../outside", "content/here": ".", "content/round": "round",
		"content/.#edited": "somebody@a-machine.17", "content/nowhere.md": "nowhere", "assets": "outside",
	} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{"assets symbolic-link", "content/file symbolic-link", "content/folder symbolic-link", "content/here symbolic-link", "content/nowhere.md symbolic-link", "content/round symbolic-link"}
	if got := found(t, os.DirFS(dir), "content", "assets"); !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

// FuzzCheck checks that no name makes Check fail, and that each fault is at the file that it is about.
func FuzzCheck(f *testing.F) {
	for _, name := range []string{"a.md", "aux", "a/b/../c", "é", "e\u0301", "ﬁ", "İ", "\xff", strings.Repeat("é", 200)} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		name = "content/" + name
		if !fs.ValidPath(name) {
			return
		}
		faults, err := folder.Check(fstest.MapFS{name: {}}, []string{folder.School}, "content")
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range faults {
			if at := fault.Pos.Source.Name; at != name && !strings.HasPrefix(name, at+"/") {
				t.Errorf("a fault at %q, and there is only %q", at, name)
			}
		}
	})
}
