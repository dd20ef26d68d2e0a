package quiz

import "safeonline/tools/internal/model"

// Gaps asks for a word for each gap of the Passage. The slot of each of the Options is the number of the gap that it
// may be chosen for. The text may ask by itself, without a stem.
const Gaps model.Kind = "gaps"

var gaps = Kind{
	Name: Gaps,
	counts: func(q model.Question) (words []Count) {
		fits := map[int]int{}
		for _, o := range q.Options {
			fits[o.Slot]++
		}
		for _, s := range q.Passage {
			if s.Slot > 0 {
				words = append(words, Count{At: s.Text.Pos, What: "gap word", Found: fits[s.Slot], Least: 2, Most: 4})
			}
		}
		return words
	},
}
