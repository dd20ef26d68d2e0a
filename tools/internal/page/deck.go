package page

import (
	"strings"

	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// deckParams are those of a deck: a lesson or a set of rules, slide by slide, for the projector. A deck is derived from
// what the other pages show and never written by hand. What only the teacher is to see stands on a page of its own
// (notesParams).
type deckParams struct {
	view.Origin
	Set   string     `json:"set,omitempty"`
	Hue   string     `json:"hue"`
	Rule  *view.Rule `json:"rule,omitempty"`  // of a lesson
	Shows string     `json:"shows"`           // the address of the page that is shown
	Typed string     `json:"typed"`           // a short address that leads there, for a child to type
	Notes string     `json:"notes,omitempty"` // the address of the teacher's notes
	Count int        `json:"count"`           // how many slides there are
	Parts []part     `json:"parts"`
}

// part is a stretch of slides that belong together. Name says what it is (start, rule, story, talk, question, words,
// promise, home, all, if, end, section, opening, clause, closing, sign); Title is its own, if it has one.
type part struct {
	Name   string   `json:"name"`
	Mark   string   `json:"mark,omitempty"` // of a rule
	Call   string   `json:"call,omitempty"` // how the rule is called
	Title  string   `json:"title,omitempty"`
	From   string   `json:"from,omitempty"` // of a question in a mix: the title of its rule
	Nth    int      `json:"nth,omitempty"`  // of a question: its number, and of how many
	Of     int      `json:"of,omitempty"`
	Hue    string   `json:"hue,omitempty"`
	Draw   *drawing `json:"draw,omitempty"`
	Slides []slide  `json:"slides"`

	note note
}

// slide is one screen. Kind names its template, layouts/_partials/slide/<kind>.html; which of the fields it has stands
// there. Size is that of its words, in tenths of a hundredth of the slide's height.
type slide struct {
	Number   int             `json:"number"`
	Kind     string          `json:"kind"`
	Size     int             `json:"size,omitempty"`
	About    int             `json:"about,omitempty"` // the size of Text, where it has one of its own
	Title    string          `json:"title,omitempty"`
	Hue      string          `json:"hue,omitempty"`
	Mark     string          `json:"mark,omitempty"`
	Text     string          `json:"text,omitempty"`
	Whole    []string        `json:"whole,omitempty"` // the exact words: those before Text, Text, and those after
	Ask      string          `json:"ask,omitempty"`   // the kind of question that a vote is about
	Gap      int             `json:"gap,omitempty"`   // the gap that a vote is about; those before it are filled
	Picture  *view.Picture   `json:"picture,omitempty"`
	Pictures []*view.Picture `json:"pictures,omitempty"`
	Lines    []view.Line     `json:"lines,omitempty"`
	Entries  []entry         `json:"entries,omitempty"`
	Options  []view.Option   `json:"options,omitempty"`
	Cards    bool            `json:"cards,omitempty"` // the options stand side by side
	Passage  []view.Segment  `json:"passage,omitempty"`
	Message  bool            `json:"message,omitempty"` // the passage is a message, and its slots are phrases; otherwise they are gaps
	Option   *view.Option    `json:"option,omitempty"`
	Verdict  string          `json:"verdict,omitempty"` // yes, not-yet, clue, harmless, step or bin
	Then     string          `json:"then,omitempty"`    // the bin that a thing belongs to, or the scene that a reply leads to

	ScreenOnly bool `json:"screen_only,omitempty"` // the handout leaves it out
}

// entry is a line of a list: a rule with its mark, a word with its meaning, a question to talk about.
type entry struct {
	Mark string `json:"mark,omitempty"`
	Hue  string `json:"hue,omitempty"`
	Term string `json:"term,omitempty"`
	Text string `json:"text"`
}

// decks writes a deck for each set of rules, for each lesson, for each agreement of adults, and a mix for each set; and for
// each lesson the teacher's notes that go with its slides.
func (b *builder) decks() {
	for _, s := range b.sets {
		b.deck(frontMatter{Title: view.SetTitle(s), Params: b.setDeck(s, "/", b.rulesDeck(s))})
	}
	for _, s := range b.sets {
		for _, r := range s.Lessons() {
			b.guard(r.Lesson.Pos, func() {
				of := b.view.Rule(r)
				b.deck(frontMatter{Title: of.Title, Params: deckParams{
					Origin: b.view.Origin(r.Lesson.Pos), Set: of.Set, Hue: of.Hue, Rule: &of,
					Shows: r.URL(), Typed: r.Typed(), Parts: b.lessonDeck(r), Notes: of.Notes,
				}})
			})
		}
	}
	for _, d := range b.site.Agreements() {
		if d.Stage.Value == "" {
			b.deck(frontMatter{Title: view.Typeset(d.Title), Params: deckParams{
				Origin: b.view.Origin(d.Pos), Hue: "sky", Shows: d.URL(), Parts: b.agreementDeck(d),
			}})
		}
	}
	for _, s := range b.sets {
		if s.Taught() > 0 {
			b.deck(frontMatter{Title: b.mixTitle(s), Params: b.setDeck(s, "/mix/", b.mixDeck(s))})
		}
	}
}

// setDeck returns the parameters of a deck that shows a page below the folder of a set of rules.
func (b *builder) setDeck(s site.Set, page string, parts []part) deckParams {
	return deckParams{
		Origin: b.view.Origin(s.Document.Pos), Set: s.Document.ID.Value, Hue: s.Stage.Hue.Value,
		Shows: "/" + s.Document.Folder() + page, Parts: parts,
	}
}

// deck numbers the slides, and writes the deck and its notes.
func (b *builder) deck(m frontMatter) {
	p := m.Params.(deckParams)
	for i := range p.Parts {
		for j := range p.Parts[i].Slides {
			if d := p.Parts[i].Draw; d != nil && !d.Shown {
				continue // it has no number until it is drawn
			}
			p.Count++
			p.Parts[i].Slides[j].Number = p.Count
		}
	}
	if p.Typed == "" {
		p.Typed = p.Shows
	}
	m.Layout, m.Params = "deck", p
	path := strings.Trim(p.Shows, "/")
	b.page("present/"+path+".md", m)
	if p.Notes != "" {
		b.notes("teachers/present/"+path+".md", m.Title, p)
	}
}
