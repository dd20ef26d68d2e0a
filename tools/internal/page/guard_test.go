package page

import (
	"strings"
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
	"safeonline/tools/internal/sample"
	"safeonline/tools/internal/site"
)

func text(value string) diag.Text { return diag.Text{Value: value} }

// If the program fails while it makes a lesson's pages, the fault names the lesson, and other lessons' pages are still
// made.
func TestAPanicNamesTheLesson(t *testing.T) {
	at := func(name string) diag.Pos {
		return diag.WholeFile("content/lessons/ks2/" + name + ".md")
	}
	broken := model.Question{Kind: quiz.Sort, Options: []model.Option{{Slot: 3}}} // a bin that does not exist
	document := func(id string) model.Document { return model.Document{Pos: at(id), ID: text(id)} }
	agreement := document("ks2")
	agreement.Rules = &model.RuleSet{Name: text("rules")}
	rule := func(name string, questions ...model.Question) site.Rule {
		return site.Rule{
			Document: agreement,
			Clause:   model.Clause{ID: text(name), Lesson: &model.LessonOf{Name: text(name)}},
			Lesson:   model.Lesson{Pos: at(name), Name: name, Quiz: questions},
		}
	}
	s := &site.Site{
		Documents: []model.Document{document("acceptable-use"), agreement},
		Rules:     []site.Rule{rule("broken", broken), rule("whole")},
	}
	_, err := All(s, sample.Words(t))
	if err == nil || !strings.Contains(err.Error(), "content/lessons/ks2/broken.md: error: the program failed") {
		t.Errorf("the error does not name the lesson: %v", err)
	}
	if err != nil && strings.Contains(err.Error(), "whole.md") {
		t.Errorf("a lesson without a fault is named: %v", err)
	}
}
