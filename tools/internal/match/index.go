package match

import (
	"slices"
	"strings"
)

// index finds phrases by their first words: by a stem, or by the first two letters of a beginning.
type index struct {
	stems, beginnings map[string][]entry
}

// entry is a phrase of a topic, with what its first word is called.
type entry struct {
	topic, phrase   int
	beginning, name string
}

// hit is where a rule has a phrase, and how much the phrase counts.
type hit struct {
	found  []found
	weight float64
}

// shortest is how many letters of a beginning are indexed.
const shortest = 2

func (m *Matcher) indexed() index {
	x := index{map[string][]entry{}, map[string][]entry{}}
	for i, t := range m.topics {
		for k, p := range t.phrases {
			first := p.needs[0]
			for stem, name := range first.stems {
				x.stems[stem] = append(x.stems[stem], entry{i, k, "", name})
			}
			for _, b := range first.beginnings {
				key := b[:min(shortest, len(b))]
				x.beginnings[key] = append(x.beginnings[key], entry{i, k, b, b})
			}
		}
	}
	return x
}

// hits returns which phrases of each topic the words have: each time that the first word of a phrase is there, with the nearest of
// its others.
func (m *Matcher) hits(words []word) [][]hit {
	list := make([][]hit, len(m.topics))
	for i, w := range words {
		start := w.bare[:min(shortest, len(w.bare))]
		for _, e := range slices.Concat(m.index.stems[w.stem], m.index.beginnings[start]) {
			if !strings.HasPrefix(w.bare, e.beginning) {
				continue
			}
			p := m.topics[e.topic].phrases[e.phrase]
			if rest, ok := after(p.needs[1:], i, words); ok {
				list[e.topic] = append(list[e.topic], hit{append([]found{{i, e.name}}, rest...), p.weight})
			}
		}
	}
	return list
}
