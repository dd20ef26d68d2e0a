package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"

	"safeonline/tools/internal/config"
	"safeonline/tools/internal/folder"
)

// watched are the folders that people edit, and rootFiles the files beside them that a build reads.
var (
	watched   = []string{"data", "content", "layouts", "assets", "static", "i18n"}
	rootFiles = []string{"LICENSE", config.Hugo, config.Host, "tsconfig.json"}
)

// settle is how long files must be still before a build: editors write in several steps.
const settle = 120 * time.Millisecond

// watch sends the names of the files that are edited in folders of a project, once for each burst of edits, until the context ends. Edits
// that happen before the last names were received are added to them. Which folders they are may change with a school.yaml.
func watch(ctx context.Context, root string, folders func() []string) (<-chan []string, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, tooMany(err)
	}
	if err := errors.Join(w.Add(root), addFolders(w, root, folders())); err != nil {
		return nil, errors.Join(tooMany(err), w.Close())
	}
	edits := make(chan []string)
	go func() {
		defer w.Close()
		collect(ctx, root, folders, w, edits)
	}()
	return edits, nil
}

// collect sends the names of edited files whenever no file has changed for a while.
func collect(ctx context.Context, root string, folders func() []string, w *fsnotify.Watcher, edits chan<- []string) {
	now := folders()
	edited := map[string]bool{}
	still := time.NewTimer(0)
	still.Stop()
	var ready chan<- []string // nil, so that nothing is sent, until files are still
	for {
		select {
		case <-ctx.Done():
			return
		case event := <-w.Events:
			if !matters(root, now, event) {
				continue
			}
			if filepath.Base(event.Name) == "school.yaml" { // it may name another trust
				now = folders()
				_ = addFolders(w, root, now)
			}
			if event.Has(fsnotify.Rename) {
				forget(w, event.Name)
			}
			if event.Has(fsnotify.Create) {
				_ = addTree(w, event.Name) // gone again already, or no folder
			}
			edited[event.Name] = true
		case <-w.Errors: // the system's queue of events was full
			_ = addFolders(w, root, now)
			edited[root] = true
		case <-still.C:
			ready = edits
			continue
		case ready <- slices.Sorted(maps.Keys(edited)):
			clear(edited)
			ready = nil
			continue
		}
		ready = nil
		still.Reset(settle)
	}
}

// tooMany adds what to do if the system watches no more folders, which Linux reports as a lack of space.
func tooMany(err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EMFILE) {
		return fmt.Errorf("the system can't watch more folders: %w\n  hint: close other programs that watch files, or raise fs.inotify.max_user_watches and max_user_instances", err)
	}
	return err
}

// matters reports whether an event may change the site. Changes of modes and times do not, nor do editors' own files, nor
// anything in the root but the files and folders that a build reads.
func matters(root string, folders []string, event fsnotify.Event) bool {
	rel, err := filepath.Rel(root, event.Name)
	if event.Op == fsnotify.Chmod || err != nil {
		return false
	}
	rel = filepath.ToSlash(rel)
	if leftover(strings.Split(rel, "/")) {
		return false
	}
	inside := func(folder string) bool { return strings.HasPrefix(rel+"/", folder+"/") }
	return slices.ContainsFunc(folders, inside) || slices.Contains(rootFiles, rel)
}

// leftover reports whether a path is that of a file that editors or systems leave beside others, or is in a folder of theirs.
func leftover(parts []string) bool {
	last := len(parts) - 1
	return folder.Ignored(parts[last], false) || slices.ContainsFunc(parts, func(part string) bool { return folder.Ignored(part, true) })
}

// forget stops watching a folder that was renamed, and all folders below it: the system would go on to report changes in
// them under their old names.
func forget(w *fsnotify.Watcher, dir string) {
	for _, name := range w.WatchList() {
		if name == dir || strings.HasPrefix(name, dir+string(filepath.Separator)) {
			_ = w.Remove(name) // gone already
		}
	}
}

// addFolders watches the folders that people edit. One that does not exist is watched once it is made.
func addFolders(w *fsnotify.Watcher, root string, folders []string) (err error) {
	for _, dir := range folders {
		err = errors.Join(err, addTree(w, filepath.Join(root, dir)))
	}
	return err
}

// addTree watches a folder and all folders below it.
func addTree(w *fsnotify.Watcher, dir string) error {
	return filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil || !entry.IsDir():
			return err
		case name != dir && folder.Ignored(entry.Name(), true):
			return fs.SkipDir
		}
		err = w.Add(name)
		if errors.Is(err, fs.ErrNotExist) { // deleted meanwhile
			return nil
		}
		return err
	})
}
