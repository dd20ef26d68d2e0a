package main

import (
	"bytes"
	"cmp"
	"encoding/json"
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
func (b *builder) overview(outcomes []fleet.Outcome) error {
	var schools []overview.School
	now := map[string]bool{}
	for _, o := range outcomes {
		schools = append(schools, known(o.Summary))
		now[o.School.Name()] = true
	}
	schools = append(schools, b.others(now)...)
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

// others returns what is known of the schools that earlier builds were of, and this one is not, as long as their folders are there.
func (b *builder) others(now map[string]bool) (schools []overview.School) {
	entries, _ := os.ReadDir(filepath.Join(b.env.root, workFolder)) // what cannot be read is not known
	for _, entry := range entries {
		r := fleet.ReadRecord(filepath.Join(b.env.root, workFolder, entry.Name()))
		of := known(r.Summary)
		s := fleet.School{Folder: of.Folder}
		if now[entry.Name()] || s.Name() != entry.Name() {
			continue
		}
		if _, err := os.Stat(filepath.Join(b.env.root, s.Folder)); err != nil {
			continue
		}
		if own, err := b.own(s); of.Trouble == "" && (err != nil || !b.upToDate(s, r, own)) {
			of.Trouble = "it is to be built again"
		}
		schools = append(schools, of)
	}
	return schools
}
