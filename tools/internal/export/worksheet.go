package export

import (
	"strconv"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// worksheet is a document of Word to print for a class. The answers and the whys begin on a new page, which is headed as the teacher's and is
// the last, so that it can be left out of what is printed.
var worksheet = Format{
	ID: "worksheet", For: "word", Ending: "-worksheet.docx",
	Kinds: []model.Kind{quiz.Choice, quiz.Several}, Lacks: []string{"export_no_pictures"}, Untitled: true,
	make: func(d Draft) ([]byte, error) {
		text := []paragraph{{"Title", d.Title}}
		for i, q := range d.Questions {
			text = append(text, q.paragraphs(i+1)...)
		}
		text = append(text, paragraph{"Heading1", d.Text("export_answers", nil)})
		for i, q := range d.Questions {
			text = append(text, q.heading(i+1), d.answer(q))
			text = append(text, q.whyParagraphs()...)
		}
		return document(d.Lesson, append(text, d.footParagraphs()...))
	},
}

// paragraphs returns what is asked: the question with its number, and each option with its letter.
func (q Question) paragraphs(number int) []paragraph {
	text := []paragraph{{"Question", strconv.Itoa(number) + ". " + q.Stem}}
	for n, o := range q.Options {
		text = append(text, paragraph{"Option", Letter(n+1) + ". " + o.Said()})
	}
	return text
}

// answer returns the line that has the letters of the right options.
func (d Draft) answer(q Question) paragraph {
	return paragraph{"Answer", d.Text("export_answer", nil) + " " + rightLetters(q)}
}

// heading returns the heading of what is said of a question.
func (q Question) heading(number int) paragraph {
	return paragraph{"Heading2", strconv.Itoa(number) + ". " + q.Title}
}

func (q Question) whyParagraphs() (text []paragraph) {
	for _, why := range whys(q) {
		text = append(text, paragraph{"Why", why})
	}
	return text
}

func (d Draft) footParagraphs() (text []paragraph) {
	for _, line := range d.Foot() {
		text = append(text, paragraph{"Foot", line})
	}
	return text
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
