package report

import (
	"fmt"
	"strings"

	"safeonline/tools/internal/block"
	"safeonline/tools/internal/english"
)

// row is a line of a file and what was made of it.
type row struct {
	ID        string
	N         int    // its line or paragraph
	Where     string // in the file, if that is not the body
	State     state
	Block     block.Block
	Number    string // as the file shows it
	Pieces    []piece
	Made      made
	Questions []question
}

// state is what there is to say of a line. States are told apart by a word and a shape.
type state string

const (
	placed  state = "Placed"
	leftOut state = "Left out"
	changed state = "Changed" // words of it are not in the document
	notIn   state = "Not placed"
	lost    state = "Lost"
)

// Settled reports whether nobody needs to look at the line.
func (r row) Settled() bool {
	return len(r.Questions) == 0 && (r.State == placed || r.State == leftOut)
}

// In returns the filters that show the line.
func (r row) In() string {
	switch {
	case r.State == notIn || r.State == lost:
		return "questions unplaced all"
	case r.Settled():
		return "all"
	}
	return "questions all"
}

// group is a line that somebody should look at, or a run of lines that are settled.
type group struct {
	Rows []row
	Fold bool
}

// groups folds runs of lines that are settled.
func groups(rows []row) (list []group) {
	for _, r := range rows {
		if n := len(list); r.Settled() && n > 0 && list[n-1].Fold {
			list[n-1].Rows = append(list[n-1].Rows, r)
			continue
		}
		list = append(list, group{[]row{r}, r.Settled()})
	}
	return list
}

// Says says what became of a run: "Lines 10 to 50: 41 placed, word for word".
func (g group) Says() string {
	first, last := g.Rows[0].Block.Place, g.Rows[len(g.Rows)-1].Block.Place
	in, whole, out := 0, 0, 0
	for _, r := range g.Rows {
		if r.State == leftOut {
			out++
			continue
		}
		in++
		if r.Made.Whole {
			whole++
		}
	}
	var says []string
	switch {
	case in > 0 && in == whole:
		says = append(says, fmt.Sprintf("%d placed, word for word", in))
	case in > 0:
		says = append(says, fmt.Sprintf("%d placed, %d of them word for word", in, whole))
	}
	if out > 0 {
		says = append(says, fmt.Sprintf("%d left out", out))
	}
	switch {
	case first == last:
		return fmt.Sprintf("%s: ", english.Capital(first.String())) + strings.TrimPrefix(says[0], "1 ")
	case first.Part == last.Part && first.Part != block.Footnotes && first.Part != block.Endnotes:
		return fmt.Sprintf("%ss %d to %d: ", english.Capital(first.Unit()), first.Paragraph, last.Paragraph) + strings.Join(says, ", ")
	}
	return fmt.Sprintf("From %s to %s: ", first, last) + strings.Join(says, ", ")
}

// Unit returns what the row is in its file: a line or a paragraph.
func (r row) Unit() string { return r.Block.Place.Unit() }

// rows returns the lines of a source.
func (m *maker) rows(source int) (list []row) {
	for i, b := range m.of.Sources[source].File.Blocks {
		r := row{ID: lineID(source, i+1), N: b.Place.Paragraph, Where: where(b), Block: b, Number: shownNumber(b), State: lost}
		var words []string
		if at, found := m.lines[placeIn{source, b.Place}]; found {
			l := m.of.Draft.Lines[at]
			r.Questions = m.asked[at]
			r.State, r.Made = m.made(l)
			words = m.words(at, b, r.State)
		}
		r.Pieces = pieces(b, words)
		list = append(list, r)
	}
	return list
}

// lineID returns the id of a line of a source in the page.
func lineID(source, n int) string {
	if source == 0 {
		return fmt.Sprintf("line-%d", n)
	}
	return fmt.Sprintf("file-%d-line-%d", source+1, n)
}

// words returns the stretches of a line that are marked: those that its questions are about, or all of a line that has no place.
func (m *maker) words(line int, b block.Block, s state) (list []string) {
	for _, q := range m.asked[line] {
		list = append(list, q.Words...)
		if len(q.Words) == 0 && q.About != b.Text() {
			list = append(list, q.About)
		}
	}
	if len(list) == 0 && s == notIn {
		return []string{b.Text()}
	}
	return list
}

// where says in words where a line is in its file.
func where(b block.Block) string {
	var parts []string
	switch b.Place.Part {
	case block.Footnotes:
		parts = append(parts, "footnote "+b.Note)
	case block.Endnotes:
		parts = append(parts, "endnote "+b.Note)
	}
	if b.Box > 0 {
		parts = append(parts, fmt.Sprintf("text box %d", b.Box))
	}
	if c := b.Cell; c != nil {
		parts = append(parts, fmt.Sprintf("table %d, row %d, column %d", c.Table, c.Row, c.Column))
	}
	return strings.Join(parts, ", ")
}
