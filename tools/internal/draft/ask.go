package draft

import (
	"slices"

	texts "safeonline/tools/internal/words"
)

// answer returns what somebody answered to a question, or "". Where one was given twice, fits says which is meant.
func (m *maker) answer(ask Ask, about string, fits func(string) bool) string {
	for _, a := range m.answers {
		if a.Ask == ask && SameWords(ask, a.About, about) && (fits == nil || fits(a.Answer)) {
			return a.Answer
		}
	}
	return ""
}

// SameWords reports whether the words that an answer is about are those that something is asked about. Somebody may have written other
// apostrophes or spaces; a slip of spelling is meant to the letter.
func SameWords(ask Ask, a, b string) bool { return a == b || ask != WhichSpelling && texts.Same(a, b) }

// ask adds a question, unless the same was asked before, and returns its answer.
func (m *maker) ask(q Question, fits func(string) bool) string {
	q.Answer = m.answer(q.Ask, q.About, fits)
	same := func(o Question) bool { return o.Ask == q.Ask && o.About == q.About && o.Answer == q.Answer }
	if !slices.ContainsFunc(m.draft.Questions, same) {
		m.draft.Questions = append(m.draft.Questions, q)
	}
	return q.Answer
}

// likely returns the value of the option that is likely, or "".
func likely(options []Option) string {
	for _, o := range options {
		if o.Likely {
			return o.Value
		}
	}
	return ""
}

// Answers to where a line goes.
const (
	joinIt    = "join"
	aHeading  = "heading"
	aPassage  = "passage"
	aRule     = "rule"
	leaveIt   = "out"
	noLesson  = "none"
	correctIt = "correct"
	keepIt    = "keep"
)

// placed applies what somebody answered on lines that had no place.
func (m *maker) placed(list []*piece) {
	for _, p := range list {
		if p.kind == sign || p.text == "" {
			continue
		}
		answer := m.answer(WhichPlace, p.text, nil)
		switch answer {
		case joinIt:
			p.kind = tail
		case aHeading:
			p.kind, p.rank = heading, lowerRank
		case aPassage:
			p.kind, p.rank = words, 0
		case aRule:
			p.kind, p.rank, p.level = item, 0, 1
		case leaveIt:
			p.leave("somebody said so")
		default:
			continue
		}
		p.settled = true
		m.ask(m.whereTo(p, nil), nil)
	}
}

// whereTo is the question where a line goes that has no place.
func (m *maker) whereTo(p *piece, head []*piece) Question {
	open := len(head) > 0 && !groupIn(head[len(head)-1].text) && groupIn(p.text)
	q := Question{
		Ask: WhichPlace, Line: p.lines[0], About: p.text, Text: "Where does this line go?",
		Options: []Option{
			{joinIt, "Join it to the heading of the document", open}, {aHeading, "A heading of its own", false}, {aPassage, "A paragraph", !open && finished(p.text)},
			{aRule, "A rule", false}, {leaveIt, "Leave it out", !open && !finished(p.text)},
		},
		Why: "nothing that belongs to it comes after it",
	}
	if open {
		q.Why = "the heading above breaks off, and these words say whom the document is for"
	}
	return q
}
