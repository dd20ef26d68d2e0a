//go:build engines

package engines

import "fmt"

// question is a question as found in its page.
type question struct {
	ID, Kind string
	Options  []option
}

// option is any part of a question that can be right or wrong: an option, a step, a thing in a bin, a word, a phrase, a reply.
type option struct {
	ID, Text string
	Why      string // its feedback
	Group    string // what it answers: a thing to sort, a gap or a scene; empty if it answers the whole question
	Right    bool
	Place    int    // of a step: its right place, from 1
	To       string // of a reply: the scene it leads to
}

// readQuiz is a JavaScript expression for the questions of the page.
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

// in returns the selector of an element within the question.
func (q question) in(selector string) string { return fmt.Sprintf(`[id="%s"] %s`, q.ID, selector) }

// control returns the selector of the control that chooses an option.
func (q question) control(o option) string {
	at := fmt.Sprintf(`[data-option="%s"]`, o.ID)
	if role := q.role(); role == "radio" || role == "checkbox" {
		at += " input"
	}
	return q.in(at)
}

// role returns the accessibility role of an option, before and after a check.
func (q question) role() string {
	return map[string]string{
		"choice": "radio", "sort": "radio", "match": "radio", "several": "checkbox", "spot": "checkbox", "gaps": "button", "order": "listitem", "chat": "link",
	}[q.Kind]
}

// toggles reports whether a second press takes back an option; otherwise choosing another option does.
func (q question) toggles() bool { return q.Kind == "several" || q.Kind == "spot" }

func (q question) right() (options []option) {
	for _, o := range q.Options {
		if o.Right {
			options = append(options, o)
		}
	}
	return options
}

// almostRight returns a right answer with one wrong option in it, and that option.
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

// inOrder returns the steps of an order question in the right order.
func (q question) inOrder() []option {
	steps := make([]option, len(q.Options))
	for _, o := range q.Options {
		steps[o.Place-1] = o
	}
	return steps
}

// reply returns a good or a wrong reply of a scene, and false if the scene has none.
func (q question) reply(scene string, good bool) (option, bool) {
	for _, o := range q.Options {
		if o.Group == scene && o.Right == good {
			return o, true
		}
	}
	return option{}, false
}
