package browser

import (
	"fmt"
	"slices"
	"strings"
)

// These functions answer questions with clicks, for tests of something else. keyboard_test.go answers them by keyboard.

// check presses Check. A chat has no such button: it is checked when it ends.
func (b *tab) check(q question) {
	b.t.Helper()
	if q.Kind != "chat" {
		b.does(q, checkIt)
	}
}

// next goes on to the next step, where a page is shown one step at a time.
func (b *tab) next(q question) {
	b.t.Helper()
	if b.isPath() {
		b.does(q, goOn)
	}
}

// click clicks an element that is shown, as a child could. It opens the question first.
func (b *tab) click(q question, selector string) {
	b.t.Helper()
	b.stepTo(q.ID)
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
	switch q.Kind {
	case "order":
		b.arrange(q, q.inOrder())
	case "sort", "match":
		b.sort(q, nil)
	case "gaps":
		b.fill(q, q.right())
	case "chat":
		b.chatRightly(q)
	default:
		b.choose(q, q.right())
	}
}

// answerWrongly chooses a wrong answer. After another one a child takes that back first, where the question offers it.
func (b *tab) answerWrongly(q question) {
	b.t.Helper()
	if q.Kind != "chat" && b.offersTo(q, tryAgain) {
		b.does(q, tryAgain)
	}
	switch q.Kind {
	case "order":
		steps := q.inOrder()
		steps[0], steps[1] = steps[1], steps[0]
		b.arrange(q, steps)
	case "several", "spot":
		b.choose(q, append(q.right()[1:], q.wrong()[0]))
	case "sort":
		b.sort(q, &q.Options[0])
	case "match":
		b.swap(q)
	case "gaps":
		b.fill(q, q.oneWrongWord())
	case "chat":
		b.click(q, fmt.Sprintf(`[data-option="%s"]`, q.Scenes[0].wrong().ID))
	default:
		b.choose(q, q.wrong()[:1])
	}
}

// oneWrongWord fills every gap, one of them wrongly.
func (q question) oneWrongWord() []option {
	wrong := q.wrong()[0]
	words := []option{wrong}
	for _, o := range q.right() {
		if o.Place != wrong.Place {
			words = append(words, o)
		}
	}
	return words
}

func (s scene) wrong() option {
	return s.Options[slices.IndexFunc(s.Options, func(o option) bool { return !o.Right })]
}

func (s scene) best() option {
	return s.Options[slices.IndexFunc(s.Options, func(o option) bool { return o.Right })]
}

// scene returns the scene with an id.
func (q question) scene(id string) scene {
	return q.Scenes[slices.IndexFunc(q.Scenes, func(s scene) bool { return s.ID == id })]
}

// choose makes these the only chosen options.
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

// arrange moves steps up until they are in this order.
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

// standing returns the ids of the steps in their present order.
func (b *tab) standing(q question) []string {
	b.t.Helper()
	return strings.Fields(ask[string](b, fmt.Sprintf(
		`[...document.querySelectorAll("#%s [data-option]")].map(step => step.getAttribute("data-option")).join(" ")`, q.ID)))
}

// sort puts each thing into its bin, or beside its partner, apart from one that goes to another.
func (b *tab) sort(q question, astray *option) {
	b.t.Helper()
	for _, o := range q.Options {
		bin := o.Place
		if astray != nil && o.ID == astray.ID {
			bin = bin%len(q.Bins) + 1
		}
		b.click(q, fmt.Sprintf("#%s-%d", o.ID, bin))
	}
}

// swap puts each thing beside its partner, apart from the first two, which it puts beside each other's.
func (b *tab) swap(q question) {
	b.t.Helper()
	for i, o := range q.Options {
		partner := o.Place
		if i < 2 {
			partner = q.Options[1-i].Place
		}
		b.click(q, fmt.Sprintf("#%s-%d", o.ID, partner))
	}
}

// fill taps words until exactly these are chosen.
func (b *tab) fill(q question, words []option) {
	b.t.Helper()
	for _, o := range words {
		word := fmt.Sprintf(`[data-option="%s"]`, o.ID)
		if !ask[bool](b, fmt.Sprintf(`document.querySelector("#%s "+%q).ariaPressed === "true"`, q.ID, word)) {
			b.click(q, word)
		}
	}
}

// chatRightly takes the best reply of every scene, from the start.
func (b *tab) chatRightly(q question) {
	b.t.Helper()
	for range 2 * len(q.Scenes) {
		now := b.sceneNow(q)
		switch {
		case len(now.Options) > 0:
			b.click(q, fmt.Sprintf(`[data-option="%s"]`, now.best().ID))
		case strings.Contains(b.status(q), "Yes. Every"):
			return
		default:
			b.does(q, tryAgain)
		}
	}
	b.t.Fatalf("question %s: the best replies lead to no good end", q.ID)
}

// sceneNow returns the scene of a chat that waits for a reply, or the last one.
func (b *tab) sceneNow(q question) scene {
	b.t.Helper()
	return q.scene(ask[string](b, fmt.Sprintf(`document.querySelector("#%s [data-turn][data-state=now]:not([hidden])").id`, q.ID)))
}
