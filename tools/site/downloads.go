package main

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/paper"
	"safeonline/tools/internal/pdf"
	"safeonline/tools/internal/regular"
	"safeonline/tools/internal/site"
)

// downloads is the folder of the PDF files, below the school's. It is also their folder in the site.
const downloads = "downloads"

// leaveOutStale reports the school's PDF files that do not show what the content says now, and takes them out of the site: their
// pages offer printing instead, as they do for a file that is missing.
func leaveOutStale(fsys fs.FS, s *site.Site) (found diag.List, err error) {
	wanted := paper.Downloads(s)
	for _, f := range slices.Clone(s.Files) {
		file, is := strings.CutPrefix(f.Path, downloads+"/")
		if !is {
			continue
		}
		body, readErr := regular.ReadFile(fsys, f.Name, folder.Largest)
		err = errors.Join(err, readErr)
		i := slices.IndexFunc(wanted, func(d paper.Download) bool { return d.File == file })
		if i >= 0 && pdf.Mark(body) == wanted[i].Mark {
			continue
		}
		why := "no page offers it"
		if i >= 0 {
			why = wanted[i].Address + " has changed since it was made"
		}
		found = append(found, staleFile(s, f, why)...)
		s.LeaveOut(f)
	}
	return found, err
}

// staleFile returns the faults of a file that the site leaves out: the file itself, and each link of a page to it.
func staleFile(s *site.Site, f model.File, why string) (found diag.List) {
	again := "make the files again on a computer with Chromium: go run ./tools/site pdf" + named(s.Folder)
	found.Add(diag.Fault{
		Pos: diag.WholeFile(f.Name), Code: diag.StalePDF,
		Message: "the site leaves this file out: " + why,
		Hint:    again,
	})
	for _, link := range s.LinksTo("/" + f.Path) {
		found.Add(diag.Fault{
			Pos: link.Pos, Code: diag.StaleLink,
			Message: fmt.Sprintf("this page links to %s, which is out of date", f.Name),
			Hint:    again + "; or link to the page that offers it",
		})
	}
	return found
}
