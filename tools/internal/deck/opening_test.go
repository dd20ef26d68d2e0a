package deck

import (
	"strings"
	"testing"
)

func TestATitleIsAsLargeAsItsSlideAllows(t *testing.T) {
	for _, c := range []struct {
		mark, title string
		size        int
	}{
		{"5", "Passwords", 100}, // larger, it would be broken
		{"S", "Be kind", 120},
		{"", "Be kind, be careful, and talk to somebody you trust", 100},
		{"S", "Be kind, be careful, and talk to somebody you trust", 80},
		{"S", "Share " + strings.Repeat("m", 18) + " private", 40},
		{"S", "Share " + strings.Repeat("m", 84) + " private", 50},
	} {
		if got := opening(c.mark, c.title, "Years 1 and 2"); got.Size != c.size {
			t.Errorf("%q is %d high, want %d", c.title, got.Size, c.size)
		}
	}
}
