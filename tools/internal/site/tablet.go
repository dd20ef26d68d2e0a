package site

import (
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// ByPen returns those questions of the rule's lesson, and of its exit slip, that a child who is learning to read can do on one page with a pen and
// a voice, and those that no such page can hold. There are none if the lesson is not for such children.
func (r Rule) ByPen() (tasks, slip, left []model.Question) {
	if !r.Taught() || !r.Stage.Large {
		return nil, nil, nil
	}
	sift := func(questions []model.Question) (kept []model.Question) {
		for _, q := range questions {
			if quiz.Of(q.Kind).ByPen {
				kept = append(kept, q)
			} else {
				left = append(left, q)
			}
		}
		return kept
	}
	return sift(r.Lesson.Quiz), sift(r.Lesson.Slip), left
}

// Tablet returns the address of those questions as pages for a tablet. It is empty if there are none.
func (r Rule) Tablet() string {
	if tasks, slip, _ := r.ByPen(); len(tasks)+len(slip) == 0 {
		return ""
	}
	return "/print" + r.URL() + "tablet/"
}
