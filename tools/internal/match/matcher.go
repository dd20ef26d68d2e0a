package match

import (
	"math"

	"safeonline/tools/internal/model"
)

// Matcher knows the phrases of the topics.
type Matcher struct {
	topics  []topic
	stances map[string][][]phrase // by topic: the phrases of each of its stances
	taught  map[string][]string   // by topic: the lessons on it
	rarity  map[string]float64    // how much each thing that phrases need says: the fewer topics need it, the more

	index      index // of all phrases of topics
	technology need  // words that show that a rule is about technology at all
}

type topic struct {
	model.Topic
	phrases []phrase
}

// New returns a matcher for the topics and the lessons of the library.
func New(data model.Data) *Matcher {
	m := &Matcher{stances: map[string][][]phrase{}, taught: map[string][]string{}, rarity: map[string]float64{}}
	alike := likenesses(data.Alike)
	m.technology = alike.need([]string{"technology"})
	for _, t := range data.Topics {
		m.topics = append(m.topics, topic{t, alike.phrases(t.Phrases)})
		for _, s := range t.Stances {
			m.stances[t.ID.Value] = append(m.stances[t.ID.Value], alike.phrases(s.Phrases))
		}
	}
	for _, l := range data.Lessons {
		m.taught[l.Topic.Value] = append(m.taught[l.Topic.Value], l.Stage+"/"+l.Name)
	}
	m.weigh()
	m.index = m.indexed()
	return m
}

// weigh finds how rare is what phrases need.
func (m *Matcher) weigh() {
	in := map[string]int{} // how many topics need it
	for _, t := range m.topics {
		needs := map[string]bool{}
		for _, p := range t.phrases {
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
		m.rarity[name] = math.Log(1 + float64(len(m.topics))/float64(n))
	}
}
