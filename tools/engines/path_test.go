//go:build engines

package engines

import (
	"fmt"
	"slices"
)

// This file goes along the path of a lesson, one step at a time.

// step is a step of a path.
type step struct {
	ID   string // empty at the first
	Kind string // rule, scene, question or end
}

// readPath is a JavaScript expression for the steps of the page.
const readPath = `[...document.querySelectorAll("[data-path-step]")].map(s => ({ ID: s.id, Kind: s.dataset.pathStep }))`

// goAlongPath goes from the first step to the end, and from there to the questions of other lessons, if there are any, and back to
// the end.
func (v *visitor) goAlongPath(quiz []question) {
	v.t.Helper()
	steps := evaluate[[]step](v, readPath)
	end := slices.IndexFunc(steps, func(s step) bool { return s.Kind == "end" })
	v.next("[data-path-next]", steps[1])
	v.goBack(steps[0], steps[1])
	for i, s := range steps[1:end] {
		v.takeStep(s, steps[i+2], quiz)
	}
	v.expectEnd()
	for i, s := range steps[end+1:] {
		if i == 0 {
			v.next(fmt.Sprintf(`[data-finish] [href="#%s"]`, s.ID), s)
		}
		v.takeStep(s, append(steps, steps[end])[end+i+2], quiz)
	}
	v.expectEnd()
}

// takeStep does what there is to do at a step, and goes on to the next.
func (v *visitor) takeStep(s, next step, quiz []question) {
	v.t.Helper()
	at := slices.IndexFunc(quiz, func(q question) bool { return q.ID == s.ID })
	if at < 0 {
		v.next("[data-path-next]", next)
		return
	}
	v.answer(quiz[at])
	v.next(quiz[at].in("[data-check]"), next)
}

// goBack goes back from the second step to the first and on again, with Back on the page and then with that of the browser.
func (v *visitor) goBack(first, second step) {
	v.t.Helper()
	v.next("[data-path-back]", first)
	v.next("[data-path-next]", second)
	v.must(v.b.Back())
	v.expectStep(first)
	v.next("[data-path-next]", second)
}

// next presses a control that leads to a step.
func (v *visitor) next(selector string, to step) {
	v.t.Helper()
	v.press(v, selector)
	v.expectStep(to)
}

// expectStep expects that this step is shown and no other, that the focus is at its beginning, and that the address names it.
func (v *visitor) expectStep(s step) {
	v.t.Helper()
	at := fmt.Sprintf(`[data-path-step="%s"][id="%s"]`, s.Kind, s.ID)
	hash := "#" + s.ID
	if s.ID == "" {
		at, hash = fmt.Sprintf(`[data-path-step="%s"]`, s.Kind), ""
	}
	v.waitUntil(fmt.Sprintf(`document.querySelector("[data-path-step][data-now]").matches(%s) &&
		![...document.querySelectorAll("[data-path-step]:not([data-now]) :is(p, fieldset)")].some(e => e.getClientRects().length)`, quote(at)), "only the step "+s.ID)
	v.expectFocus(at+" :is([data-title], [data-begins])", "the beginning of the step "+s.ID)
	v.waitUntil(fmt.Sprintf(`location.hash === %s`, quote(hash)), "the address of the step "+s.ID)
}

// expectEnd expects that the end of the lesson shows the star, and no questions to come back to.
func (v *visitor) expectEnd() {
	v.t.Helper()
	v.waitUntil(visible("[data-finish]"), "the end of the lesson")
	if !v.isVisible("[data-finish] [data-earned]") {
		v.t.Error("every question is right, and the end does not show the star")
	}
	if v.isVisible("[data-finish] [data-back]") {
		v.t.Error("every question is right, and the end lists questions to come back to")
	}
}
