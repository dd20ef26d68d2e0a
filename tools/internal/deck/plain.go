package deck

import "strings"

// fitsPlain reports whether sentences fit one slide at the least size.
func fitsPlain(some []string) bool {
	return bold.height(strings.Join(some, " "), 60, slideWide) <= slideHigh-14
}

// plainSize returns the largest size at which a text fits a slide, maybe with a picture beside it.
func plainSize(text string, pictured bool) int {
	wide := slideWide
	if pictured {
		wide -= 41
	}
	return largest(plainSizes, []string{text}, func(size int) bool {
		return bold.height(text, size, wide) <= slideHigh-20
	})
}
