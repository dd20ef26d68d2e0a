package site

import (
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// thing returns a thing at a place, 100 high unless the height is given.
func thing(lesson string, x, y int, height ...int) model.Thing {
	t := model.Thing{Lesson: text(lesson), X: diag.Number{Value: x}, Y: diag.Number{Value: y}, Height: diag.Number{Value: 100}}
	if len(height) > 0 {
		t.Height.Value = height[0]
	}
	return t
}

func TestThingsAreInsideTheirPlaceAndApart(t *testing.T) {
	ground := model.Drawing{Width: 774, Height: 400} // a unit is a pixel on a tablet
	for _, c := range []struct {
		name   string
		things []model.Thing
		want   string
	}{
		{"in the middle", []model.Thing{thing("a", 400, 300)}, "[]"},
		{"in the corners", []model.Thing{thing("a", 50, 100), thing("b", 724, 400)}, "[]"},
		{"over the left edge", []model.Thing{thing("a", 49, 300)}, "[off-the-edge]"},
		{"over the right edge", []model.Thing{thing("a", 725, 300)}, "[off-the-edge]"},
		{"over the upper edge", []model.Thing{thing("a", 400, 99)}, "[off-the-edge]"},
		{"over the lower edge", []model.Thing{thing("a", 400, 401)}, "[off-the-edge]"},
		{"as small as a fingertip", []model.Thing{thing("a", 400, 300, 44)}, "[]"},
		{"smaller than a fingertip", []model.Thing{thing("a", 400, 300, 43)}, "[too-small]"},
		{"side by side", []model.Thing{thing("a", 300, 300), thing("b", 400, 300)}, "[]"},
		{"a quarter covered", []model.Thing{thing("a", 300, 300), thing("b", 375, 300)}, "[]"},
		{"more than a quarter covered", []model.Thing{thing("a", 300, 300), thing("b", 374, 300)}, "[same-spot]"},
		{"a small thing on a large one", []model.Thing{thing("a", 300, 300, 200), thing("b", 300, 300, 50)}, "[same-spot]"},
		{"three on one spot", []model.Thing{thing("a", 300, 300), thing("b", 300, 300), thing("c", 300, 300)}, "[same-spot same-spot]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var ch checker
			for i, th := range c.things {
				ch.inside(ground, th)
				ch.covered(th, c.things[:i])
			}
			if got := codes(ch.faults); got != c.want {
				t.Errorf("the faults are %s, want %s", got, c.want)
			}
		})
	}
}

// A set of rules shows the things of the lessons that its rules lead to, however many things the place has.
func TestASetShowsTheThingsOfItsLessons(t *testing.T) {
	stage := model.Stage{ID: text("ks2")}
	rule := func(slug, lesson string) Rule {
		return Rule{Stage: stage, Clause: model.Clause{Slug: text(slug)}, Lesson: model.Lesson{Name: lesson}, page: slug}
	}
	shared := rule("three", "passwords")
	shared.page = "one"
	s := Site{places: map[string]model.Place{"ks2": {Things: []model.Thing{thing("phones", 1, 1), thing("passwords", 2, 2), thing("polite", 3, 3)}}}}
	set := Set{Stage: stage, Rules: []Rule{rule("one", "passwords"), rule("two", ""), shared, rule("four", "phones")}}

	place := s.place(set)
	if place == nil {
		t.Fatal("the set has no place")
	}
	var got []string
	for _, spot := range place.Spots {
		got = append(got, spot.Thing.Lesson.Value+" of "+spot.Rule.Clause.Slug.Value)
	}
	if want := []string{"passwords of one", "phones of four"}; len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("it shows %q, want %q", got, want)
	}
	if s.place(Set{Stage: model.Stage{ID: text("ks1")}, Rules: set.Rules}) != nil {
		t.Error("a stage without a place has one")
	}
	if s.place(Set{Stage: stage, Rules: []Rule{rule("two", "")}}) != nil {
		t.Error("a set without lessons has a place")
	}
}
