package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"safeonline/tools/internal/fleet"
	"safeonline/tools/internal/out"
	"safeonline/tools/internal/overview"
)

// summarise returns, as a summary, what is known of a school after a build: what that told, or else what was known before, and why its site is not up to date.
func summarise(o fleet.Outcome, told, was []byte) []byte {
	of := known(was)
	if len(told) > 0 {
		of = known(told)
	}
	of.Folder, of.Trouble = o.School.Folder, ""
	switch {
	case o.State == fleet.Failed:
		of.Trouble = "the build failed"
	case o.State == fleet.Faulty && len(told) > 0:
		of.Trouble = "lessons are to be compared with their rules first"
	case o.State == fleet.Faulty:
		of.Trouble = "its files have faults"
	}
	text, err := json.Marshal(of)
	if err != nil {
		panic(err) // its fields are texts and numbers
	}
	return text
}

// known reads a summary. Where there is none, or it is of another version of this program, nothing is known.
func known(summary []byte) (of overview.School) {
	if json.Unmarshal(summary, &of) != nil {
		return overview.School{}
	}
	return of
}

// overview writes the page of all schools beside their sites: of those that this build is of, and of those that earlier ones were of.
func (b *builder) overview(outcomes []fleet.Outcome, was []recorded) error {
	var schools []overview.School
	now := map[string]bool{}
	for _, o := range outcomes {
		schools = append(schools, known(o.Summary))
		now[o.School.Name()] = true
	}
	schools = append(schools, b.others(was, now)...)
	for i, of := range schools {
		s := fleet.School{Folder: of.Folder}
		if _, err := os.Stat(b.env.siteOf(s)); err == nil {
			schools[i].URL = cmp.Or(of.URL, s.Name()+"/")
		}
	}
	var text bytes.Buffer
	if err := overview.Write(&text, os.DirFS(b.env.root), schools); err != nil {
		return err
	}
	return out.Write(filepath.Join(b.env.root, sitesFolder, "index.html"), text.Bytes())
}

// recorded is a school that some build was of.
type recorded struct {
	school fleet.School
	record fleet.Record
	of     overview.School
}

// recorded returns the schools that this and earlier builds were of, by their names.
func (e *env) recorded() (list []recorded) {
	entries, _ := os.ReadDir(filepath.Join(e.root, workFolder)) // what cannot be read is not known
	for _, entry := range entries {
		r := fleet.ReadRecord(filepath.Join(e.root, workFolder, entry.Name()))
		of := known(r.Summary)
		if s := (fleet.School{Folder: of.Folder}); s.Name() == entry.Name() {
			list = append(list, recorded{s, r, of})
		}
	}
	return list
}

// isThere reports whether a school has its folder.
func (e *env) isThere(s fleet.School) bool {
	_, err := os.Stat(filepath.Join(e.root, filepath.FromSlash(s.Folder)))
	return !errors.Is(err, fs.ErrNotExist)
}

// others returns what is known of the schools that earlier builds were of, and this one is not, as long as their folders are there.
func (b *builder) others(all []recorded, now map[string]bool) (schools []overview.School) {
	for _, was := range all {
		if now[was.school.Name()] || !b.env.isThere(was.school) {
			continue
		}
		of := was.of
		if own, err := b.own(was.school); of.Trouble == "" && (err != nil || !b.upToDate(was.school, was.record, own)) {
			of.Trouble = "it is to be built again"
		}
		schools = append(schools, of)
	}
	return schools
}

// tellLeft says which sites are of schools that are not there any more. It deletes none: a folder may have been moved by mistake.
func (e *env) tellLeft(all []recorded) {
	for _, was := range all {
		if _, err := os.Stat(e.siteOf(was.school)); err != nil || e.isThere(was.school) {
			continue
		}
		site := sitesFolder + "/" + was.school.Name()
		fmt.Fprintf(e.stderr, "%s: warning: the site is still here, and its school %s is not\n", site, was.school.Folder)
		fmt.Fprintf(e.stderr, "  hint: if the school has left, or its folder has another name now, delete %s here and at the host; if not, restore %s\n", site, was.school.Folder)
	}
}
