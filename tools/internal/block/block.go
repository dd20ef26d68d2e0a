// Package block says what a school's own file holds, as its readers see it: paragraphs in order, each with its text, the number that
// is shown before it, and where it is. Packages docx and source make it from files; the import makes a school's data from it.
//
// The letters of the file are kept as they are, but for characters that nobody sees (Clean). Nothing disappears without a trace: each
// paragraph is a Block or is among those that were left out, and each character that was changed is in a Notice.
package block

import "fmt"

// File is what a file holds.
type File struct {
	Blocks     []Block
	Paragraphs int      // in the file: as many as there are blocks and paragraphs left out
	Left       []Left   // paragraphs that are no blocks, in order
	Notices    Notices  // what was changed or left out within paragraphs, or in the file as a whole
	Changes    []Change // tracked changes, in order
}

// Part is a part of a file whose paragraphs are counted on their own.
type Part int

const (
	Body      Part = iota
	Lines          // of a text file: its paragraphs are counted by the line on which they begin
	Footnotes      // of a Word file
	Endnotes
)

// Place is where a paragraph is. Paragraph counts from 1, and includes empty ones, those in tables and text boxes, and those that are
// left out. It is 0 for what belongs to the file as a whole.
type Place struct {
	Part      Part
	Paragraph int
}

// String returns the place in words, such as "paragraph 12" or "line 3".
func (p Place) String() string {
	if p.Paragraph == 0 {
		return "the file"
	}
	return fmt.Sprint([]string{"paragraph ", "line ", "footnotes, paragraph ", "endnotes, paragraph "}[p.Part], p.Paragraph)
}

// Unit returns what places of its kind count: "line" in a text file, "paragraph" in a Word file.
func (p Place) Unit() string {
	if p.Part == Lines {
		return "line"
	}
	return "paragraph"
}

// Block is a paragraph that has text or a number.
type Block struct {
	Place   Place
	Runs    []Run
	Number  string // as shown: "I.", "(a)", "1.1". Of a bullet, its character. Empty if there is none
	Bullet  bool
	List    int    // the level in its list, from 1; 0 in no list
	Heading int    // the level of the heading, from 1, as its style says; 0 for other paragraphs
	Title   bool   // its style is that of the title of a file
	Style   string // the name of its style
	NewPage bool   // it begins a page, because somebody wanted it to
	Cell    *Cell  // the cell of a table with the paragraph, or nil
	Box     int    // the text box with the paragraph, counted from 1 in the file; 0 for none
	Note    string // the mark of the footnote or endnote with the paragraph, such as "1"; empty for none
}

// Cell is a cell of a table. All paragraphs of a cell have the same one.
type Cell struct {
	Table       int   // counted from 1 in the file
	Row, Column int   // from 1. A column that others span over is counted
	Span        int   // the number of columns over which it goes
	Header      bool  // its row is repeated at the top of each page
	In          *Cell // the cell with the table, or nil
}

// Run is a stretch of text that looks the same throughout. A line break is "\n" and a tab "\t".
type Run struct {
	Text        string
	Bold        bool
	Italic      bool
	Underline   bool
	Struck      bool   // there is a line through it, which is no tracked change
	Highlight   string // its colour, such as "yellow"; empty for none
	Placeholder bool   // it tells the writer what to fill in, in a content control
	Link        string // an address, or "#" and a name in the file
	Leader      string // what fills a tab up: ".", "-", "_" or "·". Text is then "\t"
	Note        string // the mark of the footnote that it refers to. Text is then empty
}

// SameLook reports whether two runs differ in their text alone, and may be one.
func (r Run) SameLook(other Run) bool {
	r.Text, other.Text = "", ""
	return r == other && r.Leader == "" && r.Note == ""
}

// Text returns the text of all runs.
func (b Block) Text() string {
	n := 0
	for _, r := range b.Runs {
		n += len(r.Text)
	}
	text := make([]byte, 0, n)
	for _, r := range b.Runs {
		text = append(text, r.Text...)
	}
	return string(text)
}

// Bold reports whether all words of the block are bold: it may be a heading that has no style of one.
func (b Block) Bold() bool {
	words := false
	for _, r := range b.Runs {
		if blank(r.Text) {
			continue
		}
		if !r.Bold {
			return false
		}
		words = true
	}
	return words
}

// Left is a paragraph that is no block.
type Left struct {
	Place Place
	Why   Why
	Text  string // what of it could be read
}

// Why says why a paragraph was left out.
type Why string

const (
	Empty     Why = "empty"
	Contents  Why = "table of contents"
	Hidden    Why = "hidden"
	Deleted   Why = "deleted"                     // by a tracked change
	Covered   Why = "covered by another cell"     // of a table
	Joined    Why = "joined to the next"          // its end is hidden or deleted, so that its text is in the next block
	Continued Why = "the rest of the line before" // of a text file
	Rule      Why = "a line across the page"      // of a Markdown file
	Comment   Why = "a comment"                   // of a Markdown file
	Unshown   Why = "not shown"                   // a footnote to which nothing refers
)

// Change is a tracked change. It does not say who made it.
type Change struct {
	Place Place
	Kind  ChangeKind
	Text  string // which was inserted, deleted or moved; of other changes, the paragraph or words that they change
}

// ChangeKind says what a tracked change did.
type ChangeKind string

const (
	Inserted       ChangeKind = "inserted"
	Deletion       ChangeKind = "deleted"
	MovedFrom      ChangeKind = "moved from here"
	MovedTo        ChangeKind = "moved to here"
	ParagraphAdded ChangeKind = "paragraph split"
	ParagraphGone  ChangeKind = "paragraph joined to the next"
	RowAdded       ChangeKind = "row inserted"
	RowGone        ChangeKind = "row deleted"
	Renumbered     ChangeKind = "numbering or style changed"
	Reformatted    ChangeKind = "look changed"
)
