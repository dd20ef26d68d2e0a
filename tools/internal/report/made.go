package report

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"safeonline/tools/internal/draft"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
)

// made is what became of a line.
type made struct {
	Role     string
	In       string // what joins it to the document: "in", "of"
	Document string // its title
	Clause   *model.Clause
	Hue      string   // of the clause's theme
	Lesson   string   // such as "STAGE/passwords"
	None     string   // why there is no lesson
	Why      string   // what speaks for the lesson
	Offer    string   // the line for the clause with the plain words that the library offers
	Whole    bool     // its words are in the document, one after the other
	Missing  []string // its words that are not in the document
}

// maker looks up what became of lines.
type maker struct {
	of    Import
	lines map[placeIn]int
	asked map[int][]question          // by the line; -1 for those about no line
	said  map[string]*said            // by the id of a document; "" for all of them
	rules map[[2]string]*model.Clause // by the ids of a document and of a clause
	gone  []string                    // what was filled in, and so is in no document
}

// said holds the words of a document.
type said struct {
	text string // with a space around each
	has  map[string]bool
	at   int // where the last line was found that was looked for
}

// holds reports whether the words are in the document, one after the other. Lines mostly come in the order of the document.
func (s *said) holds(words string) bool {
	if i := strings.Index(s.text[s.at:], words); i >= 0 {
		s.at += i
		return true
	}
	return strings.Contains(s.text, words)
}

func newMaker(of Import) *maker {
	m := &maker{of: of, lines: linesOf(of.Draft), asked: map[int][]question{}, said: map[string]*said{}, rules: map[[2]string]*model.Clause{}}
	many := map[string]int{}
	for _, q := range of.Draft.Questions {
		asked := newQuestion(q)
		if many[asked.Ref]++; many[asked.Ref] > 1 { // the same is asked of several lines
			asked.Ref += fmt.Sprintf("-%d", many[asked.Ref])
		}
		m.asked[q.Line] = append(m.asked[q.Line], asked)
		if q.Ask == draft.WhichBlank && q.Answer != "" {
			m.gone = append(m.gone, q.About)
		}
	}
	all := of.Draft.Name
	for _, d := range of.Draft.Documents {
		text := textOf(d)
		m.said[d.ID.Value] = newSaid(text)
		for c := range d.AllClauses() {
			m.rules[[2]string{d.ID.Value, c.ID.Value}] = c
		}
		all += "\n" + text
	}
	m.said[""] = newSaid(all)
	return m
}

// made returns the state of a line, and what became of it.
func (m *maker) made(l draft.Line) (state, made) {
	switch l.Role {
	case draft.Unplaced:
		return notIn, made{Why: l.Why}
	case draft.LeftOut:
		return leftOut, made{Role: english.Capital(string(l.Role)), Why: l.Why}
	}
	made := made{Role: english.Capital(string(l.Role)), In: "in", Why: l.Why}
	if len(l.Signs) > 0 && l.Why == "" {
		made.Why = fmt.Sprintf("“%s” was typed before it as a bullet or a number, and is no word of it", l.Signs[0])
	}
	if l.Role == draft.DocumentHeading {
		made.Role, made.In = english.Capital(string(draft.SectionHeading)), "of"
	}
	if d := m.document(l.Document); d != nil {
		made.Document = d.Title.Value
		if c := m.rules[[2]string{l.Document, l.Clause}]; c != nil {
			made.rule(d, c)
			if l.Offer != "" && c.Lesson != nil && c.Lesson.Matched && c.Plain.Value != l.Offer {
				made.Offer = "plain: " + always(l.Offer)
			}
		}
	}
	words, text := cmp.Or(m.said[l.Document], m.said[""]), l.Words()
	if strings.Contains(text, "\n") { // its lines may be in several documents
		words = m.said[""]
	}
	made.Whole = words.holds(wordsOf(text))
	for _, blank := range m.gone {
		text = strings.ReplaceAll(text, blank, " ")
	}
	for w := range strings.FieldsSeq(wordsOf(text)) {
		if !words.has[w] && !slices.Contains(made.Missing, w) {
			made.Missing = append(made.Missing, w)
		}
	}
	if len(made.Missing) > 0 {
		return changed, made
	}
	return placed, made
}

// rule adds a clause of a document, and its lesson.
func (made *made) rule(d *model.Document, c *model.Clause) {
	made.Clause = c
	for _, t := range d.Themes {
		if t.ID.Value == c.Theme.Value {
			made.Hue = t.Hue.Value
		}
	}
	if c.Lesson == nil {
		return
	}
	if made.None = c.Lesson.None.Value; c.Lesson.Name.Value != "" {
		made.Lesson = d.Stage.Value + "/" + c.Lesson.Name.Value
	}
}

func (m *maker) document(id string) *model.Document {
	for i := range m.of.Draft.Documents {
		if d := &m.of.Draft.Documents[i]; id != "" && d.ID.Value == id {
			return d
		}
	}
	return nil
}

// textOf returns the adopted words of a document, in order.
func textOf(d model.Document) string {
	parts := []string{d.Heading.Value, d.Author.Value, d.Audience.Value}
	for _, s := range d.Sections {
		parts = append(parts, s.Heading.Value)
		for _, p := range s.Passages {
			parts = append(parts, p.Text.Value)
		}
		parts = append(parts, s.Stem.Value)
		for c := range s.AllClauses() {
			parts = append(parts, c.Mark.Value, c.Text.Value)
		}
		for _, p := range s.Closing {
			parts = append(parts, p.Text.Value)
		}
	}
	for _, s := range d.Signoff {
		parts = append(parts, s.Who.Value, s.Heading.Value, s.Agree.Value)
		for _, f := range s.Fields {
			parts = append(parts, f.Label.Value)
		}
	}
	return strings.Join(parts, "\n")
}

func newSaid(text string) *said {
	s := &said{text: wordsOf(text), has: map[string]bool{}}
	for w := range strings.FieldsSeq(s.text) {
		s.has[w] = true
	}
	return s
}

var word = regexp.MustCompile(`[\p{L}\p{N}]+`)

// wordsOf returns the words of a text in small letters, with a space around each.
func wordsOf(text string) string {
	return " " + strings.ToLower(strings.Join(word.FindAllString(text, -1), " ")) + " "
}

// Tile returns the colour of the tile with the mark.
func (m made) Tile() string { return cmp.Or(m.Hue, "none") }
