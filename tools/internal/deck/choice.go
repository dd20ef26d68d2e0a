package deck

import "safeonline/tools/internal/view"

// choiceSlides shows a choice, of one or of several: each option says why in its own frame.
func choiceSlides(v *view.Site, q view.Question) []slide {
	s := slide{Kind: "choice", Text: q.Stem, Answers: answersOf(q.Options), Letters: lettersOf(q.Options)}
	s.Play.Turns, s.Play.Presses = []int{0}, pressed(s.Answers, 1)
	s, _ = fitted(v, s, below(q, true, func(at sizes, wide float64) float64 { return rowsHigh(q.Options, at.Size, wide, true) }))
	return []slide{s}
}
