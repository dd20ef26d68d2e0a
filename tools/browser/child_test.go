package browser

import (
	"fmt"
	"slices"
	"strings"
)

// These functions use the keyboard in a question of any kind, and check what a child finds there.

// far is more presses of Tab than any page needs.
const far = 200

// reach presses Tab until the focus is on a control of the question whose name begins so.
func (b *tab) reach(q question, role, name string) {
	b.t.Helper()
	for range far {
		at := b.focused()
		if b.in(q) && at.Role == role && strings.HasPrefix(at.Name, name) {
			b.showsFocus()
			return
		}
		b.press(tabKey)
	}
	b.t.Fatalf("question %s: Tab does not lead to the %s %q", q.ID, role, name)
}

// backTo presses Shift and Tab until the focus is on a control of the question.
func (b *tab) backTo(q question, role string) {
	b.t.Helper()
	for range far {
		if b.in(q) && b.focused().Role == role {
			b.showsFocus()
			return
		}
		b.back()
	}
	b.t.Fatalf("question %s: Shift and Tab do not lead to a %s", q.ID, role)
}

// in reports whether the focus is in a question.
func (b *tab) in(q question) bool {
	b.t.Helper()
	return ask[bool](b, fmt.Sprintf(`!!document.activeElement.closest("#%s")`, q.ID))
}

// showsFocus checks that an outline around the control or its label shows where the focus is.
func (b *tab) showsFocus() {
	b.t.Helper()
	if !ask[bool](b, `[document.activeElement, document.activeElement.closest("label")].some(e => {
		const style = e && getComputedStyle(e)
		return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
	})`) {
		b.t.Errorf("nothing shows that the keyboard is on %v", b.focused())
	}
}

// pressCheck presses Check and checks that the focus stays on that button, which then does what comes next: on the path it leads on
// after the right answer, and takes back a wrong one.
func (b *tab) pressCheck(q question) {
	b.t.Helper()
	b.reach(q, "button", b.wordFor(q, checkIt))
	b.press(enter)
	b.settle()
	then := checkIt
	if said := b.status(q); b.isPath() && strings.Contains(said, "Yes.") {
		then = goOn
	} else if b.isPath() && strings.Contains(said, "Not yet.") {
		then = tryAgain
	}
	if at := b.focused(); at.Name != b.wordFor(q, then) || !b.in(q) {
		b.t.Errorf("question %s: after Check the keyboard is on %v, want %q", q.ID, at, b.wordFor(q, then))
	}
}

// pressOn presses the button of a question that leads on.
func (b *tab) pressOn(q question) {
	b.t.Helper()
	b.reach(q, "button", b.wordFor(q, goOn))
	b.press(enter)
}

// wantsAnAnswer checks that the question shows that an answer is missing, and that a screen reader reads it with the options.
func (b *tab) wantsAnAnswer(q question) {
	b.t.Helper()
	group := b.control(fmt.Sprintf(`document.querySelector("#%s fieldset")`, q.ID))
	if group.Role != "group" || !strings.Contains(group.Description, "Choose") || strings.Contains(group.Description, "  ") { // a word is missing
		b.t.Errorf("question %s: its options are told as %v, described by %q, with no answer chosen", q.ID, group, group.Description)
	}
	if shown := b.shown(q); group.Description == "" || !strings.Contains(shown, group.Description) {
		b.t.Errorf("question %s: the error %q is not to be seen", q.ID, group.Description)
	}
	if said := b.status(q); said != "" {
		b.t.Errorf("question %s: a verdict before an answer: %q", q.ID, said)
	}
}

// wantsNothing checks that the error is gone once an answer is chosen.
func (b *tab) wantsNothing(q question) {
	b.t.Helper()
	if d := b.control(fmt.Sprintf(`document.querySelector("#%s fieldset")`, q.ID)).Description; d != "" {
		b.t.Errorf("question %s: still described by %q with an answer chosen", q.ID, d)
	}
}

// says checks that the question's status, which a screen reader announces, has these words.
func (b *tab) says(q question, words ...string) {
	b.t.Helper()
	status := b.status(q)
	for _, w := range words {
		if !strings.Contains(status, squeeze(w)) {
			b.t.Errorf("question %s says %q, without %q", q.ID, status, w)
		}
	}
}

