// Package regular opens regular files and nothing else. Opening a pipe may wait for ever, a device may have no end, and
// a link may lead to a file outside the project. So the package examines a file before it opens it.
package regular

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
)

// NotError reports that a name does not belong to a regular file.
type NotError struct {
	Name string
	Type fs.FileMode
}

func (e *NotError) Error() string { return fmt.Sprintf("%s is %s", e.Name, e.What()) }

// What returns what the name belongs to, in words that follow "is".
func (e *NotError) What() string { return Kind(e.Type) }

// Kind returns the words for a type of file, with their article.
func Kind(mode fs.FileMode) string {
	switch mode = mode.Type(); {
	case mode == 0:
		return "a file"
	case mode&fs.ModeDir != 0:
		return "a folder"
	case mode&fs.ModeSymlink != 0:
		return "a link to another place"
	case mode&fs.ModeNamedPipe != 0:
		return "a pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	case mode&fs.ModeDevice != 0:
		return "a device"
	}
	return "neither a file nor a folder"
}

// Stat returns information about a regular file. The error is a *NotError if the name belongs to something else. Stat
// follows links in the folders on the way: package folder refuses those.
func Stat(fsys fs.FS, name string) (fs.FileInfo, error) {
	info, err := fs.Lstat(fsys, name)
	if err == nil && !info.Mode().IsRegular() {
		err = &NotError{Name: name, Type: info.Mode().Type()}
	}
	if err != nil {
		return nil, err
	}
	return info, nil
}

// Open opens a regular file for reading. The error is a *NotError if the name belongs to something else.
func Open(fsys fs.FS, name string) (fs.File, error) {
	if _, err := Stat(fsys, name); err != nil {
		return nil, err
	}
	return fsys.Open(name)
}

// ErrTooLarge reports that a file is larger than the limit.
var ErrTooLarge = errors.New("the file is too large")

// ReadFile returns the bytes of a regular file, and ErrTooLarge if there are more than limit.
func ReadFile(fsys fs.FS, name string, limit int64) ([]byte, error) {
	f, err := Open(fsys, name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	body, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path.Clean(name), err)
	}
	if int64(len(body)) > limit {
		return nil, ErrTooLarge
	}
	return body, nil
}
