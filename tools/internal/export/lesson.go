package export

import (
	"cmp"
	"strings"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// Lesson is all of a lesson in plain words, typeset as its pages are. It is what every format is made of, and what the JSON file holds.
type Lesson struct {
	Schema    string     `json:"$schema"`
	ID        string     `json:"id"`   // stays as it is: "STAGE/passwords"
	Name      string     `json:"name"` // the last part of the id
	Language  string     `json:"language"`
	Title     string     `json:"title"`
	Rule      string     `json:"rule"`  // "Rule 5"
	Says      string     `json:"says"`  // the rule as a whole sentence
	Plain     string     `json:"plain"` // in a child's words; empty if nobody has written any
	Years     string     `json:"years"`
	Address   string     `json:"address,omitempty"` // of its page, where that of the site is known
	School    string     `json:"school"`
	Terms     Terms      `json:"terms"`
	Objective string     `json:"objective"`
	Story     []Scene    `json:"story"`
	Questions []Question `json:"questions"` // those that end a scene come first, and those of other lessons last
	Talk      []string   `json:"talk"`
	Home      Home       `json:"home"`
	Words     []Word     `json:"words"`
	Refrain   []string   `json:"refrain,omitempty"`
	Slip      []Question `json:"slip"` // the exit slip; a feedback tells the teacher what the answer shows
	Teach     Teach      `json:"teach"`
}

// Terms are those under which a lesson may be used.
type Terms struct {
	Name    string `json:"name"`
	Address string `json:"address"`
}

// Scene is a scene of the story.
type Scene struct {
	Title   string   `json:"title"`
	Picture *Picture `json:"picture,omitempty"`
	Lines   []Line   `json:"lines"`
}

// Picture is the picture of a scene: what is to be seen, and its address.
type Picture struct {
	Alt     string `json:"alt"`
	Address string `json:"address,omitempty"`

	svg func() []byte
}

// SVG returns the file, whose picture is 4 wide and 3 high.
func (p *Picture) SVG() []byte { return p.svg() }

// Line is a paragraph. Who is empty unless somebody speaks.
type Line struct {
	Who  string `json:"who,omitempty"`
	Text string `json:"text"`
}

// Question is a question. Package quiz says which of the lists a kind has. Options are as they are written: the steps of an order are in the
// right order, and option n of a match goes with bin n.
type Question struct {
	ID       string      `json:"id"`
	Kind     model.Kind  `json:"kind"`
	Title    string      `json:"title"`
	Stem     string      `json:"stem"`
	Short    string      `json:"short,omitempty"` // the stem in fewer words, for games
	Hint     string      `json:"hint,omitempty"`  // for wrong options without one
	Scene    int         `json:"scene,omitempty"` // the number of the scene that it ends, from 1
	From     string      `json:"from,omitempty"`  // the id of the lesson that it is repeated from
	Picture  *Picture    `json:"picture,omitempty"`
	Choose   int         `json:"choose,omitempty"`
	Options  []Option    `json:"options,omitempty"`
	Shown    []int       `json:"shown,omitempty"` // the options in the order in which the site shows them, counted from 0
	Bins     []Bin       `json:"bins,omitempty"`
	Partners []int       `json:"partners,omitempty"` // the bins in the order in which the site shows them, counted from 0
	Passage  []Segment   `json:"passage,omitempty"`
	Scenes   []ChatScene `json:"scenes,omitempty"`

	rule string // that of the lesson that it is repeated from: "Rule 5"
}

// Option is an answer to choose, a step or an item to place, a word for a gap, a phrase or a reply.
type Option struct {
	Picture  string `json:"picture,omitempty"` // an emoji
	Text     string `json:"text"`
	Right    bool   `json:"right"`
	Slot     int    `json:"slot,omitempty"` // the number of the bin or the gap that it belongs to, from 1
	Goto     string `json:"goto,omitempty"` // the id of the scene that a reply leads to
	Feedback string `json:"feedback"`
	Hint     string `json:"hint,omitempty"`
}

// Right returns the numbers of the right options, from 1.
func (q Question) Right() (numbers []int) {
	for i, o := range q.Options {
		if o.Right {
			numbers = append(numbers, i+1)
		}
	}
	return numbers
}

// passage returns the text of a question, with something in each place for a word, or for each phrase.
func (q Question) passage(place func(Segment) string) string {
	var b strings.Builder
	for _, s := range q.Passage {
		if s.Slot > 0 {
			b.WriteString(place(s))
		} else {
			b.WriteString(s.Text)
		}
	}
	return b.String()
}

// Brief returns the stem as games have it.
func (q Question) Brief() string { return cmp.Or(q.Short, q.Stem) }

// Letter returns the letter of the option with a number, from 1.
func Letter(number int) string { return string(rune('A' + number - 1)) }

// Told returns what a pupil is told who chooses an option: the feedback and, if the option is wrong, the hint. The hint of an order belongs
// to no option.
func (q Question) Told(o Option) []string {
	told := []string{o.Feedback}
	if hint := cmp.Or(o.Hint, q.Hint); hint != "" && !o.Right && q.Kind != quiz.Order {
		told = append(told, hint)
	}
	return told
}

// Said returns the option as one line: its emoji, if it has one, and its words.
func (o Option) Said() string { return said(o.Picture, o.Text) }

// Bin is a place to sort items into, or the partner of an item.
type Bin struct {
	Picture string `json:"picture,omitempty"` // an emoji
	Title   string `json:"title"`
}

// Said returns the bin as one line.
func (b Bin) Said() string { return said(b.Picture, b.Title) }

func said(picture, text string) string {
	if picture == "" {
		return text
	}
	return picture + " " + text
}

// Segment is part of a text. Slot is 0 for plain words; otherwise it is the number of a gap, or of a phrase to judge.
type Segment struct {
	Text string `json:"text"`
	Slot int    `json:"slot,omitempty"`
}

// ChatScene is a turn of a chat. A scene without replies ends it.
type ChatScene struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Lines   []Line   `json:"lines"`
	Replies []Option `json:"replies,omitempty"`
}

// Home is for the family: a question for tonight and a thing to do together.
type Home struct {
	Ask string `json:"ask"`
	Do  string `json:"do"`
}

// Word is a key word with its meaning.
type Word struct {
	Term    string `json:"term"`
	Meaning string `json:"meaning"`
}

// Teach is what a teacher reads before the lesson.
type Teach struct {
	KeepSafe  string   `json:"keepSafe"`
	Support   string   `json:"support"`
	Stretch   string   `json:"stretch"`
	Materials []string `json:"materials"`
	Plans     []Plan   `json:"plans"`
	Listen    []Heard  `json:"listen"`
}

// Plan is a way to spend a number of minutes.
type Plan struct {
	Minutes int    `json:"minutes"`
	Steps   []Step `json:"steps"`
}

// Step is one step of a plan.
type Step struct {
	Minutes int    `json:"minutes"`
	Text    string `json:"text"`
}

// Heard is what a child may say, the thought behind it, and what a teacher may answer.
type Heard struct {
	Says   string `json:"says"`
	Thinks string `json:"thinks,omitempty"`
	Answer string `json:"answer,omitempty"`
}
