package lesson

import (
	"fmt"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// slip reads the questions of the exit slip, which have no id. Each is a choice, and the quote under an option tells the teacher what
// the answer shows:
//
//	### A new game
//
//	Kofi's cousin wants his password. What could Kofi do first?
//
//	- [x] Say that it stays private
//	  > Knows that family is no exception.
//	- [ ] Tell this one cousin `friends-are-exempt`
//	  > Thinks that people you like are an exception. Play "Zane's offer" again.
func (r *reader) slip(p part) {
	before, parts := r.split(p.blocks, 3)
	r.stray(before, "begin each question with a heading: ### A short title")
	for _, ask := range parts {
		q := model.Question{Title: ask.heading}
		r.answers(ask, &q)
		if q.Short.Value != "" {
			r.badShort(q.Short.Pos, "a question on paper has a short stem, which only games show", "delete this paragraph")
		}
		if !quiz.Of(q.Kind).OneBest {
			r.faults.Add(diag.Fault{
				Pos: q.Title.Pos, Code: diag.SlipQuestion,
				Message: fmt.Sprintf("an exit slip asks for a choice, and question %q is of the kind %q", q.Title.Value, q.Kind),
				Hint:    "ask for the one best option",
			})
		}
		r.lesson.Slip = append(r.lesson.Slip, q)
	}
	if len(p.blocks) == 0 {
		r.emptySection(p, "the exit slip has no questions")
	}
}
