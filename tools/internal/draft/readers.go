package draft

import (
	"slices"
	"strings"

	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
)

// readers are whom a document is for, and what pages call them and what they agree to.
type readers struct {
	id     string
	title  string // "Key Stage Two pupils"
	words  string // "pupils in Years 3 to 6"
	short  string // "parents"
	match  string // the audience of topics
	stage  *model.Stage
	rules  string // "Junior rules"
	part   bool   // they are not all pupils of the stage, or others too
	years  string
	groups []model.YearGroup
}

// readers finds whom a document is for: from its heading, the name of its file, or what it says.
func (m *maker) readers(d *part, o *outline) readers {
	if d.policy {
		return readers{match: "staff", words: "everybody at the school"}
	}
	text := headOf(d)
	for _, p := range o.lost {
		if groupIn(headOf(d)) {
			break
		}
		text += " " + p.text // it may be the rest of the heading
	}
	if !groupIn(text) {
		text = m.heading(d) + " " + m.sources[d.file].Name
	}
	a := people(text)
	unclear := !groupIn(text)
	if unclear {
		a = guessed(d)
	} else if len(a.groups) == 0 && (a.early || len(a.years)+len(a.stages) > 0) && guessed(d).has("parents") {
		a.groups = guessed(d).groups
	}
	stage, sure := a.stage(m.lib.Stages)
	if a.pupils() && !sure || unclear {
		a, stage = m.askAudience(d, a, stage, unclear)
	}
	if !a.pupils() {
		return others(a)
	}
	return m.pupils(a, stage, o)
}

// own are words by which those who promise give themselves away.
var own = []struct {
	group string
	words []string
}{
	{"parents", []string{"my child", "my son", "my children", "our child"}},
	{"staff", []string{"professional", "pupils", "colleagues", "line manager", "headteacher", "safeguarding"}},
	{"pupils", []string{"my teacher", "grown-up", "grown up", "trusted adult", "adult i trust", "my parents", "an adult", "mum", "lesson"}},
}

// guessed guesses whom a document is for from its rules.
func guessed(d *part) (a audience) {
	text := ""
	for _, p := range d.body {
		if p.kind == item {
			text += " " + strings.ToLower(p.text)
		}
	}
	best, most := "pupils", 0
	for _, o := range own {
		n := 0
		for _, w := range o.words {
			n += strings.Count(text, w)
		}
		if n > most {
			best, most = o.group, n
		}
	}
	for _, g := range groups {
		if g.id == best {
			a.groups = []group{g}
		}
	}
	return a
}

// askAudience asks whom a document is for. Until somebody says so, rules for all pupils are those of the stage with the most years.
func (m *maker) askAudience(d *part, a audience, stage *model.Stage, unclear bool) (audience, *model.Stage) {
	if stage == nil && a.pupils() && !a.early {
		for i := range m.lib.Stages {
			if stage == nil || len(m.lib.Stages[i].Groups) > len(stage.Groups) {
				stage = &m.lib.Stages[i]
			}
		}
	}
	line := -1
	if len(d.head) > 0 {
		line = d.head[0].lines[0]
	} else if len(d.body) > 0 {
		line = d.body[0].lines[0]
	}
	q := Question{Ask: WhichAudience, Line: line, About: m.heading(d), Text: "For which pupils are these rules? They get the lessons of that stage", Why: "the heading does not say for which years"}
	for i := range m.lib.Stages {
		s := &m.lib.Stages[i]
		q.Options = append(q.Options, Option{s.ID.Value, s.Years.Value, a.pupils() && s == stage})
	}
	if unclear {
		q.Text, q.Why = "Whom are these rules for?", "the heading does not say so"
		for _, g := range groups {
			if g.id != "pupils" {
				q.Options = append(q.Options, Option{g.id, english.Capital(g.many), !a.pupils() && a.has(g.id)})
			}
		}
	}
	said := m.ask(q, nil)
	for i := range m.lib.Stages {
		if s := &m.lib.Stages[i]; s.ID.Value == said {
			return audience{groups: []group{groups[len(groups)-1]}, years: a.years, stages: a.stages, early: a.early}, s
		}
	}
	if b := people(said); said != "" && groupIn(said) {
		stage, _ := b.stage(m.lib.Stages)
		return b, stage
	}
	return a, stage
}

// others are readers who are no pupils.
func others(a audience) readers {
	var many []string
	for _, g := range a.groups {
		if g.id != "pupils" || len(a.groups) == 1 {
			many = append(many, g.many)
		}
	}
	first := a.groups[0]
	for _, g := range a.groups {
		if g.id == "pupils" && len(a.groups) > 1 {
			continue
		}
		first = g
		break
	}
	return readers{id: first.id, title: list(many), words: list(many), short: strings.Split(first.many, " ")[0], match: first.match}
}

// pupils are readers who are pupils, of a stage or of none.
func (m *maker) pupils(a audience, stage *model.Stage, o *outline) readers {
	r := readers{match: "pupils", stage: stage}
	if stage == nil {
		r.id, r.title, r.words, r.short = "pupils", "pupils", "pupils", "pupil"
		if a.early {
			r.id, r.title, r.words, r.short = "early-years", "early Years children", "children in the Early Years", "early Years"
		}
		return r
	}
	all := yearsIn(*stage)
	some := a.years
	if len(some) == 0 && slices.Contains(a.stages, stageNumber(*stage)) {
		some = all
	}
	r.rules = strings.ToUpper(stage.ID.Value) + " rules"
	r.title, r.words, r.id = stage.Formal.Value+" pupils", "pupils in "+stage.Years.Value, stage.ID.Value
	switch whole := slices.Equal(some, all); {
	case len(a.stages) > 1 || len(some) == 0 && !a.early && !slices.Contains(a.stages, stageNumber(*stage)): // a stage may have no groups
		r.id, r.title, r.words, r.rules = "pupils", "pupils", "all pupils", "our rules"
	case !whole || a.early:
		r.part = true
		r.years = yearWords(some, a.early)
		r.title, r.words, r.rules = "pupils in "+r.years, "pupils in "+r.years, r.years+" rules"
		r.groups = groupsOf(m.lib.Stages, some, a.early)
		if !whole {
			r.id = strings.ToLower(strings.NewReplacer(" and ", "-", " to ", "-", ", ", "-", " ", "-").Replace(r.years))
		}
	}
	if word := spells(o); word != "" {
		r.rules = word + " rules"
	}
	r.rules = english.Capital(r.rules)
	return r
}

// groupsOf returns the year groups of some years, as the stages have them.
func groupsOf(stages []model.Stage, some []int, early bool) (out []model.YearGroup) {
	if early {
		var g model.YearGroup
		g.Name.Value, g.Ages.Value = "Reception", "4 to 5"
		out = append(out, g)
	}
	for _, s := range stages {
		for _, g := range s.Groups {
			if y := years(g.Name.Value); len(y) == 1 && slices.Contains(some, y[0]) {
				out = append(out, g)
			}
		}
	}
	return out
}
