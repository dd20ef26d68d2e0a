package match

import "math"

// example is a rule that somebody has said the topic of.
type example struct {
	topic int
	clues []clue
}

// learnt is what examples teach: how often each clue is in rules on each topic. A clue speaks for a topic as far as the rules on all the
// other topics lack it. (This is the complement form of naive Bayes: Rennie and others, "Tackling the poor assumptions of naive Bayes
// text classifiers", 2003. It suits topics of which some have few examples.)
type learnt struct {
	counts map[string][]count // by clue
	totals []float64          // by topic
	total  float64
}

// count is how much of a clue the examples on a topic have.
type count struct {
	topic int
	n     float64
}

// unseen is how much of each clue every topic is taken to have, in case no example happens to have it.
const unseen = 1.0

// learn learns from examples. A clue that many of them have, whatever they are on, counts little.
func learn(examples []example, topics int) learnt {
	l := learnt{map[string][]count{}, make([]float64, topics), 0}
	in := map[string]float64{} // how many examples have a clue
	for _, e := range examples {
		for _, c := range e.clues {
			in[c.name]++
		}
	}
	for _, e := range examples {
		for _, c := range e.clues {
			l.add(c.name, e.topic, c.weight*math.Log(float64(len(examples))/in[c.name]))
		}
	}
	return l
}

func (l *learnt) add(name string, topic int, n float64) {
	l.totals[topic] += n
	l.total += n
	list := l.counts[name]
	for i := range list {
		if list[i].topic == topic {
			list[i].n += n
			return
		}
	}
	l.counts[name] = append(list, count{topic, n})
}

// speaks returns how much a clue speaks for each topic, or against it, which adds up to 0; nil for a clue that no example has.
func (l *learnt) speaks(name string) []float64 {
	list := l.counts[name]
	if list == nil {
		return nil
	}
	all, mean := 0.0, 0.0
	has := make([]float64, len(l.totals))
	for _, c := range list {
		has[c.topic] = c.n
		all += c.n
	}
	for i, n := range has {
		has[i] = -math.Log((all - n + unseen) / (l.total - l.totals[i] + unseen*float64(len(l.counts))))
		mean += has[i] / float64(len(has))
	}
	for i := range has {
		has[i] -= mean
	}
	return has
}
