package diag

import (
	"strings"
	"testing"
)

// What is counted is a paragraph, or an item of a list, as a Markdown parser divides them: a number other than 1 ends no paragraph.
func TestParagraphsAreCountedAsMarkdownHasThem(t *testing.T) {
	for _, c := range []struct {
		text, again string
		long        bool
	}{
		{"", "I will ask. ", true},
		{"", "I will ask.\n", true},
		{"", "I will ask.\n\n", false},
		{"I will:\n\n", "1. ask first, and tell a grown-up.\n", false},
		{"I will:\n\n", "7) ask first, and tell a grown-up.\n", false},
		{"I will:\n", "- ask first, and tell a grown-up.\n", false},
		{"", "- ask first,\n  and tell a grown-up.\n", false},
		{"I will:\n", "2. ask first, and tell a grown-up.\n", true},
		{"- I will\n", "  2. ask first, and tell a grown-up.\n", true},
		{"I will:\n", "    - ask first, and tell a grown-up.\n", true},
		{"- ", "ask first, and tell a grown-up.\n", true},
	} {
		text := c.text + strings.Repeat(c.again, 1+longestParagraph/len(c.again))
		if faults := NewSource("a.md", []byte(text)).CheckParagraphs(0); len(faults) > 0 != c.long {
			t.Errorf("%q, then %q over and over: %v", c.text, c.again, faults)
		}
	}
}
