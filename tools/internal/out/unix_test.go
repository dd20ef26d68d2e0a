//go:build linux || darwin

package out

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// modes returns the modes of what is below a folder, each once.
func modes(t *testing.T, dir string) (folders, files map[fs.FileMode]bool) {
	t.Helper()
	folders, files = map[fs.FileMode]bool{}, map[fs.FileMode]bool{}
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err == nil && entry.IsDir() {
			folders[info.Mode().Perm()] = true
		} else if err == nil {
			files[info.Mode().Perm()] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return folders, files
}

func TestFilesAreReadableByAllWhateverTheUmask(t *testing.T) {
	old := syscall.Umask(0o077)
	defer syscall.Umask(old)
	root := put(t, map[string]string{"generated/old/a": "1", "public/a": "old"})
	if err := os.Chmod(filepath.Join(root, "generated/old/a"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Sync(filepath.Join(root, "generated"), []File{{"old/a", []byte("1")}, {"new/deep/b", []byte("2")}}); err != nil {
		t.Fatal(err)
	}
	fresh := begun(t, root)
	if err := os.MkdirAll(filepath.Join(fresh, "b", "c"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := Readable(fresh); err != nil {
		t.Fatal(err)
	}
	if err := Replace(fresh, filepath.Join(root, "public")); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{"generated", "public"} {
		folders, files := modes(t, filepath.Join(root, dir))
		if len(folders) != 1 || !folders[0o755] || len(files) != 1 || !files[0o644] {
			t.Errorf("%s has folders with the modes %v and files with the modes %v", dir, folders, files)
		}
	}
}

// Opening a pipe for reading waits for a writer: if Sync did, this test would hang.
func TestSyncOpensNoPipe(t *testing.T) {
	dir := put(t, map[string]string{"b": "2"})
	for _, name := range []string{"a", "stray"} {
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Sync(dir, []File{{"a", []byte("1")}, {"b", []byte("2")}}); err != nil {
		t.Fatal(err)
	}
	same(t, dir, map[string]string{"a": "1", "b": "2"})
	root := t.TempDir()
	if err := syscall.Mkfifo(filepath.Join(root, "public"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Begin(filepath.Join(root, "public")); err == nil {
		t.Error("Begin accepted a pipe")
	}
}

// Some hosts leave read-only folders. Their owner can open and delete them.
func TestAReadOnlyFolderIsReplaced(t *testing.T) {
	root := put(t, map[string]string{"public/a/b": "old", "public/c": "old"})
	for _, name := range []string{"public/a", "public"} {
		if err := os.Chmod(filepath.Join(root, name), 0o555); err != nil {
			t.Fatal(err)
		}
	}
	if err := Replace(begun(t, root), filepath.Join(root, "public")); err != nil {
		t.Fatal(err)
	}
	same(t, root, map[string]string{"public/": "", "public/a": "new"})
}
