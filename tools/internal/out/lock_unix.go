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
	for {
		switch err := unix.Flock(int(f.Fd()), unix.LOCK_EX); {
		case err == nil, errors.Is(err, unix.ENOTSUP), errors.Is(err, unix.ENOLCK):
			return f.Close, nil
		case !errors.Is(err, unix.EINTR):
			return nil, errors.Join(err, f.Close())
		}
	}
}
