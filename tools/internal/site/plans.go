package site

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// quoted matches words in quotes.
var quoted = regexp.MustCompile(`"([^"]+)"|“([^”]+)”`)

// Shown is what a step of a plan shows to the class: a scene of the story or a question, by its number from 1. The other is 0.
type Shown struct{ Scene, Question int }

// inStep matches what matters in the words of a step: a verb that shows, words in quotes, the whole story, or the end of a sentence.
var inStep = regexp.MustCompile(`(?i)\b(read|vote|sort|order|fill|find|follow)\b|"([^"]+)"|“([^”]+)”|\b(the story)\b|[.!?]`)

// Shows returns what a step of a lesson's plan shows, in its order: the scenes and questions whose titles stand in quotes after a
// verb that shows, in the same sentence. "The story" is all its scenes.
func Shows(l model.Lesson, step model.Step) (list []Shown) {
	showing := false
	for _, m := range inStep.FindAllStringSubmatch(step.Text.Value, -1) {
		switch title := m[2] + m[3]; {
		case m[1] != "":
			showing = true
		case title == "" && m[4] == "":
			showing = false
		case showing && m[4] != "":
			for i := range l.Story {
				list = append(list, Shown{Scene: i + 1})
			}
		case showing:
			list = append(list, titled(l, title)...)
		}
	}
	return list
}

// titled returns the scene or the question of a lesson with a title.
func titled(l model.Lesson, title string) []Shown {
	if i := slices.IndexFunc(l.Story, func(s model.Scene) bool { return s.Title.Value == title }); i >= 0 {
		return []Shown{{Scene: i + 1}}
	}
	if i := slices.IndexFunc(l.Quiz, func(q model.Question) bool { return q.Title.Value == title }); i >= 0 {
		return []Shown{{Question: i + 1}}
	}
	return nil
}

// Verb returns the first verb of a step that shows something, as it stands in a sentence, or "".
func Verb(step model.Step) string {
	for _, m := range inStep.FindAllStringSubmatch(step.Text.Value, -1) {
		if m[1] != "" {
			return strings.ToLower(m[1])
		}
	}
	return ""
}

// stopping matches where a step tells the teacher to stop.
var stopping = regexp.MustCompile(`(?i)\bstop\b[^.!?,;:]*`)

// Stop returns where a step tells the teacher to stop ("Stop at the turnips"), and what it then asks the class. Both are empty
// if it does not.
func Stop(step model.Step) (where, ask diag.Text) {
	where.Pos, ask.Pos = step.Text.Pos, step.Text.Pos
	at := stopping.FindStringIndex(step.Text.Value)
	if at == nil {
		return where, ask
	}
	var asks []string
	for _, s := range english.Sentences(step.Text.Value[at[1]:]) {
		if strings.HasSuffix(s, "?") {
			asks = append(asks, s)
		}
	}
	where.Value, ask.Value = english.Capital(strings.TrimSpace(step.Text.Value[at[0]:at[1]])), strings.Join(asks, " ")
	return where, ask
}

// mustName are the verbs that say nothing to a class unless the step names what it is about.
var mustName = []string{"read", "vote", "follow"}

// closing matches what a step says at the end of a lesson, and said what it may say or read that is not a scene or a question.
var (
	closing = regexp.MustCompile(`(?i)\b(rule|promise|refrain)\b`)
	said    = regexp.MustCompile(closing.String() + `|(?i)\bexit slip\b`)
)

// Closes reports whether a step says the rule, the promise or the refrain.
func Closes(step model.Step) bool { return closing.MatchString(step.Text.Value) }

// plans reports a title that a plan quotes and the lesson does not have: it was renamed, or is in another lesson; and a step
// that reads, votes or follows and does not say what, so that no slide can follow it.
func (c *checker) plans(l model.Lesson) {
	titles := titlesOf(l)
	for _, p := range l.Teach.Plans {
		for _, step := range p.Steps {
			if !c.titlesIn(step, titles) || len(Shows(l, step)) > 0 || said.MatchString(step.Text.Value) {
				continue
			}
			if verb := Verb(step); slices.Contains(mustName, verb) {
				c.faults.Add(diag.Fault{
					Pos: step.Text.Pos, Code: diag.StepNamesNothing,
					Message: fmt.Sprintf("this step has the word %q, and names no scene or question", verb),
					Hint:    fmt.Sprintf("so that the slides can follow, write its title in quotes after %q, in the same sentence; or choose another word", verb),
				})
			}
		}
	}
}

// titlesIn reports the titles in a step that the lesson does not have, and returns whether it has them all.
func (c *checker) titlesIn(step model.Step, titles *names) (known bool) {
	known = true
	for _, m := range quoted.FindAllStringSubmatchIndex(step.Text.Value, -1) {
		name := step.Text.Value[max(m[2], m[4]):max(m[3], m[5])]
		if titles.set[name] || isSpeech(name) {
			continue
		}
		known = false
		c.faults.Add(diag.Fault{
			Pos: within(step.Text, m[0], quoted), Code: diag.UnknownTitle,
			Message: fmt.Sprintf("the lesson has no scene or question %q", name),
			Hint:    diag.DidYouMean(name, titles.list, "its titles are: "+strings.Join(titles.list, ", ")) + " (What somebody says ends with a comma or a full stop within its quotes.)",
		})
	}
	return known
}

// titlesOf returns the titles of a lesson's scenes and questions, and those within the questions.
func titlesOf(l model.Lesson) *names {
	titles := namesOf()
	for _, s := range l.Story {
		titles.add(s.Title.Value)
	}
	for _, q := range l.Quiz {
		titles.add(q.Title.Value)
		for _, within := range quiz.Of(q.Kind).Titles(q) {
			titles.add(within.Value)
		}
	}
	for _, q := range l.Again {
		titles.add(q.Title.Value)
	}
	for _, q := range l.Slip {
		titles.add(q.Title.Value)
	}
	return titles
}

// isSpeech reports whether words in quotes are what somebody says, or words of a text: they begin with a small letter, or end as a
// sentence or part of one does.
func isSpeech(words string) bool {
	first, _ := utf8.DecodeRuneInString(words)
	last, _ := utf8.DecodeLastRuneInString(words)
	return !unicode.IsUpper(first) || strings.ContainsRune(",.!?…", last)
}
