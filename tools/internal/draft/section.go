package draft

import (
	"regexp"
	"slices"
	"strings"

	"safeonline/tools/internal/english"
)

// section is a stretch of a document.
type section struct {
	heading  *piece
	passages []*piece
	stem     *piece
	rules    []*rule
	closing  []*piece
}

// rule is a clause, with its parts.
type rule struct {
	*piece
	rules []*rule
}

// outline is what a document is made of.
type outline struct {
	sections []*section
	signed   []*signing
	author   *piece
	lost     []*piece // lines without a place
}

// split puts the sentences before a stem into a paragraph of their own.
func split(list []*piece) (out []*piece) {
	for _, p := range list {
		sentences := english.Sentences(p.text)
		if p.kind != words || !p.stemlike() || len(sentences) < 2 {
			out = append(out, p)
			continue
		}
		first, last := *p, *p
		last.text = sentences[len(sentences)-1]
		first.text = tidy(strings.TrimSuffix(p.text, last.text))
		out = append(out, &first, &last)
	}
	return out
}

func lastSentence(text string) string {
	s := english.Sentences(text)
	return s[len(s)-1]
}

// outlined says what each piece of a document is.
func outlined(d *part) *outline {
	o := &outline{}
	for i, p := range d.body {
		after := next(d.body, i)
		switch p.kind {
		case scrap:
		case heading:
			o.head(p, d.body, i)
		case item:
			o.item(p)
		case agree, sign:
			o.sign(p)
		default:
			o.words(p, after)
		}
	}
	for _, p := range d.notes {
		o.note(p)
	}
	if !d.policy {
		o.aims(headOf(d))
	}
	return o
}

// now returns the section to which something is added.
func (o *outline) now() *section {
	if len(o.sections) == 0 {
		o.sections = append(o.sections, &section{})
	}
	return o.sections[len(o.sections)-1]
}

// head begins a section, or what somebody signs.
func (o *outline) head(p *piece, body []*piece, i int) {
	after := next(body, i)
	switch {
	case signedBelow(body, i) && o.ruled():
		o.signed = append(o.signed, &signing{heading: p})
	case after == nil && !p.settled:
		o.lost = append(o.lost, p)
	default:
		o.sections = append(o.sections, &section{heading: p})
	}
}

// ruled reports whether there are rules already.
func (o *outline) ruled() bool {
	return slices.ContainsFunc(o.sections, func(s *section) bool { return len(s.rules) > 0 })
}

// aims makes paragraphs of lists that are no rules: what an agreement is for, as it is told to others than those who sign.
func (o *outline) aims(head string) {
	if !slices.ContainsFunc(o.sections, (*section).promises) {
		return
	}
	for _, s := range o.sections {
		told := people(head).pupils() && s.heading != nil && groupIn(s.heading.text) && !people(s.heading.text).pupils()
		for _, r := range s.rules {
			told = told || strings.HasPrefix(strings.ToLower(r.text), "that ")
		}
		if !told || s.promises() {
			continue
		}
		if s.stem != nil {
			s.passages = append(s.passages, s.stem)
		}
		each(s.rules, func(r *rule) { s.passages = append(s.passages, r.piece) })
		s.passages = append(s.passages, s.closing...)
		s.stem, s.rules, s.closing = nil, nil, nil
	}
}

// promises reports whether somebody says in a section what they will do, or is told to do it.
func (s *section) promises() bool {
	return s.stem != nil && firstPerson.MatchString(s.stem.text) ||
		slices.ContainsFunc(s.rules, func(r *rule) bool { return firstPerson.MatchString(r.text) || instructs(r.text) })
}

// each calls a function for rules and their parts, in order.
func each(rules []*rule, do func(*rule)) {
	for _, r := range rules {
		do(r)
		each(r.rules, do)
	}
}

// item adds a rule. After a closing paragraph it begins a section, which the paragraph introduces.
func (o *outline) item(p *piece) {
	s := o.now()
	if s.stem != nil && len(s.rules) > 0 && p.block.List == 0 && p.number == "" && !p.bullet && ofSpeaker(s.stem.text) && firstPerson.MatchString(p.text) && !firstPerson.MatchString(s.rules[len(s.rules)-1].text) {
		o.sections = append(o.sections, &section{}) // it does not go on from the stem
		s = o.now()
	}
	if len(s.closing) > 0 {
		next := &section{passages: s.closing}
		s.closing = nil
		o.sections = append(o.sections, next)
		s = next
	}
	list := &s.rules
	for len(*list) > 0 && (*list)[len(*list)-1].level < p.level {
		list = &(*list)[len(*list)-1].rules
	}
	*list = append(*list, &rule{piece: p})
}

var speakerEnds = regexp.MustCompile(`(?i)\b(?:I|we)\s+(?:will|must|should|agree|promise|won[’']?t|do|don[’']?t|shall|can|may)\b[^,.;]*$`)

// ofSpeaker reports whether a stem is of somebody who speaks of themselves, however long it is.
func ofSpeaker(stem string) bool {
	return firstPerson.MatchString(stem) || speakerEnds.MatchString(stem)
}

// words adds a paragraph: the stem of rules, the author, a closing sentence.
func (o *outline) words(p, after *piece) {
	s := o.now()
	switch {
	case o.author == nil && len(s.rules)+len(o.signed) > 0 && (initialled.MatchString(p.text) || writers.MatchString(p.text)) && count(p.text) < 14:
		o.author = p
	case p.stemlike() && after != nil && after.kind == item:
		o.stem(p, s)
	case after == nil && len(o.signed) > 0 && !finished(p.text) && count(p.text) <= mostHeading && !p.settled && !p.letter && !polite.MatchString(p.text):
		o.lost = append(o.lost, p)
	case len(s.rules) > 0:
		s.closing = append(s.closing, p)
	default:
		s.passages = append(s.passages, p)
	}
}

var polite = regexp.MustCompile(`(?i)^(?:please|thank|return|cut)\b`)

// stem begins rules that go on from a stem.
func (o *outline) stem(p *piece, s *section) {
	if len(s.rules) > 0 || s.stem != nil {
		next := &section{passages: s.closing}
		s.closing = nil
		o.sections = append(o.sections, next)
		s = next
	}
	s.stem = p
}
