package clause

import (
	"slices"
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

func TestPartsAreMarkedByLettersAndTheirPartsByNumbers(t *testing.T) {
	long := model.Clause{Clauses: make([]model.Clause, 53)}
	long.Clauses[0].Clauses = make([]model.Clause, 2)
	long.Clauses[0].Clauses[1].Clauses = make([]model.Clause, 1)
	d := model.Data{Documents: []model.Document{{Sections: []model.Section{{Clauses: []model.Clause{{}, long, {Mark: diag.Text{Value: "S"}, Clauses: make([]model.Clause, 1)}}}}}}}
	marks(d.Documents)
	var got []string
	for c := range d.Documents[0].AllClauses() {
		got = append(got, c.Mark.Value)
	}
	for place, want := range map[int]string{0: "1", 1: "2", 2: "2a", 3: "2a1", 4: "2a2", 5: "2a2a", 6: "2b", 30: "2z", 31: "2aa", 32: "2ab", 57: "2ba", 58: "S", 59: "Sa"} {
		if len(got) <= place || got[place] != want {
			t.Errorf("clause %d is not marked %s: %q", place, want, got)
		}
	}
	if slices.Sort(got); len(slices.Compact(got)) != 60 {
		t.Errorf("two clauses have the same mark: %q", got)
	}
}
