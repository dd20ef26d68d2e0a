package page

import (
	"fmt"
	"slices"
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/shuffle"
	"safeonline/tools/internal/site"
)

// shares returns rules with so many questions each.
func shares(counts ...int) (list []share) {
	for i, count := range counts {
		r := site.Rule{Clause: model.Clause{Slug: diag.Text{Value: fmt.Sprint("rule-", i)}}}
		of := share{rule: r}
		for n := range count {
			of.quiz = append(of.quiz, model.Question{ID: diag.Text{Value: fmt.Sprint("q", n)}})
		}
		list = append(list, of)
	}
	return list
}

// keys names the questions, in their order.
func keys(list []share) (names []string) {
	for _, of := range list {
		for _, q := range of.quiz {
			names = append(names, key(of.rule, q))
		}
	}
	return names
}

func TestAMixKeepsAllQuestionsThatAPageMayHold(t *testing.T) {
	for _, counts := range [][]int{{}, {1}, {5, 5, 5}, {1, 7, 2}, slices.Repeat([]int{5}, 24)} {
		all := shares(counts...)
		if got := keys(inTurns(all, mostMixed)); !slices.Equal(got, keys(all)) {
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
		all := shares(c.counts...)
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
			most = max(most, len(of.quiz))
		}
		for _, of := range kept {
			i := slices.IndexFunc(all, func(other share) bool { return other.rule.Clause.Slug == of.rule.Clause.Slug })
			if len(of.quiz) < most-1 && len(of.quiz) < len(all[i].quiz) {
				t.Errorf("rule %d of %v has %d questions in the mix, another has %d", i, c.counts, len(of.quiz), most)
			}
		}
	}
}

// Moving a rule to another place in its file must not change what children are asked.
func TestWhichQuestionsAMixKeepsDoesNotDependOnTheirOrder(t *testing.T) {
	all := shares(slices.Repeat([]int{5}, 60)...)
	want := slices.Sorted(slices.Values(keys(inTurns(all, mostMixed))))
	for range 20 {
		moved := make([]share, len(all))
		for i, n := range shuffle.Seeded("moved").Perm(len(all)) {
			moved[i] = all[n]
			moved[i].quiz = slices.Clone(all[n].quiz)
			slices.Reverse(moved[i].quiz)
		}
		all = moved
		if got := slices.Sorted(slices.Values(keys(inTurns(all, mostMixed)))); !slices.Equal(got, want) {
			t.Fatalf("in another order, the mix keeps %v, before %v", got, want)
		}
	}
}

// One more rule must not change most of the mix.
func TestANewRuleLeavesMostOfAMixAsItWas(t *testing.T) {
	before := keys(inTurns(shares(slices.Repeat([]int{5}, 60)...), mostMixed))
	after := keys(inTurns(shares(slices.Repeat([]int{5}, 61)...), mostMixed))
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
