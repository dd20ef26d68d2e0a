package deck

import "safeonline/tools/internal/view"

// group is the words for one gap. They are shown from the press From on until the press Until, or to the end if that is 0.
type group struct {
	Slot    int      `json:"slot"`
	From    int      `json:"from"`
	Until   int      `json:"until,omitempty"`
	Answers []answer `json:"answers"`
}

// gapsSlides shows a text with its gaps and the words for one of them at a time. Each word says why, and the right one, the last,
// fills the gap.
func gapsSlides(v *view.Site, q view.Question) []slide {
	s := slide{Kind: "gaps", Text: q.Stem}
	from := 0
	for _, p := range q.Passage {
		on := passageOf{Segment: p}
		if p.Slot > 0 {
			g := group{Slot: p.Slot, From: from, Answers: answersOf(lettered(p.Options))}
			s.Play.Turns = append(s.Play.Turns, from)
			for i := range g.Answers {
				g.Answers[i].Apart = true
			}
			s.Play.Presses = pressed(g.Answers, from+1)
			on.Press, from = s.Play.Presses, s.Play.Presses+1
			g.Until = from
			s.Groups = append(s.Groups, g)
			if letters := lettersOf(p.Options); len(letters) > len(s.Letters) {
				s.Letters = lettersOf(lettered(p.Options))
			}
		}
		s.Passage = append(s.Passage, on)
	}
	if n := len(s.Groups); n > 0 {
		s.Groups[n-1].Until = 0
	}
	s, _ = fitted(v, s, below(q, false, func(at sizes, wide float64) float64 {
		return passageHigh(s.Passage, at.Size, wide) + 1.9*float64(at.Size)/10 + 4.5
	}))
	return []slide{s}
}

// lettered gives the words for a gap letters of their own: on a slide they stand alone.
func lettered(options []view.Option) (list []view.Option) {
	for n, o := range options {
		o.Letter = letter(n)
		list = append(list, o)
	}
	return list
}
