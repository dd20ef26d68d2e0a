package page

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// The measures of a slide, in hundredths of its height ("vh"). The narrowest screen that a deck fills is 4:3, so a slide
// is 133 wide; margins, and the strip at its foot, are taken off. assets/css/deck.css lays slides out with the same
// measures, and a test in tools/browser holds every slide of every deck against three screens.
const (
	slideWide = 121.0
	slideHigh = 81.0

	textLeading = 1.32 // a line of text, as a share of its size
	ruleLeading = 1.15 // a line of a rule
)

// The sizes of text on a slide, in tenths of a hundredth of its height, largest first. The last of each is the least at
// which a child in the back row, 8 m away, can read it (docs/architecture.md, "On the wall").
var (
	ruleSizes   = []int{130, 110, 100, 90}
	plainSizes  = []int{100, 90, 80, 70, 60}
	textSizes   = []int{80, 70, 60}
	optionSizes = []int{60, 56, 52, 48, 45}
)

// smallSizes are for text with a word that strains a slide, such as a long address: better small than cut off.
var smallSizes = []int{80, 70, 60, 50, 40, 36, 30}

// longWord is the most letters that a word has without straining a slide.
const longWord = 20

// weight is how much wider letters are than those of regular text.
type weight float64

const (
	regular weight = 1.01 // a line is never quite full
	bold    weight = 1.07
)

// letterWidths are the widths of the letters of Andika, as shares of its size, in steps of a twentieth.
var letterWidths = func() (widths [0x2100]float64) {
	for letter := range widths {
		widths[letter] = unknownWidth
	}
	for width, letters := range map[float64]string{
		.30: " ’'‘,.:;`ijl", .35: "!f|", .40: "()-[]t", .45: "Jrs", .50: "\"*/?I\\ckvyz“”–", .55: "EFLSabeghopqx",
		.60: "#$&+0123456789=PTZdnu£", .65: "BCKRVXY", .70: "ADGHOQU", .75: "%Nw", .80: "m", .85: "@…", .90: "M", 1: "W",
	} {
		for _, letter := range letters {
			widths[letter] = width
		}
	}
	return widths
}()

// unknownWidth is that of a letter that is not among them, such as one with an accent.
const unknownWidth = .6

// width is how wide a text stands on one line, as a share of its size.
func (w weight) width(text string) (sum float64) {
	for _, letter := range text {
		if int(letter) < len(letterWidths) {
			sum += letterWidths[letter]
		} else {
			sum += unknownWidth
		}
	}
	return sum * float64(w)
}

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
	return 6.5 + 7.5*float64(max(bold.lines(text, wide/6), 1))
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
