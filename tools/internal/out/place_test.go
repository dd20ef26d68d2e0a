package out

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// replaceCalls makes exchanging and renaming folders fail until the test ends. A nil error leaves a call as it is.
func replaceCalls(t *testing.T, exchanging error, renaming func(from, to string) error) {
	t.Helper()
	was := System
	t.Cleanup(func() { System = was })
	if exchanging != nil {
		System.Exchange = func(a, b string) error { return &os.LinkError{Op: "exchange", Old: a, New: b, Err: exchanging} }
	}
	if renaming != nil {
		System.Rename = func(from, to string) error {
			if err := renaming(filepath.Base(from), filepath.Base(to)); err != nil {
				return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
			}
			return was.Rename(from, to)
		}
	}
}

func TestReplaceThatFailsKeepsTheOldSite(t *testing.T) {
	first := func(err error) func(from, to string) error {
		return func(from, to string) error {
			if from == "public" {
				return err
			}
			return nil
		}
	}
	second := func(err error) func(from, to string) error {
		return func(from, to string) error {
			if to == "public" && from == ".public-new" {
				return err
			}
			return nil
		}
	}
	for _, c := range []struct {
		what       string
		exchanging error
		renaming   func(from, to string) error
		want       string
	}{
		{"a mount point", syscall.EBUSY, nil, "public can't be replaced because it is a mount point or in use: exchange"},
		{"another disk", syscall.EXDEV, nil, "public can't be replaced because it is on another disk than the project: exchange"},
		{"a closed folder", syscall.EACCES, nil, "public can't be written: exchange"},
		{"a locked folder", syscall.EPERM, nil, "public can't be written: exchange"},
		{"a read-only disk", syscall.EROFS, nil, "public can't be written: the disk or folder is mounted read-only: exchange"},
		{"a full disk", syscall.ENOSPC, nil, "the disk is full: exchange"},
		{"a mount point without exchange", errors.ErrUnsupported, first(syscall.EBUSY), "public can't be replaced because it is a mount point or in use: rename"},
		{"another disk without exchange", errors.ErrUnsupported, first(syscall.EXDEV), "public can't be replaced because it is on another disk than the project: rename"},
		{"the second rename", errors.ErrUnsupported, second(syscall.EACCES), "public can't be written: rename"},
	} {
		t.Run(c.what, func(t *testing.T) {
			root := put(t, map[string]string{"public/a": "old", "public/b/c": "old"})
			replaceCalls(t, c.exchanging, c.renaming)
			err := Replace(begun(t, root), filepath.Join(root, "public"))
			if err == nil || !strings.HasPrefix(err.Error(), c.want) || strings.Count(err.Error(), "\n  hint: ") != 1 {
				t.Errorf("%v, want %s, with a hint", err, c.want)
			}
			same(t, root, map[string]string{"public/": "", "public/a": "old", "public/b/": "", "public/b/c": "old"})
		})
	}
}

// begun calls Begin for root/public and puts one file into the new folder.
func begun(t *testing.T, root string) (fresh string) {
	t.Helper()
	fresh, err := Begin(filepath.Join(root, "public"))
	if err == nil {
		err = os.WriteFile(filepath.Join(fresh, "a"), []byte("new"), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return fresh
}

func TestReplaceInTwoRenamesWhereTheSystemCannotExchange(t *testing.T) {
	root := put(t, map[string]string{"public/a": "old", "public/b": "old"})
	replaceCalls(t, errors.ErrUnsupported, nil)
	if err := Replace(begun(t, root), filepath.Join(root, "public")); err != nil {
		t.Fatal(err)
	}
	same(t, root, map[string]string{"public/": "", "public/a": "new"})
}

func TestBeginDeletesWhatAnInterruptedBuildLeft(t *testing.T) {
	for what, c := range map[string]struct{ left, want map[string]string }{
		"half a build":               {map[string]string{"public/a": "old", ".public-new/x": "x"}, map[string]string{"public/": "", "public/a": "old", ".public-new/": ""}},
		"between two renames":        {map[string]string{".public-new.old/a": "old", ".public-new/x": "x"}, map[string]string{"public/": "", "public/a": "old", ".public-new/": ""}},
		"after two renames":          {map[string]string{"public/a": "new", ".public-new.old/a": "old"}, map[string]string{"public/": "", "public/a": "new", ".public-new/": ""}},
		"a file where a folder goes": {map[string]string{".public-new": "x"}, map[string]string{".public-new/": ""}},
	} {
		root := put(t, c.left)
		if _, err := Begin(filepath.Join(root, "public")); err != nil {
			t.Errorf("%s: %v", what, err)
		}
		same(t, root, c.want)
	}
}

func TestALinkOrAFileIsNeverReplacedByAFolder(t *testing.T) {
	root := put(t, map[string]string{"outside/a": "theirs", "file": "x"})
	for name, to := range map[string]string{"link": "outside", "broken": "nowhere"} {
		if err := os.Symlink(to, filepath.Join(root, name)); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]string{"link": "link is a link to another place\n  hint: ", "broken": "broken is a link to another place\n  hint: ", "file": "file is not a folder\n  hint: "} {
		dir := filepath.Join(root, name)
		_, err := Begin(dir)
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s was accepted by Begin: %v", name, err)
		}
		if err := Replace(put(t, map[string]string{"a": "new"}), dir); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s was accepted by Replace: %v", name, err)
		}
		if _, err := Sync(dir, []File{{"a", []byte("new")}}); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s was accepted by Sync: %v", name, err)
		}
	}
	same(t, filepath.Join(root, "outside"), map[string]string{"a": "theirs"})
}

// Afterwards each file is a regular file within the folder, and nothing has been written through a link.
func TestSyncReplacesLinksWithinItsFolder(t *testing.T) {
	root := put(t, map[string]string{"outside/x": "theirs", "dir/b/c": "2"})
	dir := filepath.Join(root, "dir")
	for name, to := range map[string]string{"a": "../outside/x", "folder": "../outside", "endless": "/dev/zero", "broken": "nowhere"} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	files := []File{{"a", []byte("1")}, {"folder/x", []byte("mine")}, {"endless", []byte("3")}}
	if _, err := Sync(dir, files); err != nil {
		t.Fatal(err)
	}
	same(t, dir, map[string]string{"a": "1", "folder/": "", "folder/x": "mine", "endless": "3"})
	same(t, filepath.Join(root, "outside"), map[string]string{"x": "theirs"})
}
