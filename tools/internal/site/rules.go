package site

import (
	"fmt"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/kind"
	"safeonline/tools/internal/model"
)

// rules makes a rule of each clause of the documents for pupils, by stage, with its theme and its lesson.
func (c *checker) rules() {
	for _, stage := range c.data.Stages {
		for _, d := range c.data.Documents {
			if d.Stage.Value == stage.ID.Value && !d.IsPolicy() {
				c.rulesOf(stage, d)
			}
		}
	}
	for _, d := range c.data.Documents {
		if _, known := c.stages[d.Stage.Value]; !known {
			c.withoutStage(d)
		}
	}
	c.sharing()
	c.keys()
}

// keys reports a rule whose lesson has a question that a device could not tell from one of another set of rules: whoever answers
// the one would have answered both, and could earn the star of a lesson that was never opened.
func (c *checker) keys() {
	leads := map[string]diag.Text{} // the slug of the rule that has a question
	for _, r := range c.site.Rules {
		if r.Clause.Slug.Value == "" || !r.Leads() {
			continue
		}
		alike := slices.IndexFunc(r.Lesson.Quiz, func(q model.Question) bool { return leads[r.Key(q)].Value != "" })
		if alike >= 0 {
			q := r.Lesson.Quiz[alike]
			c.faults.Add(diag.Fault{
				Pos: r.Clause.Slug.Pos, Code: diag.DuplicateID,
				Message: fmt.Sprintf("the rule at %s has the same slug, %q, and a question with the same id, %q: an answer to one would count for both", leads[r.Key(q)].Pos, r.Clause.Slug, q.ID),
				Hint:    "give one of the two rules another slug",
			})
		}
		for _, q := range r.Lesson.Quiz {
			if key := r.Key(q); leads[key].Value == "" {
				leads[key] = r.Clause.Slug
			}
		}
	}
}

// sharing gives the first of the rules that share a lesson the others.
func (c *checker) sharing() {
	type lesson struct{ document, name string }
	first := map[lesson]*Rule{}
	for i := range c.site.Rules {
		r := &c.site.Rules[i]
		of := lesson{r.Document.ID.Value, r.Lesson.Name}
		switch lead := first[of]; {
		case !r.Taught():
		case lead == nil:
			first[of] = r
		default:
			lead.Others = append(lead.Others, *r)
		}
	}
}

// withoutStage reports clauses that name a lesson, in a document whose readers no lesson is for.
func (c *checker) withoutStage(d model.Document) {
	for _, cl := range d.Clauses() {
		if cl.Lesson != nil && d.Stage.Value == "" {
			c.faults.Add(diag.Fault{
				Pos: cl.Lesson.Pos, Code: diag.LessonWithoutStage,
				Message: fmt.Sprintf("the clause %q has a lesson, but its document has no stage", cl.ID.Value),
				Hint:    "add stage: … to the document if it is for pupils, or delete the lessons of its clauses",
			})
			return // one mistake
		}
	}
}

func (c *checker) rulesOf(stage model.Stage, d model.Document) {
	themes, used := map[string]model.Theme{}, map[string]bool{}
	ids := namesOf()
	for _, t := range d.Themes {
		themes[t.ID.Value] = t
		ids.add(t.ID.Value)
	}
	if d.Rules != nil && d.Rules.Years.Value != "" {
		stage.Years, stage.Ages, stage.Groups = d.Rules.Years, diag.Text{}, nil
	}
	if d.Rules != nil && len(d.Rules.Groups) > 0 {
		c.yearGroups(d.Rules.Groups)
		stage.Groups = d.Rules.Groups
	}
	slugs, themeHint := map[string]diag.Pos{}, themesHint(d.Themes)
	before := len(c.site.Rules)
	lost := false                // whether a rule may be meant to have one of the themes, and has not
	first := map[string]string{} // the slug of the first rule of each lesson
	for _, cl := range d.Clauses() {
		c.complete(cl)
		if cl.Slug.Value != "" && !(c.slug(cl.Slug) && c.unique(slugs, "slug", cl.Slug)) {
			cl.Slug.Value = "" // reported; nothing can be named by it
		}
		used[cl.Theme.Value] = true
		lost = !c.hasTheme(cl, ids, themeHint) || lost
		c.picture(cl.Picture)
		r := Rule{Stage: stage, Document: d, Clause: cl, Theme: themes[cl.Theme.Value], page: cl.Slug.Value}
		if r.Theme.ID.Value == "" {
			r.Theme.Hue = stage.Hue
		}
		if l, ok := c.taught(stage, cl); ok {
			r.Lesson, r.Mapping = l, c.mappings[LessonID(l.Stage, l.Name)]
			if page, shared := first[l.Name]; shared {
				r.page = page
			} else {
				first[l.Name] = r.page
			}
		}
		r.Caution = c.caution(cl)
		c.astray = c.astray || cl.Slug.Value == ""
		c.site.Rules = append(c.site.Rules, r)
	}
	if !lost {
		c.usedThemes(d.Themes, used)
	}
	typed(c.site.Rules[before:], slugs)
}

