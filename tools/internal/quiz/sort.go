package quiz

import (
	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/shuffle"
)

// Sort asks to put things into Bins. The slot of each of the Options is the number of its bin.
const Sort model.Kind = "sort"

var sort = Kind{
	Name: Sort, ByPen: true,
	counts: func(q model.Question) []Count {
		return []Count{{At: q.Title.Pos, What: "bin", Found: len(q.Bins), Least: 2, Most: 3}}
	},
	texts: titlesOfBins("the name of the bin"),
	layout: func(q model.Question) Layout {
		l := written(q)
		l.Options = shuffle.Away(q.ID.Value, l.Places)
		return l
	},
	answer: binOf,
	titles: func(q model.Question) (bins []diag.Text) {
		for _, b := range q.Bins {
			bins = append(bins, b.Title)
		}
		return bins
	},
}
