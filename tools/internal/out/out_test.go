package out

import (
	"maps"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// put writes files below a new folder, and returns the folder.
func put(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, body := range files {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// found returns the files below a folder by name, and its folders by name with a slash.
func found(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, entry os.DirEntry, err error) error {
		rel, _ := filepath.Rel(dir, name)
		if err != nil || rel == "." {
			return err
		}
		if entry.IsDir() {
			files[filepath.ToSlash(rel)+"/"] = ""
			return nil
		}
		body, err := os.ReadFile(name)
		files[filepath.ToSlash(rel)] = string(body)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func same(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	if got := found(t, dir); !maps.Equal(got, want) {
		t.Errorf("found %v, expected %v", got, want)
	}
}

func TestSyncLeavesExactlyTheGivenFiles(t *testing.T) {
	dir := put(t, map[string]string{"a": "1", "b/c": "2", "b/d": "3", "old/e/f": "4", "old/g": "5"})
	done, err := Sync(dir, []File{{"a", []byte("1")}, {"b/c", []byte("two")}, {"new/h", []byte("6")}})
	if err != nil || done != (Changes{Written: 2, Deleted: 3, Kept: 1}) {
		t.Errorf("%+v, %v", done, err)
	}
	same(t, dir, map[string]string{"a": "1", "b/": "", "b/c": "two", "new/": "", "new/h": "6"})
}

func TestSyncDoesNotTouchUnchangedFiles(t *testing.T) {
	dir := put(t, map[string]string{"a": "1", "b": "2"})
	long := time.Date(2017, 9, 1, 0, 0, 0, 0, time.UTC)
	for _, name := range []string{"a", "b"} {
		if err := os.Chtimes(filepath.Join(dir, name), long, long); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Sync(dir, []File{{"a", []byte("1")}, {"b", []byte("two")}}); err != nil {
		t.Fatal(err)
	}
	for name, kept := range map[string]bool{"a": true, "b": false} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil || info.ModTime().Equal(long) != kept {
			t.Errorf("%s was changed at %v (%v), kept: want %t", name, info.ModTime(), err, kept)
		}
	}
}

func TestSyncMakesAFolderAndEmptiesIt(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "generated")
	if done, err := Sync(dir, nil); err != nil || done != (Changes{}) {
		t.Errorf("%+v, %v", done, err)
	}
	if _, err := Sync(dir, []File{{"a/b", []byte("1")}}); err != nil {
		t.Fatal(err)
	}
	if done, err := Sync(dir, nil); err != nil || done.Deleted != 1 {
		t.Errorf("%+v, %v", done, err)
	}
	same(t, dir, map[string]string{})
}

func TestSyncWritesNothingOutsideItsFolderAndNothingTwice(t *testing.T) {
	for _, files := range [][]File{{{Path: "../x"}}, {{Path: "/x"}}, {{Path: "a/../../x"}}, {{Path: ""}}, {{Path: "a"}, {Path: "a"}}, {{Path: "a/b"}, {Path: "a//b"}}} {
		dir := put(t, nil)
		if _, err := Sync(dir, files); err == nil {
			t.Errorf("%v was written", files)
		}
		if _, err := os.Stat(filepath.Join(filepath.Dir(dir), "x")); err == nil {
			t.Errorf("%v left its folder", files)
		}
	}
}

// A file may become a folder, and a folder a file: a rule's slug may be the name of a folder before it.
func TestSyncTurnsAFileIntoAFolderAndBack(t *testing.T) {
	dir := put(t, map[string]string{"a": "1", "b/c": "2"})
	if _, err := Sync(dir, []File{{"a/x", []byte("3")}, {"b", []byte("4")}}); err != nil {
		t.Fatal(err)
	}
	same(t, dir, map[string]string{"a/": "", "a/x": "3", "b": "4"})
}

func TestReplaceReplacesAFolder(t *testing.T) {
	root := put(t, map[string]string{"fresh/a": "new", "public/a": "old", "public/b": "old"})
	if err := Replace(filepath.Join(root, "fresh"), filepath.Join(root, "public")); err != nil {
		t.Fatal(err)
	}
	same(t, root, map[string]string{"public/": "", "public/a": "new"})
}

func TestReplaceWorksWithoutAnOldFolder(t *testing.T) {
	root := put(t, map[string]string{"fresh/a": "new"})
	if err := Replace(filepath.Join(root, "fresh"), filepath.Join(root, "public")); err != nil {
		t.Fatal(err)
	}
	same(t, root, map[string]string{"public/": "", "public/a": "new"})
}

func TestReplaceByAMissingFolderChangesNothing(t *testing.T) {
	root := put(t, map[string]string{"public/a": "old"})
	if err := Replace(filepath.Join(root, "fresh"), filepath.Join(root, "public")); err == nil {
		t.Error("a missing folder replaced another")
	}
	same(t, root, map[string]string{"public/": "", "public/a": "old"})
}
