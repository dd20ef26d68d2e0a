//go:build !linux && !darwin

package out

import (
	"errors"
	"os"
)

// Lock does nothing on this system.
func Lock(string) (unlock func() error, err error) { return func() error { return nil }, nil }

// lockFile makes a file if it does not exist. It locks nothing, and returns errors.ErrUnsupported.
func lockFile(name string) (unlock func() error, err error) {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	return func() error { return nil }, errors.Join(errors.ErrUnsupported, f.Close())
}
