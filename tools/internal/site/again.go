package site

import (
	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// Recalled is a question of another lesson that comes back at the end of a quiz.
type Recalled struct {
	Rule     Rule
	Question model.Question
}

// again links each lesson's recalls to the questions they mean.
func (c *checker) again() {
	lessons := map[model.Stage]map[string]Rule{}
	files := map[model.Stage]*names{}
	for _, r := range c.site.Rules {
		if lessons[r.Stage] == nil {
			lessons[r.Stage], files[r.Stage] = map[string]Rule{}, namesOf()
		}
		lessons[r.Stage][r.Lesson.Name] = r
		files[r.Stage].add(r.Lesson.Name)
	}
	for i := range c.site.Rules {
		r := &c.site.Rules[i]
		seen := map[string]diag.Pos{}
		for _, recall := range r.Lesson.Again {
			if recall.Lesson.Value == r.Lesson.Name {
				c.faults.Errorf(recall.Lesson.Pos, "recall-of-itself", "choose a question of another lesson", "this question is in the lesson itself")
				continue
			}
			if !c.known("unknown-lesson", "lesson of this key stage called", recall.Lesson, files[r.Stage], "content/lessons has the lessons") {
				continue
			}
			key := recall.Question
			key.Value = recall.Lesson.Value + "#" + key.Value
			if from := lessons[r.Stage][recall.Lesson.Value]; c.unique(seen, "question", key) {
				r.Again = c.recalled(r.Again, from, recall)
			}
		}
	}
}

// recalled adds the question that a recall means, or reports that there is none.
func (c *checker) recalled(list []Recalled, from Rule, recall model.Recall) []Recalled {
	ids := namesOf()
	for _, q := range from.Lesson.Quiz {
		ids.add(q.ID.Value)
		if q.ID.Value == recall.Question.Value {
			return append(list, Recalled{Rule: from, Question: q})
		}
	}
	c.known("unknown-question", "question in \""+recall.Lesson.Value+".md\" with the id", recall.Question, ids, "its questions are in that file")
	return list
}
