package paper

import (
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// slip is what a parent may sign in addition to a child's agreement. The policy has none: its words are this site's.
type slip struct {
	Document  string `json:"document"` // the agreement's title
	Audience  string `json:"audience"`
	Agreement string `json:"agreement"` // its address
}

// Slip returns the slip that a parent may sign in addition to the agreement of a set of rules.
func Slip(v *view.Site, s site.Set) Sheet {
	d := s.Document
	return Sheet{v.Origin(d.Pos), s.Stage.Hue.Value, slip{
		Document: view.Typeset(d.Title), Audience: view.Typeset(d.Audience), Agreement: d.URL(),
	}}
}
