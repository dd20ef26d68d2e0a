package site

import (
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/words"
)

// Part is a part of an edition that can change by itself: a clause, what a section says outside its clauses, or what a document says outside
// its sections. Its words are as they are published, with a line for each heading and paragraph.
type Part struct {
	ID       string
	Document model.Document
	Section  *model.Section
	Clause   *model.Clause
	Words    string

	within string // the id of the part around it
}

// Change is what became of a part from one edition to the next. Was is nil if it is new, and Now if it was dropped.
type Change struct {
	ID       string
	Was, Now *Part
	Changed  bool // its words
	Moved    bool // to another section or document, or to another place among the others there
}

// Same reports whether nothing has changed, except perhaps the number that the part has.
func (c Change) Same() bool { return c.Was != nil && c.Now != nil && !c.Changed && !c.Moved }

// text returns the documents of an edition, by its place in the history, or nil if nobody has kept them. Those of the last one are the policy
// itself.
func (s *Site) text(edition int) []model.Document {
	switch list := s.History.Editions; {
	case edition < 0:
		return nil
	case edition == len(list)-1:
		return s.Documents
	default:
		return list[edition].Documents
	}
}

// ChangesOf compares an edition, by its place in the history, with the one before. It returns nil if the text of either is not kept.
func (s *Site) ChangesOf(edition int) []Change {
	was, now := s.text(edition-1), s.text(edition)
	if was == nil || now == nil {
		return nil
	}
	return Changes(was, now)
}

// Changes compares two editions. The changes are in the order of the later one; what was dropped from a document comes after the rest of it.
func Changes(was, now []model.Document) []Change {
	return slices.DeleteFunc(Compare(was, now), Change.wordless)
}

// Compare is like Changes, and has the parts without words of their own, too.
func Compare(was, now []model.Document) (list []Change) {
	before, after := parts(was), parts(now)
	moved := movedParts(before, after)
	old := map[string]*Part{}
	for i := range before {
		old[before[i].ID] = &before[i]
	}
	for i := range after {
		c := Change{ID: after[i].ID, Was: old[after[i].ID], Now: &after[i], Moved: moved[after[i].ID]}
		c.Changed = c.Was != nil && c.Was.Words != c.Now.Words
		list = append(list, c)
		delete(old, c.ID)
	}
	for i := range before {
		if gone := &before[i]; old[gone.ID] != nil {
			list = slices.Insert(list, endOf(list, gone.Document.ID.Value), Change{ID: gone.ID, Was: gone})
		}
	}
	return list
}

// wordless reports whether a part has no words of its own in either text, as a section has that is only clauses.
func (c Change) wordless() bool {
	return !c.Moved && (c.Was == nil || c.Was.Words == "") && (c.Now == nil || c.Now.Words == "")
}

// endOf returns the place after the last change in a document.
func endOf(list []Change, document string) int {
	for i, c := range slices.Backward(list) {
		part := c.Now
		if part == nil {
			part = c.Was
		}
		if part.Document.ID.Value == document {
			return i + 1
		}
	}
	return len(list)
}

// parts returns all parts of a text in their order.
func parts(documents []model.Document) (list []Part) {
	for _, d := range documents {
		list = append(list, Part{ID: d.ID.Value, Document: d, Words: outsideSections(d)})
		for i := range d.Sections {
			s := &d.Sections[i]
			list = append(list, Part{ID: s.ID.Value, Document: d, Section: s, Words: outsideClauses(*s), within: d.ID.Value})
			for c := range s.AllClauses() {
				list = append(list, Part{ID: c.ID.Value, Document: d, Section: s, Clause: c, Words: Published(c.Text, c.Errata), within: s.ID.Value})
			}
		}
	}
	return list
}

// outsideSections returns the adopted words of a document that are in no section: its heading, and what people sign.
func outsideSections(d model.Document) string {
	list := []string{d.Heading.Value}
	for _, s := range d.Signoff {
		var labels []string
		for _, f := range s.Fields {
			labels = append(labels, f.Label.Value)
		}
		list = append(list, s.Heading.Value, s.Who.Value, s.Agree.Value, strings.Join(labels, " · "))
	}
	return lines(append(list, d.Author.Value))
}

