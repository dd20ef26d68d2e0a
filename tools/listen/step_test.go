//go:build listen

package listen

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// step is a step of a path, as its page has it.
type step struct {
	kind     string // rule, scene, question or end
	id       string
	title    string   // its heading, as it is said, or empty
	words    []string // that can be read
	question question
}

// readPath returns the steps of a lesson.
func readPath(t *testing.T, address string) (steps []step) {
	t.Helper()
	page := read(t, address[1:]+"index.html")
	for n := range page.Descendants() {
		if has(n, "data-path-step") {
			steps = append(steps, readStep(page, n, address))
		}
	}
	return steps
}

func readStep(page, element *html.Node, address string) step {
	s := step{kind: attr(element, "data-path-step"), id: attr(element, "id")}
	if s.kind == "question" {
		s.question = readQuestion(page, element, address)
		s.title, s.words = s.question.title, s.question.words()
		return s
	}
	for n := range element.Descendants() {
		switch {
		case s.title == "" && has(n, "data-title"):
			s.title = headingText(n)
		case n.Data == "p" && text(n) != "" && s.kind == "scene":
			s.words = append(s.words, text(n))
		}
	}
	return s
}

// headingText returns the words of a heading, as they are said: of those of a question the whole, and at the end of a lesson those for
// whoever has answered everything.
func headingText(heading *html.Node) string {
	for n := range heading.Descendants() {
		if has(n, "data-whole") || has(n, "data-earned") {
			return text(n.FirstChild)
		}
	}
	return text(heading)
}

// name names the step in a transcript.
func (s step) name() string {
	if s.id == "" {
		return s.kind
	}
	return s.id
}

// begins returns what is said first.
func (s step) begins() string {
	switch {
	case s.kind == "rule": // its mark is said before, for itself
		return s.title[strings.Index(s.title, ": ")+2:] + " heading"
	case s.title != "":
		return s.title + " heading"
	default:
		return strings.Join(strings.Fields(s.words[0])[:3], " ")
	}
}
