package model

import "safeonline/tools/internal/diag"

// Stage is a step of the library: the pupils that a lesson is for, and how a lesson is shown to them.
type Stage struct {
	Pos    diag.Pos
	ID     diag.Text     `yaml:"id,required" kind:"id"` // the folder of its lessons
	Formal diag.Text     `yaml:"formal,required"`
	Years  diag.Text     `yaml:"years,required"`
	Ages   diag.Text     `yaml:"ages,required"`
	Groups []YearGroup   `yaml:"groups"` // its pupils by the years of school; without it they are one group
	Hue    diag.Text     `yaml:"hue,required"`
	Icon   diag.Text     `yaml:"icon,required"`  // a file of assets/pictures
	Scene  []diag.Text   `yaml:"scene,required"` // names of data/library/scenery.yaml
	Large  bool          `yaml:"large"`          // for children who are learning to read: big cards, pictures for all options, one question at a time, pages for tablets
	Quiz   diag.Text     `yaml:"quiz,required"`  // the heading of a quiz
	Mix    int           `yaml:"mix,required"`   // questions
	Grade  int           `yaml:"grade,required"` // Flesch-Kincaid, at most
	Kinds  map[Kind]Span `yaml:"kinds,required"` // options, by the kinds of question that it allows
	Limits Limits        `yaml:"limits,required"`
}

// YearGroup is the pupils of one year of school, such as Year 3. Families choose theirs by its name and ages.
type YearGroup struct {
	Name    diag.Text `yaml:"name,required"`
	Ages    diag.Text `yaml:"ages"`
	Picture diag.Text `yaml:"picture"` // an emoji
}

// Limits are the guide's limits for the lessons of a stage (docs/authoring.md). Lengths are in words.
type Limits struct {
	Pos       diag.Pos
	Scenes    Span `yaml:"scenes,required"`
	Questions Span `yaml:"questions,required"`
	Again     Span `yaml:"again,required"`   // repeated questions
	Words     Span `yaml:"words,required"`   // key words
	Refrain   Span `yaml:"refrain,required"` // lines
	Slip      Span `yaml:"slip,required"`    // questions of the exit slip
	Kinds     int  `yaml:"kinds,required"`   // at least
	Stem      int  `yaml:"stem,required"`
	Sentence  int  `yaml:"sentence,required"`
	Option    int  `yaml:"option,required"`
	Feedback  int  `yaml:"feedback,required"`
	Hint      int  `yaml:"hint,required"`
	Step      int  `yaml:"step,required"` // of a scene: what a child sees at once
}

// Span is a least and a most.
type Span []int

// Holds reports whether a number is within the span.
func (s Span) Holds(n int) bool { return len(s) == 2 && n >= s[0] && n <= s[1] }
