package deck

import (
	"strings"

	"safeonline/tools/internal/english"
	"safeonline/tools/internal/view"
)

// spoken shows lines of a story or of a chat, in a column of some width, below a title and beside what else is so high.
func spoken(like slide, lines []view.Line, wide, rest float64) []slide {
	high := func(l view.Line, size int) float64 { return lineHigh(l, size, wide) }
	room := slideHigh + 2 - headingHigh(like.Title, wide) - rest
	fits := func(size int) func([]view.Line) bool {
		return func(some []view.Line) bool {
			total := 0.0
			for _, l := range some {
				total += high(l, size)
			}
			return total <= room
		}
	}
	cut := func(size int) []view.Line { return cutLines(lines, fits(size)) }
	pages := len(packed(cut(60), fits(60)))
	var texts []string
	for _, l := range lines {
		texts = append(texts, l.Who, l.Text)
	}
	size := largest(textSizes, append(texts, like.Title, like.Text), func(size int) bool { return fill(cut(size), pages, fits(size)) })
	var slides []slide
	for _, some := range evenly(cut(size), room, func(l view.Line) float64 { return high(l, size) }) {
		to := like
		to.Lines, to.Size = some, size
		slides = append(slides, to)
	}
	return slides
}

// lineHigh returns how high a line stands in a column of some width.
func lineHigh(l view.Line, size int, wide float64) float64 {
	s := float64(size) / 10
	if l.Who == "" {
		return regular.height(l.Text, size, wide) + .5*s
	}
	name := float64(bold.lines(l.Who+":", wide/s-1.5-1.35))                     // beside the face
	return regular.height(l.Text, size, wide-1.5*s) + 1.15*s*name + .7*s + .5*s // the bubble around both
}

// linesHigh returns how high the lines of a chat stand, with the gap below them.
func linesHigh(lines []view.Line, size int, wide float64) float64 {
	total := 3.0
	for _, l := range lines {
		total += lineHigh(l, size, wide)
	}
	return total
}

// cutLines parts a line that no slide holds into lines of fewer sentences.
func cutLines(lines []view.Line, fits func([]view.Line) bool) (cut []view.Line) {
	for _, l := range lines {
		if fits([]view.Line{l}) {
			cut = append(cut, l)
			continue
		}
		for _, words := range packed(english.Sentences(l.Text), func(some []string) bool {
			return fits([]view.Line{{Who: l.Who, Text: strings.Join(some, " ")}})
		}) {
			cut = append(cut, view.Line{Who: l.Who, Face: l.Face, Text: strings.Join(words, " ")})
		}
	}
	return cut
}
