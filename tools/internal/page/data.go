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
	Policy     string                  `json:"policy"` // the content security policy for the head of each page
	School     any                     `json:"school"`
	Sets       []view.Set              `json:"sets"`
	Taught     []string                `json:"taught"` // the ids of the lessons that the school's rules have
	Help       any                     `json:"help"`
	Frameworks any                     `json:"frameworks"`
	Year       []map[string]any        `json:"year"` // with the ids of the rules that the lessons teach
	Licences   any                     `json:"licences"`
	Scenery    map[string]view.Picture `json:"scenery"`
	Slide      deck.Measures           `json:"slide"`
}

func (b *builder) data() {
	d := siteData{
		Policy: headers.Meta(),
		School: view.Fields(b.site.School),
		Help:   view.Fields(b.site.Help), Frameworks: view.Fields(b.site.Frameworks.Frameworks), Licences: view.Fields(b.site.Licences),
		Sets:    []view.Set{}, // templates look for some of them
		Scenery: b.view.Props(),
		Slide:   deck.ScreenMeasures(),
	}
	for _, s := range b.sets {
		d.Sets = append(d.Sets, b.view.Set(s))
	}
	teach := b.teach()
	d.Taught = slices.Sorted(maps.Keys(teach))
	for _, h := range b.site.Year {
		var rules []string
		for _, l := range h.Lessons {
			rules = append(rules, teach[l.Value]...)
		}
		half := view.Fields(h).(map[string]any)
		half["rules"] = rules
		d.Year = append(d.Year, half)
	}
	b.add("data/site.json", d)
}

// teach returns the ids of the rules after which the pages of a lesson are named, by the lesson's id. Several sets of rules
// may use the same lesson.
func (b *builder) teach() map[string][]string {
	rules := map[string][]string{}
	for _, r := range b.site.Rules {
		if r.Leads() {
			lesson := site.LessonID(r.Lesson.Stage, r.Lesson.Name)
			rules[lesson] = append(rules[lesson], r.Clause.ID.Value)
		}
	}
	return rules
}
