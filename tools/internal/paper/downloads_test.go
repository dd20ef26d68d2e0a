package paper_test

import (
	"slices"
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/paper"
	"safeonline/tools/internal/sample"
)

// A PDF file is stale when its own words have changed, and only then: after a new plain sentence, which the agreements do
// not show, nobody has to print them again.
func TestAFilesMarkChangesOnlyWithTheWordsThatItShows(t *testing.T) {
	const policy, staff, ks2, ks1 = "elm-lane-policy.pdf", "elm-lane-agreement-staff.pdf", "elm-lane-agreement-ks2.pdf", "elm-lane-agreement-ks1.pdf"
	was := paper.Downloads(sample.Site(t))
	for name, c := range map[string]struct {
		change func(*model.Data)
		stale  []string
	}{
		"nothing":                  {func(*model.Data) {}, nil},
		"a rule's words":           {func(d *model.Data) { d.Documents[2].Sections[0].Clauses[0].Text.Value += "!" }, []string{policy, ks2}},
		"a rule's plain sentence":  {func(d *model.Data) { d.Documents[2].Sections[0].Clauses[0].Plain.Value += "!" }, nil},
		"the policy in short":      {func(d *model.Data) { d.Documents[0].Sections[0].Short.Value += "!" }, nil},
		"a line to sign":           {func(d *model.Data) { d.Documents[1].Signoff[0].Fields[0].Label.Value += "!" }, []string{policy, staff}},
		"who takes a sheet back":   {func(d *model.Data) { d.School.Forms = &model.Forms{To: text("the office")} }, []string{policy, staff, ks2, ks1}},
		"the school's telephone":   {func(d *model.Data) { d.School.Telephone = text("020 7946 0000") }, nil},
		"the name of the school":   {func(d *model.Data) { d.School.Name.Value += "s" }, []string{policy, staff, ks2, ks1}},
		"a lesson's question":      {func(d *model.Data) { d.Lessons[0].Quiz[0].Title.Value += "!" }, nil},
		"a corrected slip is kept": {func(d *model.Data) { d.Documents[0].Sections[0].Passages[0].Errata = nil }, []string{policy}},
	} {
		t.Run(name, func(t *testing.T) {
			var stale []string
			for i, d := range paper.Downloads(sample.Site(t, c.change)) {
				if d.File != was[i].File {
					t.Fatalf("%s is in the place of %s", d.File, was[i].File)
				}
				if d.Mark != was[i].Mark {
					stale = append(stale, d.File)
				}
			}
			if !slices.Equal(stale, c.stale) {
				t.Errorf("stale are %v, want %v", stale, c.stale)
			}
		})
	}
}

func text(value string) diag.Text { return diag.Text{Value: value} }
