package typeface

import (
	"math"
	"testing"
)

func TestWidthsComeFromTheFont(t *testing.T) {
	for text, want := range map[string]float64{"": 0, "W": 1.016, "WW": 2.032, "i": .276, " ": .269, "é": .535} {
		if got := Regular().Width(text); math.Abs(got-want) > .001 {
			t.Errorf("%q is %.3f em wide in regular text, want %.3f", text, got, want)
		}
	}
	if regular, bold := Regular().Width("responsibilities"), Bold().Width("responsibilities"); bold <= regular {
		t.Errorf("a word is %.3f em wide in bold text and %.3f in regular text", bold, regular)
	}
}

func TestLettersOutsideTheFontHaveAWidth(t *testing.T) {
	f := Regular()
	for text, want := range map[string]float64{
		"ő": f.Width("o"), "e\u0301": f.Width("e"), "\u00a0": f.Width(" "), "ж": f.Width("m"), "🔒": wide, "👩\u200d👧": 2 * wide, "\xff": wide,
	} {
		if got := f.Width(text); got != want {
			t.Errorf("%q is %.3f em wide, want %.3f", text, got, want)
		}
	}
}