// outsideClauses returns the adopted words of a section that are in no clause.
func outsideClauses(s model.Section) string {
	list := []string{s.Heading.Value}
	for _, p := range s.Passages {
		list = append(list, Published(p.Text, p.Errata))
	}
	list = append(list, s.Stem.Value)
	for _, p := range s.Closing {
		list = append(list, Published(p.Text, p.Errata))
	}
	return lines(list)
}

func lines(list []string) string {
	return strings.Join(slices.DeleteFunc(list, func(s string) bool { return s == "" }), "\n")
}

// movedParts returns the ids of the parts that both texts have, and that are in another place in the later one.
func movedParts(before, after []Part) map[string]bool {
	was := map[string]string{}
	for _, p := range before {
		was[p.ID] = p.within
	}
	moved, stay := map[string]bool{}, map[string]bool{}
	for _, p := range after {
		within, both := was[p.ID]
		stay[p.ID] = both && within == p.within
		moved[p.ID] = both && within != p.within
	}
	old, young := siblings(before, stay), siblings(after, stay)
	for within, ids := range young {
		_, inOrder := words.Common(old[within], ids)
		for i, ordered := range inOrder {
			moved[ids[i]] = !ordered
		}
	}
	return moved
}

// siblings returns the ids of sections and clauses that stay, in their order, by the part around them.
func siblings(list []Part, stay map[string]bool) map[string][]string {
	within := map[string][]string{}
	for _, p := range list {
		if stay[p.ID] && p.Section != nil {
			within[p.within] = append(within[p.within], p.ID)
		}
	}
	return within
}

// reasons checks the texts of the earlier editions, and that each reason for a change is that of one.
func (c *checker) reasons() {
	for i, e := range c.data.History.Editions {
		c.former(e.Documents)
		changes := c.site.ChangesOf(i)
		ids, changed, seen := namesOf(), map[string]bool{}, map[string]diag.Pos{}
		for _, change := range changes {
			ids.add(change.ID)
			changed[change.ID] = !change.Same()
		}
		for _, r := range e.Reasons {
			c.longWord(r.Why)
			switch {
			case changes == nil:
				c.idle(diag.Text{Value: "reasons", Pos: r.Clause.Pos}, "there is no text of the edition before to compare this one with")
			case !c.known(diag.UnknownClause, "clause or section", r.Clause, ids, "see the edition's text and the one before for their clauses"):
			case !changed[r.Clause.Value]:
				c.idle(diag.Text{Value: "reasons", Pos: r.Clause.Pos}, "the clause is as it was in the edition before")
			default:
				c.once(seen, "reason for", r.Clause)
			}
		}
	}
}

// former checks the text of an earlier edition as far as pages show it.
func (c *checker) former(documents []model.Document) {
	ids := map[string]diag.Pos{}
	for _, d := range documents {
		c.anchor(ids, "document", d.ID)
		c.longWord(d.Heading)
		for _, s := range d.Sections {
			c.anchor(ids, "section", s.ID)
			c.longWord(s.Stem)
			for _, p := range slices.Concat(s.Passages, s.Closing) {
				c.errata(p.Text, p.Errata)
				c.longWord(p.Text)
			}
		}
		for cl := range d.AllClauses() {
			c.anchor(ids, "clause", cl.ID)
			c.errata(cl.Text, cl.Errata)
			c.longWord(cl.Text)
		}
	}
}

// ChangeID returns the id that a change has on the page of all changes: that of its part, after the day of the edition that made it unless that is
// the last one.
func (s *Site) ChangeID(edition int, c Change) string {
	if edition == len(s.History.Editions)-1 {
		return c.ID
	}
	return s.History.Editions[edition].Adopted.Value + "-" + c.ID
}

// changeIDs returns the ids of the page of all changes.
func (s *Site) changeIDs() (ids []string) {
	for i := range s.History.Editions {
		for _, c := range s.ChangesOf(i) {
			if !c.Same() {
				ids = append(ids, s.ChangeID(i, c))
			}
		}
	}
	return ids
}
