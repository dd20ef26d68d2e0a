// Package out writes the files that the tools make, and is the only package that does. It writes generated files only where
// they changed, and replaces a folder by a finished one in one step.
package out

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// File is a file to write: its path relative to a folder, with slashes, and its bytes.
type File struct {
	Path string
	Body []byte
}

// Changes counts what Sync did.
type Changes struct{ Written, Deleted, Kept int }

// Sync makes a folder contain exactly the given files. It does not touch a file with the same bytes, so that a watcher of
// the folder sees only what changed. Each write is a rename, so that nobody reads half a file. Other files are deleted first,
// with the folders that this leaves empty, so that a file may replace a folder. A link or a pipe within the folder is deleted
// or replaced as a file is, and never followed. If the folder is itself a link, Sync returns an error.
func Sync(dir string, files []File) (done Changes, err error) {
	defer func() { err = Explained(dir, err) }()
	if _, err := ownFolder(dir); err != nil {
		return done, err
	}
	want := make(map[string]bool, len(files))
	for _, f := range files {
		name := filepath.Clean(filepath.FromSlash(f.Path))
		if f.Path == "" || !filepath.IsLocal(name) {
			return done, fmt.Errorf("%s is not below %s", f.Path, dir)
		}
		if want[name] {
			return done, fmt.Errorf("%s would be written twice", f.Path)
		}
		want[name] = true
	}
	n, err := prune(dir, want)
	done.Deleted = n
	if err != nil {
		return done, err
	}
	for _, f := range files {
		changed, err := write(filepath.Join(dir, filepath.FromSlash(f.Path)), f.Body)
		if err != nil {
			return done, err
		}
		if changed {
			done.Written++
		} else {
			done.Kept++
		}
	}
	if len(files) == 0 {
		return done, nil // there may be no folder
	}
	return done, Readable(dir)
}

// Write replaces one file in one step. The file is readable by all users.
func Write(name string, body []byte) error {
	_, err := write(name, body)
	return Explained(name, err)
}

// write replaces a file unless it holds the same bytes already.
func write(name string, body []byte) (changed bool, err error) {
	if holds(name, body) {
		return false, nil
	}
	if err := mkdirAll(filepath.Dir(name)); err != nil {
		return false, err
	}
	tmp, err := System.CreateTemp(filepath.Dir(name), body)
	if err != nil {
		return false, err
	}
	if err := System.Rename(tmp, name); err != nil {
		return false, errors.Join(err, System.Remove(tmp))
	}
	return true, nil
}

// holds reports whether a file holds these bytes. It opens only regular files.
func holds(name string, body []byte) bool {
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(body)) {
		return false
	}
	old, err := os.ReadFile(name)
	return err == nil && bytes.Equal(old, body)
}

// mkdirAll makes a folder, and missing folders above it. All are readable by all users whatever the umask.
func mkdirAll(dir string) error {
	if _, err := os.Stat(dir); err == nil {
		return nil
	}
	if err := mkdirAll(filepath.Dir(dir)); err != nil {
		return err
	}
	if err := System.Mkdir(dir, 0o755); err != nil {
		return err
	}
	return System.Chmod(dir, 0o755)
}

// prune deletes the files below dir whose paths are not in want, then the folders that are left empty.
func prune(dir string, want map[string]bool) (deleted int, err error) {
	var folders []string
	err = filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		if entry.IsDir() {
			folders = append(folders, name)
			return nil
		}
		if want[rel] {
			return nil
		}
		deleted++
		return System.Remove(name)
	})
	if errors.Is(err, fs.ErrNotExist) {
		return deleted, nil
	}
	for i := len(folders) - 1; i > 0 && err == nil; i-- {
		if entries, readErr := os.ReadDir(folders[i]); readErr == nil && len(entries) == 0 {
			err = System.Remove(folders[i])
		}
	}
	return deleted, err
}
