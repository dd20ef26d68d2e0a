package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/paper"
	"safeonline/tools/internal/pdf"
	"safeonline/tools/internal/regular"
	"safeonline/tools/internal/site"
)

// downloads is the folder of the PDF files, below the school's. It is also their folder in the site.
const downloads = "downloads"

// stalePDFs reports the school's PDF files that do not show what the content says now. A missing file is not a fault: its
// page offers printing instead.
func stalePDFs(fsys fs.FS, school string, s *site.Site) (found diag.List, err error) {
	below := path.Join(school, downloads)
	entries, err := fs.ReadDir(fsys, below)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	wanted := paper.Downloads(s)
	hint := "make the files again on a computer with Chromium: go run ./tools/site pdf" + named(school) + "; or delete this file, and its page offers printing instead"
	for _, entry := range entries {
		if folder.Ignored(entry.Name(), entry.IsDir()) {
			continue
		}
		name := path.Join(below, entry.Name())
		body, readErr := regular.ReadFile(fsys, name, folder.Largest)
		err = errors.Join(err, readErr)
		at := diag.WholeFile(name)
		switch i := slices.IndexFunc(wanted, func(d paper.Download) bool { return d.File == entry.Name() }); {
		case i < 0:
			found.Add(diag.Fault{
				Pos: at, Code: diag.StalePDF,
				Message: "no page links to this file",
				Hint:    hint,
			})
		case pdf.Mark(body) != wanted[i].Mark:
			found.Add(diag.Fault{
				Pos: at, Code: diag.StalePDF,
				Message: fmt.Sprintf("this file is out of date: %s has changed", wanted[i].Address),
				Hint:    hint,
			})
		}
	}
	return found, err
}
