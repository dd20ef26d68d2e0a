package paper_test

import (
	"encoding/json"
	"strings"
	"testing"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/paper"
	"safeonline/tools/internal/sample"
	"safeonline/tools/internal/view"
)

// A slip is filed alone: it names its rules. Where their names need more room than a quarter of A4 has, two slips are on a side.
func TestASlipNamesItsRulesAndHasRoomForThem(t *testing.T) {
	for name, c := range map[string]struct {
		title  string // of the first rule
		copies int
	}{
		"short": {"Passwords", 4},
		"long":  {strings.Repeat("Passwords ", 50), 2},
	} {
		t.Run(name, func(t *testing.T) {
			s := sample.Site(t, func(d *model.Data) { d.Documents[2].Sections[0].Clauses[0].Title.Value = c.title })
			for _, set := range s.Sets() {
				if set.Document.ID.Value != s.Documents[2].ID.Value {
					continue
				}
				text, err := json.Marshal(paper.Slip(view.New(s, sample.Words(t)), s, set).Content)
				if err != nil {
					t.Fatal(err)
				}
				var slip struct {
					Copies int
					Rules  []struct{ Mark, Title string }
				}
				if err := json.Unmarshal(text, &slip); err != nil {
					t.Fatal(err)
				}
				if slip.Copies != c.copies || len(slip.Rules) != len(set.Rules) || slip.Rules[0].Title != c.title || slip.Rules[0].Mark == "" {
					t.Errorf("it is %+v, expected %d on a side", slip, c.copies)
				}
			}
		})
	}
}
