package out

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Begin makes an empty folder beside dir, which Replace will put in its place, and returns its path. What an earlier build
// left there is deleted; if it stopped between two renames, dir comes back first. An error says what is in the way of a
// new folder at dir, before anything is built.
func Begin(dir string) (fresh string, err error) {
	defer func() { err = Explained(dir, err) }()
	fresh = Fresh(dir)
	stands, err := ownFolder(dir)
	if err != nil {
		return "", err
	}
	aside := aside(fresh)
	if _, err := os.Lstat(aside); err == nil && !stands {
		if err := System.Rename(aside, dir); err != nil {
			return "", err
		}
	}
	for _, left := range []string{fresh, aside} {
		if err := RemoveAll(left); err != nil {
			return "", err
		}
	}
	if err := System.Mkdir(fresh, 0o755); err != nil {
		return "", err
	}
	if err := System.Chmod(fresh, 0o755); err != nil {
		return "", errors.Join(err, RemoveAll(fresh))
	}
	return fresh, nil
}

// Fresh returns where Begin makes a folder: beside dir, so that a rename can put it there.
func Fresh(dir string) string { return filepath.Join(filepath.Dir(dir), "."+filepath.Base(dir)+"-new") }

// aside is where a folder stands between two renames, where the system can't exchange two.
func aside(fresh string) string { return fresh + ".old" }

// ownFolder reports whether a folder stands at dir. Anything else there is an error: a build would write through a link into
// a folder that is not the project's, and put a folder where the link was.
func ownFolder(dir string) (stands bool, err error) {
	info, err := os.Lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	case info.Mode()&fs.ModeSymlink != 0:
		return false, hinted{fmt.Errorf("%s is a link to another place", filepath.Base(dir)), "delete the link: a build makes a folder of this name, and whatever the link led to can be served from there"}
	case !info.IsDir():
		return false, hinted{fmt.Errorf("%s is not a folder", filepath.Base(dir)), "delete it, or give it another name: a build makes a folder of this name"}
	}
	return true, nil
}

// Readable gives a folder and all below it the modes that a web server needs to read them, whatever the umask was when they
// were made: 0755 for folders, 0644 for files.
func Readable(dir string) error {
	return Explained(dir, filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		want := fs.FileMode(0o644)
		switch {
		case entry.IsDir():
			want = 0o755
		case !info.Mode().IsRegular():
			return fmt.Errorf("%s is neither a file nor a folder", name)
		}
		if info.Mode().Perm() == want {
			return nil
		}
		return System.Chmod(name, want|info.Mode()&fs.ModeSetgid)
	}))
}

// Replace puts the finished folder fresh in the place of dir, and deletes what stood there. Where the system can, the
// two change places in one step, so that there is no moment without a whole site; elsewhere dir is away between two
// renames, and comes back if the second fails. Whatever fails, dir is as it was, and fresh is deleted.
func Replace(fresh, dir string) (err error) {
	defer func() {
		if err != nil {
			err = errors.Join(Explained(dir, err), RemoveAll(fresh))
		}
	}()
	stands, err := ownFolder(dir)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(fresh); err != nil || !stands {
		return errors.Join(err, System.Rename(fresh, dir))
	}
	if err := removable(dir); err != nil {
		return err
	}
	if err := System.Exchange(fresh, dir); err == nil {
		return RemoveAll(fresh)
	} else if !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	aside := aside(fresh)
	if err := System.Rename(dir, aside); err != nil {
		return err
	}
	if err := System.Rename(fresh, dir); err != nil {
		return errors.Join(err, System.Rename(aside, dir))
	}
	return RemoveAll(aside)
}

// RemoveAll deletes a folder and all below it. Folders of ours that are closed to writing are opened first.
func RemoveAll(dir string) error {
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil // which a disk for reading only would not say
	}
	if err := System.RemoveAll(dir); err == nil {
		return nil
	}
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if entry != nil && entry.IsDir() {
			err = System.Chmod(name, 0o700) // WalkDir reads a folder after this
		}
		return err
	})
	return errors.Join(err, System.RemoveAll(dir))
}
