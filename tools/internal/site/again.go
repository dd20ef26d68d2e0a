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

// again links each lesson's recalls to the questions that they name.
func (c *checker) again() {
	lessons := map[model.Stage]map[string]Rule{}
	files := map[model.Stage]*names{}
	for _, r := range c.site.Rules {
		if lessons[r.Stage] == nil {
			lessons[r.Stage], files[r.Stage] = map[string]Rule{}, namesOf()
		}
		lessons[r.Stage][r.Lesson.Name] = r
	}
	for _, l := range c.data.Lessons {
		if files[l.Stage] != nil {
			files[l.Stage].add(l.Name)
		}
	}
	for i := range c.site.Rules {
		r := &c.site.Rules[i]
		c.countAgain(r.Lesson, len(lessons[r.Stage]))
		c.recalls(r, lessons[r.Stage], files[r.Stage])
	}
}

// recalls links the recalls of a rule's lesson. lessons are the rules of its stage by their lessons' names, and files the
// names of all lessons of the stage.
func (c *checker) recalls(r *Rule, lessons map[string]Rule, files *names) {
	seen := map[string]bool{}
	for _, recall := range r.Lesson.Again {
		if recall.Lesson.Value == r.Lesson.Name {
			c.faults.Add(diag.Fault{
				Pos: recall.Lesson.Pos, Code: diag.RecallOfItself,
				Message: "this question is in the same lesson",
				Hint:    "choose a question from another lesson",
			})
			continue
		}
		if !c.known(diag.UnknownLesson, "lesson of this key stage called", recall.Lesson, files, "see content/lessons for the lessons") {
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
		from, taught := lessons[recall.Lesson.Value]
		if !taught || from.Lesson.Flawed {
			continue // it has a fault, and the question may be in a part that could not be read
		}
		r.Again = c.recalled(r.Again, from, recall)
	}
}

// countAgain checks how many questions are repeated. A stage of one or two lessons has too few to repeat any.
func (c *checker) countAgain(l model.Lesson, lessons int) {
	want := stageLimits[l.Stage].again
	n := len(l.Again)
	if l.Flawed || want.holds(n) || n == 0 && lessons < 3 {
		return
	}
	c.faults.Add(diag.Fault{
		Pos: l.Pos, Code: diag.Again,
		Message: fmt.Sprintf("the quiz repeats %s from other lessons, and should repeat %d in this key stage", english.Count(n, "question"), want.most),
		Hint:    "list them below ## Again, as in - [title](file-of-the-lesson.md#id-of-the-question)",
	})
}

// recalled adds the question that a recall names, or reports that there is none.
func (c *checker) recalled(list []Recalled, from Rule, recall model.Recall) []Recalled {
	ids := namesOf()
	for _, q := range from.Lesson.Quiz {
		ids.add(q.ID.Value)
		if q.ID.Value == recall.Question.Value {
			return append(list, Recalled{Rule: from, Question: q})
		}
	}
	c.known(diag.UnknownQuestion, "question in \""+recall.Lesson.Value+".md\" with the id", recall.Question, ids, "see that file for its questions")
	return list
}