// hasTheme reports whether a clause has one of the themes of its document, if there are any.
func (c *checker) hasTheme(cl model.Clause, themes *names, hint func(string) string) bool {
	if cl.Theme.Value == "" {
		if len(themes.list) > 0 {
			c.missingField(cl, "theme")
		}
		return len(themes.list) == 0
	}
	return c.known(diag.UnknownTheme, "theme", cl.Theme, themes, hint(cl.Theme.Value))
}

// themesHint returns a function that says how to name a theme: by its id, for somebody who wrote its title.
func themesHint(themes []model.Theme) func(written string) string {
	byTitle := map[string]string{}
	var ids []string
	for _, t := range themes {
		byTitle[strings.ToLower(t.Title.Value)] = t.ID.Value
		ids = append(ids, t.ID.Value)
	}
	usual := "themes of the document: " + strings.Join(ids, ", ")
	if len(ids) == 0 {
		usual = "the document has no themes: delete the field, or list them after themes: at the beginning of the file"
	}
	return func(written string) string {
		if id := byTitle[strings.ToLower(written)]; id != "" {
			return "write the id of the theme: " + id
		}
		return usual
	}
}

// usedThemes reports themes that no rule has.
func (c *checker) usedThemes(themes []model.Theme, used map[string]bool) {
	for _, t := range themes {
		if !used[t.ID.Value] {
			c.faults.Add(diag.Fault{
				Pos: t.ID.Pos, Code: diag.NoClauses,
				Message: fmt.Sprintf("no rule has the theme %q", t.ID.Value),
				Hint:    "write theme: " + t.ID.Value + " at its rules, or delete the theme",
			})
		}
	}
}

// typed gives each rule of a document a shorter address with its mark, if no other rule or page has that address. slugs are
// those of the document.
func typed(rules []Rule, slugs map[string]diag.Pos) {
	taken := map[string]bool{}
	for i := range rules {
		r := &rules[i]
		mark := strings.ToLower(r.Clause.Mark.Value)
		_, slug := slugs[mark]
		if slug || taken[mark] || !kind.IsID(mark) || slices.Contains(reserved, mark) {
			continue
		}
		r.typed, taken[mark] = mark, true
	}
}

// complete reports fields that a rule lacks.
func (c *checker) complete(cl model.Clause) {
	for _, f := range []struct {
		name  string
		value diag.Text
	}{{"slug", cl.Slug}, {"title", cl.Title}, {"plain", cl.Plain}, {"picture", cl.Picture}} {
		if f.value.Value == "" {
			c.missingField(cl, f.name)
		}
	}
}

func (c *checker) missingField(cl model.Clause, name string) {
	c.faults.Add(diag.Fault{
		Pos: cl.Pos, Code: diag.MissingField,
		Message: fmt.Sprintf("clause %q is a rule for pupils, and the field %q is missing", cl.ID.Value, name),
		Hint:    "add a line " + name + ": …",
	})
}

