// Package draft makes the documents of a school from its own files: it says which lines are headings, clauses and lines to sign, gives each
// rule its topic and its lesson, and asks about what is not sure. Each line of the files is in a Line, so that nothing is lost.
package draft

import (
	"slices"
	"strings"

	"safeonline/tools/internal/block"
	"safeonline/tools/internal/model"
)

// Source is a file that was read.
type Source struct {
	Name string // as it was given, with slashes
	File *block.File
}

// Unit returns what the blocks of sources are called together: "line" if all are text files, and otherwise "paragraph".
func Unit(sources ...Source) string {
	for _, s := range sources {
		for _, b := range s.File.Blocks {
			if unit := b.Place.Unit(); unit != "line" {
				return unit
			}
		}
	}
	return "line"
}

// Draft is what was made of the sources.
type Draft struct {
	Name      string // of the school, as found; empty if it was not
	Named     int    // the index of the first line that has the name, if it was found
	Documents []model.Document
	Lines     []Line // a line for each block of the sources, in order
	Questions []Question
}

// Line is a block of a source, and what it became.
type Line struct {
	Source   int // the index of its source
	Block    block.Block
	Role     Role
	Document string // the ids of what it is in, as far as it is in one
	Section  string
	Clause   string
	Signs    []string // bullets, and numbers of lines to sign, that were typed before its words and are none of them
	Why      string   // of a rule with a lesson, what speaks for it; of another line, why it was left out or not placed
	Offer    string   // of a rule, plain words of the library on its topic, which somebody may take if they say the same
}

// Words returns the words of a line, without what was typed before them.
func (l Line) Words() string {
	rows, signs := strings.Split(strings.TrimSpace(l.Block.Text()), "\n"), slices.Clone(l.Signs)
	for i, row := range rows {
		for _, first := range strings.Fields(row) {
			at := slices.Index(signs, first)
			if at < 0 {
				break
			}
			rows[i], signs = strings.TrimPrefix(strings.TrimSpace(rows[i]), first), slices.Delete(signs, at, at+1)
		}
	}
	return strings.Join(rows, "\n")
}

// Role says what a line became.
type Role string

const (
	DocumentHeading Role = "heading of a document"
	SectionHeading  Role = "heading"
	Passage         Role = "passage"
	Stem            Role = "stem"
	Clause          Role = "clause"
	Closing         Role = "closing"
	SignLine        Role = "line to sign"
	Author          Role = "author"
	LeftOut         Role = "left out" // because somebody answered so, or because it is no text of the policy, such as a page number
	Unplaced        Role = "not placed"
)

// Question is something that is not sure. Its answer is kept in the school's import.yaml, under Ask and About.
type Question struct {
	Ask     Ask
	Line    int      // the index of the line that it is about; -1 if it is about a file or the school
	About   string   // the words that it is about, as adopted
	Words   []string // stretches of the line that made it be asked; the report marks them
	Text    string   // "Which lesson says the same?"
	Options []Option
	Why     string // what speaks for the likely one
	Must    bool   // no site is built before it is answered
	Answer  string // the value of an option, or words of somebody's own; empty while it is open
}

// Option is an answer that a question offers.
type Option struct {
	Value, Label string
	Likely       bool
}

// Ask is what a question asks for.
type Ask = model.Ask

// The asks of package model, by the names that they have here.
const (
	WhichLesson   = model.WhichLesson
	WhichPlace    = model.WhichPlace
	WhichAudience = model.WhichAudience
	WhichSentence = model.WhichSentence
	WhichBlank    = model.WhichBlank
	WhichSpelling = model.WhichSpelling
	WhichName     = model.WhichName
)

// Answer is what somebody answered to a question. Each is used once, and again at the next import.
type Answer struct {
	Ask           Ask
	About, Answer string
}
