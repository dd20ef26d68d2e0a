package words_test

import (
	"regexp"
	"testing"

	"safeonline/tools/internal/words"
)

func TestSame(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Don't tell", "don’t  tell", true},
		{"It's fine", "it`s\nfine", true},
		{"see-saw", "see‑saw", true},
		{"wait…", "Wait...", true},
		{"“Hi”", `"hi"`, true},
		{"café", "cafe\u0301", true},
		{"", "  ", true},
		{"tell", "tells", false},
		{"a b", "ab", false},
	} {
		if got := words.Same(c.a, c.b); got != c.want {
			t.Errorf("Same(%q, %q) = %t", c.a, c.b, got)
		}
	}
}

func TestPatternFindsAPhraseHoweverItIsWritten(t *testing.T) {
	for _, c := range []struct{ phrase, text string }{
		{"stranger danger", "Mind the stranger\n  > danger here"},
		{"don’t know", "I DON'T\tknow"},
		{"all-or-nothing", "all–or–nothing"},
		{"wait... what", "wait… what"},
		{"a+b (c)", "a+b (c)"},
	} {
		if !regexp.MustCompile(`(?i)` + words.Pattern(c.phrase)).MatchString(c.text) {
			t.Errorf("%q is not found in %q", c.phrase, c.text)
		}
	}
	if regexp.MustCompile(words.Pattern("a.c")).MatchString("abc") {
		t.Error("a full stop of a phrase stands for any letter")
	}
}
