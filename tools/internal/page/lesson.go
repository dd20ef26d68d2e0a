package page

import (
	"slices"

	"safeonline/tools/internal/deck"
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

// lessonPages returns the pages of the lesson of rule i of those that have one: the lesson, its plan, its deck with the notes, and
// its worksheet with the answers and the exit slip.
func lessonPages(v *view.Site, s *site.Site, taught []site.Rule, i int) []page {
	r := taught[i]
	return slices.Concat(
		[]page{lessonPage(v, taught, i), planPage(v, s, r)}, deckPages(view.Typeset(r.Clause.Title), deck.Lesson(v, r)), worksheetPages(v, r),
	)
}

// lessonPage returns the page of the lesson itself, which leads to the lessons before and after it.
func lessonPage(v *view.Site, taught []site.Rule, i int) page {
	r := taught[i]
	p := page{
		path: file(r.URL()), Layout: "lesson", Title: v.Call(r) + ": " + view.Typeset(r.Clause.Title),
		Description: view.Typeset(r.Clause.Plain), Params: lessonParamsOf(v, taught, i),
	}
	for _, rule := range append([]site.Rule{r}, r.Others...) {
		if rule.Typed() != rule.URL() { // the address that a child may type
			p.Aliases = append(p.Aliases, rule.Typed())
		}
	}
	return p
}

func lessonParamsOf(v *view.Site, taught []site.Rule, i int) lessonParams {
	r := taught[i]
	l := r.Lesson
	p := lessonParams{
		Origin: v.Origin(l.Pos), Set: r.Document.ID.Value, Hue: r.Theme.Hue.Value, Rule: v.Rule(r),
		Others: v.Rules(r.Others), Again: v.Again(r), Talk: view.TypesetAll(l.Talk),
		Story: v.Story(r), Home: home{Ask: view.Typeset(l.Home.Ask), Do: view.Typeset(l.Home.Do)}, Words: view.Words(l), Refrain: view.TypesetAll(l.Refrain),
	}
	for _, q := range l.Quiz {
		p.Quiz = append(p.Quiz, v.Question(r, q))
	}
	if i > 0 {
		p.Previous = v.Neighbour(taught[i-1])
	}
	if i+1 < len(taught) {
		p.Next = v.Neighbour(taught[i+1])
	}
	return p
}
