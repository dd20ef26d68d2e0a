package main

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"testing"

	"safeonline/tools/internal/deck"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// most is how many slides the route of a plan may have, by its minutes; everything has at most 45, and an agreement 26. A teacher
// presses through them, and has so much time.
var most = map[string]int{"10": 14, "30": 30, deck.Everything: 45}

// TestRoutes holds that the routes of all lessons are short, and that each shows what its plan names, in the plan's order, and ends with
// the promise and the question for home. A scene is one slide.
func TestRoutes(t *testing.T) {
	s := realSite(t)
	words, _, err := i18n.Read(os.DirFS(project))
	must(t, err)
	v := view.New(s, words)
	longest := map[string]int{}
	for _, set := range s.Sets() {
		for _, r := range set.Lessons() {
			d := deck.Lesson(v, r)
			for _, route := range d.Routes {
				longest[route.Name] = max(longest[route.Name], route.Count)
				if route.Count > most[route.Name] {
					t.Errorf("%s, route %s: %d slides, want at most %d", r.URL(), route.Name, route.Count, most[route.Name])
				}
			}
			for _, plan := range r.Lesson.Teach.Plans {
				followsPlan(t, r, d.Only(strconv.Itoa(plan.Minutes)), keysOf(r, plan.Minutes))
			}
		}
	}
	for _, d := range s.Agreements() {
		if d.Stage.Value == "" {
			n := deck.Agreement(v, d).Count
			longest["agreement"] = max(longest["agreement"], n)
			if n > 26 {
				t.Errorf("%s: %d slides, want at most 26", d.ID.Value, n)
			}
		}
	}
	t.Logf("the longest routes: %v", longest)
}

// keysOf returns what the steps of a plan show, by the keys of the deck's parts, each once.
func keysOf(r site.Rule, minutes int) (keys []string) {
	for _, plan := range r.Lesson.Teach.Plans {
		for _, step := range plan.Steps {
			for _, shown := range site.Shows(r.Lesson, step) {
				key := fmt.Sprintf("scene %d", shown.Scene)
				if shown.Question > 0 {
					key = "question " + r.Lesson.Quiz[shown.Question-1].ID.Value
				}
				if plan.Minutes == minutes && !slices.Contains(keys, key) {
					keys = append(keys, key)
				}
			}
		}
	}
	return keys
}

func followsPlan(t *testing.T, r site.Rule, d deck.Deck, want []string) {
	t.Helper()
	var got []string
	for _, p := range d.Parts {
		if p.Name == "story" || p.Name == "question" {
			got = append(got, p.Key)
		}
		if p.Name == "story" && len(p.Slides) != 1 {
			t.Errorf("%s: a scene has %d slides in a plan's route", r.URL(), len(p.Slides))
		}
	}
	if len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("%s: the route shows %q, the plan names %q", r.URL(), got, want)
	}
	if n := len(d.Parts); d.Parts[n-2].Name != "promise" || d.Parts[n-1].Name != "home" {
		t.Errorf("%s: the route ends with %s and %s", r.URL(), d.Parts[n-2].Name, d.Parts[n-1].Name)
	}
}
