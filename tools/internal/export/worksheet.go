package export

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// worksheet is a document of Word to print for a class, with each question that a pen can answer. The answers and the whys begin on a new
// page, which is headed as the teacher's and is the last, so that it can be left out of what is printed.
var worksheet = Format{
	ID: "worksheet", For: "word", Ending: "-worksheet.docx",
	Kinds: []model.Kind{quiz.Choice, quiz.Several, quiz.Order, quiz.Sort, quiz.Gaps, quiz.Spot, quiz.Match}, Lacks: []string{"export_no_pictures"}, Untitled: true,
	make: func(d Draft) ([]byte, error) {
		text := []paragraph{{"Title", d.Title}}
		for i, q := range d.Questions {
			text = append(text, d.task(q, i+1)...)
		}
		text = append(text, paragraph{"Heading1", d.Text("export_answers", nil)})
		for i, q := range d.Questions {
			text = append(text, q.heading(i+1), d.penned(q))
			text = append(text, q.whyParagraphs()...)
		}
		return document(d.Lesson, append(text, d.footParagraphs()...))
	},
}

// line is where a pupil writes.
const line = "______"

// task returns what a pupil is asked, how to answer it, and what there is to answer it with.
func (d Draft) task(q Question, number int) []paragraph {
	q.Stem = asks(d.Words, q, q.Stem)
	text := []paragraph{{"Question", strconv.Itoa(number) + ". " + q.Stem}}
	how := func(key string) {
		text = append(text, paragraph{"How", d.Text(key, i18n.Values{"n": len(q.Options)})})
	}
	switch q.Kind {
	case quiz.Order:
		how("worksheet_order")
		return append(text, q.lines()...)
	case quiz.Sort, quiz.Match:
		how("worksheet_letters")
		for i, n := range q.Partners {
			text = append(text, paragraph{"Option", Letter(i+1) + ". " + q.Bins[n].Said()})
		}
		return append(text, q.lines()...)
	case quiz.Gaps:
		how("worksheet_gaps")
		text = append(text, paragraph{"Passage", q.passage(func(s Segment) string { return fmt.Sprintf("(%d) %s", s.Slot, line) })})
		for _, s := range q.Passage {
			if s.Slot > 0 {
				text = append(text, paragraph{"Option", fmt.Sprintf("(%d) %s", s.Slot, strings.Join(q.wordsFor(s.Slot), " · "))})
			}
		}
		return text
	case quiz.Spot:
		how("worksheet_spot")
		return append(text, paragraph{"Passage", q.passage(func(s Segment) string { return "[ " + s.Text + " ]" })})
	default:
		return q.paragraphs(number)
	}
}

// lines returns the items of a question in the order in which pupils see them, each with a line before it.
func (q Question) lines() (text []paragraph) {
	for _, n := range q.Shown {
		text = append(text, paragraph{"Line", line + " " + q.Options[n].Said()})
	}
	return text
}

// wordsFor returns the words for a gap in the order in which pupils see them.
func (q Question) wordsFor(gap int) (words []string) {
	for _, n := range q.Shown {
		if o := q.Options[n]; o.Slot == gap {
			words = append(words, o.Said())
		}
	}
	return words
}

// penned returns the line that says what a pupil should have written.
func (d Draft) penned(q Question) paragraph {
	var right []string
	switch q.Kind {
	case quiz.Order:
		for _, n := range q.Shown {
			right = append(right, strconv.Itoa(n+1))
		}
	case quiz.Sort, quiz.Match:
		for _, n := range q.Shown {
			right = append(right, Letter(slices.Index(q.Partners, q.Options[n].Slot-1)+1))
		}
	case quiz.Gaps, quiz.Spot:
		for _, n := range q.Right() {
			right = append(right, q.Options[n-1].Said())
		}
		return paragraph{"Answer", d.Text("export_answer", nil) + " " + strings.Join(right, " · ")}
	default:
		return d.answer(q)
	}
	return paragraph{"Answer", d.Text("worksheet_answer", nil) + " " + strings.Join(right, ", ")}
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
