//go:build engines

package engines

import "fmt"

// question is a question as its page holds it.
type question struct {
	ID, Kind string
	Options  []option
}

// option is whatever of a question can be right or wrong: an option, a step, a thing in a bin, a word, a phrase, a reply.
type option struct {
	ID, Text string
	Why      string // its feedback
	Group    string // what it is one answer of: a thing to sort, a gap, a scene; empty if there is only the question
	Right    bool
	Place    int    // of a step: where it belongs, from 1
	To       string // of a reply: the scene it leads to
}

// readQuiz reads the questions out of the page.
const readQuiz = `[...document.querySelectorAll("[data-question]")].map(q => ({
	ID: q.id,
	Kind: q.dataset.question,
	Options: [...q.querySelectorAll("[data-option]")].map(o => {
		const thing = o.closest("[data-item]"), scene = o.closest("[data-turn]"), bank = o.closest(".bank")
		const id = o.dataset.option
		return {
			ID: id,
			Text: (o.querySelector("[data-text]") ?? o).textContent,
			Why: document.getElementById((thing ? thing.dataset.item : id) + "-why").textContent,
			Group: thing ? thing.dataset.item : scene ? scene.dataset.turn : bank ? bank.getAttribute("aria-labelledby") : "",
			Right: "right" in o.dataset,
			Place: Number(o.dataset.place ?? 0),
			To: o.dataset.goto ?? "",
		}
	}),
}))`

// in gives the selector of something within the question.
func (q question) in(selector string) string { return fmt.Sprintf(`[id="%s"] %s`, q.ID, selector) }

// control gives the selector of what a child presses to choose an option.
func (q question) control(o option) string {
	at := fmt.Sprintf(`[data-option="%s"]`, o.ID)
	if q.Kind == "choice" || q.Kind == "several" || q.Kind == "sort" || q.Kind == "spot" {
		at += " input"
	}
	return q.in(at)
}

// role is what a screen reader is told of an option, before and after a check.
func (q question) role() string {
	return map[string]string{
		"choice": "radio", "sort": "radio", "several": "checkbox", "spot": "checkbox", "gaps": "button", "order": "listitem", "chat": "link",
	}[q.Kind]
}

// switches tells whether an option is also taken back by pressing it, and not by choosing another.
func (q question) switches() bool { return q.Kind == "several" || q.Kind == "spot" }

func (q question) right() (options []option) {
	for _, o := range q.Options {
		if o.Right {
			options = append(options, o)
		}
	}
	return options
}

// almostRight is a right answer with one slip, and the slip.
func (q question) almostRight() (options []option, slip option) {
	options = q.right()
	for i, good := range options {
		for _, o := range q.Options {
			if !o.Right && o.Group == good.Group {
				options[i] = o
				return options, o
			}
		}
	}
	return options, slip
}

// inOrder are the steps of an order, as they belong.
func (q question) inOrder() []option {
	steps := make([]option, len(q.Options))
	for _, o := range q.Options {
		steps[o.Place-1] = o
	}
	return steps
}

// reply is a reply of a scene: a good one, or not. A scene without replies has none.
func (q question) reply(scene string, good bool) (option, bool) {
	for _, o := range q.Options {
		if o.Group == scene && o.Right == good {
			return o, true
		}
	}
	return option{}, false
}
