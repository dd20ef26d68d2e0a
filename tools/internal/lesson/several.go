package lesson

import (
	"fmt"

	"github.com/yuin/goldmark/ast"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// isSeveral reports whether the stem ends "Choose two." or "Choose three."
func isSeveral(r *reader, blocks []ast.Node) bool {
	for _, b := range blocks {
		switch b.(type) {
		case *ast.Paragraph:
			return quiz.Asked(clean(r.raw(b)).Value) > 0
		case *ast.List:
			return false
		}
	}
	return false
}

// several reads a question that is written like a choice, and asks for more than one option:
//
//	Which two habits keep a password safe? Choose two.
//
//	- [x] Log out before you leave
//	  > Then nobody needs your password to be you.
//	- [x] Type while nobody looks
//	  > Fingers can be read, too.
//	- [ ] Write it inside your bag, which is private `private-means-unseen`
//	  > A bag gets opened.
func (r *reader) several(p part, q *model.Question) {
	n, ok := r.ticked(p, q)
	q.Choose = quiz.Asked(q.Stem.Value)
	if ok && n != q.Choose {
		r.faults.Add(diag.Fault{
			Pos: q.Stem.Pos, Code: diag.TicksAndStem,
			Message: fmt.Sprintf("question %q asks for %d options and has %d ticked", q.Title.Value, q.Choose, n),
			Hint:    "tick as many as the question asks for",
		})
	}
}
