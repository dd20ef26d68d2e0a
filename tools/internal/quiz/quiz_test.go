package quiz

import (
	"fmt"
	"slices"
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

func text(s string) diag.Text { return diag.Text{Value: s} }

// options returns as many options, each of the next of so many slots.
func options(n, slots int) (list []model.Option) {
	for i := range n {
		list = append(list, model.Option{Text: text(fmt.Sprint("option ", i)), Slot: i%slots + 1})
	}
	return list
}

// Whatever the order in which it is shown, a question keeps each of its options and bins once.
func TestALayoutLosesNothing(t *testing.T) {
	for _, k := range All() {
		for seed := range 200 {
			q := model.Question{Kind: k.Name, ID: text(fmt.Sprint("q", seed)), Options: options(5, 5), Bins: make([]model.Bin, 5)}
			l := k.Layout(q)
			for what, numbers := range map[string][]int{"options": l.Options, "bins": l.Bins} {
				if sorted := slices.Sorted(slices.Values(numbers)); fmt.Sprint(sorted) != "[0 1 2 3 4]" {
					t.Fatalf("%s, seed %d: the %s are %v", k.Name, seed, what, numbers)
				}
			}
			if len(l.Places) != len(q.Options) {
				t.Fatalf("%s: %d places for %d options", k.Name, len(l.Places), len(q.Options))
			}
		}
	}
}

func TestTheAnswerToEachKind(t *testing.T) {
	ticked := []model.Option{{Text: text("a")}, {Text: text("b"), Right: true}, {Text: text("c"), Right: true}}
	for _, c := range []struct {
		kind model.Kind
		q    model.Question
		want string
	}{
		{Choice, model.Question{Options: ticked[:2]}, "[b]"},
		{Several, model.Question{Options: ticked}, "[b c]"},
		{Order, model.Question{Options: ticked}, "[a b c]"},
		{Sort, model.Question{Options: options(3, 2), Bins: []model.Bin{{Title: text("here")}, {Title: text("there")}}}, "[option 0:here option 1:there option 2:here]"},
		{Gaps, model.Question{Options: ticked}, "[b c]"},
		{Spot, model.Question{Options: ticked}, "[b c]"},
		{Match, model.Question{Options: options(2, 2), Bins: []model.Bin{{Title: text("one")}, {Title: text("two")}}}, "[option 0:one option 1:two]"},
		{Chat, model.Question{Scenes: []model.ChatScene{{Replies: ticked[:2]}, {Replies: ticked[:2]}, {}}}, "[b b]"},
	} {
		got := []string{}
		for _, a := range Of(c.kind).Answer(c.q) {
			words := a.Option.Text.Value
			if a.To.Value != "" {
				words += ":" + a.To.Value
			}
			got = append(got, words)
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("the answer to a question of the kind %s is %v, want %s", c.kind, got, c.want)
		}
	}
}

func TestOfPanicsWithAnUnknownKind(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("there is a kind that nobody has made")
		}
	}()
	Of("riddle")
}

// The partners of a match are never all beside their own pairs, and each place names the right one.
func TestThePartnersOfAMatchAreShuffled(t *testing.T) {
	for n := 2; n <= 5; n++ {
		for seed := range 300 {
			q := model.Question{ID: text(fmt.Sprint("pairs-", seed)), Options: options(n, n), Bins: make([]model.Bin, n)}
			l := Of(Match).Layout(q)
			if slices.IsSorted(l.Bins) {
				t.Fatalf("%s: of %d partners, each is beside its own", q.ID, n)
			}
			if !slices.IsSorted(l.Options) {
				t.Fatalf("%s: the left side is in the order %v", q.ID, l.Options)
			}
			for i, place := range l.Places {
				if l.Bins[place-1] != i {
					t.Fatalf("%s: pair %d has partner %d, in %v", q.ID, i, place, l.Bins)
				}
			}
		}
	}
}
