package export

import (
	"strings"
	"testing"

	"safeonline/tools/internal/quiz"
	"safeonline/tools/internal/sample"
)

// The worksheet asks each kind of question that a pen can answer, and has its answer and its whys for the teacher.
func TestTheWorksheet(t *testing.T) {
	option := func(text string, slot int, right bool) Option {
		return Option{Text: text, Slot: slot, Right: right, Feedback: "Why " + text + "."}
	}
	l := Lesson{Title: "Ducks", School: "Elm Lane", Terms: Terms{"CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"}, Questions: []Question{
		{Kind: quiz.Choice, Title: "Bread", Stem: "What could Mei do?", Options: []Option{option("Ask", 0, true), option("Throw", 0, false)}},
		{Kind: quiz.Order, Title: "Pond", Stem: "In what order?", Options: []Option{option("stop", 0, false), option("look", 0, false), option("tell", 0, false)}, Shown: []int{2, 0, 1}},
		{Kind: quiz.Sort, Title: "Nest", Stem: "Which is which?", Options: []Option{option("egg", 1, false), option("crisp", 2, false)}, Shown: []int{1, 0}, Bins: []Bin{{Title: "Stays"}, {Picture: "🧺", Title: "Goes"}}, Partners: []int{0, 1}},
		{Kind: quiz.Match, Title: "Pairs", Stem: "What goes together?", Options: []Option{option("duck", 1, false), option("hen", 2, false)}, Shown: []int{1, 0}, Bins: []Bin{{Title: "pond"}, {Title: "coop"}}, Partners: []int{1, 0}},
		{
			Kind: quiz.Gaps, Title: "Song", From: "ks9/geese", rule: "Rule 9", Options: []Option{option("sing", 1, true), option("shout", 1, false), option("dusk", 2, true), option("dawn", 2, false)}, Shown: []int{1, 0, 2, 3},
			Passage: []Segment{{"Ducks ", 0}, {"", 1}, {" at ", 0}, {"", 2}, {".", 0}},
		},
		{Kind: quiz.Spot, Title: "Note", Stem: "Which parts are odd?", Options: []Option{option("Dear duck,", 0, false), option("Fly to me now.", 0, true)}, Shown: []int{0, 1}, Passage: []Segment{{"Dear duck,", 1}, {" ", 0}, {"Fly to me now.", 2}}},
		{Kind: quiz.Chat, Title: "Quack"},
	}}
	const want = `
Title: Ducks
Question: 1. What could Mei do?
Option: A. Ask
Option: B. Throw
Question: 2. In what order?
How: Write a number on each line, from 1 to 3.
Line: ______ tell
Line: ______ stop
Line: ______ look
Question: 3. Which is which?
How: Write a letter on each line.
Option: A. Stays
Option: B. 🧺 Goes
Line: ______ crisp
Line: ______ egg
Question: 4. What goes together?
How: Write a letter on each line.
Option: A. coop
Option: B. pond
Line: ______ hen
Line: ______ duck
Question: 5. Rule 9: Which words fit?
How: Write one word on each line. The words to choose from are below.
Passage: Ducks (1) ______ at (2) ______.
Option: (1) shout · sing
Option: (2) dusk · dawn
Question: 6. Which parts are odd?
How: Draw a circle round each part that you choose. The parts are in brackets.
Passage: [ Dear duck, ] [ Fly to me now. ]
Heading1: Answers, for the teacher
Heading2: 1. Bread
Answer: Answer: A
Why: A. Ask: Why Ask.
Why: B. Throw: Why Throw.
Heading2: 2. Pond
Answer: Answer, on the lines from the top: 3, 1, 2
Why: stop: Why stop.
Why: look: Why look.
Why: tell: Why tell.
Heading2: 3. Nest
Answer: Answer, on the lines from the top: B, A
Why: egg: Why egg.
Why: crisp: Why crisp.
Heading2: 4. Pairs
Answer: Answer, on the lines from the top: A, B
Why: duck: Why duck.
Why: hen: Why hen.
Heading2: 5. Song
Answer: Answer: sing · dusk
Why: sing: Why sing.
Why: shout: Why shout.
Why: dusk: Why dusk.
Why: dawn: Why dawn.
Heading2: 6. Note
Answer: Answer: Fly to me now.
Why: Dear duck,: Why Dear duck,.
Why: Fly to me now.: Why Fly to me now..
Foot: “Ducks”, from Elm Lane
Foot: Free to use and change: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/
Foot: Left out: “Quack”, because this kind of question is not possible there.
Foot: Left out: the pictures of the story.
`
	file, err := worksheet.File(sample.Words(t), l, nil)
	must(t, err)
	var got strings.Builder
	for _, p := range wordParagraphs(t, file.Body) {
		got.WriteString("\n" + p.Style + ": " + p.Text)
	}
	if got.String()+"\n" != want {
		t.Errorf("the worksheet is%s, want%s", got.String(), want)
	}
}
