package out

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Together writes files into a folder: all of them, or none if one cannot be written. Other files stay as they are, and so do files with the
// same bytes. A folder that does not exist is made, and has all files from the moment on at which it is there. Of a process that is killed
// while it replaces files in a folder that is there, a file is whole, and later files are as they were.
func Together(dir string, files []File) (err error) {
	defer func() { err = Explained(dir, err) }()
	for _, f := range files {
		if !filepath.IsLocal(filepath.FromSlash(f.Path)) {
			return fmt.Errorf("%s is not below %s", f.Path, dir)
		}
	}
	if err := mkdirAll(filepath.Dir(dir)); err != nil {
		return err
	}
	stands, err := ownFolder(dir)
	if err != nil {
		return err
	}
	if stands {
		return replaceAll(dir, files)
	}
	fresh, err := Begin(dir)
	if err != nil {
		return err
	}
	for _, f := range files {
		if _, err := write(filepath.Join(fresh, filepath.FromSlash(f.Path)), f.Body); err != nil {
			return errors.Join(err, RemoveAll(fresh))
		}
	}
	return Replace(fresh, dir)
}

// replaced is a file that has taken, or will take, the place of another.
type replaced struct {
	name, fresh string
	was         []byte // nil if there was none
}

// replaceAll writes all files beside those that they replace, and then renames them. If a rename fails, it puts back what was there.
func replaceAll(dir string, files []File) (err error) {
	var list []replaced
	defer func() {
		for _, r := range list {
			if _, there := os.Lstat(r.fresh); there == nil {
				err = errors.Join(err, System.Remove(r.fresh))
			}
		}
	}()
	for _, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(f.Path))
		if holds(name, f.Body) {
			continue
		}
		r, err := beside(name, f.Body)
		if err != nil {
			return err
		}
		list = append(list, r)
	}
	for i, r := range list {
		if err := System.Rename(r.fresh, r.name); err != nil {
			return errors.Join(err, putBack(list[:i]))
		}
	}
	return nil
}

// beside writes a file under another name, beside the one that it will replace.
func beside(name string, body []byte) (r replaced, err error) {
	if err := mkdirAll(filepath.Dir(name)); err != nil {
		return r, err
	}
	r.name = name
	switch info, err := os.Lstat(name); {
	case errors.Is(err, os.ErrNotExist):
	case err != nil:
		return r, err
	case !info.Mode().IsRegular():
		return r, fmt.Errorf("%s is not a file", name)
	default:
		if r.was, err = os.ReadFile(name); err != nil {
			return r, err
		}
		if r.was == nil {
			r.was = []byte{}
		}
	}
	r.fresh, err = System.CreateTemp(filepath.Dir(name), body)
	return r, err
}

func putBack(list []replaced) (err error) {
	for _, r := range list {
		if r.was == nil {
			err = errors.Join(err, System.Remove(r.name))
			continue
		}
		_, failed := write(r.name, r.was)
		err = errors.Join(err, failed)
	}
	return err
}
