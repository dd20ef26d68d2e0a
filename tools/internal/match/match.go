// Package match finds which topic of the library a rule is on, by the words of the rule, and which lesson of a stage teaches it. It
// explains what it finds, and the same rule always gives the same match.
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

// Match is what the words of a rule show. Topic is nil if they show none.
type Match struct {
	Candidate
	Next   Candidate     // the topic that comes second
	Stance *model.Stance // nil if all rules on the topic ask for the same
	Lesson string        // such as "STAGE/passwords"; empty if none fits
	Why    string        // why there is no topic or no lesson
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

// Title returns the title proposed for the rule.
func (m Match) Title() string { return m.Topic.Title.Value }

// Plain returns the plain words proposed for the rule.
func (m Match) Plain() string {
	if m.Stance != nil && m.Stance.Plain.Value != "" {
		return m.Stance.Plain.Value
	}
	return m.Topic.Plain.Value
}

// Picture returns the emoji proposed for the rule.
func (m Match) Picture() string {
	if m.Stance != nil && m.Stance.Picture.Value != "" {
		return m.Stance.Picture.Value
	}
	return m.Topic.Picture.Value
}

// least is the score below which a rule is on no topic: that of one word that few topics have.
const least = 1.5

// Rule matches a rule, given its whole sentence.
func (m *Matcher) Rule(text string, of For) Match {
	words := read(text)
	list := m.candidates(text, words, of.Audience)
	if len(list) == 0 || list[0].Score < least {
		return Match{Why: "no words of the rule show its topic"}
	}
	match := Match{Candidate: list[0]}
	if len(list) > 1 {
		match.Next = list[1]
	}
	match.Stance = m.stance(match.Topic, words)
	match.Lesson, match.Why = m.lesson(match, of.Stage)
	return match
}

// candidates returns the topics that the words show, the best first.
func (m *Matcher) candidates(text string, words []word, audience string) (list []Candidate) {
	for i, t := range m.topics {
		if !slices.ContainsFunc(t.topic.Audiences, func(a diag.Text) bool { return a.Value == audience }) {
			continue
		}
		if score, met := m.score(t.phrases, words); score > 0 {
			list = append(list, Candidate{&m.topics[i].topic, score, stretches(text, words, met)})
		}
	}
	slices.SortStableFunc(list, func(a, b Candidate) int { return cmp.Compare(b.Score, a.Score) })
	return list
}

// late is how much less the last word of a rule says about its topic than the first: what a rule is about comes first.
const late = 0.25

// score adds up what the words say that phrases need, and returns their places. A word that occurs twice counts once.
func (m *Matcher) score(phrases []phrase, words []word) (sum float64, met map[int]bool) {
	weight := map[string]float64{}
	met = map[int]bool{}
	for _, p := range phrases {
		for _, at := range p.in(words) {
			for _, f := range at {
				met[f.place] = true
				w := m.rarity[f.name] * p.weight * (1 - late*float64(f.place)/float64(len(words)))
				weight[words[f.place].stem] = max(weight[words[f.place].stem], w)
			}
		}
	}
	for _, stem := range sorted(weight) {
		sum += weight[stem]
	}
	return sum, met
}

// stance returns the first stance of a topic whose phrases the words have.
func (m *Matcher) stance(of *model.Topic, words []word) *model.Stance {
	for i, phrases := range m.stances[of.ID.Value] {
		for _, p := range phrases {
			if p.in(words) != nil {
				return &of.Stances[i]
			}
		}
		if len(phrases) == 0 {
			return &of.Stances[i]
		}
	}
	return nil
}

// lesson returns the lesson of a stage that teaches what a rule asks for, or why there is none.
func (m *Matcher) lesson(of Match, stage string) (id, why string) {
	lessons := m.taught[of.Topic.ID.Value]
	if of.Stance != nil {
		lessons = nil
		for _, l := range of.Stance.Lessons {
			lessons = append(lessons, l.Value)
		}
	}
	for _, id := range lessons {
		if strings.HasPrefix(id, stage+"/") {
			return id, ""
		}
	}
	if all := m.ofStage(of.Topic.ID.Value, stage); of.Stance != nil && len(all) > 0 {
		return "", fmt.Sprintf("the rule asks for %q, which %s does not teach", of.Stance.Title, all[0])
	}
	return "", "no lesson of the stage is on this topic"
}

// ofStage returns the lessons of a stage on a topic, whatever their stance.
func (m *Matcher) ofStage(topic, stage string) (list []string) {
	for _, id := range m.taught[topic] {
		if strings.HasPrefix(id, stage+"/") {
			list = append(list, id)
		}
	}
	return list
}
