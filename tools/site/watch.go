package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"

	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/headers"
)

// watched are the folders that people edit. The root is watched for hugo.toml and netlify.toml.
var watched = []string{"data", "content", "layouts", "assets", "static", "i18n"}

// settle is how long files must be still before a build: editors write in several steps.
const settle = 120 * time.Millisecond

// watch tells of edits below root, one value for each flurry of them, until the context ends.
func watch(ctx context.Context, root string) (<-chan struct{}, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	if err := w.Add(root); err != nil {
		return nil, errors.Join(err, w.Close())
	}
	for _, dir := range watched {
		if err := addTree(w, filepath.Join(root, dir)); err != nil {
			return nil, errors.Join(err, w.Close())
		}
	}
	edits := make(chan struct{}, 1)
	go func() {
		defer w.Close()
		still := time.NewTimer(time.Hour)
		still.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case event := <-w.Events:
				if matters(root, event) {
					if event.Has(fsnotify.Create) {
						_ = addTree(w, event.Name) // gone again already, or no folder
					}
					still.Reset(settle)
				}
			case <-w.Errors: // a full queue: build, to be sure
				still.Reset(settle)
			case <-still.C:
				select {
				case edits <- struct{}{}:
				default:
				}
			}
		}
	}()
	return edits, nil
}

// matters leaves out changes of time stamps, editors' own files, and all of the root but hugo.toml, the headers and the
// folders.
func matters(root string, event fsnotify.Event) bool {
	if event.Op == fsnotify.Chmod {
		return false
	}
	name := filepath.Base(event.Name)
	if folder.Ignored(name, false) || folder.Ignored(name, true) {
		return false
	}
	if filepath.Dir(event.Name) != root {
		return true
	}
	for _, dir := range append([]string{"hugo.toml", headers.File}, watched...) {
		if name == dir {
			return true
		}
	}
	return false
}

func addTree(w *fsnotify.Watcher, dir string) error {
	return filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if errors.Is(err, os.ErrNotExist) {
			return nil
		}
		if err != nil || !entry.IsDir() {
			return err
		}
		if folder.Ignored(entry.Name(), true) {
			return fs.SkipDir
		}
		return w.Add(name)
	})
}
