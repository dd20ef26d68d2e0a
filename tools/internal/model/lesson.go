package model

import "safeonline/tools/internal/diag"

// Stage is a key stage: "ks1" (ages 5 to 7) or "ks2" (ages 7 to 11). It is also the id of the stage's agreement and the
// folder of its lessons.
type Stage string

// The two stages that have lessons.
const (
	KS1 Stage = "ks1"
	KS2 Stage = "ks2"
)

// Lesson teaches one clause. Name is the file's name without its ending.
type Lesson struct {
	Pos      diag.Pos // the file
	Stage    Stage
	Name     string
	Flawed   bool // its file has a fault: parts may be missing because they could not be read
	Clause   diag.Text
	Reviewed *Review // nil until somebody has reviewed the lesson
	Waivers  []Waiver
	Story    []Scene
	Quiz     []Question
	Again    []Recall // questions of other lessons to repeat at the end
	Talk     []diag.Text
	Home     Home
	Words    []Word
	Teach    Teach
}

// Review records that somebody compared a lesson with its clause: the day, and a short hash of the clause's published
// words then (site.Fingerprint).
type Review struct {
	Pos  diag.Pos
	Text diag.Text `yaml:"text,required"`
	On   diag.Text `yaml:"on,required" kind:"date"`
}

// Waiver excuses a lesson from one of the guide's limits, for a reason that `check` prints.
type Waiver struct {
	Pos  diag.Pos
	Code diag.Text `yaml:"code,required"` // the fault's code
	Why  diag.Text `yaml:"why,required"`
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

// Teach is what a teacher reads before the lesson.
type Teach struct {
	Objective, KeepSafe, Support, Stretch diag.Text
	Plans                                 []Plan
	ListenFor                             []Heard
}

// Plan is a way to spend a number of minutes.
type Plan struct {
	Heading diag.Text
	Minutes int
	Steps   []Step
}

// Step is one step of a plan.
type Step struct {
	Minutes int
	Text    diag.Text
}

// Heard is what a child may say, and the id of the misconception behind it.
type Heard struct {
	Text, Misconception diag.Text
}

// Home is for the family: a question for tonight and a thing to do together.
type Home struct {
	Ask, Do diag.Text
}

// Word is a key word with its meaning.
type Word struct {
	Term, Meaning diag.Text
}
