package paper_test

import (
	"reflect"
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
	slips := []string{"elm-lane-slip-ks1.pdf", "elm-lane-slip-ks2.pdf"}
	sheets := append([]string{policy, staff, ks2, ks1}, slips...)
	tablet := []string{"tablet/smart/t.pdf", "tablet/smart/t-1.png", "tablet/smart/t-2.png", "tablet/smart/t-3.png", "tablet/smart/t-4.png", "tablet/smart/t-5.png"}
	every := slices.Concat(sheets, tablet)
	youngest := func(d *model.Data) *model.Lesson {
		return &d.Lessons[slices.IndexFunc(d.Lessons, func(l model.Lesson) bool { return l.Name == "tell" })]
	}
	for name, c := range map[string]struct {
		change func(*model.Data)
		stale  []string
	}{
		"nothing":                  {func(*model.Data) {}, nil},
		"a rule's words":           {func(d *model.Data) { d.Documents[2].Sections[0].Clauses[0].Text.Value += "!" }, []string{policy, ks2}},
		"a rule's plain sentence":  {func(d *model.Data) { d.Documents[2].Sections[0].Clauses[0].Plain.Value += "!" }, nil},
		"the policy in short":      {func(d *model.Data) { d.Documents[0].Sections[0].Short.Value += "!" }, nil},
		"a line to sign":           {func(d *model.Data) { d.Documents[1].Signoff[0].Fields[0].Label.Value += "!" }, []string{policy, staff}},
		"a rule's title":           {func(d *model.Data) { d.Documents[2].Sections[0].Clauses[0].Title.Value += "!" }, slips[1:]},
		"who takes a sheet back":   {func(d *model.Data) { d.School.Forms = &model.Forms{To: text("the office")} }, sheets[1:]},
		"the name of the school":   {func(d *model.Data) { d.School.Name.Value += "s" }, every},
		"the year of the policy":   {func(d *model.Data) { d.History.Editions[0].Adopted = text("2018") }, sheets},
		"the day of approval":      {func(d *model.Data) { d.History.Approvals = decided("2026-09-15") }, sheets},
		"the day of a review":      {func(d *model.Data) { d.History.Reviews = decided("2026-09-15") }, sheets},
		"the next review":          {func(d *model.Data) { d.History.NextReview = text("2027-09-15") }, []string{policy}},
		"a lesson's question":      {func(d *model.Data) { d.Lessons[0].Quiz[0].Title.Value += "!" }, nil},
		"a title of the youngest":  {func(d *model.Data) { youngest(d).Quiz[0].Title.Value += "!" }, nil},
		"feedback to the youngest": {func(d *model.Data) { youngest(d).Quiz[0].Options[0].Feedback.Value += "!" }, nil},
		"a stem of the youngest":   {func(d *model.Data) { youngest(d).Quiz[0].Stem.Value += "!" }, tablet[:2]},
		"an option of theirs":      {func(d *model.Data) { youngest(d).Quiz[1].Options[0].Text.Value += "!" }, []string{tablet[0], tablet[2]}},
		"a picture of theirs":      {func(d *model.Data) { youngest(d).Quiz[2].Options[0].Picture = youngest(d).Quiz[2].Options[1].Picture }, []string{tablet[0], tablet[3]}},
		"their exit slip":          {func(d *model.Data) { youngest(d).Slip[1].Options[0].Text.Value += "!" }, []string{tablet[0], tablet[5]}},
		"a corrected slip is kept": {func(d *model.Data) { d.Documents[0].Sections[0].Passages[0].Errata = nil }, []string{policy}},
	} {
		t.Run(name, func(t *testing.T) {
			if stale := staleAfter(t, c.change); !slices.Equal(stale, c.stale) {
				t.Errorf("stale are %v, want %v", stale, c.stale)
			}
		})
	}
}

// A school that fills in a fact has no files to make again, unless a sheet shows it: then only those that do. A new field of
// school.yaml is among the facts without a change here.
func TestAFactThatNoSheetShowsMakesNoFileStale(t *testing.T) {
	shown := map[string]int{"Name": 12, "Short": 7, "Site": 7, "Crest": 6, "Domain": 12, "Contact": 1}
	of := reflect.TypeFor[model.School]()
	for i := range of.NumField() {
		field := of.Field(i)
		if field.Type != reflect.TypeFor[diag.Text]() || field.Name == "Slug" { // the slug names the files
			continue
		}
		t.Run(field.Name, func(t *testing.T) {
			stale := staleAfter(t, func(d *model.Data) {
				value := reflect.ValueOf(&d.School).Elem().Field(i).Addr().Interface().(*diag.Text)
				value.Value += "2026-09-01"
				if field.Name == "Crest" {
					value.Value = "crest.svg"
					d.Files = append(d.Files, model.File{Name: "data/school/static/crest.svg", Path: "crest.svg"})
				}
			})
			if len(stale) != shown[field.Name] {
				t.Errorf("stale are %v, want %d files", stale, shown[field.Name])
			}
		})
	}
}

// staleAfter returns the names of the files that a change makes stale.
func staleAfter(t *testing.T, change func(*model.Data)) (stale []string) {
	t.Helper()
	was := paper.Downloads(sample.Site(t))
	for i, d := range paper.Downloads(sample.Site(t, change)) {
		if d.File != was[i].File {
			t.Fatalf("%s is in the place of %s", d.File, was[i].File)
		}
		if d.Mark != was[i].Mark {
			stale = append(stale, d.File)
		}
	}
	return stale
}

func text(value string) diag.Text { return diag.Text{Value: value} }

func decided(on string) []model.Decision {
	return []model.Decision{{On: text(on), By: text("the governing board")}}
}
