package site_test

import (
	"testing"

	"safeonline/tools/internal/sample"
)

func TestTheFirstRuleOfALessonHasTheOthers(t *testing.T) {
	s := sample.Site(t, sample.ShareLesson("ks2-1", "ks2-2"))
	for _, r := range s.Rules {
		var others []string
		for _, other := range r.Others {
			others = append(others, other.Clause.ID.Value)
			if other.URL() != r.URL() {
				t.Errorf("%s leads to %s, and %s, which shares its lesson, to %s", r.Clause.ID, r.URL(), other.Clause.ID, other.URL())
			}
		}
		want := map[string]int{"ks2-1": 1}[r.Clause.ID.Value]
		if len(others) != want {
			t.Errorf("%s has the others %q, want %d", r.Clause.ID, others, want)
		}
	}
}
