// Package deck makes the slides for the projector: of a lesson, of a set of rules, of an agreement and of a mix for a class;
// and the teacher's notes that go with the slides of a lesson. It decides which slides there are, how large their text is, and
// where it is split. Templates decide how they look.
package deck

import (
	"cmp"

	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// Deck is a lesson or a set of rules, slide by slide, for the projector. A deck is derived from what the other pages show and
// never written by hand. What only the teacher is to see is on a page of its own (Notes).
type Deck struct {
	view.Origin
	Set      string     `json:"set,omitempty"`
	Hue      string     `json:"hue"`
	Rule     *view.Rule `json:"rule,omitempty"`  // of a lesson
	Shows    string     `json:"shows"`           // the address of the page that is shown
	Typed    string     `json:"typed"`           // a short address that leads there, for a child to type
	NotesURL string     `json:"notes,omitempty"` // the address of the teacher's notes; empty if there are none
	Count    int        `json:"count"`           // how many slides there are
	Parts    []part     `json:"parts"`
}

// part is a stretch of slides that belong together. Name says what it is (start, rule, ground, story, refrain, talk, question, words,
// promise, home, all, if, end, section, opening, clause, closing, sign); Title is its own, if it has one; Heading is how people
// know it: in the foot of its slides, in the contents and in the notes.
type part struct {
	Name    string   `json:"name"`
	Heading string   `json:"heading"`
	Title   string   `json:"title,omitempty"`
	Hue     string   `json:"hue,omitempty"`
	Draw    *drawing `json:"draw,omitempty"`
	Slides  []slide  `json:"slides"`

	note note
}

// slide is one screen. Kind names its template, layouts/_partials/slide/<kind>.html; which of the fields it has stands
// there. Size is that of its words, in tenths of a hundredth of the slide's height.
type slide struct {
	Number   int                `json:"number"`
	Kind     string             `json:"kind"`
	Size     int                `json:"size,omitempty"`
	About    int                `json:"about,omitempty"` // the size of Text, where it has one of its own
	Title    string             `json:"title,omitempty"`
	Hue      string             `json:"hue,omitempty"`
	Mark     string             `json:"mark,omitempty"`
	Text     string             `json:"text,omitempty"`
	Whole    []string           `json:"whole,omitempty"` // the exact words: those before Text, Text, and those after
	Ask      string             `json:"ask,omitempty"`   // the kind of question that a vote is about
	Gap      int                `json:"gap,omitempty"`   // the gap that a vote is about; those before it are filled
	Picture  *view.Picture      `json:"picture,omitempty"`
	Pictures []*view.Picture    `json:"pictures,omitempty"`
	Drawn    *view.Illustration `json:"drawn,omitempty"` // of a scene, in place of the pictures
	Lines    []view.Line        `json:"lines,omitempty"`
	Entries  []entry            `json:"entries,omitempty"`
	Options  []view.Option      `json:"options,omitempty"`
	Cards    bool               `json:"cards,omitempty"` // the options stand side by side
	Passage  []view.Segment     `json:"passage,omitempty"`
	Message  bool               `json:"message,omitempty"` // the passage is a message, and its slots are phrases; otherwise they are gaps
	Option   *view.Option       `json:"option,omitempty"`
	Verdict  string             `json:"verdict,omitempty"` // yes, not-yet, clue, harmless, step or bin
	Then     string             `json:"then,omitempty"`    // the bin that a thing belongs to, or words that say which scene a reply leads to

	ScreenOnly bool `json:"screen_only,omitempty"` // the handout leaves it out
}

// entry is a line of a list: a rule with its mark, a word with its meaning, a question to talk about.
type entry struct {
	Mark string `json:"mark,omitempty"`
	Hue  string `json:"hue,omitempty"`
	Term string `json:"term,omitempty"`
	Text string `json:"text"`
}

// ofSet returns the deck of a page below the folder of a set of rules.
func ofSet(v *view.Site, s site.Set, page string, parts []part) Deck {
	return finished(v, Deck{
		Origin: v.Origin(s.Document.Pos), Set: s.Document.ID.Value, Hue: s.Stage.Hue.Value,
		Shows: "/" + s.Document.Folder() + page, Parts: parts,
	})
}

// finished returns a deck whose slides are numbered from 1, and whose parts all have a heading. Where no address is short, the
// one that it shows is typed.
func finished(v *view.Site, d Deck) Deck {
	for i := range d.Parts {
		p := &d.Parts[i]
		if p.Heading == "" {
			p.Heading = headed(v.Text("part_"+p.Name, nil), p.Title)
		}
		if p.Draw != nil && !p.Draw.Shown {
			continue // its slides have no numbers until it is drawn
		}
		for i := range p.Slides {
			d.Count++
			p.Slides[i].Number = d.Count
		}
	}
	d.Typed = cmp.Or(d.Typed, d.Shows)
	return d
}

// headed returns the heading of a part: what it is, and its title if it has one.
func headed(name, title string) string {
	if title == "" {
		return name
	}
	return name + ": " + title
}
