package page

import "safeonline/tools/internal/deck"

// deckPages returns the page of a deck, those of the routes of plans through it, and that of the teacher's notes to it if it has some.
func deckPages(title string, d deck.Deck) []page {
	pages := []page{{path: "present/" + file(d.Shows), Layout: "deck", Title: title, Params: d}}
	for _, route := range d.Plans() {
		pages = append(pages, page{path: file(route.URL), Layout: "deck", Title: title, Params: d.Only(route.Name)})
	}
	if d.NotesURL != "" {
		pages = append(pages, page{path: file(d.NotesURL), Layout: "notes", Title: title, Params: d.Notes()})
	}
	return pages
}
