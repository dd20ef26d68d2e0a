package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/page"
	"safeonline/tools/internal/pdf"
	"safeonline/tools/internal/regular"
	"safeonline/tools/internal/site"
)

// downloads is where the PDF files stand, below the project. They ship with the site.
const downloads = "static/downloads"

const pdfHint = "make the files again where there is a Chromium: go run ./tools/site pdf; or delete this one, and the pages offer printing"

// stalePDFs warns of each file of downloads that does not show what the content says. A file that is not there is no
// fault: its page offers printing.
func stalePDFs(fsys fs.FS, s *site.Site) (found diag.List, err error) {
	entries, err := fs.ReadDir(fsys, downloads)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	wanted := page.Downloads(s)
	for _, entry := range entries {
		if folder.Ignored(entry.Name(), entry.IsDir()) {
			continue
		}
		name := path.Join(downloads, entry.Name())
		body, readErr := regular.ReadFile(fsys, name, folder.Largest)
		err = errors.Join(err, readErr)
		at := diag.WholeFile(name)
		switch i := slices.IndexFunc(wanted, func(d page.Download) bool { return d.File == entry.Name() }); {
		case i < 0:
			found.Add(diag.Fault{
				Pos: at, Code: diag.StalePDF,
				Message: "no page of this site leads to this file",
				Hint:    pdfHint,
			})
		case pdf.Mark(body) != wanted[i].Mark:
			found.Add(diag.Fault{
				Pos: at, Code: diag.StalePDF,
				Message: fmt.Sprintf("this file is not a print of what %s says now", wanted[i].Address),
				Hint:    pdfHint,
			})
		}
	}
	return found, err
}
