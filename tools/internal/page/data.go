package page

import (
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
	Help       any           `json:"help"`
	Frameworks any           `json:"frameworks"`
	Year       []view.Record `json:"year"` // with the ids of the rules that the lessons teach
	Licences   any           `json:"licences"`
	Scenery    view.Record   `json:"scenery"` // pictures by their names
	Slide      deck.Measures `json:"slide"`
}

func (b *builder) data() {
	d := siteData{
		Policy: headers.Meta(),
		School: view.Fields(b.site.School),
		Help:   view.Fields(b.site.Help), Frameworks: view.Fields(b.site.Frameworks.Frameworks), Licences: view.Fields(b.site.Licences),
		Sets:    []view.Record{}, // templates look for some of them
		Scenery: b.view.Scenery(),
		Slide:   deck.ScreenMeasures(),
	}
	for _, s := range b.sets {
		d.Sets = append(d.Sets, b.view.Set(s))
	}
	teach := b.teach()
	for _, h := range b.site.Year {
		var rules []string
		for _, l := range h.Lessons {
			rules = append(rules, teach[l.Value]...)
		}
		d.Year = append(d.Year, view.With(h, view.Record{"rules": rules}))
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
