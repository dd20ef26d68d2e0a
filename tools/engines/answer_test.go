//go:build engines

package engines

import (
	"fmt"
	"slices"
	"strings"
)

// This file answers each kind of question, first with a mistake and then right, and checks what the page shows.

func (v *visitor) answer(q question) {
	v.t.Helper()
	v.t.Logf("%s (%s)", q.ID, q.Kind)
	switch q.Kind {
	case "order":
		v.answerOrder(q)
	case "chat":
		v.answerChat(q)
	default:
		v.answerWithOptions(q)
	}
}

func (v *visitor) answerWithOptions(q question) {
	v.t.Helper()
	v.check(q)
	v.expectMissingAnswer(q)

	wrong, slip := q.almostRight()
	v.choose(q, wrong)
	v.expectNoError(q)
	v.check(q)
	v.expectText(q, "Not yet.")
	v.expectWhy(q, slip)
	v.expectChosen(q, wrong)
	v.expectMark(q, slip, "tried")

	v.tryAgain(q)
	v.waitUntil("!("+v.chosen(q, slip)+")", "the wrong answer to be taken back")
	v.choose(q, q.right())
	v.check(q)
	v.expectText(q, "Yes.")
	v.expectChosen(q, q.right())
	for _, o := range q.right() {
		v.expectMark(q, o, "right")
	}
}

func (v *visitor) answerOrder(q question) {
	v.t.Helper()
	steps := q.inOrder()
	v.arrange(q, slices.Concat(steps[1:2], steps[:1], steps[2:]))
	v.check(q)
	v.expectText(q, "Not yet.", steps[0].Why)
	v.expectMark(q, steps[0], "tried")

	v.tryAgain(q)
	v.arrange(q, steps)
	v.check(q)
	v.expectText(q, "Yes.")
	for _, step := range steps {
		v.expectRole(q, step)
	}
}

// answerChat chooses a wrong reply, returns with the browser's Back button, chooses it again and goes on to the end. Then it
// starts again, and goes to the end without a mistake.
func (v *visitor) answerChat(q question) {
	v.t.Helper()
	first := q.Options[0].Group
	slip, _ := q.reply(first, false)
	v.chooseReply(q, slip)
	v.must(v.b.Back())
	v.expectScene(q, first)
	v.chooseReply(q, slip)
	v.chooseGoodReplies(q, slip.To)
	v.expectText(q, "Not yet.")

	v.press(v, q.in("[data-check]"))
	v.expectScene(q, first)
	v.chooseGoodReplies(q, first)
	v.expectText(q, "Yes.")
}

// chooseGoodReplies chooses the good reply in every scene from the given one to the end.
func (v *visitor) chooseGoodReplies(q question, scene string) {
	v.t.Helper()
	for range q.Options {
		good, found := q.reply(scene, true)
		if !found {
			return
		}
		v.chooseReply(q, good)
		scene = good.To
	}
	v.t.Fatalf("question %s: the good replies never reach an end", q.ID)
}

// chooseReply chooses a reply, and expects its feedback, and the focus on the heading of the next scene.
func (v *visitor) chooseReply(q question, o option) {
	v.t.Helper()
	v.expectRole(q, o)
	v.press(v, q.control(o))
	v.expectText(q, o.Why)
	v.expectScene(q, o.To)
}

func (v *visitor) expectScene(q question, scene string) {
	v.t.Helper()
	v.expectFocus(q.in(fmt.Sprintf(`[data-turn="%s"][data-state="now"] [data-heading]`, scene)), "the heading of scene "+scene)
}

// choose chooses exactly these options.
func (v *visitor) choose(q question, options []option) {
	v.t.Helper()
	for _, o := range q.Options {
		wanted := slices.Contains(options, o)
		if v.isChosen(q, o) != wanted && (wanted || q.toggles()) {
			v.press(v, q.control(o))
		}
	}
	for _, o := range options {
		v.waitUntil(v.chosen(q, o), "option "+o.ID+" to be chosen")
	}
}

// chosen returns a JavaScript expression for whether the option is chosen.
func (v *visitor) chosen(q question, o option) string {
	if q.Kind == "gaps" {
		return fmt.Sprintf(`document.querySelector(%s).getAttribute("aria-pressed") === "true"`, quote(q.control(o)))
	}
	return fmt.Sprintf(`document.querySelector(%s).checked`, quote(q.control(o)))
}

func (v *visitor) isChosen(q question, o option) bool {
	v.t.Helper()
	return evaluate[bool](v, v.chosen(q, o))
}

// expectChosen expects that exactly these options are chosen, and that no option has changed its accessibility role.
func (v *visitor) expectChosen(q question, options []option) {
	v.t.Helper()
	for _, o := range q.Options {
		if wanted := slices.Contains(options, o); v.isChosen(q, o) != wanted {
			v.t.Errorf("after the check, option %s: chosen is %t, want %t", o.ID, !wanted, wanted)
		}
		v.expectRole(q, o)
	}
}

