package deck

import "safeonline/tools/internal/view"

// spotSlides shows a message and its phrases by their letters. At each press one of them shows whether it is a clue, and why.
func spotSlides(v *view.Site, q view.Question) []slide {
	s := slide{Kind: "spot", Text: q.Stem, Letters: lettersOf(q.Options)}
	s.Play.Presses, s.Play.Turns = len(q.Options), []int{0}
	press := map[string]int{}
	for n, o := range q.Options {
		a := answer{Option: o, Press: n + 1, Verdict: "harmless", Apart: true}
		if o.Right {
			a.Verdict = "clue"
		}
		s.Answers = append(s.Answers, a)
		press[o.ID] = n + 1
	}
	for _, p := range q.Passage {
		on := passageOf{Segment: p}
		if p.Slot > 0 {
			on.Press = press[p.Options[0].ID]
		}
		s.Passage = append(s.Passage, on)
	}
	s, _ = fitted(v, s, below(q, false, func(at sizes, wide float64) float64 { return passageHigh(s.Passage, at.Size, wide) }))
	return []slide{s}
}
