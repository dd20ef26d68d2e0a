package page

import "safeonline/tools/internal/deck"

// deckPages returns the page of a deck, and that of the teacher's notes to it if it has some.
func deckPages(title string, d deck.Deck) []page {
	pages := []page{{path: "present/" + file(d.Shows), Layout: "deck", Title: title, Params: d}}
	if d.NotesURL != "" {
		pages = append(pages, page{path: file(d.NotesURL), Layout: "notes", Title: title, Params: d.Notes()})
	}
	return pages
}
