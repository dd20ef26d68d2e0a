package export

import (
	"strconv"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// worksheet is a document of Word, as the quick import of Microsoft Forms reads it: each question has a number, each option a letter, and
// the answer a line of its own. The whys come after the last question, where the import does not take them for options.
var worksheet = Format{
	ID: "worksheet", For: "teams", Ending: "-worksheet.docx",
	Kinds: []model.Kind{quiz.Choice, quiz.Several}, Lacks: []string{"export_no_pictures"}, Untitled: true,
	make: func(d Draft) ([]byte, error) {
		text := []paragraph{{"Title", d.Title}}
		for i, q := range d.Questions {
			text = append(text, paragraph{"Question", strconv.Itoa(i+1) + ". " + q.Stem})
			for n, o := range q.Options {
				text = append(text, paragraph{"Option", Letter(n+1) + ". " + o.Said()})
			}
			text = append(text, paragraph{"Answer", d.Text("export_answer", nil) + " " + rightLetters(q)})
		}
		text = append(text, paragraph{"Heading1", d.Text("export_whys", nil)})
		for i, q := range d.Questions {
			text = append(text, paragraph{"Heading2", strconv.Itoa(i+1) + ". " + q.Title})
			for _, why := range whys(q) {
				text = append(text, paragraph{"Why", why})
			}
		}
		for _, line := range d.Foot() {
			text = append(text, paragraph{"Foot", line})
		}
		return document(d.Lesson, text)
	},
}

// rightLetters returns the letters of the right options: "A", or "A, C".
func rightLetters(q Question) (list string) {
	for i, n := range q.Right() {
		if i > 0 {
			list += ", "
		}
		list += Letter(n)
	}
	return list
}
