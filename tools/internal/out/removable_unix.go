//go:build linux || darwin

package out

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// removable returns an error if something in a folder can't be deleted: if it belongs to another account, is mounted
// read-only, or is on another disk. It changes nothing, so that a folder is not half deleted before a deletion fails.
func removable(dir string) error {
	var disk unix.Stat_t
	if err := unix.Lstat(dir, &disk); err != nil {
		return &fs.PathError{Op: "look at", Path: dir, Err: err}
	}
	return filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil && !errors.Is(err, fs.ErrPermission) {
			return err
		}
		var at unix.Stat_t
		if err := unix.Lstat(name, &at); err != nil {
			return &fs.PathError{Op: "look at", Path: name, Err: err}
		}
		if at.Dev != disk.Dev {
			return &fs.PathError{Op: "delete", Path: name, Err: unix.EXDEV}
		}
		mayWrite := unix.Access(name, unix.W_OK)
		switch {
		case entry != nil && entry.Type()&fs.ModeSymlink != 0, mayWrite == nil:
			return nil
		case errors.Is(mayWrite, unix.EACCES) && (at.Uid == uint32(os.Geteuid()) || entry != nil && !entry.IsDir()):
			if err != nil {
				return fs.SkipDir // closed to reading, but this account may open it
			}
			return nil // a read-only file can be deleted, and this account may open its own folders
		}
		return &fs.PathError{Op: "delete", Path: name, Err: mayWrite}
	})
}