// explains checks that the feedback to options that are chosen stands beside them, and that a screen reader tells it with their
// controls.
func (b *tab) explains(q question, options ...option) {
	b.t.Helper()
	for _, o := range options {
		control := fmt.Sprintf(`(chosen => chosen.querySelector("input") ?? chosen)([...document.querySelectorAll("#%s [data-option]")]
			.find(e => (e.dataset.option === %[2]q || e.closest("[data-item]")?.dataset.item === %[2]q) && (e.querySelector("input")?.checked ?? e.ariaPressed === "true")))`, q.ID, o.ID)
		if told := b.control(control).Description; !strings.Contains(told, squeeze(o.Feedback)) {
			b.t.Errorf("question %s: %q is described by %q, without its feedback %q", q.ID, o.Text, told, o.Feedback)
		}
		if beside := squeeze(ask[string](b, control+`.closest("[data-note]").querySelector("[data-why]")?.innerText ?? ""`)); !strings.Contains(beside, squeeze(o.Feedback)) {
			b.t.Errorf("question %s: beside %q is %q, without its feedback %q", q.ID, o.Text, beside, o.Feedback)
		}
	}
}

// answersSay opens the answers below a question that is solved and checks that they have the feedback to these options.
func (b *tab) answersSay(q question, options []option) {
	b.t.Helper()
	for _, o := range options {
		b.keepsSilent(q, o.Feedback)
	}
	b.backTo(q, "DisclosureTriangle")
	b.press(enter)
	for _, o := range options {
		if shown := b.shown(q); !strings.Contains(shown, squeeze(o.Feedback)) {
			b.t.Errorf("question %s: its answers lack the feedback to %q: %s", q.ID, o.Text, shown)
		}
	}
}

// keepsSilent checks that the question does not show the feedback of an option that is not chosen.
func (b *tab) keepsSilent(q question, words string) {
	b.t.Helper()
	if shown := b.shown(q); strings.Contains(shown, squeeze(words)) {
		b.t.Errorf("question %s shows %q, which is of another option", q.ID, words)
	}
}

// status returns the words of the question's live regions.
func (b *tab) status(q question) string {
	b.t.Helper()
	return squeeze(ask[string](b, fmt.Sprintf(`[...document.querySelectorAll("#%s [aria-live]")].map(e => e.innerText).join(" ")`, q.ID)))
}

// shown returns all visible words of the question.
func (b *tab) shown(q question) string {
	b.t.Helper()
	return squeeze(ask[string](b, fmt.Sprintf(`document.getElementById(%q).innerText`, q.ID)))
}

// showsOnly checks that just this one of the questions is shown.
func (b *tab) showsOnly(l lesson, number int) {
	b.t.Helper()
	b.until(`!document.querySelector("[data-left]")`, "the end of the step before")
	for i, q := range l.Quiz {
		if there := ask[bool](b, fmt.Sprintf(`document.querySelector("#%s fieldset").offsetParent !== null`, q.ID)); there != (i == number) {
			b.t.Errorf("at question %d, question %d is shown: %t", number+1, i+1, there)
		}
	}
}

// isTheEnd checks that the end of the quiz is shown and has the focus, and that it offers the questions of other lessons and the next
// rule.
func (b *tab) isTheEnd(l lesson) {
	b.t.Helper()
	if kind, _ := b.stepNow(); kind != "end" {
		b.t.Fatalf("the open step is of the kind %q, not the end", kind)
	}
	if at := b.focused(); at.Role != "heading" || !ask[bool](b, `!!document.activeElement.closest("[data-finish]")`) {
		b.t.Errorf("at the end the focus is on %v", at)
	}
	want := []string{}
	for _, q := range l.Again {
		want = append(want, "#"+q.ID)
	}
	ends := ask[[]string](b, `[...document.querySelectorAll("[data-finish] a")].filter(a => a.offsetParent && !a.closest("[data-back]")).map(a => a.getAttribute("href"))`)
	if n := len(want); len(ends) != n+1 || !slices.Equal(ends[:n], want) || !strings.HasPrefix(ends[n], "/") {
		b.t.Errorf("the end of the quiz leads to %v, want %v and the next rule", ends, want)
	}
}
