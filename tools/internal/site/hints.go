package site

import (
	"fmt"
	"strings"
	"unicode"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/words"
)

// hints checks the hints of a question: their length, and that none has the words of a right option.
func (c *checker) hints(lim model.Limits, q model.Question) {
	c.hint(lim, q, q.Hint)
	for _, o := range q.Options {
		c.hint(lim, q, o.Hint)
	}
}

func (c *checker) hint(lim model.Limits, q model.Question, hint diag.Text) {
	if hint.Value == "" {
		return
	}
	c.long(hint, "the hint", lim.Hint)
	c.sentences(hint, "the hint", lim.Sentence)
	said := bareWords(hint.Value)
	for _, o := range q.Options {
		if option := bareWords(o.Text.Value); o.Right && strings.TrimSpace(option) != "" && strings.Contains(said, option) {
			c.faults.Add(diag.Fault{
				Pos: hint.Pos, Code: diag.HintTells,
				Message: fmt.Sprintf("the hint has the words of the right option: %q", o.Text.Value),
				Hint:    "ask something that helps a child to think, without the answer",
			})
		}
	}
}

// bareWords returns the words of a text in the form that all their spellings share, without punctuation, and with a space
// before and after each.
func bareWords(text string) string {
	list := strings.FieldsFunc(words.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return " " + strings.Join(list, " ") + " "
}
