package svg

import (
	"regexp"
	"testing"
)

// number is the grammar of a number in SVG (https://www.w3.org/TR/SVG11/paths.html#PathDataBNF).
var number = regexp.MustCompile(`^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?`)

func FuzzNumber(f *testing.F) {
	for _, text := range []string{"", "0", "12 5", "-1.5-2", "+.5.5", "1.", "1.e2", ".", "+-1", "-.", "e5", "1e", "1e+", "1e-3z", "1E12.5", "a1", "1,2", "0013"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got, want := Number(text), len(number.FindString(text)); got != want {
			t.Errorf("%q begins with a number of %d bytes, expected %d", text, got, want)
		}
	})
}
