package view_test

import (
	"encoding/json"
	"strings"
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/view"
)

// The school adopted these words with straight quotes, and they are published letter by letter.
func TestWhatIsSignedIsNotTypeset(t *testing.T) {
	text := func(value string) diag.Text { return diag.Text{Value: value} }
	signed := view.Signoffs(model.Document{Signoff: []model.Signoff{{
		Who: text("the pupil's parent"), Heading: text("It's agreed"), Agree: text("I've read it."),
		Fields: []model.Field{{ID: text("name"), Label: text("Parent's name")}},
	}}})
	shown, err := json.Marshal(signed)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"The pupil's parent", "It's agreed", "I've read it.", "Parent's name"} {
		if !strings.Contains(string(shown), want) {
			t.Errorf("%q is not in %s", want, shown)
		}
	}
}
