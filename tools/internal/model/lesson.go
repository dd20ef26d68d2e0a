package model

import "safeonline/tools/internal/diag"

// Lesson is a lesson of the library, or of a school's or a trust's own. It names no clause: clauses name it. Name is the file's name without its ending.
type Lesson struct {
	Pos     diag.Pos // the file
	Stage   string   // the id of its stage
	Name    string
	Own     bool // it is not the library's
	Flawed  bool // its file has a fault: parts may be missing because they could not be read
	Topic   diag.Text
	Waivers []Waiver
	Story   []Scene
	Quiz    []Question // those that end a scene of the story first
	Again   []Recall   // questions of other lessons to repeat at the end
	Talk    []diag.Text
	Home    Home
	Words   []Word
	Refrain []diag.Text // lines that a class says together
	Slip    []Question  // choices for the end of the lesson, on paper; a feedback tells the teacher what the answer shows
	Teach   Teach
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
	Materials                             []diag.Text
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
