package paper

import (
	"strings"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// Foot is what each page of a sheet says at its foot, beside the name of the school: the sheet's title, and the edition of the
// document that it shows or is about.
type Foot struct {
	Title    string `json:"title"`
	Adopted  int    `json:"adopted,omitempty"`  // a year
	Approved string `json:"approved,omitempty"` // a day, as in 2026-09-01
}

// FootOf returns the foot of a sheet about a document.
func FootOf(title string, d model.Document) *Foot {
	return &Foot{Title: title, Adopted: d.Adopted, Approved: d.Approved.Value}
}

// Heading returns the adopted heading of a document without the name of the school that it may begin with.
func Heading(s *site.Site, d model.Document) string {
	if short, begins := strings.CutPrefix(d.Heading.Value, s.School.Name.Value+" "); begins {
		return short
	}
	return d.Heading.Value
}
