package page

import (
	"maps"
	"slices"

	"safeonline/tools/internal/deck"
	"safeonline/tools/internal/headers"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// siteData is data/site.json: data that several pages need.
type siteData struct {
	Policy     string        `json:"policy"` // the content security policy for the head of each page
	School     any           `json:"school"`
	Sets       []view.Record `json:"sets"`
	Taught     []string      `json:"taught"` // the ids of the lessons that the school's rules have
	Help       any           `json:"help"`
	Frameworks any           `json:"frameworks"`
	Expected   view.Expected `json:"expected"` // what a policy is expected to cover, and how the school's does
	Year       []view.Record `json:"year"`     // with the ids of the rules that the lessons teach
	Licences   any           `json:"licences"`
	Scenery    view.Record   `json:"scenery"` // pictures by their names
	Slide      deck.Measures `json:"slide"`
}

// dataOf returns the data of a site.
func dataOf(v *view.Site, s *site.Site, sets []site.Set) siteData {
	d := siteData{
		Policy: headers.Meta(),
		School: view.Fields(s.School),
		Help:   view.Fields(s.Help), Frameworks: view.Fields(s.Frameworks.Frameworks), Licences: view.Fields(s.Licences),
		Sets:     []view.Record{}, // templates look for some of them
		Expected: v.Expected(),
		Scenery:  v.Scenery(),
		Slide:    deck.ScreenMeasures(),
	}
	for _, set := range sets {
		d.Sets = append(d.Sets, v.Set(set))
	}
	teach := teach(s)
	d.Taught = slices.Sorted(maps.Keys(teach))
	for _, h := range s.Year {
		var rules []string
		for _, l := range h.Lessons {
			rules = append(rules, teach[l.Value]...)
		}
		d.Year = append(d.Year, view.With(h, view.Record{"rules": rules}))
	}
	return d
}

// teach returns the ids of the rules after which the pages of a lesson are named, by the lesson's id. Several sets of rules
// may use the same lesson.
func teach(s *site.Site) map[string][]string {
	rules := map[string][]string{}
	for _, r := range s.Rules {
		if r.Leads() {
			lesson := site.LessonID(r.Lesson.Stage, r.Lesson.Name)
			rules[lesson] = append(rules[lesson], r.Clause.ID.Value)
		}
	}
	return rules
}
