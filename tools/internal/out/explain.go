package out

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"
)

// hinted is an error with how to mend it, as the command prints hints.
type hinted struct {
	error
	hint string
}

func (h hinted) Error() string { return h.error.Error() + "\n  hint: " + h.hint }
func (h hinted) Unwrap() error { return h.error }

// Explained adds to a system's error about a file or folder, or about what is below it, what a person can do about it.
func Explained(name string, err error) error {
	if err == nil || errors.As(err, new(hinted)) {
		return err
	}
	what := filepath.Base(name)
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, syscall.EFBIG):
		return hinted{fmt.Errorf("there is no room on the disk: %w", err), "delete what is not needed there, and try again"}
	case errors.Is(err, syscall.EROFS):
		return hinted{fmt.Errorf("%s can't be written: the disk or folder is mounted for reading only: %w", what, err), "build in a copy of the project that can be written to, or mount it for writing"}
	case errors.Is(err, syscall.EBUSY):
		return hinted{fmt.Errorf("%s can't be replaced, since it is a mount point or in use: %w", what, err), "a build puts a new folder in its place: unmount it, and mount or serve the folder above it"}
	case errors.Is(err, syscall.EXDEV):
		return hinted{fmt.Errorf("%s can't be replaced, since it is on another disk than the project: %w", what, err), "delete it, so that the next build makes it new, or keep the whole project on one disk"}
	case errors.Is(err, fs.ErrPermission):
		return hinted{fmt.Errorf("%s can't be written: %w", what, err), "give the account that builds the right to write to the project's folder and all below it (chown or chmod)"}
	}
	return err
}
