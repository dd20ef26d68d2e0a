package view_test

import (
	"encoding/json"
	"strings"
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/sample"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// The school adopted these words with straight quotes, and they are published letter by letter.
func TestAdoptedWordsAreNotTypeset(t *testing.T) {
	text := func(value string) diag.Text { return diag.Text{Value: value} }
	passage := func(value string) []model.Passage { return []model.Passage{{Text: text(value)}} }
	d := model.Document{
		Title: text("It's a title"), Heading: text("The school's rules"), Author: text("The pupils' council"),
		Sections: []model.Section{{
			Heading: text("Staff's part"), Short: text("It's short"), Passages: passage("It's adopted."), Stem: text("I won't:"),
			Clauses: []model.Clause{{Text: text("take others' things"), Clauses: []model.Clause{{Mark: text("a'"), Text: text("or parents' things")}}}},
			Closing: passage("That's all."),
		}},
		Signoff: []model.Signoff{{
			Who: text("the pupil's parent"), Heading: text("It's agreed"), Agree: text("I've read it."),
			Fields: []model.Field{{ID: text("name"), Label: text("Parent's name")}},
		}},
	}
	shown, err := json.Marshal(view.New(&site.Site{}, sample.Words(t)).Document(d))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"The school's rules", "The pupils' council", "Staff's part", "It's adopted.", "I won't:", "take others' things", "a'",
		"or parents' things", "That's all.", "the pupil's parent", "It's agreed", "I've read it.", "Parent's name", // adopted
		"It’s a title", "It’s short", // this site's
	} {
		if !strings.Contains(string(shown), want) {
			t.Errorf("%q is not in %s", want, shown)
		}
	}
}
