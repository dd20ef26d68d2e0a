package slideshow

import (
	"strings"
	"unicode"

	"safeonline/tools/internal/pptx"
	"safeonline/tools/internal/typeface"
)

// font is that of all text. Schools have it, or another with the same widths. Its letters are narrower than those of our typeface, with
// which texts are measured, except for capitals: broad allows for a line of many.
const (
	font    = "Arial"
	broad   = 1.03
	leading = 1.2
)

// Sizes of text in points, largest first. The last that a child in the back row can read is 9% of a slide's height for a rule, 4.5% for
// options and for what is said about them, and 6% for other text. Only texts with very long words are ever as small as small says.
var (
	ruleSizes   = []float64{72, 64, 56, 49}
	titleSizes  = []float64{72, 64, 56, 49, 43}
	plainSizes  = []float64{54, 49, 43, 38, 33}
	textSizes   = []float64{43, 38, 33}
	optionSizes = []float64{32, 30, 28, 25}
	stemSizes   = []float64{36, 33, 30, 27, 25}
	small       = []float64{22, 20, 18, 16, 14, 12, 10}
)

// largest gives the first size at which something fits. If none does, the texts have words that are too long for a slide: then better
// small than cut off.
func largest(sizes []float64, fits func(size float64) bool) float64 {
	for _, list := range [][]float64{sizes, small} {
		for _, size := range list {
			if fits(size) {
				return size
			}
		}
	}
	return small[len(small)-1]
}

// linesOf counts the lines of a text of one size in a width. A word that is wider than a line is broken.
func linesOf(text string, size, wide float64, bold bool) (lines int) {
	face := regularFace
	if bold {
		face = boldFace
	}
	ems := wide / (size * broad)
	blank := face.Width(" ")
	for line := range strings.SplitSeq(text, "\n") {
		lines++
		left := ems
		for i, word := range strings.FieldsFunc(line, breaks) {
			n := face.Width(word)
			if i > 0 && n+blank > left {
				lines++
				left = ems
			} else if i > 0 {
				left -= blank
			}
			for n > left && left > 0 && ems > 1 { // the rest of a broken word
				n -= max(left-1, .5)
				lines++
				left = ems
			}
			left -= n
		}
	}
	return lines
}

// hard is a space at which no line ends.
const hard = "\u00a0"

// breaks reports whether a line may end at a character.
func breaks(r rune) bool { return unicode.IsSpace(r) && string(r) != hard }

var regularFace, boldFace = typeface.Regular(), typeface.Bold()

// paragraphsHigh gives the height of paragraphs in a width. Where some words of one are bold, all are measured as if they were.
func paragraphsHigh(list []pptx.Paragraph, wide float64) (total float64) {
	for i, p := range list {
		var text strings.Builder
		size, bold := 0.0, false
		for _, r := range p.Runs {
			text.WriteString(r.Text)
			size, bold = max(size, r.Size), bold || r.Bold
		}
		total += float64(linesOf(text.String(), size, wide, bold)) * size * leading
		if i > 0 {
			total += p.Before
		}
	}
	return total
}

// longest gives the width of the longest word of a text, as a share of its size.
func longest(text string) (most float64) {
	for _, word := range strings.FieldsFunc(text, breaks) {
		most = max(most, boldFace.Width(word))
	}
	return most
}
