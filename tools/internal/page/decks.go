package page

import (
	"safeonline/tools/internal/deck"
	"safeonline/tools/internal/view"
)

// decks writes a deck for each set of rules, for each lesson, for each agreement of adults, and a mix for each set; and for
// each lesson the teacher's notes that go with its slides.
func (b *builder) decks() {
	for _, s := range b.sets {
		b.deck(view.SetTitle(s), deck.Rules(b.view, s))
	}
	for _, s := range b.sets {
		for _, r := range s.Lessons() {
			b.guard(r.Lesson.Pos, func() { b.deck(view.Typeset(r.Clause.Title), deck.Lesson(b.view, r)) })
		}
	}
	for _, d := range b.site.Agreements() {
		if d.Stage.Value == "" {
			b.deck(view.Typeset(d.Title), deck.Agreement(b.view, d))
		}
	}
	for _, s := range b.sets {
		if s.Taught() > 0 {
			b.deck(b.mixTitle(s), deck.Mix(b.view, s))
		}
	}
}

// deck writes a deck, and its notes if it has some.
func (b *builder) deck(title string, d deck.Deck) {
	b.page("present/"+file(d.Shows), frontMatter{Title: title, Layout: "deck", Params: d})
	if d.NotesURL != "" {
		b.page(file(d.NotesURL), frontMatter{Title: title, Layout: "notes", Params: d.Notes()})
	}
}
