package main

import (
	"bytes"
	"io/fs"
	"os"
	"slices"

	"safeonline/tools/internal/clause"
	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/export"
	"safeonline/tools/internal/fleet"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/lesson"
	"safeonline/tools/internal/site"
)

// shared are the folders and files that the sites of all schools are made of.
var shared = slices.Concat([]string{"data/library"}, slices.DeleteFunc(slices.Clone(watched), func(name string) bool { return name == "data" }), rootFiles)

// checkShared reads and checks what all schools share, once for all of them, and prints what is wrong with it. The pages of content/ are
// checked with each school, since they show its words.
func (e *env) checkShared(told *progress) error {
	faults, err := sharedFaults(os.DirFS(e.root))
	if err != nil {
		return err
	}
	var text bytes.Buffer
	faults.Fprint(&text)
	told.ofAll(text.String())
	return e.report(faults)
}

// sharedFaults returns what is wrong with the library, and with the files that make its pages.
func sharedFaults(fsys fs.FS) (diag.List, error) {
	faults, err := folder.Check(fsys, nil, slices.Concat(folder.Root, shared)...)
	if unsafe := folder.Unsafe(faults); err != nil || unsafe.Failed() {
		return unsafe, err // nothing is opened while there are any
	}
	data, found, err := clause.Library(fsys)
	if err != nil {
		return nil, err
	}
	faults = append(faults, found...)
	data.Lessons, found, err = lesson.ReadAll(fsys, data.StageIDs())
	if err != nil {
		return nil, err
	}
	faults = append(faults, found...)
	faults = append(faults, export.Check(data.Lessons)...)
	if found, err = settings(fsys); err != nil {
		return nil, err
	}
	faults = append(faults, found...)
	if !data.Flawed { // each use of a name that could not be read would be another fault
		faults = append(faults, site.CheckLibrary(data)...)
	}
	faults.Sort()
	return faults, nil
}

// isSound reports whether what all schools share is what was found to be sound, given the hash of that. Somebody may have saved a file since.
func isSound(root fs.FS, sound string) bool {
	if sound == "" {
		return false
	}
	now, err := fleet.Read(root, "", shared)
	return err == nil && now.Shared() == sound
}
