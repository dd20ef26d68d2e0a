package regular_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"safeonline/tools/internal/regular"
)

func TestOnlyRegularFilesAreOpened(t *testing.T) {
	dir := t.TempDir()
	for _, err := range []error{
		os.WriteFile(filepath.Join(dir, "file"), []byte("words"), 0o644),
		os.Mkdir(filepath.Join(dir, "folder"), 0o755),
		os.Symlink("file", filepath.Join(dir, "link")),
		os.Symlink("/dev/zero", filepath.Join(dir, "endless")),
		os.Symlink("nowhere", filepath.Join(dir, "broken")),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	fsys := os.DirFS(dir)
	if body, err := regular.ReadFile(fsys, "file", 5); string(body) != "words" || err != nil {
		t.Errorf("a file: %q, %v", body, err)
	}
	if _, err := regular.ReadFile(fsys, "file", 4); !errors.Is(err, regular.ErrTooLarge) {
		t.Errorf("a large file: %v", err)
	}
	if _, err := regular.Open(fsys, "missing"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
	for name, want := range map[string]string{
		"folder": "folder is a folder", "link": "link is a link to another place",
		"endless": "endless is a link to another place", "broken": "broken is a link to another place",
	} {
		_, err := regular.Open(fsys, name)
		if not := new(regular.NotError); !errors.As(err, &not) || err.Error() != want {
			t.Errorf("%s: %v, want %s", name, err, want)
		}
	}
}

// unopened is a file system in which nothing may be opened.
type unopened struct {
	fstest.MapFS
	t *testing.T
}

func (u unopened) Open(name string) (fs.File, error) {
	u.t.Errorf("%s was opened", name)
	return nil, fs.ErrInvalid
}

func TestOtherFilesAreRefusedWithoutBeingOpened(t *testing.T) {
	for mode, want := range map[fs.FileMode]string{
		fs.ModeNamedPipe: "x is a pipe", fs.ModeSocket: "x is a socket", fs.ModeDevice: "x is a device",
		fs.ModeDevice | fs.ModeCharDevice: "x is a device", fs.ModeIrregular: "x is neither a file nor a folder", fs.ModeDir: "x is a folder",
	} {
		fsys := unopened{fstest.MapFS{"x": {Mode: mode}}, t}
		if _, err := regular.Open(fsys, "x"); err == nil || err.Error() != want {
			t.Errorf("%v: %v, want %s", mode, err, want)
		}
	}
}
