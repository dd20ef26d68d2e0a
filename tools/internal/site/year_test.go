package site_test

import (
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/sample"
)

// group returns a year group with a name.
func group(name string) model.YearGroup { return model.YearGroup{Name: diag.Text{Value: name}} }

func TestEachYearGroupHasItsRulesAndAQuestionOfItsOwn(t *testing.T) {
	s := sample.Site(t, func(d *model.Data) {
		for i := range d.Stages {
			if d.Stages[i].ID.Value == "ks2" {
				d.Stages[i].Groups = []model.YearGroup{group("Year 3"), group("Year 4"), group("Year 5")}
			}
		}
	})
	groups := s.YearGroups()
	asked := map[string]int{}
	for i, want := range []string{"Years 1 and 2", "Year 3", "Year 4", "Year 5"} {
		g := groups[i]
		if g.Name.Value != want || len(g.Sets) != 1 {
			t.Errorf("year group %d is %q with %d sets of rules, expected %q with 1", i, g.Name, len(g.Sets), want)
		}
		if i == 0 && g.Ages.Value != "5 to 7" { // the stage names no year groups
			t.Errorf("%s has the ages %q", g.Name, g.Ages)
		}
		if asked[g.Ask().Value]++; g.Ask().Value == "" {
			t.Errorf("there is nothing to ask in %s", g.Name)
		}
	}
	if len(groups) != 4 || len(asked) != 3 { // two lessons for three year groups
		t.Errorf("%d year groups have %d questions", len(groups), len(asked))
	}
}
