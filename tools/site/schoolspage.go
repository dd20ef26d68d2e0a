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

// overview writes the page of all schools beside their sites.
func (e *env) overview(outcomes []fleet.Outcome) error {
	var schools []overview.School
	for _, o := range outcomes {
		of := known(o.Summary)
		if _, err := os.Stat(e.siteOf(o.School)); err == nil {
			of.URL = cmp.Or(of.URL, o.School.Name()+"/")
		}
		schools = append(schools, of)
	}
	var text bytes.Buffer
	if err := overview.Write(&text, os.DirFS(e.root), schools); err != nil {
		return err
	}
	return out.Write(filepath.Join(e.root, sitesFolder, "index.html"), text.Bytes())
}
