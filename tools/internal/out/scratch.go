package out

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// claim is the file in a scratch folder that its process keeps locked while it runs.
const claim = ".in-use"

// Scratch makes a temporary folder for this process below parent, whose name begins with prefix, and returns it with the
// function that deletes it. It first deletes the scratch folders of the same prefix whose processes have ended without
// doing so. A folder without a claim is not known to be one of ours, and one whose claim is locked is in use: both are left
// alone. Where the system has no locks, no folder is known to be unused.
func Scratch(parent, prefix string) (dir string, remove func() error, err error) {
	sweep(parent, prefix)
	dir, err = os.MkdirTemp(parent, prefix)
	if err != nil {
		return "", nil, err
	}
	// The claim gets its name once it is locked, or another process could find it unlocked and delete the folder.
	fresh := filepath.Join(dir, claim+".new")
	unlock, err := lockFile(fresh)
	if err == nil || errors.Is(err, errors.ErrUnsupported) {
		err = os.Rename(fresh, filepath.Join(dir, claim))
	}
	if err != nil {
		return "", nil, errors.Join(err, os.RemoveAll(dir))
	}
	return dir, func() error { return errors.Join(unlock(), discard(dir)) }, nil
}

// sweep deletes scratch folders that are no longer used. It ignores those that can't be deleted.
func sweep(parent, prefix string) {
	entries, _ := os.ReadDir(parent)
	for _, entry := range entries {
		if !entry.IsDir() || !strings.HasPrefix(entry.Name(), prefix) {
			continue
		}
		dir := filepath.Join(parent, entry.Name())
		claimed, err := os.Lstat(filepath.Join(dir, claim))
		if err != nil || !claimed.Mode().IsRegular() {
			continue
		}
		if unlock, err := lockFile(filepath.Join(dir, claim)); err == nil {
			discard(dir)
			unlock()
		}
	}
}

// discard deletes a scratch folder, its claim last: if it is interrupted, the next sweep recognises what is left.
func discard(dir string) error {
	entries, err := os.ReadDir(dir)
	for _, entry := range entries {
		if entry.Name() != claim {
			err = errors.Join(err, os.RemoveAll(filepath.Join(dir, entry.Name())))
		}
	}
	return errors.Join(err, os.RemoveAll(dir))
}
