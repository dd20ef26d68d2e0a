package page

import (
	"maps"
	"slices"

	"safeonline/tools/internal/deck"
	"safeonline/tools/internal/headers"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// siteData is data/site.json: data that several pages need.
type siteData struct {
	Policy     string         `json:"policy"` // the content security policy for the head of each page
	School     any            `json:"school"`
	State      view.State     `json:"state"` // of the policy
	Sets       []view.Record  `json:"sets"`
	Taught     []string       `json:"taught"` // the ids of the lessons that the school's rules have
	Help       any            `json:"help"`
	Frameworks any            `json:"frameworks"`
	Expected   view.Expected  `json:"expected"` // what a policy is expected to cover, and how the school's does
	Governors  view.Governors `json:"governors"`
	Year       []view.Record  `json:"year"` // with the ids of the rules that the lessons teach
	Licences   any            `json:"licences"`
	Unknown    unknown        `json:"unknown"`
	Scenery    view.Record    `json:"scenery"` // pictures by their names
	Slide      deck.Measures  `json:"slide"`
}

// dataOf returns the data of a site.
func dataOf(v *view.Site, s *site.Site, sets []site.Set) siteData {
	d := siteData{
		Policy: headers.Meta(),
		School: view.Fields(s.School), State: view.StateOf(s),
		Help: view.Fields(reachable(s.Help)), Frameworks: view.Fields(s.Frameworks.Frameworks), Licences: view.Fields(s.Licences),
		Unknown:  unknownTo(s),
		Sets:     []view.Record{}, // templates look for some of them
		Expected: v.Expected(), Governors: v.Governors(),
		Scenery: v.Scenery(),
		Slide:   deck.ScreenMeasures(),
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

// unknown is what the school has not filled in: fields and roles by their ids, services by their names.
type unknown struct {
	Fields  []string `json:"fields"`
	History []string `json:"history"`
	Roles   []string `json:"roles"`
	Missing []string `json:"missing"`
	Untried []string `json:"untried"`
}

func unknownTo(s *site.Site) unknown {
	names := func(routes []model.Route) (list []string) {
		for _, r := range routes {
			list = append(list, view.Typeset(r.Name))
		}
		return list
	}
	u := s.Unknown()
	return unknown{u.Fields, u.History, u.Roles, names(u.Missing), names(u.Untried)}
}

// reachable returns the places to get help that say how to reach them: nobody is helped by the others.
func reachable(all []model.Route) []model.Route {
	return slices.DeleteFunc(slices.Clone(all), func(r model.Route) bool { return !r.Reachable() })
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
