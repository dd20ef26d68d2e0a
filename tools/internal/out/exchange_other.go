//go:build !linux && !darwin

package out

import "errors"

func exchange(a, b string) error { return errors.ErrUnsupported }
