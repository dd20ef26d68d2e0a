package out

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Begin makes an empty folder beside dir, which Replace will put in its place, and returns its path. It deletes what an
// interrupted build has left there; if that build stopped between two renames, Begin first restores dir. It returns an error
// if something is in the way of a new folder at dir, so that nothing is built in vain.
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

// Fresh returns the path of the folder that Begin makes: beside dir, so that a rename can replace dir by it.
func Fresh(dir string) string { return filepath.Join(filepath.Dir(dir), "."+filepath.Base(dir)+"-new") }

// aside returns where the old folder is between two renames, if the system can't exchange folders.
func aside(fresh string) string { return fresh + ".old" }

// ownFolder reports whether there is a folder at dir. Anything else there is an error: a build would write through a link
// into a folder outside the project, and replace the link by a folder.
func ownFolder(dir string) (stands bool, err error) {
	info, err := os.Lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	case info.Mode()&fs.ModeSymlink != 0:
		return false, hinted{fmt.Errorf("%s is a link to another place", filepath.Base(dir)), "delete the link: a build makes a folder of this name, which can be served instead"}
	case !info.IsDir():
		return false, hinted{fmt.Errorf("%s is not a folder", filepath.Base(dir)), "delete it, or give it another name: a build makes a folder of this name"}
	}
	return true, nil
}

// Readable sets the modes of a folder and everything below it so that a web server can read them, whatever the umask was: 0755
// for folders, 0644 for files.
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

// Replace puts the finished folder fresh in the place of dir, and deletes the old dir. If the system can exchange two folders,
// that is one step, and there is a whole site at any moment; else dir does not exist between two renames, and is restored if
// the second fails. If Replace fails before that, dir is as it was, and fresh is deleted.
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

// RemoveAll deletes a folder and everything below it, read-only folders of this account too.
func RemoveAll(dir string) error {
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil // a read-only disk would return an error
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
