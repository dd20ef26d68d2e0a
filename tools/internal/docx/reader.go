package docx

import (
	"fmt"

	"safeonline/tools/internal/block"
)

// Limits of what is read. A policy of 40 pages has about 700 paragraphs.
const (
	mostParagraphs = 200_000
	mostPieces     = 500_000 // runs, notices and changes together
)

// reader reads the paragraphs of a file.
type reader struct {
	*parcel
	*scanner              // of the part that is read now
	related     relations // of that part
	relatedMain relations // of the main part
	styles      styles
	counter     *counter
	forms       map[string]string // of the numbers of footnotes and endnotes
	changes     Changes
	file        *block.File

	part       block.Part
	paragraph  int // how many the part has so far
	pieces     int
	out        *[]block.Block // where blocks go
	in         surroundings
	now        *paragraph // which is being read, or nil
	keepsSpace bool       // of all texts
	carried    *paragraph // which has no end of its own: its text is the beginning of the next
	newPage    bool       // a page was ended, and the next block begins one
	sections   int        // that have ended
	section    int        // the place of the section's first block
	tables     int
	boxes      int
	notes      map[reference]noted
	counted    map[string]int // notes of each kind that have a number
	fields     []*field       // that are open
	deeper     int            // fields inside too many others
}

// surroundings are what a paragraph or run is in.
type surroundings struct {
	cell        *block.Cell
	box         int
	note        string
	why         block.Why // paragraphs here are left out
	link        string
	placeholder bool
	change      *change
}

// at returns the place of the paragraph that is being read.
func (r *reader) at() block.Place { return block.Place{Part: r.part, Paragraph: r.paragraph} }

// within calls f, and afterwards has the same surroundings as before.
func (r *reader) within(f func()) {
	before := r.in
	f()
	r.in = before
}

// piece counts a run, a notice or a change, and reports whether there may be one more.
func (r *reader) piece() bool {
	r.pieces++
	if r.pieces > mostPieces {
		r.refuse(&block.Fault{Kind: block.TooLarge, Message: "the file has more text than a policy can have", Hint: tooLargeHint})
	}
	return r.pieces <= mostPieces
}

// notice adds a notice of the paragraph that is being read.
func (r *reader) notice(told block.Told) {
	if r.piece() {
		r.file.Notices.Add(r.at(), told)
	}
}

// leftOut adds a notice of something that cannot be read.
func (r *reader) leftOut(what string) {
	r.notice(block.Told{Kind: block.LeftOut, What: what, Count: 1})
}

// endPart ends the reading of a part.
func (r *reader) endPart() {
	r.file.Paragraphs += r.paragraph
	r.paragraph, r.in, r.newPage, r.fields, r.deeper = 0, surroundings{}, false, nil, 0
}

// container reads the paragraphs and tables of the current element: the body, a cell, a text box or a note. No paragraph is joined to
// one outside it.
func (r *reader) container() {
	before := r.carried
	r.carried = nil
	r.children(r.flow)
	r.flush()
	r.carried = before
}

// flow reads what may be in the place of a paragraph (ECMA-376 part 1, 17.2.2).
func (r *reader) flow(e element) {
	if e.space != w {
		return
	}
	switch e.local {
	case "p":
		r.read()
	case "tbl":
		r.flush()
		r.table()
	case "sdt":
		r.control(r.flow)
	case "customXml", "ins", "moveTo":
		r.children(r.flow)
	case "del", "moveFrom":
		r.changed(e, r.flow)
	case "sectPr":
		r.flush()
		r.endSection(r.beginsPage())
	case "altChunk":
		r.leftOut("another file within the file")
	}
}

// control reads a content control, whose content f reads (part 1, 17.5.2).
func (r *reader) control(f func(element)) {
	r.within(func() {
		r.children(func(e element) {
			switch {
			case e.is(w, "sdtPr"):
				r.children(r.controlProperty)
			case e.is(w, "sdtContent"):
				r.children(f)
			}
		})
	})
}

func (r *reader) controlProperty(e element) {
	switch {
	case e.is(w, "showingPlcHdr"):
		r.in.placeholder = e.toggle() == on
	case e.is(w, "docPartObj"):
		r.children(func(e element) {
			if e.is(w, "docPartGallery") && e.val() == "Table of Contents" {
				r.in.why = block.Contents
			}
		})
	}
}

// table reads a table (part 1, 17.4).
func (r *reader) table() {
	r.tables++
	table, row := r.tables, 0
	outer := r.in.cell
	r.within(func() {
		var rows func(element)
		rows = func(e element) {
			switch {
			case e.is(w, "tr"):
				row++
				r.row(block.Cell{Table: table, Row: row, Column: 1, Span: 1, In: outer})
			case e.is(w, "sdt"):
				r.control(rows)
			case e.is(w, "customXml"):
				r.children(rows)
			}
		}
		r.children(rows)
	})
}

// row reads a row, whose first cell is given as far as it is known.
func (r *reader) row(next block.Cell) {
	r.within(func() {
		var cells func(element)
		cells = func(e element) {
			switch {
			case e.is(w, "trPr"):
				r.rowProperties(&next)
			case e.is(w, "tc"):
				r.cell(&next)
			case e.is(w, "sdt"):
				r.control(cells)
			case e.is(w, "customXml"):
				r.children(cells)
			}
		}
		r.children(cells)
	})
}

func (r *reader) rowProperties(next *block.Cell) {
	r.children(func(e element) {
		if e.space != w {
			return
		}
		switch e.local {
		case "gridBefore":
			next.Column += e.number("val", 0, mostColumns)
		case "tblHeader":
			next.Header = e.toggle() == on
		case "ins", "del":
			kind := block.RowAdded
			if e.local == "del" {
				kind = block.RowGone
			}
			if (kind == block.RowGone) == (r.changes == Accept) {
				r.in.why = block.Deleted
			}
			if r.piece() {
				r.file.Changes = append(r.file.Changes, block.Change{Place: r.following(), Kind: kind, Text: fmt.Sprintf("row %d of table %d", next.Row, next.Table)})
			}
		}
	})
}

// following returns the place of the paragraph that comes next.
func (r *reader) following() block.Place {
	return block.Place{Part: r.part, Paragraph: r.paragraph + 1}
}

// mostColumns is how many columns a table may have, as in Word.
const mostColumns = 63

// cell reads a cell, and moves next on to the one after it.
func (r *reader) cell(next *block.Cell) {
	before := r.carried
	r.carried = nil
	r.within(func() {
		is := *next
		r.in.cell = &is
		r.children(func(e element) {
			if e.is(w, "tcPr") {
				r.cellProperties(&is)
				return
			}
			r.flow(e)
		})
		next.Column = min(is.Column+is.Span, 1<<20)
		r.flush()
	})
	r.carried = before
}

func (r *reader) cellProperties(is *block.Cell) {
	r.children(func(e element) {
		switch {
		case e.is(w, "gridSpan"):
			is.Span = e.number("val", 1, mostColumns)
		case e.is(w, "vMerge") && e.val() != "restart", e.is(w, "hMerge") && e.val() != "restart":
			r.in.why = block.Covered
		case e.is(w, "cellDel") && r.changes == Accept, e.is(w, "cellIns") && r.changes == Reject:
			r.in.why = block.Deleted
		}
	})
}
