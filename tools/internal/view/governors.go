package view

import (
	"slices"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// Governors is what the pages for governors show besides the topics of Expected.
type Governors struct {
	Asks       []Record `json:"asks"`       // each with the topics that answer it, in full
	Statements []Record `json:"statements"` // frameworks whose statements are quoted
	Law        Record   `json:"law"`        // what the law and the guidance say about a site such as this one, by the part of the page that shows it
	Standards  any      `json:"standards"`
	Read       Read     `json:"read"`
	Again      []Record `json:"again"` // clauses to look at again, each with what it is called, its address, and what the site adds to it
}

// Read says how many rules were compared with their lessons since either changed, and on which days the first and the last of them were.
type Read struct {
	Lessons int    `json:"lessons"`
	First   string `json:"first"`
	Last    string `json:"last"`
}

// Governors returns what the pages for governors show.
func (v *Site) Governors() Governors {
	to := Governors{Law: v.law(), Standards: Fields(v.site.Standards), Read: v.read()}
	topics := map[string]Record{}
	for _, t := range v.Expected().Topics {
		topics[t["id"].(string)] = t
	}
	for _, q := range v.site.Expected.Asks {
		var answers []Record
		for _, id := range q.Topics {
			answers = append(answers, topics[id.Value])
		}
		to.Asks = append(to.Asks, With(q, Record{"topics": answers}))
	}
	calls := v.calls()
	for _, q := range v.site.Comparison.Again {
		named := v.quoted(q.Clause, calls)
		to.Again = append(to.Again, With(q, Record{"name": named.Name, "url": named.URL, "caution": Typeset(v.rules[q.Clause.Value].Caution)}))
	}
	for _, f := range v.site.Frameworks.Frameworks {
		if quoted := v.statements(f); len(quoted) > 0 {
			to.Statements = append(to.Statements, With(f, Record{"items": quoted, "counts": counted(quoted)}))
		}
	}
	return to
}

// law returns what the law and the guidance say about a site such as this one.
func (v *Site) law() Record {
	parts := map[string][]any{}
	for _, g := range v.site.Guidance {
		if part := g.About.Value; part != "" {
			parts[part] = append(parts[part], Fields(g))
		}
	}
	law := Record{}
	for part, says := range parts {
		law[part] = says
	}
	return law
}

// read returns when the lessons were compared with their rules. A site is built only if that has been done since either changed.
func (v *Site) read() (r Read) {
	for _, rule := range v.site.Rules {
		if !rule.Taught() {
			continue
		}
		day := rule.Clause.Lesson.On.Value
		r.Lessons++
		if r.First == "" || day < r.First {
			r.First = day
		}
		r.Last = max(r.Last, day)
	}
	return r
}

// statements returns the statements that are quoted from a framework, each with its coverage and the lessons that it is covered by.
func (v *Site) statements(f model.Framework) (list []Record) {
	for _, item := range f.Items {
		if item.Part.Value == "" {
			continue
		}
		var lessons []Quoted
		for _, r := range v.site.Rules {
			if r.Leads() && slices.Contains(Values(r.Mapping.Places()[f.ID.Value]), item.ID.Value) {
				lessons = append(lessons, Quoted{v.Call(r), r.URL()})
			}
		}
		list = append(list, With(item, Record{"lessons": lessons, "coverage": v.covers(f.ID, item, len(lessons))}))
	}
	return list
}

// covers returns how the school's lessons cover a statement, of which some lessons say something. All lessons of the library together say
// what it does not lack, so a school without one of them has only part of it.
func (v *Site) covers(framework diag.Text, item model.Item, lessons int) model.Coverage {
	taught := map[string]bool{}
	for _, r := range v.site.Rules {
		if r.Taught() {
			taught[site.LessonID(r.Lesson.Stage, r.Lesson.Name)] = true
		}
	}
	all := true
	for _, m := range v.site.Frameworks.Lessons {
		if slices.Contains(Values(m.Places()[framework.Value]), item.ID.Value) {
			all = all && taught[m.Lesson.Value]
		}
	}
	switch {
	case lessons == 0:
		return model.Not
	case all && item.Lacks.Value == "":
		return model.Covered
	}
	return model.Partly
}

// counted returns how many records there are of each coverage, without those that none has.
func counted(list []Record) (counts []Count) {
	for _, c := range model.Coverages {
		n := 0
		for _, r := range list {
			if r["coverage"] == c {
				n++
			}
		}
		if n > 0 {
			counts = append(counts, Count{c, n})
		}
	}
	return counts
}
