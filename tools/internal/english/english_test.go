package english_test

import (
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/english"
)

func TestSentencesEndBeforeACapitalOrADigit(t *testing.T) {
	for _, want := range [][]string{
		{""},
		{"No end"},
		{"One."},
		{"One.", "Two!", "Three?", "Four…", "Five."},
		{"What now?", "3 people wait."},
		{"\"Come!\" says Zane.", "He waits."},
		{"\"Come!\"", "Zane waits."},
		{"He says, 'Come.'", "\"Why?\" asks Bo."},
		{"“Is it you?”", "Sam asks.", "(It is.)", "‘Good.’"},
		{"It costs 2.50 at e.g. the shop."},
		{"Wait ... then go.", "Éloise goes."},
		{"Keep data (held on Integris, foldr, etc.) secure.", "Use approved channels!"},
	} {
		if got := english.Sentences(strings.Join(want, " ")); !slices.Equal(got, want) {
			t.Errorf("split into %q, want %q", got, want)
		}
	}
	if got := english.Sentences("  One.\n\tTwo. "); !slices.Equal(got, []string{"One.", "Two."}) {
		t.Errorf("over two lines: %q", got)
	}
}

func TestCountWritesOneThingWithoutAnS(t *testing.T) {
	for n, want := range map[int]string{0: "0 lessons", 1: "1 lesson", 2: "2 lessons", 22: "22 lessons"} {
		if got := english.Count(n, "lesson"); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestCountWordsCountsAsAReaderDoes(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, " - ": 0, "one": 1, "one – two": 2, "best-friend's dog": 2, "900 gems!": 2, "\"Why?\" … he": 2, "🏫 school": 1,
	} {
		if got := english.CountWords(text); got != want {
			t.Errorf("%q has %d words, want %d", text, got, want)
		}
	}
}
