package export

import (
	"slices"

	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// products are what formats are for, with their pictures in assets/pictures, in the order in which the page for teachers shows them: the
// most used first.
var products = []Product{
	{ID: "word", Picture: "memo.svg"},
	{ID: "classroom", Picture: "books.svg"},
	{ID: "teams", Picture: "busts-in-silhouette.svg"},
	{ID: "moodle", Picture: "puzzle-piece.svg"},
	{ID: "kahoot", Picture: "joystick.svg"},
	{ID: "blooket", Picture: "game-die.svg"},
	{ID: "quizizz", Picture: "video-game.svg"},
	{ID: "platform", Picture: "school.svg"},
	{ID: "text", Picture: "page-facing-up.svg"},
}

// Product is a program that a school may have. Its name is the word take_<id>.
type Product struct {
	ID      string
	Picture string
}

// Offer is what a product can have of a lesson.
type Offer struct {
	ID      string       `json:"id"`
	Picture view.Picture `json:"picture"`
	Files   []Offered    `json:"files"`
}

// Offered is a file, or a link that takes the address of the lesson, and how many of the questions it holds. Of is 0 where it holds all of the
// lesson.
type Offered struct {
	Format string `json:"format"`
	File   string `json:"file,omitempty"`  // the address of a file
	Share  string `json:"share,omitempty"` // the beginning of an address
	Holds  int    `json:"holds"`
	Of     int    `json:"of"`
}

// Missing is a sentence about what was left out, and the formats that left it out.
type Missing struct {
	Says    string   `json:"says"`
	Formats []string `json:"formats"`
}

// Offers returns what can be had of a rule's lesson, and what was left out of it.
func Offers(v *view.Site, r site.Rule) (offers []Offer, missing []Missing) {
	l := reader{Site: v}.lesson(r)
	for _, p := range products {
		o := Offer{ID: p.ID, Picture: view.Picture{File: p.Picture}}
		for _, f := range formats {
			if f.For != p.ID {
				continue
			}
			d := f.Draft(v.Words, l)
			for _, says := range d.Without() {
				missing = miss(missing, says, f.ID)
			}
			if !d.Empty() {
				o.Files = append(o.Files, f.offered(d, r.Document.Folder(), len(l.Questions)))
			}
		}
		if o.Files != nil {
			offers = append(offers, o)
		}
	}
	return offers, missing
}

// offered returns the file of a lesson, of whose questions there are so many.
func (f Format) offered(d Draft, folder string, questions int) Offered {
	o := Offered{Format: f.ID, Share: f.share}
	if f.Kinds != nil {
		o.Holds, o.Of = len(d.Questions), questions
	}
	switch {
	case f.OfSet():
		o.File = "/" + f.pathOfSet(folder)
	case !f.Shares():
		o.File = "/" + f.path(d.Lesson)
	}
	return o
}

// miss adds a format to those of a sentence.
func miss(list []Missing, says, format string) []Missing {
	i := slices.IndexFunc(list, func(m Missing) bool { return m.Says == says })
	if i < 0 {
		return append(list, Missing{says, []string{format}})
	}
	list[i].Formats = append(list[i].Formats, format)
	return list
}