// taught returns the lesson that a clause names, and reports a clause that names none without a reason.
func (c *checker) taught(stage model.Stage, cl model.Clause) (l model.Lesson, ok bool) {
	switch ref := cl.Lesson; {
	case ref == nil, ref.Name.Value == "" && ref.None.Value == "":
		c.faults.Add(diag.Fault{
			Pos: cl.ID.Pos, Code: diag.NoLesson,
			Message: fmt.Sprintf("clause %q names no lesson", cl.ID.Value),
			Hint:    "add lesson: { name: … } with a lesson of content/lessons/" + stage.ID.Value + ", or say why there is none: lesson: { none: … }",
		})
		return l, false
	case ref.Name.Value != "" && ref.None.Value != "":
		c.faults.Add(diag.Fault{
			Pos: ref.None.Pos, Code: diag.NoLesson,
			Message: fmt.Sprintf("clause %q names a lesson, and says why there is none", cl.ID.Value),
			Hint:    "delete one of the two",
		})
		return l, false
	case ref.None.Value != "":
		return l, false
	case !c.known(diag.UnknownLesson, "lesson of this key stage called", ref.Name, c.lessonNames(stage.ID.Value), "see content/lessons/"+stage.ID.Value+" for the lessons"):
		return l, false
	}
	l = c.library[LessonID(stage.ID.Value, cl.Lesson.Name.Value)]
	return l, true
}

// lessonNames returns the names of the lessons of a stage.
func (c *checker) lessonNames(stage string) *names {
	if c.lessonsOf[stage] == nil {
		c.lessonsOf[stage] = namesOf()
	}
	return c.lessonsOf[stage]
}

// LessonID returns the name of a lesson that is unique in the library, such as "STAGE/passwords", from the id of its stage and
// the name of its file.
func LessonID(stage, name string) string { return stage + "/" + name }

// lessons checks each lesson by itself.
func (c *checker) lessons() {
	for _, l := range c.data.Unchecked() {
		c.faults.Guard(l.Pos, func() { c.lesson(l) })
	}
}

// lessonIDs returns the ids of all lessons of the library.
func (c *checker) lessonIDs() *names {
	ids := namesOf()
	for _, l := range c.data.Lessons {
		ids.add(LessonID(l.Stage, l.Name))
	}
	return ids
}

// lawParts are the parts of the page for governors that say what the law and the guidance ask of a site.
var lawParts = namesOf("storage", "childrens-code")

// collect finds the lessons of the library by their names, and checks their places in the frameworks and in the year.
func (c *checker) collect() {
	c.library, c.lessonsOf = map[string]model.Lesson{}, map[string]*names{}
	for _, l := range c.data.Lessons {
		c.library[LessonID(l.Stage, l.Name)] = l
		c.lessonNames(l.Stage).add(l.Name)
	}
	all := c.lessonIDs()
	const see = "see content/lessons for the lessons"
	taught := map[string]diag.Pos{}
	for _, h := range c.data.Year {
		for _, id := range h.Lessons {
			if c.known(diag.UnknownLesson, "lesson", id, all, see) {
				c.unique(taught, "lesson", id)
			}
		}
	}
	for _, m := range slices.Concat(c.data.Frameworks.Lessons, c.data.Mapped.Lessons) {
		c.known(diag.UnknownLesson, "lesson", m.Lesson, all, see)
	}
	for _, g := range c.data.Guidance {
		c.oneOf(g.About, lawParts)
		if len(g.Topics)+len(g.Words) == 0 && g.About.Value == "" {
			c.faults.Add(diag.Fault{
				Pos: g.Pos, Code: diag.MissingField,
				Message: "no page shows this: it has neither topics nor words",
				Hint:    "add topics: […] with ids of data/library/topics.yaml, or words: […] of the clauses that it is about",
			})
		}
		c.onTopics(g.Topics)
	}
	for _, l := range c.data.Lessons {
		if _, mapped := c.mappings[LessonID(l.Stage, l.Name)]; !mapped && !l.Flawed && !l.Own {
			c.faults.Add(diag.Fault{
				Pos: l.Pos, Code: diag.NoMapping,
				Message: "the lesson is not in the frameworks",
				Hint:    "add a row for " + LessonID(l.Stage, l.Name) + " to data/library/frameworks.yaml",
			})
		}
		if l.Topic.Value != "" {
			c.onTopics([]diag.Text{l.Topic})
		}
	}
}
