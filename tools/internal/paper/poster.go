package paper

import (
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// poster is one rule for the wall. Length says how many words must fit, and so how large they can be.
type poster struct {
	Rule   view.Rule `json:"rule"`
	Length string    `json:"length"` // short, middle or long
}

// Poster returns the poster of a rule.
func Poster(v *view.Site, r site.Rule) Sheet {
	at := r.Clause.Pos
	if r.Taught() {
		at = r.Lesson.Pos
	}
	return Sheet{Origin: v.Origin(at), Hue: r.Theme.Hue.Value, Content: poster{v.Rule(r), length(r.Say())}}
}

// Set returns what a sheet about a set of rules shows: the poster with all rules, and their place to colour.
func Set(v *view.Site, s site.Set) Sheet {
	return Sheet{Origin: v.Origin(s.Document.Pos), Hue: s.Stage.Hue.Value, Content: v.Set(s)}
}

// length classifies a rule's words by how large they can be on one side of A4; assets/css/paper.css has the sizes.
func length(text string) string {
	switch n := len([]rune(text)); {
	case n <= 60:
		return "short"
	case n <= 115:
		return "middle"
	}
	return "long"
}
