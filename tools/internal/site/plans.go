package site

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// quoted matches words in quotes.
var quoted = regexp.MustCompile(`"([^"]+)"|“([^”]+)”`)

// plans reports a title that a plan quotes and the lesson does not have: it was renamed, or is in another lesson.
func (c *checker) plans(l model.Lesson) {
	titles := titlesOf(l)
	for _, p := range l.Teach.Plans {
		for _, step := range p.Steps {
			for _, m := range quoted.FindAllStringSubmatchIndex(step.Text.Value, -1) {
				name := step.Text.Value[max(m[2], m[4]):max(m[3], m[5])]
				if titles.set[name] || isSpeech(name) {
					continue
				}
				c.faults.Add(diag.Fault{
					Pos: within(step.Text, m[0], quoted), Code: diag.UnknownTitle,
					Message: fmt.Sprintf("the lesson has no scene or question %q", name),
					Hint:    diag.DidYouMean(name, titles.list, "its titles are: "+strings.Join(titles.list, ", ")) + " (What somebody says ends with a comma or a full stop within its quotes.)",
				})
			}
		}
	}
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
