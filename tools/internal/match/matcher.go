package match

import (
	"maps"
	"math"
	"slices"

	"safeonline/tools/internal/model"
)

// Matcher knows the phrases of the topics.
type Matcher struct {
	topics  []recognised
	stances map[string][][]phrase // by topic: the phrases of each of its stances
	taught  map[string][]string   // by topic: the lessons on it
	rarity  map[string]float64    // by what phrases need: how much it says
}

// recognised is a topic with its phrases.
type recognised struct {
	topic   model.Topic
	phrases []phrase
}

// New returns a matcher for the topics and lessons of the library.
func New(data model.Data) *Matcher {
	m := &Matcher{stances: map[string][][]phrase{}, taught: map[string][]string{}, rarity: map[string]float64{}}
	alike := likenesses(data.Alike)
	in := map[string]int{} // how many topics have a phrase that needs something
	for _, t := range data.Topics {
		phrases := alike.phrases(t.Phrases)
		m.topics = append(m.topics, recognised{t, phrases})
		for _, s := range t.Stances {
			m.stances[t.ID.Value] = append(m.stances[t.ID.Value], alike.phrases(s.Phrases))
		}
		needs := map[string]bool{}
		for _, p := range phrases {
			for _, n := range p.needs {
				for _, name := range n.names() {
					needs[name] = true
				}
			}
		}
		for name := range needs {
			in[name]++
		}
	}
	for name, n := range in {
		m.rarity[name] = math.Log(1 + float64(len(data.Topics))/float64(n))
	}
	for _, l := range data.Lessons {
		m.taught[l.Topic.Value] = append(m.taught[l.Topic.Value], l.Stage+"/"+l.Name)
	}
	return m
}

// sorted returns the keys of a map in order, so that sums are always the same.
func sorted(of map[string]float64) []string { return slices.Sorted(maps.Keys(of)) }
