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

// reference names a note, as its mark in the text does.
type reference struct{ kind, id string }

// noted is the mark of a note, and the place of the mark among all.
type noted struct {
	at   int
	mark string
}

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

// mostNotes is how many notes of a file are read.
const mostNotes = 5000

// refer reads a mark to which a note belongs (part 1, 17.11.7 and 17.11.14). Its number is that of its place in the text.
func (r *reader) refer(e element, l look) {
	of := reference{kind: e.local[:len(e.local)-len("Reference")]}
	of.id, _ = e.get(w, "id")
	if _, again := r.notes[of]; again || len(r.notes) == mostNotes || r.hides("", r.whole(l)) {
		return
	}
	mark := "*"
	if custom, _ := e.get(w, "customMarkFollows"); custom == "" || custom == "0" || custom == "false" {
		r.counted[of.kind]++
		mark = numeral(r.counted[of.kind], cmp.Or(r.forms[of.kind], map[string]string{"endnote": "lowerRoman"}[of.kind]), "")
	}
	r.notes[of] = noted{len(r.notes), mark}
	r.add(block.Run{Note: mark}, l)
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
	var order []int // of the paragraphs of the part: the place of their note's mark
	r.scanner, r.part, r.out = s, of.part, &found
	s.root(func(element) {
		s.children(func(e element) {
			if kind, _ := e.get(w, "type"); !e.is(w, of.kind) || kind != "" && kind != "normal" {
				return // the line over the notes
			}
			id, _ := e.get(w, "id")
			is, shown := r.notes[reference{of.kind, id}]
			r.within(func() {
				if r.in.note = is.mark; !shown {
					r.in.why = block.Unshown
				}
				r.container()
				for len(order) < r.paragraph {
					order = append(order, is.at)
				}
			})
		})
	})
	r.endPart()
	slices.SortStableFunc(found, func(a, b block.Block) int { return cmp.Compare(order[a.Place.Paragraph-1], order[b.Place.Paragraph-1]) })
	r.file.Blocks = append(r.file.Blocks, found...)
	return s.fault
}
