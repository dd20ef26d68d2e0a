package match

import (
	"safeonline/tools/internal/model"
)

// Matcher knows what the examples of the library teach.
type Matcher struct {
	topics  []model.Topic
	stances map[string][]stance // by topic
	taught  map[string][]string // by topic: the lessons on it
	learnt  learnt
}

// New returns a matcher for the topics and the lessons of the library.
func New(data model.Data) *Matcher {
	m := &Matcher{topics: data.Topics, stances: map[string][]stance{}, taught: map[string][]string{}}
	alike, at := likenesses(data.Alike), map[string]int{}
	for i, t := range data.Topics {
		at[t.ID.Value] = i
		for _, s := range t.Stances {
			m.stances[t.ID.Value] = append(m.stances[t.ID.Value], stance{alike.phrases(s.Phrases), alike.phrases(s.Except)})
		}
	}
	for _, l := range data.Lessons {
		m.taught[l.Topic.Value] = append(m.taught[l.Topic.Value], l.Stage+"/"+l.Name)
	}
	var examples []example
	for _, e := range data.Examples {
		topic, known := at[e.Topic.Value]
		if !known {
			topic = len(data.Topics) // something else
		}
		for _, rule := range e.Rules {
			examples = append(examples, example{topic, clues(read(rule.Value))})
		}
	}
	m.learnt = learn(examples, len(data.Topics)+1)
	return m
}
