package model

import "safeonline/tools/internal/diag"

// Import is import.yaml in the school's folder: what the last import read, what somebody answered to its questions, and what is still
// open. The command import writes it.
type Import struct {
	Files   []diag.Text  `yaml:"files"`   // as they were given
	Changes diag.Text    `yaml:"changes"` // accept or reject: what became of tracked changes, if there were any
	Answers []Answered   `yaml:"answers,emptied"`
	Open    []Unanswered `yaml:"open,emptied"`
	Dropped []diag.Text  `yaml:"dropped"` // ids of clauses and sections that are no longer there, which nothing else may have
}

// Answered is what somebody answered to a question of the import.
type Answered struct {
	Pos    diag.Pos
	Ask    diag.Text `yaml:"ask,required"`   // an Ask
	About  diag.Text `yaml:"about,required"` // words of the file, or the name of a file
	Answer diag.Text `yaml:"answer,required" typeset:"no"`
}

// Unanswered is a question that has to be answered before the site is built.
type Unanswered struct {
	Pos   diag.Pos
	Ask   diag.Text `yaml:"ask,required"`
	About diag.Text `yaml:"about,required"`
	Text  diag.Text `yaml:"text,required"`
}

// Ask is what a question of the import asks for.
type Ask string

// What the import asks for.
const (
	WhichLesson   Ask = "lesson"   // a lesson's id, or "none"
	WhichPlace    Ask = "place"    // of a line that is not placed
	WhichAudience Ask = "audience" // of a document: a stage's id, or words
	WhichSentence Ask = "say"      // of a clause whose sentence reads wrong after its stem
	WhichBlank    Ask = "blank"    // what a blank of a template is to say
	WhichSpelling Ask = "spelling" // "correct", "keep", or the right words
	WhichName     Ask = "name"     // of the school
)

// Asks are all that the import asks for.
var Asks = []Ask{WhichLesson, WhichPlace, WhichAudience, WhichSentence, WhichBlank, WhichSpelling, WhichName}
