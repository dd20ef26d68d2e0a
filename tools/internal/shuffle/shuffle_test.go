package shuffle

import (
	"fmt"
	"slices"
	"testing"
)

// steps returns the places of n steps, in their right order.
func steps(n int) (places []int) {
	for i := range n {
		places = append(places, i+1)
	}
	return places
}

func TestItemsAreNeverShownBinByBin(t *testing.T) {
	for i := range 500 {
		bins := []int{1, 1, 2, 2, 3}
		var shown []int
		for _, n := range Away(fmt.Sprint("sort-", i), bins) {
			shown = append(shown, bins[n])
		}
		if slices.IsSorted(shown) {
			t.Fatalf("sort-%d is shown bin by bin", i)
		}
	}
}

func TestStepsAreNeverShownInTheRightOrder(t *testing.T) {
	for n := 2; n <= 6; n++ {
		for i := range 500 {
			order := Away(fmt.Sprintf("question-%d", i), steps(n))
			if slices.IsSorted(order) {
				t.Fatalf("question-%d with %d steps is in order", i, n)
			}
			slices.Sort(order)
			for want, got := range order {
				if got != want {
					t.Fatalf("question-%d lost a step: %v", i, order)
				}
			}
		}
	}
}

func TestTheSameQuestionIsAlwaysShownTheSameWay(t *testing.T) {
	// These orders are on paper in classrooms: changing them changes printed sheets.
	for seed, want := range map[string]string{"steps": "[0 3 1 2]", "sleepover": "[0 3 1 2]", "email": "[1 3 0 2]"} {
		got := fmt.Sprint(Away(seed, steps(4)))
		if again := fmt.Sprint(Away(seed, steps(4))); got != again {
			t.Errorf("%s is shown as %s and as %s", seed, got, again)
		}
		if got != want {
			t.Errorf("%s is shown as %s, want %s", seed, got, want)
		}
	}
}

func TestOneStepOrNoneIsUnchanged(t *testing.T) {
	if got := fmt.Sprint(Away("x", steps(0)), Away("x", steps(1))); got != "[] [0]" {
		t.Errorf("shuffled as %s", got)
	}
}

func TestEveryOrderIsSeen(t *testing.T) {
	seen := map[string]int{}
	for i := range 1000 {
		seen[fmt.Sprint(Away(fmt.Sprint(i), steps(3)))]++
	}
	if len(seen) != 5 {
		t.Errorf("of five orders that are wrong, these were seen: %v", seen)
	}
	for order, n := range seen {
		if n < 120 { // 200 each, if it were even
			t.Errorf("%s was seen %d times of 1,000", order, n)
		}
	}
}
