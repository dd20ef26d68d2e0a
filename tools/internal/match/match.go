// Package match finds which topic of the library a rule is on, by the words of the rule, and which lesson of a stage teaches it. It learns
// from the examples of the library which words show which topic, explains what it finds, and gives the same rule always the same match.
package match

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// For is whom a rule is for.
type For struct {
	Audience string // as in the audiences of topics
	Stage    string // the id of a stage; empty if no lessons are for them
}

// Match is what the words of a rule show. A topic that is not sure is what to ask about: the rule may be on it, or on the next.
type Match struct {
	Candidate               // the best topic; its Topic is nil if the rule has no words that show one
	Next      Candidate     // the topic that comes second; its Topic is nil if the words speak for none nearly as much
	Sure      bool          // the best topic is clearly more likely than all others
	Stance    *model.Stance // nil if all rules on the topic ask for the same
	Lesson    string        // such as "STAGE/passwords": only if the topic is sure, and the lesson teaches the stance
	Why       string        // why there is no lesson
}

// Candidate is a topic that a rule may be on.
type Candidate struct {
	Topic *model.Topic
	Score float64  // how much the words of the rule speak for it
	Met   []string // stretches of the rule that show the topic
}

// String explains a candidate: "passwords: 'my passwords', 'keep them safe'".
func (c Candidate) String() string {
	if c.Topic == nil {
		return "no topic"
	}
	return c.Topic.ID.Value + ": '" + strings.Join(c.Met, "', '") + "'"
}

// clear is by how much the best topic must lead to be sure. Of rules by people who had not seen the examples, some 96 of 100 matches are then right.
const clear = 1.7

// rival is the share of the best score from which on the topic that comes second may be worth asking about.
const rival = 0.4

// Rule matches a rule, given its whole sentence.
func (m *Matcher) Rule(text string, of For) (match Match) {
	words := read(text)
	list, elsewhere := m.candidates(text, words, of.Audience)
	if len(list) == 0 {
		return Match{Why: "no words of the rule show its topic"}
	}
	match.Candidate = list[0]
	if len(list) > 1 && list[1].Score >= rival*match.Score {
		match.Next = list[1]
	}
	match.Stance = m.stance(match.Topic, words)
	switch {
	case match.Score-elsewhere < clear:
		match.Why = fmt.Sprintf("few words show its topic; perhaps %v", match.Candidate)
	case match.Score-match.Next.Score < clear:
		match.Why = fmt.Sprintf("it may be on either of two topics: %v; %v", match.Candidate, match.Next)
	default:
		match.Sure = true
		match.Lesson, match.Why = m.lesson(match, of.Stage)
	}
	return match
}

// candidates returns the topics that the words speak for, the best first, and how much they speak for something else.
func (m *Matcher) candidates(text string, words []word, audience string) (list []Candidate, elsewhere float64) {
	found := m.evidence(clues(words))
	for i := range m.topics {
		t := &m.topics[i]
		if score := found.score(i); score > 0 && slices.ContainsFunc(t.Audiences, func(a diag.Text) bool { return a.Value == audience }) {
			list = append(list, Candidate{t, score, stretches(text, words, found.places(i))})
		}
	}
	slices.SortStableFunc(list, func(a, b Candidate) int { return cmp.Compare(b.Score, a.Score) })
	return list, found.score(len(m.topics))
}

// stance returns the first stance of a topic that the words have.
func (m *Matcher) stance(of *model.Topic, words []word) *model.Stance {
	for i, s := range m.stances[of.ID.Value] {
		if s.in(words) {
			return &of.Stances[i]
		}
	}
	return nil
}

// lesson returns the lesson of a stage that teaches what a rule asks for, or why there is none.
func (m *Matcher) lesson(of Match, stage string) (id, why string) {
	on := ofStage(m.taught[of.Topic.ID.Value], stage)
	teach := on
	if of.Stance != nil {
		var all []string
		for _, l := range of.Stance.Lessons {
			all = append(all, l.Value)
		}
		teach = ofStage(all, stage)
	}
	switch {
	case len(teach) > 0:
		return teach[0], ""
	case len(on) > 0:
		return "", fmt.Sprintf("the lesson on the topic, %s, does not teach what the rule asks for: %q", on[0], of.Stance.Title)
	}
	return "", "there is no lesson on the topic for this stage"
}

// ofStage returns those lessons that are for a stage.
func ofStage(lessons []string, stage string) (list []string) {
	for _, id := range lessons {
		if strings.HasPrefix(id, stage+"/") {
			list = append(list, id)
		}
	}
	return list
}
