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
	Routes   []Route    `json:"routes,omitempty"` // of a lesson: the ways through its slides
	Route    *Route     `json:"route,omitempty"`  // the one that the deck has alone
}

// part is a stretch of slides that belong together. Name says what it is (start, rule, ready, story, refrain, talk, question,
// promise, home, all, if, end, section, opening, clause, closing, sign); Title is its own, if it has one; Heading is how people
// know it: in the foot of its slides, in the contents and in the notes.
type part struct {
	Name    string   `json:"name"`
	Key     string   `json:"key,omitempty"` // of a lesson: what the notes know the part by
	Heading string   `json:"heading"`
	Title   string   `json:"title,omitempty"`
	Hue     string   `json:"hue,omitempty"`
	Draw    *drawing `json:"draw,omitempty"`
	Short   bool     `json:"short,omitempty"` // only the routes of plans show it
	Step    int      `json:"step,omitempty"`  // in a route: the step of the plan, from 1, that shows it
	Slides  []slide  `json:"slides"`

	note note
}

// slide is one screen. Kind names its template, layouts/_partials/slide/<kind>.html; which of the fields it has stands
// there. Size is that of its words, in tenths of a hundredth of the slide's height.
type slide struct {
	Number   int                `json:"number"`
	Kind     string             `json:"kind"`
	Size     int                `json:"size,omitempty"`
	About    int                `json:"about,omitempty"` // the size of Text or Lines, where they have one of their own
	Title    string             `json:"title,omitempty"`
	Hue      string             `json:"hue,omitempty"`
	Mark     string             `json:"mark,omitempty"`
	Text     string             `json:"text,omitempty"`
	Whole    []string           `json:"whole,omitempty"` // the exact words: those before Text, Text, and those after
	Picture  *view.Picture      `json:"picture,omitempty"`
	Pictures []*view.Picture    `json:"pictures,omitempty"`
	Drawn    *view.Illustration `json:"drawn,omitempty"` // of a scene, in place of the pictures
	Lines    []view.Line        `json:"lines,omitempty"`
	Part     bool               `json:"part,omitempty"` // of a rule: the slide has a part of it
	Stop     string             `json:"stop,omitempty"` // of a scene in a plan's route: where the teacher stops; Text is what she asks
	Entries  []entry            `json:"entries,omitempty"`

	// Of a question.
	Whys    int         `json:"whys,omitempty"` // the size of what is said about an option
	Filed   int         `json:"filed,omitempty"`
	Wide    *sizes      `json:"wide,omitempty"`
	Facts   string      `json:"facts,omitempty"`   // the beginning of Text, which a narrow screen leaves out once whys are shown
	Leave   bool        `json:"leave,omitempty"`   // every screen leaves them out then
	Letters []string    `json:"letters,omitempty"` // by which a class votes
	Answers []answer    `json:"answers,omitempty"`
	Boxes   []box       `json:"boxes,omitempty"`
	Groups  []group     `json:"groups,omitempty"`
	Passage []passageOf `json:"passage,omitempty"`
	Via     []via       `json:"via,omitempty"` // of a scene of a chat: the replies that lead there

	Play play `json:"play"`
}

// play is what the script knows of a slide.
type play struct {
	Part    string            `json:"part,omitempty"`    // the key of its part
	Name    string            `json:"name,omitempty"`    // of a question's slide, unique in the deck
	Presses int               `json:"presses,omitempty"` // how many times it shows more, in place
	Turns   []int             `json:"turns,omitempty"`   // the numbers of presses after which the class votes
	Chat    string            `json:"chat,omitempty"`    // of a scene of a chat: the name of the question
	Best    string            `json:"best,omitempty"`    // of a scene of a chat: the letter of the best reply
	Goes    map[string]string `json:"goes,omitempty"`    // of a scene of a chat: the name of the slide that each letter leads to
	In      map[string]spot   `json:"in,omitempty"`      // the routes that have the slide
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
		if p.Short || p.Draw != nil && !p.Draw.Shown {
			continue // its slides have no numbers until it is drawn, or its route is chosen
		}
		d.number(p)
	}
	d.Typed = cmp.Or(d.Typed, d.Shows)
	return d
}

// number gives the slides of a part their numbers.
func (d *Deck) number(p *part) {
	for i := range p.Slides {
		d.Count++
		p.Slides[i].Number = d.Count
	}
}

// headed returns the heading of a part: what it is, and its title if it has one.
func headed(name, title string) string {
	if title == "" {
		return name
	}
	return name + ": " + title
}
