package paper

import (
	"strings"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// Foot is what each page of a sheet says at its foot, beside the name of the school and the edition of the policy.
type Foot struct {
	Title string `json:"title"`
}

// Heading returns the adopted heading of a document without the name of the school that it may begin with.
func Heading(s *site.Site, d model.Document) string {
	if short, begins := strings.CutPrefix(d.Heading.Value, s.School.Name.Value+" "); begins {
		return short
	}
	return d.Heading.Value
}
