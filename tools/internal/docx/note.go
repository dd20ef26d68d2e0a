package docx

import (
	"cmp"
	"slices"

	"safeonline/tools/internal/block"
)

// notes is one of the two kinds of notes, footnotes and endnotes (ECMA-376 part 1, 17.11).
type notes struct {
	kind string // "footnote" or "endnote"
	part block.Part
}

// reference is a mark in the text to which a note belongs.
type reference struct{ kind, id, mark string }

// noteForms reads in which form the two kinds of notes are numbered, from the settings of the file (part 1, 17.11.18).
func (s *scanner) noteForms() map[string]string {
	forms := map[string]string{}
	s.root(func(element) {
		s.children(func(e element) {
			if !e.is(w, "footnotePr") && !e.is(w, "endnotePr") {
				return
			}
			kind := e.local[:len(e.local)-len("Pr")]
			s.children(func(e element) {
				if e.is(w, "numFmt") {
					forms[kind] = e.val()
				}
			})
		})
	})
	return forms
}

// refer reads a mark to which a note belongs (part 1, 17.11.7 and 17.11.14). Its number is that of its place in the text.
func (r *reader) refer(e element, l look) {
	kind := e.local[:len(e.local)-len("Reference")]
	id, _ := e.get(w, "id")
	if r.hides("", r.whole(l)) || slices.ContainsFunc(r.notes[max(len(r.notes)-mostNotes, 0):], func(n reference) bool { return n.kind == kind && n.id == id }) {
		return
	}
	mark := "*"
	if custom, _ := e.get(w, "customMarkFollows"); custom == "" || custom == "0" || custom == "false" {
		mark = numeral(r.nextNote(kind), cmp.Or(r.forms[kind], map[string]string{"endnote": "lowerRoman"}[kind]), "")
	}
	if len(r.notes) < mostNotes {
		r.notes = append(r.notes, reference{kind, id, mark})
		r.add(block.Run{Note: mark}, l)
	}
}

// mostNotes is how many notes of a file are read.
const mostNotes = 1000

func (r *reader) nextNote(kind string) int {
	n := 1
	for _, other := range r.notes {
		if other.kind == kind && other.mark != "*" {
			n++
		}
	}
	return n
}

// notesPart reads the notes of one kind, and puts them in the order of their marks.
func (r *reader) notesPart(of notes) *block.Fault {
	name := r.relatedMain.byKind[of.kind+"s"]
	s, fault := r.scan(name)
	if s == nil || fault != nil {
		return fault
	}
	if r.related, fault = r.relations(name); fault != nil {
		return fault
	}
	var found []block.Block
	order := map[string]int{}
	r.scanner, r.part, r.out = s, of.part, &found
	s.root(func(element) {
		s.children(func(e element) {
			if kind, _ := e.get(w, "type"); !e.is(w, of.kind) || kind != "" && kind != "normal" {
				return // the line over the notes
			}
			id, _ := e.get(w, "id")
			at := slices.IndexFunc(r.notes, func(n reference) bool { return n.kind == of.kind && n.id == id })
			r.within(func() {
				if at < 0 {
					r.in.why = block.Unshown
				} else {
					r.in.note = r.notes[at].mark
					order[r.in.note] = at
				}
				r.container()
			})
		})
	})
	r.endPart()
	slices.SortStableFunc(found, func(a, b block.Block) int { return cmp.Compare(order[a.Note], order[b.Note]) })
	r.file.Blocks = append(r.file.Blocks, found...)
	return s.fault
}
