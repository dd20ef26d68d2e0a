package model

import "safeonline/tools/internal/diag"

// Stage is a key stage: "ks1" (ages 5 to 7) or "ks2" (ages 7 to 11). It is also the id of the stage's agreement and
// the folder of its lessons.
type Stage string

// The two stages that have lessons.
const (
	KS1 Stage = "ks1"
	KS2 Stage = "ks2"
)

// Lesson teaches one clause. Name is the file's name without its ending.
type Lesson struct {
	Pos    diag.Pos // the file
	Stage  Stage
	Name   string
	Clause diag.Text
	Story  []Scene
	Quiz   []Question
	Talk   []diag.Text
	Home   Home
	Words  []Word
}

// Scene is a picture of two or three things in a setting, and what happens there.
type Scene struct {
	Title    diag.Text
	Pictures []diag.Text // emoji, the setting first
	Lines    []Line
}

// Line is a paragraph of a scene. Who is empty unless somebody speaks.
type Line struct {
	Who, Text diag.Text
}

// Kind is a kind of question.
type Kind string

// The kinds that are read. Several is a choice with more than one right option; order is a list to put in order.
const (
	Choice  Kind = "choice"
	Several Kind = "several"
	Order   Kind = "order"
)

// Question is one question of a quiz. ID is permanent within its lesson. Choose is how many options are to be chosen:
// 1 for a choice, 0 for an order, whose options stand in the right order.
type Question struct {
	ID, Title, Stem diag.Text
	Kind            Kind
	Choose          int
	Options         []Option
}

// Option is an answer to choose or a step to place, with the feedback to whoever does.
type Option struct {
	Pos           diag.Pos
	Picture       diag.Text // an emoji, or empty
	Text          diag.Text
	Right         bool
	Misconception diag.Text // an id; wrong options only
	Feedback      diag.Text
}

// Home is what goes home: a question for tonight and a thing to do together.
type Home struct {
	Ask, Do diag.Text
}

// Word is a key word with its meaning.
type Word struct {
	Term, Meaning diag.Text
}
