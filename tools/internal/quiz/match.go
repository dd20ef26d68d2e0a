package quiz

import (
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/shuffle"
)

// Match asks which of two lists belong together. Options are the one, in their order, and Bins the other: Bins[i] goes
// with Options[i], whose slot is i+1.
const Match model.Kind = "match"

var match = Kind{
	Name: Match, ByPen: true,
	lists: func(q model.Question) []List {
		return []List{{q.Title, "pair", q.Options}}
	},
	texts: titlesOfBins("the right side of the pair"),
	layout: func(q model.Question) Layout {
		l := written(q)
		l.Bins = shuffle.Away(q.ID.Value, l.Places)
		for shown, i := range l.Bins {
			l.Places[i] = shown + 1
		}
		return l
	},
	answer: binOf,
}
