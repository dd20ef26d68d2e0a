package deck

import (
	"cmp"
	"slices"
	"strconv"

	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// Everything is the name of the route through all slides but those that only the plans' routes have.
const Everything = "all"

// Route is a way through the deck of a lesson: that of one of its plans, by its minutes, or everything. Steps are those of the plan.
type Route struct {
	Name      string      `json:"name"`
	Title     string      `json:"title"`          // "10 minutes"
	URL       string      `json:"url"`            // of the page that has this route alone; everything is the deck itself
	File      string      `json:"file,omitempty"` // the address of its PowerPoint file, if it has one
	Count     int         `json:"count"`          // of slides
	Scenes    int         `json:"scenes"`
	Questions int         `json:"questions"`
	Steps     []routeStep `json:"steps,omitempty"`
}

// routeStep is a step of a plan as the foot of a slide names it: "1 of 4: Read", and "2 min".
type routeStep struct {
	Label string `json:"label"`
	Time  string `json:"time"`
}

// spot is the place of a slide in a route, from 1, and the step of the plan that it belongs to, from 1, or 0.
type spot struct {
	Place int `json:"place"`
	Step  int `json:"step,omitempty"`
}

// stretch is a part of a deck in a route, by its index, with the step of the plan that shows it.
type stretch struct{ part, step int }

// routed adds the routes of a lesson to its deck: those of its plans, and everything.
func (m *lessonMaker) routed(d Deck) Deck {
	for _, plan := range m.rule.Lesson.Teach.Plans {
		route := Route{
			Name: strconv.Itoa(plan.Minutes), Title: m.view.Text("deck_route", i18n.Values{"n": plan.Minutes}),
			URL: m.rule.Route(plan), File: m.rule.PowerPoint(plan),
		}
		for i, step := range plan.Steps {
			verb := m.view.Text("step_"+cmp.Or(site.Verb(step), "say"), nil)
			route.Steps = append(route.Steps, routeStep{
				Label: m.view.Text("deck_step", i18n.Values{"n": i + 1, "of": len(plan.Steps), "verb": verb}),
				Time:  m.view.Text("plan_min", i18n.Values{"n": step.Minutes}),
			})
		}
		d.add(route, m.wayOf(plan))
	}
	var all []stretch
	for i, p := range d.Parts {
		if !p.Short {
			all = append(all, stretch{part: i})
		}
	}
	d.add(Route{Name: Everything, Title: m.view.Text("deck_everything", nil), URL: "/present" + d.Shows}, all)
	return d
}

// add adds a route that goes through parts of the deck.
func (d *Deck) add(route Route, way []stretch) {
	for _, s := range way {
		p := &d.Parts[s.part]
		switch p.Name {
		case "story":
			route.Scenes++
		case "question":
			route.Questions++
		}
		for i := range p.Slides {
			route.Count++
			play := &p.Slides[i].Play
			if play.In == nil {
				play.In = map[string]spot{}
			}
			play.In[route.Name] = spot{route.Count, s.step}
		}
	}
	d.Routes = append(d.Routes, route)
}

// Only returns the deck of one of the routes, with its slides alone.
func (d Deck) Only(name string) Deck {
	i := slices.IndexFunc(d.Routes, func(r Route) bool { return r.Name == name })
	at := func(p part) spot { return p.Slides[0].Play.In[name] }
	out := d
	out.Route, out.Count = &d.Routes[i], 0
	out.Parts = slices.DeleteFunc(slices.Clone(d.Parts), func(p part) bool { return at(p).Place == 0 })
	slices.SortFunc(out.Parts, func(a, b part) int { return at(a).Place - at(b).Place })
	for i := range out.Parts {
		p := &out.Parts[i]
		p.Short, p.Step, p.Slides = false, at(*p).Step, slices.Clone(p.Slides)
		for i := range p.Slides {
			p.Slides[i].Play.In = nil
		}
		out.number(p)
	}
	return out
}

// Plans returns the routes that are pages of their own.
func (d Deck) Plans() []Route {
	return slices.DeleteFunc(slices.Clone(d.Routes), func(r Route) bool { return r.Name == Everything })
}

// wayOf returns the way of a plan: the rule, what to know, what its steps show, and the promise.
func (m *lessonMaker) wayOf(plan model.Plan) (way []stretch) {
	seen := map[int]bool{}
	show := func(part, step int) {
		if !seen[part] {
			seen[part] = true
			way = append(way, stretch{part, step})
		}
	}
	for _, part := range m.before {
		show(part, 0)
	}
	last := 0
	for i, step := range plan.Steps {
		for _, shown := range site.Shows(m.rule.Lesson, step) {
			if shown.Scene > 0 {
				show(m.short[shortKey(m.rule.Lesson, step, shown.Scene)], i+1)
			} else {
				show(m.question[shown.Question], i+1)
			}
		}
		if site.Closes(step) {
			last = i + 1
		}
	}
	for _, part := range m.after {
		show(part, cmp.Or(last, len(plan.Steps)))
	}
	return way
}

// shortScene is a scene as a plan's route shows it: by its number, and with where the teacher stops and what she asks.
type shortScene struct {
	scene      int
	where, ask string
}

// shortKey returns the short scene that a step shows. It stops at the last scene that it shows.
func shortKey(l model.Lesson, step model.Step, scene int) shortScene {
	key := shortScene{scene: scene}
	last := 0
	for _, shown := range site.Shows(l, step) {
		last = cmp.Or(shown.Scene, last)
	}
	if scene == last {
		where, ask := site.Stop(step)
		key.where, key.ask = view.Typeset(where), view.Typeset(ask)
	}
	return key
}

// shortSlide shows a scene on one slide: its picture, and where the teacher stops, with the line before it; or else the first two
// speeches that fit. The teacher reads the rest from the notes.
func shortSlide(v *view.Site, l model.Lesson, key shortScene) slide {
	shown := v.Scene(l, key.scene)
	s := slide{Kind: "short", Title: shown.Title, Pictures: shown.Pictures, Drawn: shown.Drawn, Size: 60, Stop: key.where, Text: key.ask}
	lines := shown.Lines
	if key.where != "" {
		lines = lines[max(len(lines)-1, 0):]
	} else {
		lines = slices.DeleteFunc(slices.Clone(lines), func(l view.Line) bool { return l.Who == "" })
	}
	wide := slideWide - shortWide
	left := slideHigh - headingHigh(s.Title, wide)
	if s.Stop != "" {
		left -= bold.height(s.Stop, 60, wide-8) + bold.height(s.Text, 60, wide-8) + 10
	}
	for _, line := range lines[:min(len(lines), 2)] {
		if high := lineHigh(line, 60, wide) + 3; high <= left {
			s.Lines, left = append(s.Lines, line), left-high
		}
	}
	return s
}

// shortWide is the width of the picture of a scene in a plan's route, and of the gap beside it.
const shortWide = 64.0
