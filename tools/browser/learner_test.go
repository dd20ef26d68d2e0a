package browser

import (
	"fmt"
	"strings"
	"testing"
)

// lesson is a rule's lesson as Go told it to the templates.
type lesson struct {
	address string
	Stage   string
	Rule    rule
	Quiz    []question
}

type question struct {
	ID, Kind, Stem string
	Choose         int
	Options        []option
}

type option struct {
	ID, Text, Feedback string
	Right              bool
	Place              int // for order: where it belongs, from 1
}

func (l lesson) page() page { return built().page(l.address) }

// lessons gives all lessons, Key Stage One first.
func lessons(t *testing.T) (all []lesson) {
	t.Helper()
	rules, err := built().rules()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rules {
		l := lesson{address: r.URL}
		if err := built().params(r.URL, &l); err != nil {
			t.Fatal(err)
		}
		all = append(all, l)
	}
	if len(all) == 0 {
		t.Fatal("there is no lesson to test")
	}
	return all
}

// lessonAt gives one lesson.
func lessonAt(t *testing.T, address string) lesson {
	t.Helper()
	for _, l := range lessons(t) {
		if l.address == address {
			return l
		}
	}
	t.Fatalf("there is no lesson at %s", address)
	return lesson{}
}

// right are the options of a right answer.
func (q question) right() (options []option) {
	for _, o := range q.Options {
		if o.Right {
			options = append(options, o)
		}
	}
	return options
}

// wrong are the options that do not belong to the answer.
func (q question) wrong() (options []option) {
	for _, o := range q.Options {
		if !o.Right {
			options = append(options, o)
		}
	}
	return options
}

// inOrder are the steps of an order, as they belong.
func (q question) inOrder() []option {
	steps := make([]option, len(q.Options))
	for _, o := range q.Options {
		steps[o.Place-1] = o
	}
	return steps
}

// What follows answers a question with clicks, for tests that ask about something else. Answering by keyboard is
// keyboard_test.go's own matter.

func (b *tab) check(q question) {
	b.t.Helper()
	b.click(q, "[data-check]")
}

// next goes on to the next question, where questions are shown one at a time.
func (b *tab) next(q question) {
	b.t.Helper()
	if ask[bool](b, fmt.Sprintf(`!!document.querySelector("#%s [data-next]")`, q.ID)) {
		b.click(q, "[data-next]")
	}
}

// click clicks what a child could click: an element that is shown.
func (b *tab) click(q question, selector string) {
	b.t.Helper()
	clicked := ask[bool](b, fmt.Sprintf(`(() => {
		const shown = document.querySelector(%q)
		if (!shown || shown.offsetParent === null) return false
		shown.click()
		return true
	})()`, "#"+q.ID+" "+selector))
	if !clicked {
		b.t.Fatalf("question %s shows no %s to click", q.ID, selector)
	}
}

func (b *tab) answerRightly(q question) {
	b.t.Helper()
	if q.Kind == "order" {
		b.arrange(q, q.inOrder())
		return
	}
	b.choose(q, q.right())
}

func (b *tab) answerWrongly(q question) {
	b.t.Helper()
	switch q.Kind {
	case "order":
		steps := q.inOrder()
		steps[0], steps[1] = steps[1], steps[0]
		b.arrange(q, steps)
	case "several":
		b.choose(q, append(q.right()[1:], q.wrong()[0]))
	default:
		b.choose(q, q.wrong()[:1])
	}
}

// choose leaves exactly these options chosen.
func (b *tab) choose(q question, options []option) {
	b.t.Helper()
	wanted := map[string]bool{}
	for _, o := range options {
		wanted[o.ID] = true
	}
	for _, o := range q.Options {
		if ask[bool](b, fmt.Sprintf(`document.getElementById(%q).checked`, o.ID)) != wanted[o.ID] && (q.Kind != "choice" || wanted[o.ID]) {
			b.click(q, "#"+o.ID)
		}
	}
}

// arrange moves steps up until they stand like this.
func (b *tab) arrange(q question, steps []option) {
	b.t.Helper()
	for place, step := range steps {
		for range q.Options {
			if b.standing(q)[place] == step.ID {
				break
			}
			b.click(q, fmt.Sprintf(`[data-option="%s"] [data-move="-1"]`, step.ID))
		}
	}
}

// standing gives the ids of the steps in the order in which they stand now.
func (b *tab) standing(q question) []string {
	b.t.Helper()
	return strings.Fields(ask[string](b, fmt.Sprintf(
		`[...document.querySelectorAll("#%s [data-option]")].map(step => step.getAttribute("data-option")).join(" ")`, q.ID)))
}
