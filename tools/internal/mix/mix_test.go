package mix

import (
	"fmt"
	"slices"
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/shuffle"
	"safeonline/tools/internal/site"
)

// sharesOf returns rules with so many questions each.
func sharesOf(counts ...int) (list []Share) {
	for i, count := range counts {
		r := site.Rule{Clause: model.Clause{Slug: diag.Text{Value: fmt.Sprint("rule-", i)}}}
		of := Share{Rule: r}
		for n := range count {
			of.Quiz = append(of.Quiz, model.Question{ID: diag.Text{Value: fmt.Sprint("q", n)}})
		}
		list = append(list, of)
	}
	return list
}

// keys names the questions, in their order.
func keys(list []Share) (names []string) {
	for _, of := range list {
		for _, q := range of.Quiz {
			names = append(names, of.Rule.Key(q))
		}
	}
	return names
}

func TestAMixKeepsAllQuestionsThatAPageMayHold(t *testing.T) {
	for _, counts := range [][]int{{}, {1}, {5, 5, 5}, {1, 7, 2}, slices.Repeat([]int{5}, 24)} {
		all := sharesOf(counts...)
		if got := keys(inTurns(all, most)); !slices.Equal(got, keys(all)) {
			t.Errorf("of %v questions, %d are left, or in another order", counts, len(got))
		}
	}
}

func TestAMixOfManyRulesTakesFromAllOfThemInTurn(t *testing.T) {
	for _, c := range []struct {
		counts []int
		most   int
	}{
		{slices.Repeat([]int{5}, 25), 120},
		{slices.Repeat([]int{5}, 50), 120},
		{slices.Repeat([]int{5}, 1700), 120},
		{[]int{100, 1, 1, 1}, 10},
		{[]int{1, 2, 3, 4, 5, 6, 7, 8}, 20},
	} {
		all := sharesOf(c.counts...)
		kept := inTurns(all, c.most)
		if n := len(keys(kept)); n != c.most {
			t.Errorf("%d questions are kept, want %d", n, c.most)
		}
		if rules := min(len(all), c.most); len(kept) != rules {
			t.Errorf("they are of %d rules, want %d", len(kept), rules)
		}
		// A rule with one question fewer than another runs out first.
		most := 0
		for _, of := range kept {
			most = max(most, len(of.Quiz))
		}
		for _, of := range kept {
			i := slices.IndexFunc(all, func(other Share) bool { return other.Rule.Clause.Slug == of.Rule.Clause.Slug })
			if len(of.Quiz) < most-1 && len(of.Quiz) < len(all[i].Quiz) {
				t.Errorf("rule %d of %v has %d questions in the mix, another has %d", i, c.counts, len(of.Quiz), most)
			}
		}
	}
}

func TestAMixAsksAtMostOneQuestionOfEachLesson(t *testing.T) {
	for _, c := range []struct{ stage, lessons, want int }{{8, 5, 5}, {8, 8, 8}, {8, 30, 8}, {500, 30, 30}, {500, 400, most}} {
		set := site.Set{Stage: model.Stage{Mix: c.stage}}
		for n := range c.lessons {
			lesson := model.Lesson{Name: fmt.Sprint("lesson-", n), Quiz: make([]model.Question, 3)}
			set.Rules = append(set.Rules, site.Rule{Lesson: lesson})
		}
		set.Rules = append(set.Rules, site.Rule{Lesson: model.Lesson{Name: "without-questions"}})
		if got := Drawn(set); got != c.want {
			t.Errorf("of %d lessons, a mix of up to %d questions asks %d, want %d", c.lessons, c.stage, got, c.want)
		}
		if pool := len(ForPupils(set)); Drawn(set) != min(c.stage, pool) {
			t.Errorf("a mix of up to %d questions asks %d, and has those of %d lessons to draw from", c.stage, Drawn(set), pool)
		}
	}
}

// Moving a rule to another place in its file must not change what children are asked.
func TestWhichQuestionsAMixKeepsDoesNotDependOnTheirOrder(t *testing.T) {
	all := sharesOf(slices.Repeat([]int{5}, 60)...)
	want := slices.Sorted(slices.Values(keys(inTurns(all, most))))
	for range 20 {
		moved := make([]Share, len(all))
		for i, n := range shuffle.Seeded("moved").Perm(len(all)) {
			moved[i] = all[n]
			moved[i].Quiz = slices.Clone(all[n].Quiz)
			slices.Reverse(moved[i].Quiz)
		}
		all = moved
		if got := slices.Sorted(slices.Values(keys(inTurns(all, most)))); !slices.Equal(got, want) {
			t.Fatalf("in another order, the mix keeps %v, before %v", got, want)
		}
	}
}

// One more rule must not change most of the mix.
func TestANewRuleLeavesMostOfAMixAsItWas(t *testing.T) {
	before := keys(inTurns(sharesOf(slices.Repeat([]int{5}, 60)...), most))
	after := keys(inTurns(sharesOf(slices.Repeat([]int{5}, 61)...), most))
	gone := 0
	for _, k := range before {
		if !slices.Contains(after, k) {
			gone++
		}
	}
	if gone > 2 {
		t.Errorf("%d questions are no longer there", gone)
	}
}
