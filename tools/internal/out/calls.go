package out

import (
	"errors"
	"io/fs"
	"os"
)

// Calls are the functions through which this package changes the files of a site.
type Calls struct {
	Mkdir, Chmod      func(name string, mode fs.FileMode) error
	CreateTemp        func(dir string, body []byte) (name string, err error)
	Rename, Exchange  func(from, to string) error
	Remove, RemoveAll func(name string) error
}

// System holds the calls in use. Only tests replace them, to see what a call that fails, or a process that is killed at
// one, leaves behind.
var System = Calls{os.Mkdir, os.Chmod, createTemp, os.Rename, exchange, os.Remove, os.RemoveAll}

// createTemp makes a new file in dir, readable by all users whatever the umask. It deletes the file if it cannot fill it.
func createTemp(dir string, body []byte) (name string, err error) {
	f, err := os.CreateTemp(dir, ".new-*")
	if err != nil {
		return "", err
	}
	_, err = f.Write(body)
	if err = errors.Join(err, f.Chmod(0o644), f.Close()); err != nil {
		return "", errors.Join(err, os.Remove(f.Name()))
	}
	return f.Name(), nil
}
