package page_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"safeonline/tools/internal/elmlane"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/page"
)

// The number of each rule leads to the lesson that teaches it, also where one lesson teaches several rules.
func TestTheNumberOfEachRuleLeadsToItsLesson(t *testing.T) {
	s := elmlane.Site(t, func(d *model.Data) {
		for i := range d.Documents {
			for c := range d.Documents[i].AllClauses() {
				if c.ID.Value == "ks2-2" {
					c.Lesson.Name.Value = "passwords"
				}
			}
		}
	})
	files, err := page.All(s, elmlane.Words(t))
	if err != nil {
		t.Fatal(err)
	}
	leads := map[string]string{}
	for _, f := range files {
		file, isPage := strings.CutPrefix(f.Path, "content/")
		if !isPage {
			continue
		}
		var front struct{ Aliases []string }
		if err := json.NewDecoder(bytes.NewReader(f.Body)).Decode(&front); err != nil {
			t.Fatalf("%s: %v", f.Path, err)
		}
		for _, from := range front.Aliases {
			leads[from] = model.AddressOf(file)
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
