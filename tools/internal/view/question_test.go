package view

import (
	"testing"

	"safeonline/tools/internal/sample"
)

// A child who has just read the scene needs only the last sentence; everybody else needs the whole stem.
func TestAQuestionOfTheStoryIsWholeOnOtherPages(t *testing.T) {
	s := sample.Site(t)
	v, r := New(s, sample.Words(t)), s.Rules[0]
	const stem, ask = "The frog makes a big noise. Ben feels funny. What could Ben do first?", "What could Ben do first?"
	if q := v.Question(r, r.Lesson.Quiz[0]); q.Stem != stem || q.Ask != ask {
		t.Errorf("the lesson's page has %q and %q, want %q and %q", q.Stem, q.Ask, stem, ask)
	}
	if q := v.QuestionFrom(r, r.Lesson.Quiz[0]); q.Stem != stem || q.Ask != "" {
		t.Errorf("other pages have %q and %q, want %q alone", q.Stem, q.Ask, stem)
	}
	if q := v.Question(r, r.Lesson.Quiz[1]); q.Ask != "" {
		t.Errorf("a question of the quiz has the last sentence %q by itself", q.Ask)
	}
}

func TestFactsComeBeforeWhatAStemAsks(t *testing.T) {
	for stem, want := range map[string]string{
		"What could Ada do?":                            "",
		"Ada has a map. What could she do first?":       "Ada has a map.",
		"Ada has a map. Who could see it? Choose two.":  "Ada has a map.",
		"Ada has a map. She folds it. Put it in order.": "Ada has a map. She folds it.",
		"": "",
	} {
		if got := facts(stem); got != want {
			t.Errorf("facts(%q) = %q, want %q", stem, got, want)
		}
	}
}
