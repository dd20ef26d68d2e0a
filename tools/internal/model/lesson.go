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
	Again  []Recall // questions of other lessons that come back at the end
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

// Recall names a question of another lesson of the same stage: its file's name and the question's id.
type Recall struct {
	Title, Lesson, Question diag.Text
}

// Home is what goes home: a question for tonight and a thing to do together.
type Home struct {
	Ask, Do diag.Text
}

// Word is a key word with its meaning.
type Word struct {
	Term, Meaning diag.Text
}
