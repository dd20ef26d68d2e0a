package page

import (
	"slices"
	"strings"
	"testing"
)

// The parts are what a class reads aloud one after the other, so they end where a reader would breathe.
func TestALongRuleIsPartedBySense(t *testing.T) {
	for _, parts := range [][]string{
		{"I will not arrange to meet someone or send my image", "unless this is part of a school project approved by my teacher", "and a responsible adult comes with me."},
		{"If I see anything I am unhappy with", "or I receive a message I do not like, I will not respond to it."},
		{"I know that my use of technology can be checked", "and my parent/carer will be contacted", "if a member of school staff is concerned about my safety."},
		{"I will not give out my own/others details", "(name, phone number, home address, email address, etc.)."},
		{"I recognise that these rules apply to my use of technology", "both inside and outside of school", "and that I am accountable for my online behaviour at all times."},
		{"I will keep them safe"},
	} {
		whole := strings.Join(parts, " ")
		got := phrases(whole, func(part string) bool { return len(part) <= 64 })
		if !slices.Equal(got, parts) {
			t.Errorf("%q\nis parted as %q\nwant %q", whole, got, parts)
		}
	}
}

func TestNoWordIsLostInParting(t *testing.T) {
	whole := "Images of pupils and/or staff will only be taken, stored and used for professional purposes with consent."
	for letters := 8; letters < len(whole); letters++ {
		got := phrases(whole, func(part string) bool { return len(part) <= letters })
		if strings.Join(got, " ") != whole {
			t.Errorf("in parts of up to %d letters: %q", letters, got)
		}
	}
}

func TestAWordThatFitsNowhereStandsAlone(t *testing.T) {
	got := phrases("a responsibilities b", func(part string) bool { return len(part) < 5 })
	if want := []string{"a", "responsibilities", "b"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestASentenceEndsBeforeACapital(t *testing.T) {
	text := "Keep data (held on Integris, foldr, etc.) secure. Use approved channels! “Why?” Because."
	want := []string{"Keep data (held on Integris, foldr, etc.) secure.", "Use approved channels!", "“Why?”", "Because."}
	if got := sentences(text); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestWordsWrapAsTheyDoOnALine(t *testing.T) {
	const wide = 4.5 // eight letters a, each .55
	for text, want := range map[string]int{"": 0, "aaa": 1, "aaa aaa": 1, "aaa aaa aaa": 2, "aaaaaaaaaaaaa a": 2} {
		if got := regular.lines(text, wide); got != want {
			t.Errorf("%q takes %d lines, want %d", text, got, want)
		}
	}
}
