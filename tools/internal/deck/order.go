package deck

import "safeonline/tools/internal/view"

// orderSlides asks what comes first. At each press the next step moves up to its place, and says why.
func orderSlides(v *view.Site, q view.Question) []slide {
	s := slide{Kind: "order", Text: q.Stem, Letters: lettersOf(q.Options)}
	s.Play.Presses = len(q.Options)
	for n, o := range q.Options {
		s.Answers = append(s.Answers, answer{Option: o, Press: o.Place, Verdict: "step"})
		if n+1 < len(q.Options) {
			s.Play.Turns = append(s.Play.Turns, n) // nothing is asked about the last one
		}
	}
	s, _ = fitted(v, s, below(q, false, func(at sizes, wide float64) float64 { return rowsHigh(q.Options, at.Size, wide, false) }))
	return []slide{s}
}
