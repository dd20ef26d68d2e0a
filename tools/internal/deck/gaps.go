package deck

import (
	"slices"

	"safeonline/tools/internal/view"
)

// gapsSlides shows a text with its gaps, and fills one after the other.
func gapsSlides(v *view.Site, q view.Question) []slide {
	q = lettered(q)
	list := []slide{passage(q, 0)}
	for _, s := range q.Passage {
		if s.Slot == 0 {
			continue
		}
		ask := vote(q.Kind, "", s.Options, len(s.Options) < 4)
		ask.Passage, ask.Gap = q.Passage, s.Slot
		ask.Size = passageSize(q, 40)
		filled := passage(q, s.Slot)
		list = append(list, ask, filled)
		for _, o := range s.Options {
			list = append(list, why(v, o, verdict(o), ""))
		}
	}
	return list
}

// lettered gives the words for a gap letters of their own: on a slide the words for one gap stand alone.
func lettered(q view.Question) view.Question {
	q.Passage = slices.Clone(q.Passage)
	for i := range q.Passage {
		q.Passage[i].Options = slices.Clone(q.Passage[i].Options)
		for n := range q.Passage[i].Options {
			q.Passage[i].Options[n].Letter = letter(n)
		}
	}
	return q
}

// passage shows a text with gaps, of which so many are filled. Paper gets it with none filled.
func passage(q view.Question, filled int) slide {
	return slide{Kind: "passage", Ask: q.Kind, Passage: q.Passage, Gap: filled + 1, Size: 60, ScreenOnly: filled > 0}
}
