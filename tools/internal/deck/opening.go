package deck

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// openingSizes are those of the title of a deck. Its rule's mark grows with it.
var openingSizes = []int{120, 100, 80, 60, 50, 40}

const (
	openingWide    = slideWide - 6 - 62 // beside a code for tablets, on the narrowest screen
	openingLeading = 1.1
)

// opening returns the first slide of a deck: the rule's mark, if the deck has one rule, the deck's title, and who it is for.
func opening(mark, title, text string) slide {
	return slide{Kind: "title", Mark: mark, Text: text, Size: largest(openingSizes, []string{title}, func(size int) bool {
		s := float64(size) / 10
		high := float64(bold.lines(title, openingWide/s))*s*openingLeading + 0.25*s + regular.height(text, 60, openingWide)
		if mark != "" {
			high += 2.8 * s
		}
		return high <= slideHigh && !breaks(title, openingWide/s)
	})}
}

// breaks reports whether a word is broken at the end of a line of some width, and need not be.
func breaks(title string, wide float64) bool {
	return slices.ContainsFunc(strings.FieldsFunc(title, isBlank), func(word string) bool {
		return utf8.RuneCountInString(word) <= longWord && bold.width(word) > wide
	})
}
