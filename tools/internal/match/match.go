// Package match finds which topic of the library a rule is on, by the words of the rule, and which lesson of a stage teaches it. It
// explains what it finds, and the same rule always has the same match.
package match

import (
	"cmp"
	"fmt"
	"maps"
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
	Next      Candidate     // the topic that comes second
	Sure      bool          // the best topic scores enough, and clearly more than the next
	Stance    *model.Stance // nil if all rules on the topic ask for the same
	Lesson    string        // such as "STAGE/passwords": only if the topic is sure, and the lesson teaches the stance
	Why       string        // why there is no lesson
}

// Candidate is a topic that a rule may be on.
type Candidate struct {
	Topic *model.Topic
	Score float64
	Met   []string // stretches of the rule that show the topic
}

// String explains a candidate: "passwords: 'my passwords', 'keep them safe'".
func (c Candidate) String() string {
	if c.Topic == nil {
		return "no topic"
	}
	return c.Topic.ID.Value + ": '" + strings.Join(c.Met, "', '") + "'"
}

// Rule matches a rule, given its whole sentence.
func (m *Matcher) Rule(text string, of For) (match Match) {
	words := read(text)
	list := m.candidates(text, words, of.Audience)
	if len(list) == 0 {
		return Match{Why: "no words of the rule show its topic"}
	}
	match.Candidate = list[0]
	if len(list) > 1 {
		match.Next = list[1]
	}
	match.Stance = m.stance(match.Topic, words)
	if match.Why = m.unsure(match, words); match.Why == "" {
		match.Sure = true
		match.Lesson, match.Why = m.lesson(match, of.Stage)
	}
	return match
}

const (
	// least is the score that shows a topic; a rule that does not name technology may be about anything else, and has to show more.
	least, leastElsewhere = 2.0, 5.5
	// rival is the share of the best score from which on the next topic may as well be the one.
	rival = 0.8
	// late is how much less the last word of a rule says about its topic than the first: what a rule is about comes first.
	late = 0.25
	// aside is what counts of a topic that rules on other topics speak of too: "tell an adult" is how many of them end.
	aside = 0.75
)

// unsure says why a match is not sure, or "".
func (m *Matcher) unsure(of Match, words []word) string {
	enough := leastElsewhere
	if slices.ContainsFunc(words, func(w word) bool { return m.technology.meets(w) != "" }) {
		enough = least
	}
	if of.Topic.General {
		enough *= aside
	}
	switch {
	case of.Score < enough:
		return fmt.Sprintf("few words show its topic; perhaps %v", of.Candidate)
	case of.Next.Score > rival*of.Score:
		return fmt.Sprintf("it may be on either of two topics: %v; %v", of.Candidate, of.Next)
	}
	return ""
}

// candidates returns the topics that the words show, the best first.
func (m *Matcher) candidates(text string, words []word, audience string) (list []Candidate) {
	hits := m.hits(words)
	for i := range m.topics {
		t := &m.topics[i].Topic
		if len(hits[i]) == 0 || !slices.ContainsFunc(t.Audiences, func(a diag.Text) bool { return a.Value == audience }) {
			continue
		}
		score, met := m.score(hits[i], words)
		if t.General {
			score *= aside
		}
		list = append(list, Candidate{t, score, stretches(text, words, met)})
	}
	slices.SortStableFunc(list, func(a, b Candidate) int { return cmp.Compare(b.Score, a.Score) })
	return list
}

// score adds up what the words say that phrases need, and returns their places. A word that occurs twice counts once.
func (m *Matcher) score(hits []hit, words []word) (sum float64, met map[int]bool) {
	met = map[int]bool{}
	says := map[string]float64{}
	for _, h := range hits {
		for _, f := range h.found {
			w := words[f.place]
			met[f.place] = true
			says[w.stem] = max(says[w.stem], m.rarity[f.name]*h.weight*w.says*(1-late*float64(f.place)/float64(len(words))))
		}
	}
	for _, stem := range slices.Sorted(maps.Keys(says)) { // in order, so that sums are always the same
		sum += says[stem]
	}
	return sum, met
}

// stance returns the first stance of a topic whose phrases the words have.
func (m *Matcher) stance(of *model.Topic, words []word) *model.Stance {
	for i, phrases := range m.stances[of.ID.Value] {
		has := func(p phrase) bool { return p.in(words) }
		if len(phrases) == 0 || slices.ContainsFunc(phrases, has) {
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
