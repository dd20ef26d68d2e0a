package export

import (
	"html"
	"strconv"
	"strings"

	"safeonline/tools/internal/quiz"
)

// htmlText returns a text as HTML. A bracket is written as a number, because Moodle finds its gaps by two of them.
func htmlText(text string) string { return strings.ReplaceAll(html.EscapeString(text), "[", "&#91;") }

// htmlLines returns paragraphs.
func htmlLines(lines []string) string {
	var b strings.Builder
	for _, line := range lines {
		b.WriteString("<p>" + htmlText(line) + "</p>")
	}
	return b.String()
}

// htmlWhy returns what a pupil is told who chooses an option.
func htmlWhy(q Question, o Option) string { return htmlText(strings.Join(q.Told(o), " ")) }

// htmlPassage returns the message of a question that asks for its clues.
func htmlPassage(q Question) string {
	if q.Passage == nil {
		return ""
	}
	var text strings.Builder
	for _, s := range q.Passage {
		text.WriteString(htmlText(s.Text))
	}
	return "<blockquote>" + text.String() + "</blockquote>"
}

// htmlWhys returns the whys of all options, for a kind of question that has no place for each.
func htmlWhys(q Question) string {
	var list strings.Builder
	for _, o := range q.Options {
		if o.Feedback != "" {
			list.WriteString("<li>" + htmlText(o.Said()) + ": " + htmlWhy(q, o) + "</li>")
		}
	}
	if list.Len() == 0 {
		return ""
	}
	return "<ul>" + list.String() + "</ul>"
}

// worth returns what an option is worth in percent, in figures that programs for quizzes know.
func worth(q Question, o Option) string {
	right := len(q.Right())
	switch part := strings.TrimSuffix(strconv.FormatFloat(100/float64(right), 'f', 5, 64), ".00000"); {
	case o.Right:
		return part
	case q.Kind == quiz.Choice:
		return "0"
	default:
		return "-" + part
	}
}

// questionID is the id of a question that stays the same.
func questionID(l Lesson, q Question) string { return strings.ReplaceAll(l.ID, "/", "-") + "-" + q.ID }
