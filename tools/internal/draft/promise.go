package draft

import (
	"strings"
)

// tally counts what speaks for a text being what people promise, or against it.
type tally struct {
	rules    int // items, and paragraphs that bind somebody
	prose    int // of these, paragraphs
	first    int // of these, in the first person
	told     int // of these, that tell somebody what to do
	signed   int // lines to sign
	chapters int // headings that only a policy has
}

// tallied counts what a text has.
func tallied(list []*piece) (t tally) {
	stem := ""
	for _, p := range list {
		if p.kind == heading && chapterWords.MatchString(p.text) {
			t.chapters++
		}
		switch {
		case p.kind == sign:
			t.signed++
		case p.binds:
			t.rules++
			t.prose++
		case p.kind == item:
			t.item(p, stem)
			if p.stemlike() {
				stem = p.text
			}
		case p.stemlike():
			stem = lastSentence(p.text)
		case p.kind == heading && p.rank < boldRank || p.kind == words && !speaking.MatchString(p.text):
			stem = ""
		}
	}
	return t
}

// item counts an item, which may go on from a stem.
func (t *tally) item(p *piece, stem string) {
	t.rules++
	if speaking.MatchString(p.text) || speaking.MatchString(p.say) || firstPerson.MatchString(stem) {
		t.first++
	} else if instructs(p.text) || instructs(p.say) {
		t.told++
	}
}

// promised reports whether a text is what people promise: rules in the first person, or rules that are signed or called so. head is its
// heading, or nil.
func promised(list []*piece, head *piece) bool {
	t := tallied(list)
	agreed, named := head != nil && agreedWords.MatchString(head.text), head != nil && groupIn(head.text)
	switch {
	case t.prose > 0 && t.prose == t.rules && t.signed > 0:
		return true
	case t.rules == 0, t.chapters > 1 && t.signed == 0 && !agreed:
		return false
	case t.first > 1 && t.first*2 >= t.rules, t.first == t.rules:
		return true
	case t.signed > 0 && agreed && named, t.signed > 1 && (head == nil || named || agreed):
		return true
	case !named:
		return false
	}
	return t.told*2 >= t.rules && (agreed || people(head.text).pupils()) || agreed && t.rules > 2 && !pluralRules(list)
}

// pluralRules reports whether most rules speak of people in the third person, as a policy does.
func pluralRules(list []*piece) bool {
	rules, third := 0, 0
	for _, p := range list {
		if p.kind == item {
			rules++
			if w := wordsOf(p.text); len(w) > 2 && groupIn(strings.Join(w[:3], " ")) {
				third++
			}
		}
	}
	return third*2 > rules
}
