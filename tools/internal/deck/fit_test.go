package deck

import (
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/english"
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

func TestWordsWrapAsTheyDoOnALine(t *testing.T) {
	const wide = 4.6 // room for eight letters a
	for text, want := range map[string]int{"": 0, "aaa": 1, "aaa aaa": 1, "aaa aaa aaa": 2, "aaaaaaaaaaaaa a": 2} {
		if got := regular.lines(text, wide); got != want {
			t.Errorf("%q takes %d lines, want %d", text, got, want)
		}
	}
}

func TestAWordThatIsWiderThanALineIsBroken(t *testing.T) {
	const wide = 4.6 // room for eight letters a
	for text, want := range map[string]int{
		strings.Repeat("a", 8): 1, strings.Repeat("a", 9): 2, strings.Repeat("a", 16): 2, strings.Repeat("a", 17): 3,
		"a " + strings.Repeat("a", 9): 3, strings.Repeat("a", 9) + " aaa": 2, "aaaa\u00a0aaaa": 2,
		strings.Repeat("W", 3): 1, strings.Repeat("é", 17): 3,
	} {
		if got := regular.lines(text, wide); got != want {
			t.Errorf("%q takes %d lines, want %d", text, got, want)
		}
	}
	for _, wide := range []float64{-3, 0, .1} { // no room for a single letter: each has a line
		if got := regular.lines("abc d", wide); got != 4 {
			t.Errorf("in a width of %g there are %d lines, want 4", wide, got)
		}
	}
}

// A rule whose word no line holds is shown whole all the same, and a word that a smaller size keeps whole is not broken.
func TestARuleMayHoldAWordThatIsWiderThanALine(t *testing.T) {
	address := "https://www.example.org/" + strings.Repeat("a", 60)
	for _, rule := range []string{address, "Tell " + address + " about it.", "Tell us. Then go to " + address} {
		var words []string
		for _, s := range ruleSlides(rule, slide{}) {
			if words = append(words, s.Text); bold.lines(s.Text, (slideWide-partTileWide)/(float64(s.Size)/10)) > ruleLines {
				t.Errorf("%q is too high for its slide at %d", s.Text, s.Size)
			}
		}
		if got := strings.Join(words, " "); got != rule {
			t.Errorf("%q is shown as %q", rule, words)
		}
	}
	if fitsRule("responsibilities", 130, 70, 6) || !fitsRule("responsibilities", 90, 110, 6) {
		t.Error("a word is broken that a smaller size keeps whole")
	}
}

func TestNoTextBreaksTheParting(t *testing.T) {
	blanks := []string{" ", "\t", "\n", "\r", "\f", "\v", "\u00a0", "\u2028", "\u3000", ""}
	words := []string{"", ".", "Why? ", "“", "(", ")", ",", ";", "and", "if", "W", strings.Repeat("x", 200), "\xff", "👨‍👩‍👧"}
	for _, a := range words {
		for _, blank := range blanks {
			for _, b := range words {
				text := a + blank + b + blank + a
				list := english.Sentences(text)
				if got := strings.Join(list, ""); len(strings.Join(strings.Fields(got), "")) != len(strings.Join(strings.Fields(text), "")) {
					t.Errorf("%q has the sentences %q", text, list)
				}
				for _, most := range []int{0, 1, 3, 50, 500} {
					phrases(text, func(part string) bool { return len(part) <= most })
					shortened(text, most)
				}
				ruleSlides(text, slide{})
			}
		}
	}
}

func TestAShortenedTextEndsWithAWord(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""}, {"short", "short"}, {"ten letter", "ten letter"}, {"eleven lett", "eleven …"}, {"one two three", "one two …"},
		{"https://example.org", "https://ex…"}, {"ééééééééééé", "éééééééééé…"}, {"one\ntwo three four", "one\ntwo …"},
	} {
		if got := shortened(c.text, 10); got != c.want {
			t.Errorf("%q is shortened to %q, want %q", c.text, got, c.want)
		}
	}
}

func TestALongMarkLeavesLessRoomInAList(t *testing.T) {
	const title = "Keep your own words kind and your friends' names to yourself"
	short := lists(slide{}, slices.Repeat([]entry{{Mark: "8", Text: title}}, 6))
	long := lists(slide{}, slices.Repeat([]entry{{Mark: "MDCCCLXXVIII", Text: title}}, 6))
	if len(long) <= len(short) && long[0].Size >= short[0].Size {
		t.Errorf("with a long mark the list takes %d slides at the size %d, with a short one %d at %d", len(long), long[0].Size, len(short), short[0].Size)
	}
}
