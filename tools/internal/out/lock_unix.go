//go:build linux || darwin

package out

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// Lock waits until no other process has locked this folder, and locks it. Two builds of one project would write into each
// other's folders. The system takes the lock from a process that ends, however it ends. Where a file system has no locks,
// there is none.
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

// lockFile makes a file if it is not there, and locks it. It returns an error at once if another process has.
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
