package out

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"
)

// hinted is an error with a hint at its fix, in the form in which the command prints hints.
type hinted struct {
	error
	hint string
}

func (h hinted) Error() string { return h.error.Error() + "\n  hint: " + h.hint }
func (h hinted) Unwrap() error { return h.error }

// Explained returns an error of the system about a file or folder, or about one below it, with a plain cause and a hint at
// the fix. It returns other errors, and nil, as they are.
func Explained(name string, err error) error {
	if err == nil || errors.As(err, new(hinted)) {
		return err
	}
	what := filepath.Base(name)
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, syscall.EFBIG):
		return hinted{fmt.Errorf("the disk is full: %w", err), "delete files that are not needed, and try again"}
	case errors.Is(err, syscall.EROFS):
		return hinted{fmt.Errorf("%s can't be written: the disk or folder is mounted read-only: %w", what, err), "build in a copy of the project on another disk, or mount this one for writing"}
	case errors.Is(err, syscall.EBUSY):
		return hinted{fmt.Errorf("%s can't be replaced because it is a mount point or in use: %w", what, err), "a build puts a new folder in its place: unmount it, and mount or serve the folder above it"}
	case errors.Is(err, syscall.EXDEV):
		return hinted{fmt.Errorf("%s can't be replaced because it is on another disk than the project: %w", what, err), "delete it, so that the next build makes a new one, or keep the whole project on one disk"}
	case errors.Is(err, fs.ErrPermission):
		return hinted{fmt.Errorf("%s can't be written: %w", what, err), "give the account that builds permission to write to the project's folder and everything below it (chown or chmod)"}
	}
	return err
}
