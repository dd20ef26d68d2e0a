package lesson

import (
	"fmt"

	"github.com/yuin/goldmark/ast"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// isChoice is true: a question that is of no other kind is a choice.
func isChoice(*reader, []ast.Node) bool { return true }

// choice reads a choice:
//
//	Zane wants her password. What could Amina do first?
//
//	- [x] Say, "I keep it private," and wait
//	  > A friend can wait.
//	- [ ] Share it, because friends are trusted `friends-are-exempt`
//	  > You can trust a friend, and he may still mention it.
func (r *reader) choice(p part, q *model.Question) {
	q.Choose = 1
	n, ok := r.ticked(p, q)
	if ok && n > 1 && q.Stem.Pos.Source != nil { // a missing stem, which is reported, asks for no number
		r.faults.Add(diag.Fault{
			Pos: q.Stem.Pos, Code: diag.SeveralRightAnswers,
			Message: fmt.Sprintf("question %q asks for one option and has %d ticked", q.Title.Value, n),
			Hint:    "end the question with \"Choose two.\" (or three), or tick only one",
		})
	}
}

// ticked reads a stem and a list with checkboxes, and returns how many are ticked. If none is, ok is false, and the fault
// is reported.
func (r *reader) ticked(p part, q *model.Question) (n int, ok bool) {
	b := r.body(p.blocks)
	r.stem(p, b.paragraphs, q)
	r.hint(b, q)
	if len(b.items) == 0 {
		r.noOptions(p, q, "below the stem, write a list: - [x] for the best option, - [ ] for others, or 1. 2. 3. for steps")
		return 0, false
	}
	for _, it := range b.items {
		q.Options = append(q.Options, r.option(rules{checkbox: true, misconception: true, hint: true}, it))
	}
	if n = right(q.Options); n == 0 {
		r.faults.Add(diag.Fault{
			Pos: q.Options[0].Pos, Code: diag.NoRightAnswer,
			Message: fmt.Sprintf("question %q has no right answer", q.Title.Value),
			Hint:    "tick the best option with [x]",
		})
	}
	return n, n > 0
}
