package page

import (
	"strings"
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
	"safeonline/tools/internal/site"
)

// If the program fails while it makes a lesson's pages, the fault names the lesson, and other lessons' pages are still
// made.
func TestAPanicNamesTheLesson(t *testing.T) {
	at := func(name string) diag.Pos {
		return diag.WholeFile("content/lessons/ks2/" + name + ".md")
	}
	broken := model.Question{Kind: quiz.Sort, Options: []model.Option{{Slot: 3}}} // a bin that does not exist
	document := func(id string) model.Document { return model.Document{Pos: at(id), ID: diag.Text{Value: id}} }
	s := &site.Site{
		Documents: []model.Document{document("acceptable-use"), document("ks2"), document("ks1")},
		Rules: []site.Rule{
			{Stage: model.KS2, Lesson: model.Lesson{Pos: at("broken"), Quiz: []model.Question{broken}}},
			{Stage: model.KS2, Lesson: model.Lesson{Pos: at("whole")}},
		},
	}
	_, err := All(s)
	if err == nil || !strings.Contains(err.Error(), "content/lessons/ks2/broken.md: error: the program failed") {
		t.Errorf("the error does not name the lesson: %v", err)
	}
	if err != nil && strings.Contains(err.Error(), "whole.md") {
		t.Errorf("a lesson without a fault is named: %v", err)
	}
}
