package match

import (
	"cmp"
	"slices"
)

// evidence is how much each clue of a rule speaks for each topic.
type evidence []spoken

type spoken struct {
	clue
	on []float64 // by topic; nil if nothing is known of the clue
}

// scale makes scores numbers that are easy to read and to compare: from about 1 to 30.
const scale = 10

func (m *Matcher) evidence(list []clue) (e evidence) {
	for _, c := range list {
		if s := m.learnt.speaks(c.name); s != nil {
			e = append(e, spoken{c, s})
		}
	}
	return e
}

// score returns how much all clues together speak for a topic.
func (e evidence) score(topic int) (sum float64) {
	for _, s := range e {
		sum += scale * s.weight * s.on[topic]
	}
	return sum
}

// most is which share of what speaks for a topic is shown to explain a match.
const most = 0.6

// places returns the places of the words that speak most for a topic.
func (e evidence) places(topic int) map[int]bool {
	says := func(s spoken) float64 { return max(s.weight*s.on[topic], 0) }
	order := slices.Clone(e)
	slices.SortStableFunc(order, func(a, b spoken) int { return cmp.Compare(says(b), says(a)) })
	all, shown, met := 0.0, 0.0, map[int]bool{}
	for _, s := range order {
		all += says(s)
	}
	for _, s := range order {
		if shown >= most*all {
			break
		}
		shown += says(s)
		met[s.places[0]], met[s.places[1]] = true, true
	}
	return met
}
