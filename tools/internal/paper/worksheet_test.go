package paper

import (
	"testing"

	"safeonline/tools/internal/sample"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// The questions of other lessons go on from the numbers of the lesson's own, since both are on one sheet.
func TestTheQuestionsOfAWorksheetAreNumberedThrough(t *testing.T) {
	s := sample.Site(t)
	v := view.New(s, sample.Words(t))
	first := s.Rules[0]
	if len(first.Lesson.Quiz) < 2 {
		t.Fatal("the first lesson has too few questions to repeat two")
	}
	for _, r := range s.Rules {
		if !r.Leads() {
			continue
		}
		for _, q := range first.Lesson.Quiz[:2] {
			r.Again = append(r.Again, site.Recalled{Rule: first, Question: q})
		}
		sheet := Worksheet(v, r).Content.(worksheet)
		if len(sheet.Quiz) != len(r.Lesson.Quiz) || len(sheet.Again) != 2 {
			t.Errorf("the worksheet of %s has %d and %d questions, want %d and 2", r.Clause.ID, len(sheet.Quiz), len(sheet.Again), len(r.Lesson.Quiz))
		}
		for i, q := range append(sheet.Quiz, sheet.Again...) {
			if q.Number != i+1 {
				t.Errorf("question %q of %s has the number %d, want %d", q.Title, r.Clause.ID, q.Number, i+1)
			}
		}
	}
}

// A chat on paper says "go to 2": the number of the scene, in the order of the file.
func TestTheScenesOfAChatAreNumbered(t *testing.T) {
	q := numbered(view.Question{Scenes: []view.ChatScene{{ID: "a"}, {ID: "b"}}}, 1)
	if q.Turns["a"] != 1 || q.Turns["b"] != 2 {
		t.Errorf("the scenes are numbered %v", q.Turns)
	}
	if q := numbered(view.Question{}, 1); q.Turns != nil {
		t.Errorf("a question without scenes has %v", q.Turns)
	}
}
