package export

import (
	"strconv"
	"strings"

	"safeonline/tools/internal/quiz"
)

// fourOptions returns the texts of the options of a question, with empty ones up to the fourth.
func fourOptions(q Question) (cells []any) {
	for _, o := range q.Options {
		cells = append(cells, o.Said())
	}
	for len(cells) < 4 {
		cells = append(cells, "")
	}
	return cells
}

// numbers returns numbers as tables of games have them.
func numbers(list []int) string {
	var texts []string
	for _, n := range list {
		texts = append(texts, strconv.Itoa(n))
	}
	return strings.Join(texts, ",")
}

// whys returns a line for each option of a question: its letter, if pupils see one, its words, and why it is right or wrong.
func whys(q Question) (lines []string) {
	for i, o := range q.Options {
		line := o.Said() + ": " + strings.Join(q.Told(o), " ")
		if quiz.Of(q.Kind).Games {
			line = Letter(i+1) + ". " + line
		}
		lines = append(lines, line)
	}
	return lines
}

// oneLine returns a text as a comment has it, which ends with its line.
func oneLine(text string) string { return strings.Join(strings.FieldsFunc(text, isLineEnd), " ") }

func isLineEnd(r rune) bool { return strings.ContainsRune("\n\r\u2028\u2029", r) }
