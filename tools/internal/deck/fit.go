package deck

import (
	"slices"
	"strings"
	"unicode/utf8"

	"safeonline/tools/internal/typeface"
)

// A weight fits text in regular or bold letters.
type weight struct{ face *typeface.Face }

var (
	regular = weight{typeface.Regular()}
	bold    = weight{typeface.Bold()}
)

// slack is how much wider a text is taken to be than its letters: browsers differ a little in the width of a text.
const slack = 1.01

// width returns how wide a text is on one line, as a share of its size.
func (w weight) width(text string) float64 { return w.face.Width(text) * slack }

// lines returns the number of lines that a text takes in so much width, a share of its size. Words wrap, and a word that is
// wider than a line is broken between its letters, as the style sheets have it ("overflow-wrap: anywhere").
func (w weight) lines(text string, wide float64) int {
	lines, room := 0, 0.0
	for word := range strings.FieldsFuncSeq(text, isBlank) {
		n := w.width(word)
		if lines > 0 && n+w.width(" ") <= room {
			room -= n + w.width(" ")
			continue
		}
		lines++
		if n <= wide {
			room = wide - n
			continue
		}
		more, used := w.broken(word, wide)
		lines += more
		room = wide - used
	}
	return lines
}

// broken returns how many further lines a word takes that begins a line and is wider than one, and how much of the last of
// them it fills. The narrowest line holds one letter.
func (w weight) broken(word string, wide float64) (more int, used float64) {
	for _, letter := range word {
		n := w.width(string(letter))
		if used > 0 && used+n > wide {
			more++
			used = 0
		}
		used += n
	}
	return more, used
}

// isBlank reports whether a line may end at a letter: at a space, a tab or the end of a line, and not at a no-break space.
func isBlank(r rune) bool { return r == ' ' || r >= '\t' && r <= '\r' && r != '\v' }

// height is how high a text stands, in hundredths of the slide's height, at a size in tenths of them and a width in
// hundredths.
func (w weight) height(text string, size int, wide float64) float64 {
	s := float64(size) / 10
	return float64(w.lines(text, wide/s)) * s * textLeading
}

// headingHigh returns how high a slide's heading is, with the gap below it, in a column of some width.
func headingHigh(text string, wide float64) float64 {
	return 6.5 + titleSize*titleLeading*float64(max(bold.lines(text, wide/titleSize), 1))
}

// largest returns the first of the sizes at which texts fit, or else the last of them; or, for texts with a long word, the
// first of the small sizes that does.
func largest(sizes []int, texts []string, fits func(size int) bool) int {
	least := sizes[len(sizes)-1]
	if slices.ContainsFunc(texts, hasLongWord) {
		for _, size := range smallSizes {
			if size < least {
				sizes = append(slices.Clip(sizes), size)
			}
		}
	}
	for _, size := range sizes {
		if fits(size) {
			return size
		}
	}
	return sizes[len(sizes)-1]
}

func hasLongWord(text string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(text, isBlank), func(word string) bool { return utf8.RuneCountInString(word) > longWord })
}
