package draft

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
)

// written is a document while its words are put into it.
type written struct {
	*maker
	doc   *model.Document
	of    readers
	count int // of its clauses

	titles map[string]bool
}

// shown returns the text of a heading with its number, as it is shown.
func (p *piece) shown() string { return strings.TrimSpace(p.number + " " + p.text) }

// begun begins a document: what it is, and whom it is for.
func (m *maker) begun(d *part, o *outline) *written {
	w := &written{maker: m, doc: &model.Document{}, titles: map[string]bool{}}
	w.doc.Heading.Value = m.heading(d)
	w.of = m.readers(d, o)
	w.about(d)
	return w
}

// filled puts the words into a document.
func (w *written) filled(d *part, o *outline) {
	for _, p := range d.head {
		w.place(p, DocumentHeading, "", "")
	}
	for _, s := range o.sections {
		w.section(s)
	}
	w.doc.Signoff = w.signoff(o.signed, func(p *piece, role Role) { w.place(p, role, "", "") })
	if o.author != nil {
		w.doc.Author.Value = o.author.shown()
		w.place(o.author, Author, "", "")
	}
	if len(w.doc.Sections) == 0 {
		w.empty()
	}
}

// unplaced asks where lines go that have no place in a document. It says so of a block although other lines of it have one.
func (w *written) unplaced(d *part, o *outline) {
	for _, p := range o.lost {
		for _, n := range p.lines {
			line := &w.draft.Lines[n]
			line.Role, line.Document, line.Why = Unplaced, w.doc.ID.Value, "nothing that belongs to it comes after it"
		}
		w.ask(w.whereTo(p, d.head), nil)
	}
}

// heading returns the adopted heading, or what takes its place where there is none.
func (m *maker) heading(d *part) string {
	if h := headOf(d); h != "" {
		return h
	}
	if d.whole != nil && headOf(d.whole) != "" {
		return headOf(d.whole)
	}
	if d.policy {
		return strings.TrimSpace(m.draft.Name + " Acceptable Use Policy")
	}
	name := path.Base(m.sources[d.file].Name)
	return english.Capital(tidy(strings.NewReplacer("_", " ", "-", " ").Replace(strings.TrimSuffix(name, path.Ext(name)))))
}

// about says what a document is: its kind, its name, whom it is for.
func (w *written) about(d *part) {
	doc, of := w.doc, w.of
	doc.Kind.Value = "agreement"
	if d.policy {
		doc.Kind.Value = "policy"
		doc.Title.Value = w.title(doc.Heading.Value)
		if doc.Title.Value == "" {
			doc.Title.Value = doc.Heading.Value
		}
		doc.ID.Value = w.anchors.take(strings.TrimSuffix(strings.ToLower(doc.Title.Value), " policy"), "policy")
		doc.Audience.Value = "everybody at the school"
		return
	}
	w.agreements++
	doc.Order.Value = w.agreements
	doc.ID.Value = w.anchors.free(of.id)
	doc.Title.Value, doc.Audience.Value = english.Capital(of.title), of.words
	if of.stage == nil {
		doc.Name.Value = english.Capital(of.short) + " agreement"
		return
	}
	doc.Stage = of.stage.ID
	doc.Rules = &model.RuleSet{}
	doc.Rules.Name.Value = of.rules
	if of.part {
		doc.Rules.Years.Value = english.Capital(of.years)
		doc.Rules.Groups = of.groups
	}
}

// empty gives a document without words a section, since each has one.
func (w *written) empty() {
	s := model.Section{}
	s.ID.Value = w.anchors.take(w.doc.ID.Value+"-agreements", "agreements")
	s.Short.Value = "What everybody at the school agrees to stands in the agreements."
	w.doc.Sections = append(w.doc.Sections, s)
}

// place notes what a piece became.
func (w *written) place(p *piece, role Role, section, clause string) {
	for _, n := range p.lines {
		line := &w.draft.Lines[n]
		line.Role, line.Document, line.Section, line.Clause = role, w.doc.ID.Value, section, clause
		if p.kind != sign {
			continue
		}
		for _, number := range append(p.cells, p.number) {
			if number != "" {
				line.Signs = append(line.Signs, number)
			}
		}
	}
}

