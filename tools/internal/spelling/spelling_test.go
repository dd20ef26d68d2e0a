package spelling_test

import (
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/spelling"
)

func TestWordsAreSpeltAsInBritain(t *testing.T) {
	for _, word := range []string{"colour", "organise", "Colour", "WELL", "Friday", "FRIDAY", "can't", "playground", "Polish"} {
		if !spelling.IsKnown(word) {
			t.Errorf("%q is not known", word)
		}
	}
	for _, word := range []string{"color", "organize", "playgroud", "friday", "", "passwrod"} {
		if spelling.IsKnown(word) {
			t.Errorf("%q is known", word)
		}
	}
}

func TestASlipOfTheFingerHasASuggestion(t *testing.T) {
	for slip, want := range map[string]string{"passwrod": "password", "playgroud": "playground", "Childrne": "Children", "helpp": "help", "grewn": "grown", "gray": "grey"} {
		if got := spelling.Suggest(slip); !slices.Contains(got, want) {
			t.Errorf("for %q it suggests %q, want %q", slip, got, want)
		}
	}
	if got := spelling.Suggest("xqzvkw"); len(got) > 0 {
		t.Errorf("for what is no word it suggests %q", got)
	}
	if allocs := testing.AllocsPerRun(1, func() { spelling.Suggest(strings.Repeat("a", 4_000)) }); allocs > 10 {
		t.Errorf("what is far too long for a word is looked at all the same: %v allocations", allocs)
	}
}
