package site

import (
	"cmp"
	"fmt"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// rules makes a rule of each clause for pupils, with its theme and its place in the frameworks.
func (c *checker) rules() {
	for _, stage := range []model.Stage{model.KS1, model.KS2} {
		for _, d := range c.data.Documents {
			if d.ID.Value == string(stage) {
				c.rulesOf(stage, d)
			}
		}
	}
	for _, r := range c.site.Rules {
		c.clauses.add(r.Clause.ID.Value)
	}
	taught := map[string]diag.Pos{}
	for _, h := range c.data.Year {
		for _, id := range h.Clauses {
			if c.known(diag.UnknownClause, "clause for pupils", id, c.clauses, "see data/school/policy for the clauses") {
				c.unique(taught, "clause", id)
			}
		}
	}
	for _, m := range c.data.Frameworks.Clauses {
		c.known(diag.UnknownClause, "clause for pupils", m.Clause, c.clauses, "see data/school/policy for the clauses")
	}
}

func (c *checker) rulesOf(stage model.Stage, d model.Document) {
	themes := map[string]model.Theme{}
	ids := namesOf()
	for _, t := range d.Themes {
		themes[t.ID.Value] = t
		ids.add(t.ID.Value)
	}
	slugs := map[string]diag.Pos{}
	for _, s := range d.Sections {
		for _, cl := range s.Clauses {
			c.complete(cl)
			if cl.Slug.Value != "" && !(c.slug(cl.Slug) && c.unique(slugs, "slug", cl.Slug)) {
				cl.Slug.Value = "" // reported; nothing can be named by it
			}
			if cl.Theme.Value != "" {
				c.known(diag.UnknownTheme, "theme", cl.Theme, ids, "the themes are at the beginning of the file")
			}
			c.picture(cl.Picture)
			m, ok := c.mappings[cl.ID.Value]
			if !ok {
				c.faults.Add(diag.Fault{
					Pos: cl.ID.Pos, Code: diag.NoMapping,
					Message: fmt.Sprintf("clause %q is not in the frameworks", cl.ID.Value),
					Hint:    "add a row for it to data/library/frameworks.yaml",
				})
			}
			c.site.Rules = append(c.site.Rules, Rule{Stage: stage, Clause: cl, Theme: themes[cl.Theme.Value], Mapping: m})
		}
	}
}

// complete reports fields that a clause with a lesson lacks.
func (c *checker) complete(cl model.Clause) {
	for _, f := range []struct {
		name  string
		value diag.Text
	}{{"slug", cl.Slug}, {"title", cl.Title}, {"plain", cl.Plain}, {"picture", cl.Picture}, {"theme", cl.Theme}} {
		if f.value.Value == "" {
			c.faults.Add(diag.Fault{
				Pos: cl.Pos, Code: diag.MissingField,
				Message: fmt.Sprintf("clause %q has a lesson, and the field %q is missing", cl.ID.Value, f.name),
				Hint:    "add a line " + f.name + ": …",
			})
		}
	}
}

// renamed reports a clause for pupils whose id is misspelt, and corrects the id: lessons and frameworks use it, and
// would each add a fault. An id is misspelt if the lesson named after the clause's slug, and the frameworks, use the
// same other id, which no clause has.
func (c *checker) renamed() {
	ids, mapped := map[string]bool{}, map[string]bool{}
	for _, m := range c.data.Frameworks.Clauses {
		mapped[m.Clause.Value] = true
	}
	for _, d := range c.data.Documents {
		for _, s := range d.Sections {
			for _, cl := range s.Clauses {
				ids[cl.ID.Value] = true
			}
		}
	}
	for _, d := range c.data.Documents {
		for _, s := range d.Sections {
			for i := range s.Clauses {
				cl := &s.Clauses[i]
				meant := c.clauseOf(d.ID.Value, cl.Slug.Value)
				if meant == cl.ID.Value || ids[meant] || !mapped[meant] {
					continue
				}
				c.faults.Add(diag.Fault{
					Pos: cl.ID.Pos, Code: diag.ClauseID,
					Message: fmt.Sprintf("the lesson and data/library/frameworks.yaml call this clause %q, not %q", meant, cl.ID.Value),
					Hint:    "write id: " + meant + "; never change an id",
				})
				cl.ID.Value = meant
			}
		}
	}
}

// clauseOf returns the id of the clause that a lesson names, by the lesson's stage and name.
func (c *checker) clauseOf(stage, name string) string {
	for _, l := range c.data.Lessons {
		if string(l.Stage) == stage && l.Name == name && name != "" {
			return l.Clause.Value
		}
	}
	return ""
}

// lessons gives each rule its one lesson. A lesson that is named after a rule, but names an unknown clause or that of
// another rule, has a fault already: then no fault is added about too few or too many lessons of either rule.
func (c *checker) lessons() {
	rules := map[string]*Rule{} // by the clause's id, and by the name of their lesson's file
	taught := map[*Rule][]model.Lesson{}
	astray := map[*Rule]bool{}
	for i := range c.site.Rules {
		r := &c.site.Rules[i]
		rules[file(r.Stage, r.Clause.Slug.Value)] = r
		if rules[r.Clause.ID.Value] == nil {
			rules[r.Clause.ID.Value] = r
		} else {
			astray[r] = true // it has the id of another clause, which is reported
		}
	}
	for _, l := range c.data.Lessons {
		c.faults.Guard(l.Pos, func() { c.lesson(l) })
		named := rules[file(l.Stage, l.Name)]
		if l.Clause.Value == "" || !c.known(diag.UnknownClause, "clause for pupils", l.Clause, c.clauses, "see data/school/policy/ks1.yaml and ks2.yaml for the clauses") {
			astray[named] = true
			continue
		}
		said := rules[l.Clause.Value]
		if named != nil && named != said {
			c.faults.Add(diag.Fault{
				Pos: l.Clause.Pos, Code: diag.LessonName,
				Message: fmt.Sprintf("the file is named after clause %q, but says clause %q", named.Clause.ID.Value, said.Clause.ID.Value),
				Hint:    "write clause: " + named.Clause.ID.Value + ", or rename the file",
			})
			astray[named], astray[said] = true, true
			continue
		}
		taught[said] = append(taught[said], l)
	}
	for i := range c.site.Rules {
		if r := &c.site.Rules[i]; len(taught[r]) > 0 || !astray[r] {
			c.teach(r, taught[r])
		}
	}
}

// file returns the name that a lesson's file should have.
func file(stage model.Stage, name string) string {
	return "content/lessons/" + string(stage) + "/" + name + ".md"
}

func (c *checker) teach(r *Rule, lessons []model.Lesson) {
	file := file(r.Stage, cmp.Or(r.Clause.Slug.Value, "<slug>"))
	switch {
	case len(lessons) == 0:
		c.faults.Add(diag.Fault{
			Pos: r.Clause.ID.Pos, Code: diag.NoLesson,
			Message: fmt.Sprintf("clause %q has no lesson", r.Clause.ID.Value),
			Hint:    "write " + file,
		})
	case len(lessons) > 1:
		for _, l := range lessons[1:] {
			c.faults.Add(diag.Fault{
				Pos: l.Clause.Pos, Code: diag.TwoLessons,
				Message: fmt.Sprintf("clause %q already has a lesson, %s", r.Clause.ID.Value, lessons[0].Pos),
				Hint:    "delete one, or change its clause",
			})
		}
	default:
		r.Lesson = lessons[0]
		c.review(*r)
		if l := lessons[0]; l.Stage != r.Stage || l.Name != r.Clause.Slug.Value && r.Clause.Slug.Value != "" {
			c.faults.Add(diag.Fault{
				Pos: l.Pos, Code: diag.LessonName,
				Message: fmt.Sprintf("the lesson of clause %q is not named after the slug of the clause", r.Clause.ID.Value),
				Hint:    "rename it to " + file,
			})
		}
	}
}
