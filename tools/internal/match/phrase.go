package match

import (
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
)

// phrase is what some words of a rule must be, one after the other.
type phrase []need

// need is what one word may be: of a stem, or with a beginning.
type need struct {
	stems      map[string]bool
	beginnings []string
}

// meets reports whether a word is what is needed.
func (n need) meets(w word) bool {
	return n.stems[w.stem] || slices.ContainsFunc(n.beginnings, func(b string) bool { return strings.HasPrefix(w.bare, b) })
}

// gap is how many other words may stand between two words of a phrase.
const gap = 4

// in reports whether a rule has the phrase.
func (p phrase) in(words []word) bool {
	for i, w := range words {
		if p[0].meets(w) && p[1:].after(i, words) {
			return true
		}
	}
	return false
}

// after reports whether the rest of a phrase comes after a word of the same sentence.
func (p phrase) after(at int, words []word) bool {
	if len(p) == 0 {
		return true
	}
	for i := at + 1; i < len(words) && i <= at+1+gap && words[i].sentence == words[at].sentence; i++ {
		if p[0].meets(words[i]) && p[1:].after(i, words) {
			return true
		}
	}
	return false
}

// stance is the phrases by which a stance is recognised, and those with which a rule has another all the same.
type stance struct{ phrases, except []phrase }

// in reports whether a rule has the stance. One without phrases is that of all rules that have no other.
func (s stance) in(words []word) bool {
	has := func(p phrase) bool { return p.in(words) }
	return (len(s.phrases) == 0 || slices.ContainsFunc(s.phrases, has)) && !slices.ContainsFunc(s.except, has)
}

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

// phrases reads phrases as topics.yaml has them: "ask adult/first*".
func (l likeness) phrases(texts []diag.Text) (list []phrase) {
	for _, t := range texts {
		var p phrase
		for _, part := range strings.Fields(strings.ToLower(t.Value)) {
			p = append(p, l.need(strings.Split(part, "/")))
		}
		if len(p) > 0 {
			list = append(list, p)
		}
	}
	return list
}

// need reads the words of which one is enough.
func (l likeness) need(words []string) need {
	n := need{stems: map[string]bool{}}
	for _, w := range words {
		for _, word := range append([]string{w}, l[english.Stem(w)]...) {
			if beginning, found := strings.CutSuffix(word, "*"); found {
				n.beginnings = append(n.beginnings, beginning)
			} else {
				n.stems[english.Stem(word)] = true
			}
		}
	}
	return n
}
