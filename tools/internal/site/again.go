package site

import (
	"fmt"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
)

// Recalled is a question of another lesson that is repeated at the end of a quiz.
type Recalled struct {
	Rule     Rule
	Question model.Question
}

// repeated checks the questions that lessons repeat from others.
func (c *checker) repeated() {
	whole := map[string]int{} // lessons that could be read, by their stage
	for _, l := range c.data.Lessons {
		if !l.Flawed {
			whole[l.Stage]++
		}
	}
	for _, l := range c.data.Unchecked() {
		c.countAgain(l, whole[l.Stage])
		c.recalls(l)
	}
}

// again links each lesson's recalls to the questions that they name. A question of a lesson that the school does not use falls
// away.
func (c *checker) again() {
	used := map[string]map[string]Rule{} // by the document's id, and by the lesson's name
	for _, r := range c.site.Rules {
		id := r.Document.ID.Value
		if used[id] == nil {
			used[id] = map[string]Rule{}
		}
		if r.Leads() {
			used[id][r.Lesson.Name] = r
		}
	}
	for i := range c.site.Rules {
		r := &c.site.Rules[i]
		for _, recall := range r.Lesson.Again {
			if from, ok := used[r.Document.ID.Value][recall.Lesson.Value]; ok {
				r.Again = append(r.Again, recalled(from, recall)...)
			}
		}
	}
}

// recalled returns the question that a recall names, if the lesson has it.
func recalled(from Rule, recall model.Recall) (list []Recalled) {
	for _, q := range from.Lesson.Quiz {
		if q.ID.Value == recall.Question.Value {
			list = append(list, Recalled{Rule: from, Question: q})
		}
	}
	return list
}

// recalls checks the questions that a lesson repeats.
func (c *checker) recalls(l model.Lesson) {
	seen := map[string]bool{}
	for _, recall := range l.Again {
		if recall.Lesson.Value == l.Name {
			c.faults.Add(diag.Fault{
				Pos: recall.Lesson.Pos, Code: diag.RecallOfItself,
				Message: "this question is in the same lesson",
				Hint:    "choose a question from another lesson",
			})
			continue
		}
		if !c.known(diag.UnknownLesson, "lesson of this key stage called", recall.Lesson, c.lessonNames(l.Stage), "see content/lessons for the lessons") {
			continue
		}
		key := recall.Lesson.Value + "#" + recall.Question.Value
		if seen[key] {
			c.faults.Add(diag.Fault{
				Pos: recall.Question.Pos, Code: diag.RecallTwice,
				Message: "this question is already in the list",
				Hint:    "choose another question",
			})
			continue
		}
		seen[key] = true
		from := c.library[LessonID(l.Stage, recall.Lesson.Value)]
		if from.Flawed {
			continue // it has a fault, and the question may be in a part that could not be read
		}
		ids := namesOf()
		for _, q := range from.Quiz {
			ids.add(q.ID.Value)
		}
		c.known(diag.UnknownQuestion, "question in \""+recall.Lesson.Value+".md\" with the id", recall.Question, ids, "see that file for its questions")
	}
}

// countAgain checks how many questions are repeated. A stage of one or two lessons has too few to repeat any.
func (c *checker) countAgain(l model.Lesson, lessons int) {
	want := c.stages[l.Stage].Limits.Again
	n := len(l.Again)
	if l.Flawed || len(want) != 2 || want.Holds(n) || n == 0 && lessons < 3 {
		return
	}
	c.faults.Add(diag.Fault{
		Pos: l.Pos, Code: diag.Again,
		Message: fmt.Sprintf("the quiz repeats %s from other lessons, and should repeat %d in this key stage", english.Count(n, "question"), want[1]),
		Hint:    "list them below ## Again, as in - [title](file-of-the-lesson.md#id-of-the-question)",
	})
}
