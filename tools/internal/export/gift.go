package export

import (
	"bytes"
	"fmt"
	"strings"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// gift is the plain text that Moodle and others import. Its texts are HTML, in which each character that means something has another form.
var gift = Format{
	ID: "gift", For: "moodle", Ending: "-gift.txt",
	Kinds: []model.Kind{quiz.Choice, quiz.Several, quiz.Spot, quiz.Match, quiz.Sort}, Lacks: []string{"export_no_pictures"},
	make: func(d Draft) ([]byte, error) {
		var b bytes.Buffer
		for _, line := range d.Foot() {
			fmt.Fprintf(&b, "// %s\n", oneLine(line))
		}
		fmt.Fprintf(&b, "$CATEGORY: %s\n", "$course$/top/"+d.ID)
		for _, q := range d.Questions {
			fmt.Fprintf(&b, "\n// [id:%s]\n::%s::[html]%s {\n", questionID(d.Lesson, q), giftEscapes.Replace(q.Title), giftStem(q))
			if q.Bins != nil {
				giftPairs(&b, q)
			} else {
				giftChoices(&b, q)
			}
			b.WriteString("}\n")
		}
		return b.Bytes(), nil
	},
}

// giftStem returns what a question asks, with the message whose clues are looked for.
func giftStem(q Question) string { return giftText(q.Stem) + giftEscapes.Replace(htmlPassage(q)) }

// giftChoices writes options: a right one of one, or what each is worth.
func giftChoices(b *bytes.Buffer, q Question) {
	for _, o := range q.Options {
		mark := "~%" + worth(q, o) + "%"
		switch {
		case q.Kind == quiz.Choice && o.Right:
			mark = "="
		case q.Kind == quiz.Choice:
			mark = "~"
		}
		fmt.Fprintf(b, "%s%s#%s\n", mark, giftText(o.Said()), giftEscapes.Replace(htmlWhy(q, o)))
	}
}

// giftPairs writes pairs. The right side is plain text, and the whys come after all pairs.
func giftPairs(b *bytes.Buffer, q Question) {
	for _, o := range q.Options {
		fmt.Fprintf(b, "=%s -> %s\n", giftText(o.Said()), giftEscapes.Replace(q.Bins[o.Slot-1].Said()))
	}
	if why := htmlWhys(q); why != "" {
		fmt.Fprintf(b, "####%s\n", giftEscapes.Replace(why))
	}
}

// giftText returns a text as HTML. A percent sign is written as a number, because a text that begins with one would be a weight.
func giftText(text string) string {
	return giftEscapes.Replace(strings.ReplaceAll(htmlText(text), "%", "&#37;"))
}

var giftEscapes = strings.NewReplacer(`\`, `\\`, "~", `\~`, "=", `\=`, "#", `\#`, "{", `\{`, "}", `\}`, ":", `\:`)
