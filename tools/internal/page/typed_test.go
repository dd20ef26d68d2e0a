package page_test

import (
	"testing"

	"safeonline/tools/internal/page"
	"safeonline/tools/internal/sample"
)

// The number of each rule leads to the lesson that teaches it, also where one lesson teaches several rules.
func TestTheNumberOfEachRuleLeadsToItsLesson(t *testing.T) {
	s := sample.Site(t, sample.ShareLesson("ks2-1", "ks2-2"))
	files, err := page.All(s, sample.Words(t))
	if err != nil {
		t.Fatal(err)
	}
	leads := map[string]string{}
	for address, old := range addresses(t, files) {
		for _, from := range old {
			leads[from] = address
		}
	}
	typed := 0
	for _, r := range s.Rules {
		if r.Typed() == r.URL() {
			continue
		}
		typed++
		if to := leads[r.Typed()]; to != r.URL() {
			t.Errorf("%s leads to %q, and the lesson of rule %s is at %s", r.Typed(), to, r.Clause.ID, r.URL())
		}
	}
	if typed < 2 {
		t.Errorf("%d rules have a number that can be typed, expected those of the shared lesson", typed)
	}
}
