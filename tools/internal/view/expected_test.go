package view_test

import (
	"encoding/json"
	"slices"
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/sample"
	"safeonline/tools/internal/view"
)

// expecting returns a change that expects one topic of a policy, which some clauses cover.
func expecting(clauses ...string) func(*model.Data) {
	text := func(value string) diag.Text { return diag.Text{Value: value} }
	return func(d *model.Data) {
		d.Expected = model.Expected{
			Sources: []model.Source{{ID: text("law"), Name: text("A law")}},
			Topics:  []model.Expectation{{ID: text("phones"), Audiences: []diag.Text{text("pupils")}, Sources: []diag.Text{text("law")}}},
		}
		j := model.Judgement{Topic: text("phones")}
		for _, id := range clauses {
			j.Clauses = append(j.Clauses, text(id))
		}
		d.Comparison = model.Comparison{Compared: text("2026-09-01"), By: text("a governor"), Topics: []model.Judgement{j}}
	}
}

// shown returns the names and addresses of the clauses that cover the one topic.
func shown(t *testing.T, changes ...func(*model.Data)) (clauses []view.Quoted) {
	t.Helper()
	expected := view.New(sample.Site(t, changes...), sample.Words(t)).Expected()
	encoded, err := json.Marshal(expected.Topics[0]["clauses"])
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(encoded, &clauses); err != nil {
		t.Fatal(err)
	}
	return clauses
}

// A rule has its short name, a clause that is no rule the name of its agreement, and a section its heading.
func TestClausesAreCalledByShortNames(t *testing.T) {
	got := shown(t, expecting("ks2-1", "staff-1", "staff-agreement"))
	want := []view.Quoted{{"Rule 1", "/policy/#ks2-1"}, {"Staff, I", "/policy/#staff-1"}, {"Staff", "/policy/#staff"}}
	if !slices.Equal(got, want) {
		t.Errorf("the clauses are %v, and not %v", got, want)
	}
}

// Two rules that are both called "Rule 1" are called by their sets.
func TestRulesThatAreCalledAlikeHaveTheNameOfTheirSet(t *testing.T) {
	alike := func(d *model.Data) {
		for i := range d.Documents {
			if rules := d.Documents[i].Rules; rules != nil {
				rules.Rule.Value = ""
			}
			for c := range d.Documents[i].AllClauses() {
				if c.ID.Value == "ks1-t" {
					c.Mark.Value = "1"
				}
			}
		}
	}
	got := shown(t, expecting("ks1-t", "ks2-1"), alike)
	want := []view.Quoted{{"SMART rules, 1", "/policy/#ks1-t"}, {"KS2 rules, 1", "/policy/#ks2-1"}}
	if !slices.Equal(got, want) {
		t.Errorf("the rules are %v, and not %v", got, want)
	}
}

func TestTheCoverageFollowsFromWhatAJudgementNames(t *testing.T) {
	text, clause := diag.Text{Value: "x"}, []diag.Text{{Value: "ks2-1"}}
	for _, c := range []struct {
		of   model.Judgement
		want model.Coverage
	}{
		{model.Judgement{Clauses: clause}, model.Covered},
		{model.Judgement{Clauses: clause, Elsewhere: text}, model.Covered},
		{model.Judgement{Clauses: clause, Lacks: text}, model.Partly},
		{model.Judgement{Clauses: clause, Lacks: text, Elsewhere: text}, model.Partly},
		{model.Judgement{Elsewhere: text}, model.Elsewhere},
		{model.Judgement{}, model.Not},
	} {
		if got := c.of.Coverage(); got != c.want {
			t.Errorf("%+v is %q, and not %q", c.of, got, c.want)
		}
	}
}