func (v *visitor) expectRole(q question, o option) {
	v.t.Helper()
	has, err := v.b.HasRole(q.control(o), q.role())
	v.must(err)
	if !has {
		v.t.Errorf("question %s: %s does not have the accessibility role %s", q.ID, o.ID, q.role())
	}
}

// expectMark expects that the option shows its result in words.
func (v *visitor) expectMark(q question, o option, state string) {
	v.t.Helper()
	if mark := q.in(fmt.Sprintf(`[data-option="%s"][data-state="%s"] [data-mark="%[2]s"]`, o.ID, state)); !v.isVisible(mark) {
		v.t.Errorf("question %s: %s does not show the mark %q", q.ID, o.ID, state)
	}
}

// check presses Check, and expects that the focus stays there.
func (v *visitor) check(q question) {
	v.t.Helper()
	v.press(v, q.in("[data-check]"))
	v.waitForFrames()
	v.expectFocus(q.in("[data-check]"), "Check")
}

// waitForFrames waits until a second frame is drawn: a check shows its verdict in the first, and the marks and buttons in the one after.
func (v *visitor) waitForFrames() {
	v.t.Helper()
	evaluate[bool](v, `(window.drawn = false, requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => setTimeout(() => window.drawn = true)))), true)`)
	v.waitUntil("window.drawn", "two frames")
}

// tryAgain presses the button that has checked, and expects the focus on the first control of the question.
func (v *visitor) tryAgain(q question) {
	v.t.Helper()
	v.press(v, q.in("[data-check]"))
	v.expectFocus(q.in("[data-options] :is(input, button)"), "a control of the question "+q.ID)
}

// expectWhy expects the feedback to an option: of a question with one answer in its verdict, otherwise beside the option, as the
// description of its control.
func (v *visitor) expectWhy(q question, o option) {
	v.t.Helper()
	if len(q.right()) == 1 {
		v.expectText(q, o.Why)
		return
	}
	v.waitUntil(fmt.Sprintf(`(note => note && note.offsetHeight > 0 && note.innerText.replace(/\s+/g, " ").includes(%s))
		(document.getElementById(document.querySelector(%s).getAttribute("aria-describedby")))`, quote(collapseSpaces(o.Why)), quote(q.control(o))),
		fmt.Sprintf("question %s to show %q beside %s", q.ID, o.Why, o.ID))
}

// expectMissingAnswer expects the message that an answer is missing, and that it describes the options.
func (v *visitor) expectMissingAnswer(q question) {
	v.t.Helper()
	v.waitUntil(visible(q.in("[data-error]")), "the message that an answer is missing")
	if !v.isVisible(fmt.Sprintf(`[id="%s"] fieldset[aria-describedby="%[1]s-error"]`, q.ID)) {
		v.t.Errorf("question %s: the error message does not describe the options", q.ID)
	}
	if said := v.visibleText(q.in("[data-verdict]")); said != "" {
		v.t.Errorf("question %s shows the verdict %q before an answer", q.ID, said)
	}
}

func (v *visitor) expectNoError(q question) {
	v.t.Helper()
	if v.isVisible(q.in("[data-error]")) {
		v.t.Errorf("question %s says that an answer is missing, although one is chosen", q.ID)
	}
}

// expectText expects these texts in the live regions of the question.
func (v *visitor) expectText(q question, texts ...string) {
	v.t.Helper()
	regions := q.in("[aria-live=polite]")
	for _, w := range texts {
		v.waitUntil(fmt.Sprintf(`[...document.querySelectorAll(%s)].some(e => e.innerText.replace(/\s+/g, " ").includes(%s))`, quote(regions), quote(collapseSpaces(w))),
			fmt.Sprintf("question %s to show %q", q.ID, w))
	}
}

// arrange moves steps up until they are in this order.
func (v *visitor) arrange(q question, steps []option) {
	v.t.Helper()
	for place, step := range steps {
		for range steps {
			now := slices.Index(v.order(q), step.ID)
			if now == place {
				break
			}
			up := q.control(step) + ` [data-move="-1"]`
			v.press(v, up)
			said := fmt.Sprint(now)
			if now == 1 {
				said = "first"
			}
			v.waitUntil(fmt.Sprintf(`document.querySelector("[data-live]").textContent.includes(%s)`,
				quote(fmt.Sprintf("%s: now %s of %d", step.Text, said, len(steps)))), "the message with the new place of "+step.ID)
			v.expectFocus(up, "the button that moved the step")
		}
	}
	for place, id := range v.order(q) {
		if id != steps[place].ID {
			v.t.Fatalf("question %s: found %s at place %d, want %s", q.ID, id, place+1, steps[place].ID)
		}
	}
}

// order returns the ids of the steps in their present order.
func (v *visitor) order(q question) []string {
	v.t.Helper()
	return strings.Fields(evaluate[string](v, fmt.Sprintf(
		`[...document.querySelectorAll(%s)].map(step => step.dataset.option).join(" ")`, quote(q.in("[data-option]")))))
}
