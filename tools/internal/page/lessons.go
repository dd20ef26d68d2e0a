package page

import (
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

type lessonParams struct {
	view.Origin
	Set      string          `json:"set"`
	Hue      string          `json:"hue"`
	Rule     view.Rule       `json:"rule"`
	Others   []view.Rule     `json:"others,omitempty"` // rules that the same lesson teaches
	Story    []view.Scene    `json:"story"`
	Quiz     []view.Question `json:"quiz"`
	Again    []view.Question `json:"again"`
	Talk     []string        `json:"talk"`
	Home     home            `json:"home"`
	Words    []view.Word     `json:"words"`
	Refrain  []string        `json:"refrain,omitempty"`
	Previous *view.Neighbour `json:"previous"`
	Next     *view.Neighbour `json:"next"`
}

type home struct {
	Ask string `json:"ask"`
	Do  string `json:"do"`
}

// indexes writes the list of rules of each set.
func (b *builder) indexes() {
	for _, s := range b.sets {
		b.page(s.Document.Folder()+"/_index.md", frontMatter{
			Title:       view.SetTitle(s),
			Description: b.view.Text("rules_about", i18n.Values{"count": len(s.Rules), "taught": s.Taught() > 0, "audience": view.Typeset(s.Document.Audience)}),
			Layout:      "rules",
			Params:      b.setParams(s),
		})
	}
}

// setParams are the parameters of a page about a whole set of rules.
type setParams struct {
	view.Origin
	Set string `json:"set"`
	Hue string `json:"hue"`
}

func (b *builder) setParams(s site.Set) setParams {
	return setParams{b.view.Origin(s.Document.Pos), s.Document.ID.Value, s.Stage.Hue.Value}
}

// lessons writes the page of each lesson that teaches rules of a set.
func (b *builder) lessons() {
	for _, s := range b.sets {
		taught := s.Lessons()
		for i, r := range taught {
			b.guard(r.Lesson.Pos, func() { b.lessonPage(taught, i) })
		}
	}
}

// lessonPage writes the page of the lesson of rule i of those that have one.
func (b *builder) lessonPage(taught []site.Rule, i int) {
	r := taught[i]
	m := frontMatter{
		Title:       b.view.Call(r) + ": " + view.Typeset(r.Clause.Title),
		Description: view.Typeset(r.Clause.Plain),
		Layout:      "lesson",
	}
	p := b.lesson(taught, i)
	for _, other := range r.Others {
		m.Aliases = append(m.Aliases, typed(other)...)
	}
	m.Aliases, m.Params = append(typed(r), m.Aliases...), p
	b.page(file(r.URL()), m)
	for _, drawn := range b.view.Illustrations(r) {
		if !b.drawn[drawn.File] { // rules of several documents may use a lesson
			b.files = append(b.files, File{Path: "static/" + drawn.File, Body: drawn.Body})
		}
		b.drawn[drawn.File] = true
	}
}

// typed returns the address of a rule's lesson that a child may type, if it is not the page's own.
func typed(r site.Rule) []string {
	if r.Typed() == r.URL() {
		return nil
	}
	return []string{r.Typed()}
}

func (b *builder) lesson(taught []site.Rule, i int) lessonParams {
	r := taught[i]
	l := r.Lesson
	p := lessonParams{
		Origin: b.view.Origin(l.Pos), Set: r.Document.ID.Value, Hue: r.Theme.Hue.Value, Rule: b.view.Rule(r),
		Others: b.view.Rules(r.Others), Again: b.view.Again(r), Talk: view.TypesetAll(l.Talk),
		Story: b.view.Story(r), Home: home{Ask: view.Typeset(l.Home.Ask), Do: view.Typeset(l.Home.Do)}, Words: view.Words(l), Refrain: view.TypesetAll(l.Refrain),
	}
	for _, q := range l.Quiz {
		p.Quiz = append(p.Quiz, b.view.Question(r, q))
	}
	if i > 0 {
		p.Previous = b.view.Neighbour(taught[i-1])
	}
	if i+1 < len(taught) {
		p.Next = b.view.Neighbour(taught[i+1])
	}
	return p
}
