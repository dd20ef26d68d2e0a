package lesson

import (
	"fmt"
	"regexp"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

var (
	choose  = regexp.MustCompile(`Choose (two|three)\.$`)
	numbers = map[string]int{"two": 2, "three": 3}
)

// pick reads a choice or, when the stem ends "Choose two." (or three), a question with several right options:
//
//	Zane wants her password. What could Amina do first?
//
//	- [x] Say, "I keep it private," and wait
//	  > A friend can wait.
//	- [ ] Share it, because friends are trusted `friends-are-exempt`
//	  > You can trust a friend, and he may still mention it.
func (r *reader) pick(p part, q *model.Question) {
	b := r.body(p.blocks)
	r.stem(p, b.paragraphs, q)
	q.Kind, q.Choose = model.Choice, 1
	if m := choose.FindStringSubmatch(q.Stem.Value); m != nil {
		q.Kind, q.Choose = model.Several, numbers[m[1]]
	}
	if len(b.items) == 0 {
		r.noOptions(p, q, "below the stem, write a list: - [x] for the best option, - [ ] for others, or 1. 2. 3. for steps")
		return
	}
	for _, it := range b.items {
		q.Options = append(q.Options, r.option(rules{checkbox: true, misconception: true}, it))
	}
	r.ticks(q)
}

// ticks compares the number of ticked options with the stem.
func (r *reader) ticks(q *model.Question) {
	n := right(q.Options)
	switch {
	case n == 0:
		r.faults.Add(diag.Fault{
			Pos: q.Options[0].Pos, Code: diag.NoRightAnswer,
			Message: fmt.Sprintf("question %q has no right answer", q.Title.Value),
			Hint:    "tick the best option with [x]",
		})
	case q.Stem.Pos.Source == nil: // a missing stem, which is reported, asks for no number
	case q.Kind == model.Choice && n > 1:
		r.faults.Add(diag.Fault{
			Pos: q.Stem.Pos, Code: diag.SeveralRightAnswers,
			Message: fmt.Sprintf("question %q asks for one option and has %d ticked", q.Title.Value, n),
			Hint:    "end the question with \"Choose two.\" (or three), or tick only one",
		})
	case q.Kind == model.Several && n != q.Choose:
		r.faults.Add(diag.Fault{
			Pos: q.Stem.Pos, Code: diag.TicksAndStem,
			Message: fmt.Sprintf("question %q asks for %d options and has %d ticked", q.Title.Value, q.Choose, n),
			Hint:    "tick as many as the question asks for",
		})
	}
}
