package site

import (
	"fmt"
	"regexp"
	"slices"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// A phrase is words with a blank between them. A word may have others in its place, after a slash, and may end with a star.
var (
	phraseForm = regexp.MustCompile(`^[A-Za-z0-9]+\*?(?:[/ ][A-Za-z0-9]+\*?)*$`)
	alikeForm  = regexp.MustCompile(`^[A-Za-z0-9]+\*?$`)
)

const phraseHint = "use letters and digits, / between words of which one is enough, and * at the end of a word"

// topicList checks what the topics say about rules on them, and that each lesson on a topic teaches one of its stances.
func (c *checker) topicList() {
	lessons, taught := c.lessonIDs(), map[string]bool{}
	complete := map[string]bool{} // topics with stances whose lessons are all known
	for _, t := range c.data.Topics {
		c.some(t.Pos, "audiences", len(t.Audiences))
		for _, who := range t.Audiences {
			c.oneOf(who, concerned)
		}
		c.picture(t.Picture)
		c.stances(t)
		complete[t.ID.Value] = len(t.Stances) > 0
		for _, s := range t.Stances {
			for _, l := range s.Lessons {
				taught[l.Value] = true
				if !c.known(diag.UnknownLesson, "lesson", l, lessons, "see content/lessons for the lessons") {
					complete[t.ID.Value] = false
				}
			}
		}
	}
	for _, a := range c.data.Alike {
		c.readable(append([]diag.Text{a.Word}, a.Same...), alikeForm, "write single words, with * at the end of one that stands for all that begin so")
	}
	c.examples()
	for _, l := range c.data.Lessons {
		if id := LessonID(l.Stage, l.Name); complete[l.Topic.Value] && !taught[id] && !l.Own {
			c.faults.Add(diag.Fault{
				Pos: l.Topic.Pos, Code: diag.NoStance,
				Message: fmt.Sprintf("no stance of the topic %q names the lesson, so no school is offered it", l.Topic),
				Hint:    "add " + id + " to the lessons of a stance in data/library/topics.yaml",
			})
		}
	}
}

// examples checks that the examples of rules are on topics that there are, and that none is given twice.
func (c *checker) examples() {
	seen := map[string]diag.Pos{}
	for _, e := range c.data.Examples {
		if e.Topic.Value != "" {
			c.known(diag.UnknownTopic, "topic", e.Topic, c.topics, "see data/library/topics.yaml for the topics")
		}
		for _, rule := range e.Rules {
			c.unique(seen, "example", rule)
		}
	}
}

// stances checks the stances of a topic: one without phrases is that of all rules that have none of those before it.
func (c *checker) stances(t model.Topic) {
	seen, rest := map[string]diag.Pos{}, ""
	for _, s := range t.Stances {
		c.unique(seen, "stance", s.ID)
		c.readable(slices.Concat(s.Phrases, s.Except), phraseForm, phraseHint)
		c.picture(s.Picture)
		if rest != "" {
			c.faults.Add(diag.Fault{
				Pos: s.ID.Pos, Code: diag.IdleField,
				Message: fmt.Sprintf("no rule has the stance %q: %q, before it, has no phrases, and is that of all other rules", s.ID, rest),
				Hint:    "move the stance without phrases to the end of the list",
			})
		}
		if len(s.Phrases) == 0 {
			rest = s.ID.Value
		}
	}
}

// readable reports words that rules cannot have, because they are not written as rules are read.
func (c *checker) readable(list []diag.Text, form *regexp.Regexp, hint string) {
	for _, text := range list {
		if text.Value != "" && !form.MatchString(text.Value) {
			c.faults.Add(diag.Fault{
				Pos: text.Pos, Code: diag.BadPhrase,
				Message: fmt.Sprintf("no rule can have the words %q", text.Value),
				Hint:    hint,
			})
		}
	}
}