// section makes a section.
func (w *written) section(s *section) {
	if s.heading == nil && len(s.passages)+len(s.rules)+len(s.closing) == 0 && s.stem == nil {
		return
	}
	var out model.Section
	name := w.doc.ID.Value + "-agreement"
	if w.doc.Kind.Value == "policy" {
		name = "introduction"
	}
	if s.heading != nil {
		out.Heading.Value = s.heading.shown()
		name = s.heading.text
	}
	out.ID.Value = w.anchors.section(name, w.doc.ID.Value)
	out.Short.Value = w.short(s)
	id := out.ID.Value
	if s.heading != nil {
		w.place(s.heading, SectionHeading, id, "")
	}
	out.Passages = w.paragraphs(s.passages, Passage, id)
	if s.stem != nil {
		out.Stem.Value = s.stem.text
		w.place(s.stem, Stem, id, "")
	}
	out.Clauses = w.clauses(s.rules, out.Stem.Value, id)
	out.Closing = w.paragraphs(s.closing, Closing, id)
	w.doc.Sections = append(w.doc.Sections, out)
}

// short says in plain words what a section is about, as well as nobody can who has only its heading.
func (w *written) short(s *section) string {
	what := "The beginning of the policy."
	if w.doc.Kind.Value != "policy" {
		what = "What " + w.of.words + " agree to."
	}
	if s.heading != nil {
		if what = fmt.Sprintf("What the policy says about “%s”.", strings.TrimRight(s.heading.text, ":.")); w.doc.Kind.Value != "policy" {
			what = fmt.Sprintf("What %s agree to: “%s”.", w.of.words, strings.TrimRight(s.heading.text, ":."))
		}
	}
	return what
}

// paragraphs makes passages.
func (w *written) paragraphs(list []*piece, role Role, section string) (out []model.Passage) {
	for _, p := range list {
		one := model.Passage{Errata: w.errata(p.shown(), p.lines[0])}
		one.Text.Value = p.shown()
		out = append(out, one)
		w.place(p, role, section, "")
	}
	return out
}

// clauses makes the clauses of a list.
func (w *written) clauses(rules []*rule, stem, section string) (out []model.Clause) {
	for _, r := range rules {
		var c model.Clause
		w.count++
		c.Mark.Value = strings.Trim(r.number, "().: ")
		c.ID.Value = w.anchors.free(w.clauseID(c.Mark.Value))
		c.Text.Value = r.text
		c.Errata = w.errata(r.text, r.lines[0])
		w.place(r.piece, Clause, section, c.ID.Value)
		whole := w.say(r.piece, stem, &c, section)
		if len(r.rules) > 0 {
			below := whole
			if !r.stemlike() {
				below = ""
			}
			c.Clauses = w.clauses(r.rules, below, section)
			for i := range c.Clauses {
				if below == "" && c.Clauses[i].Say.Value == "" {
					c.Clauses[i].Say.Value = c.Clauses[i].Text.Value // the line above is a sentence of its own
				}
			}
		} else if w.of.stage != nil {
			w.rule(r.piece, whole, stem, &c)
		}
		out = append(out, c)
	}
	return out
}

// clauseID returns the id of a clause: that of its document with its letter, or with its place.
func (w *written) clauseID(mark string) string {
	of := w.doc.ID.Value
	if w.doc.Kind.Value == "policy" {
		of = "policy"
	}
	if isLetter(mark) {
		return of + "-" + strings.ToLower(mark)
	}
	return of + "-" + strconv.Itoa(w.count)
}

// isLetter reports whether a mark is one letter, as those of a word are that a list spells, and no number.
func isLetter(mark string) bool {
	return len(mark) == 1 && mark[0] >= 'A' && mark[0] <= 'Z' && mark != "I" && mark != "V" && mark != "X"
}

// spells returns the word that the marks of clauses spell, or "".
func spells(o *outline) string {
	word := ""
	for _, s := range o.sections {
		for _, r := range s.rules {
			mark := strings.Trim(r.number, "().: ")
			if len(mark) != 1 || mark < "A" || mark > "Z" {
				return ""
			}
			word += mark
		}
	}
	if len(word) < 4 || slices.IsSorted([]byte(word)) {
		return ""
	}
	return word
}
