package view

import (
	"math/rand/v2"
	"slices"
	"testing"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/sample"
)

func TestGroupMakesFewAndEvenSteps(t *testing.T) {
	for _, c := range []struct{ words, want []int }{
		{[]int{12}, []int{1}},
		{[]int{20, 20}, []int{2}},
		{[]int{20, 21}, []int{1, 1}},
		{[]int{10, 10, 10, 10, 10}, []int{3, 2}},
		{[]int{30, 5, 5, 30}, []int{2, 2}},
		{[]int{5, 30, 30}, []int{2, 1}},
		{[]int{10, 41, 10}, []int{1, 1, 1}},
		{[]int{0, 40, 0}, []int{3}},
	} {
		if got := group(c.words, 40); !slices.Equal(got, c.want) {
			t.Errorf("lines of %v words are in groups of %v lines, want %v", c.words, got, c.want)
		}
	}
}

// divisions returns all ways to divide n lines into groups.
func divisions(n int) (list [][]int) {
	if n == 0 {
		return [][]int{nil}
	}
	for first := 1; first <= n; first++ {
		for _, rest := range divisions(n - first) {
			list = append(list, append([]int{first}, rest...))
		}
	}
	return list
}

func longest(words, groups []int) (most int) {
	for _, n := range groups {
		sum := 0
		for _, w := range words[:n] {
			sum += w
		}
		words, most = words[n:], max(most, sum)
	}
	return most
}

func TestGroupIsAsGoodAsTheBestOfAllDivisions(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		words := make([]int, 1+random.IntN(8))
		for i := range words {
			words[i] = 1 + random.IntN(40)
		}
		var best []int
		for _, d := range divisions(len(words)) {
			if longest(words, d) <= 40 && (best == nil || len(d) < len(best) || len(d) == len(best) && longest(words, d) < longest(words, best)) {
				best = d
			}
		}
		got := group(words, 40)
		if len(got) != len(best) || longest(words, got) != longest(words, best) {
			t.Errorf("lines of %v words are in groups of %v lines, and %v is better", words, got, best)
		}
	}
}

// TestStepsHaveIDsOfTheirOwn gives the scenes of a lesson titles whose ids other parts of the page have.
func TestStepsHaveIDsOfTheirOwn(t *testing.T) {
	for _, c := range []struct {
		titles []string
		want   []string
	}{
		{[]string{"Ben's 2nd frog!"}, []string{"bens-2nd-frog"}},
		{[]string{"Éloise – alone"}, []string{"eloise-alone"}},
		{[]string{"The end", "End"}, []string{"the-end", "2-end"}},
		{[]string{"Rule"}, []string{"1-rule"}},
		{[]string{"The quiz"}, []string{"1-the-quiz"}},
		{[]string{"The rain", "The rain"}, []string{"the-rain", "2-the-rain"}},
		{[]string{"2 rain", "Rain", "Rain"}, []string{"2-rain", "rain", "3-rain"}},
		{[]string{"The noise"}, []string{"the-noise"}},
		{[]string{"Noise"}, []string{"1-noise"}},
		{[]string{"Noise 1 why"}, []string{"1-noise-1-why"}},
		{[]string{"🏫 O'Neill’s – a 2-3 draw"}, []string{"oneills-a-2-3-draw"}},
		{[]string{"…", "1"}, []string{"1", "2-1"}},
	} {
		s := sample.Site(t, func(d *model.Data) {
			for i := range d.Lessons {
				l := &d.Lessons[i]
				for j := range l.Story {
					l.Story[j].Title.Value = append(c.titles, "Third", "Fourth", "Fifth")[j]
				}
			}
		})
		var got []string
		for _, scene := range New(s, sample.Words(t)).Story(s.Rules[0])[:len(c.titles)] {
			got = append(got, scene.Steps[0].ID)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("scenes %q have ids %q, want %q", c.titles, got, c.want)
		}
	}
}

func TestLaterStepsOfASceneHaveItsIDAndANumber(t *testing.T) {
	none := &ids{}
	if got, want := stepIDs("The rain", 2, 3, none), []string{"the-rain", "the-rain-2", "the-rain-3"}; !slices.Equal(got, want) {
		t.Errorf("ids are %q, want %q", got, want)
	}
	if got, want := stepIDs("The rain 3", 3, 2, none), []string{"3-the-rain-3", "3-the-rain-3-2"}; !slices.Equal(got, want) {
		t.Errorf("ids are %q, want %q", got, want)
	}
}
