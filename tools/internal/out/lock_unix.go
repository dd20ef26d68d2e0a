//go:build linux || darwin

package out

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// Lock waits until no other process has locked this folder, and locks it. Two builds of one project at the same time would
// write into each other's folders. The lock ends with the process, however it ends. On a file system without locks, Lock does
// nothing.
func Lock(dir string) (unlock func() error, err error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	if err := flock(f, unix.LOCK_EX); err != nil && !errors.Is(err, errors.ErrUnsupported) {
		return nil, errors.Join(err, f.Close())
	}
	return f.Close, nil
}

// lockFile makes a file if it does not exist, and locks it. It returns an error at once if another process has locked it.
func lockFile(name string) (unlock func() error, err error) {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|unix.O_NOFOLLOW, 0o600)
	if err != nil {
		return nil, err
	}
	if err := flock(f, unix.LOCK_EX|unix.LOCK_NB); err != nil {
		return func() error { return nil }, errors.Join(err, f.Close())
	}
	return f.Close, nil
}

// flock locks an open file. The error is errors.ErrUnsupported where the file system has no locks.
func flock(f *os.File, how int) error {
	for {
		switch err := unix.Flock(int(f.Fd()), how); {
		case errors.Is(err, unix.ENOTSUP), errors.Is(err, unix.ENOLCK):
			return errors.ErrUnsupported
		case !errors.Is(err, unix.EINTR):
			return err
		}
	}
}
