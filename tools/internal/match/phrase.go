package match

import (
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
)

// phrase is what some words of a rule must be, one after the other.
type phrase struct {
	needs  []need
	weight float64
}

// need is what one word may be: of a stem, or with a beginning. It gives the name of what the phrase has for it.
type need struct {
	stems      map[string]string
	beginnings []string
}

// names returns what a phrase has for the word.
func (n need) names() (list []string) {
	for _, name := range n.stems {
		list = append(list, name)
	}
	return append(list, n.beginnings...)
}

// meets returns the name of what a word is, or "".
func (n need) meets(w word) string {
	if name := n.stems[w.stem]; name != "" {
		return name
	}
	for _, b := range n.beginnings {
		if strings.HasPrefix(w.bare, b) {
			return b
		}
	}
	return ""
}

// gap is how many other words may stand between two words of a phrase.
const gap = 4

// found is a word of a rule that a phrase needs.
type found struct {
	place int
	name  string
}

// in reports whether a rule has the phrase.
func (p phrase) in(words []word) bool {
	for i, w := range words {
		if p.needs[0].meets(w) != "" {
			if _, ok := after(p.needs[1:], i, words); ok {
				return true
			}
		}
	}
	return false
}

// after finds the rest of a phrase after a word of the same sentence.
func after(needs []need, at int, words []word) (list []found, ok bool) {
	if len(needs) == 0 {
		return nil, true
	}
	for i := at + 1; i < len(words) && i <= at+1+gap && words[i].sentence == words[at].sentence; i++ {
		name := needs[0].meets(words[i])
		if name == "" {
			continue
		}
		if rest, ok := after(needs[1:], i, words); ok {
			return append([]found{{i, name}}, rest...), true
		}
	}
	return nil, false
}

// marks are what a phrase may begin with, and how much it then counts: one names the topic outright, one says little on its own.
var marks = map[string]float64{"+": 2, "~": 0.5}

// likeness has the words that stand for others.
type likeness map[string][]string

func likenesses(data []model.Alike) likeness {
	l := likeness{}
	for _, a := range data {
		for _, s := range a.Same {
			l[english.Stem(a.Word.Value)] = append(l[english.Stem(a.Word.Value)], s.Value)
		}
	}
	return l
}

// phrases reads phrases as topics.yaml has them: "tell/share my password*".
func (l likeness) phrases(texts []diag.Text) (list []phrase) {
	for _, t := range texts {
		p := phrase{weight: 1}
		for mark, weight := range marks {
			if strings.HasPrefix(t.Value, mark) {
				p.weight = weight
			}
		}
		for _, part := range strings.Fields(strings.ToLower(strings.TrimLeft(t.Value, "+~"))) {
			p.needs = append(p.needs, l.need(strings.Split(part, "/")))
		}
		if len(p.needs) > 0 {
			list = append(list, p)
		}
	}
	return list
}

// need reads the words of which one is enough. A word stands for itself before it stands for one like it.
func (l likeness) need(words []string) need {
	n := need{stems: map[string]string{}}
	add := func(word, name string) {
		if beginning, found := strings.CutSuffix(word, "*"); found {
			n.beginnings = append(n.beginnings, beginning)
		} else if stem := english.Stem(word); n.stems[stem] == "" {
			n.stems[stem] = name
		}
	}
	for _, w := range words {
		add(w, english.Stem(w))
	}
	for _, w := range words {
		for _, other := range l[english.Stem(w)] {
			add(other, english.Stem(w))
		}
	}
	return n
}
