package browser

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// How a child answers by keyboard the kinds of question that are more than options to choose from.

// tabTo presses Tab until the element of a question that a selector names has the focus.
func (b *tab) tabTo(q question, selector string) {
	b.t.Helper()
	b.tabOnto("#" + q.ID + " " + selector)
}

// tabOnto presses Tab until the element that a selector names has the focus.
func (b *tab) tabOnto(selector string) {
	b.t.Helper()
	for range far {
		if ask[bool](b, fmt.Sprintf(`document.activeElement.matches(%q)`, selector)) {
			b.showsFocus()
			return
		}
		b.press(tabKey)
	}
	b.t.Fatalf("Tab does not reach %s", selector)
}

// tells waits until the page's live region announces some words.
func (b *tab) tells(words string) {
	b.t.Helper()
	b.until(fmt.Sprintf(`document.querySelector("[data-live]").textContent.includes(%q)`, words), words)
}

// sortByKeyboard checks a sort with nothing sorted, with one item in the wrong bin, and with all items in their bins.
func (b *tab) sortByKeyboard(q question) {
	b.t.Helper()
	b.pressCheck(q)
	b.wantsAnAnswer(q)
	for i, o := range q.Options {
		b.hasToGo(q, len(q.Options)-i)
		bin := o.Place
		if i == 0 {
			bin = bin%len(q.Bins) + 1
		}
		b.putInBin(q, o, bin)
		b.tells(fmt.Sprintf("%s: %s. %d of %d sorted", o.Text, q.Bins[bin-1].Title, i+1, len(q.Options)))
	}
	b.hasToGo(q, 0)
	b.wantsNothing(q)
	b.pressCheck(q)
	b.says(q, fmt.Sprintf("Not yet. %d of %d are in the right place.", len(q.Options)-1, len(q.Options)))
	b.explains(q, q.Options[0])
	b.keepsSilent(q, q.Options[1].Feedback)

	b.putInBin(q, q.Options[0], q.Options[0].Place)
	b.pressCheck(q)
	b.says(q, fmt.Sprintf("Yes. %d of %d are in the right place.", len(q.Options), len(q.Options)))
	b.answersSay(q, q.Options)
}

// hasToGo expects the words beside Check that say how many items have no place yet.
func (b *tab) hasToGo(q question, n int) {
	b.t.Helper()
	expected := ""
	if n > 0 {
		expected = fmt.Sprintf("%d to go", n)
	}
	if said := ask[string](b, fmt.Sprintf(`document.querySelector("#%s [data-to-go]").textContent`, q.ID)); said != expected {
		b.t.Errorf("question %s, beside Check: %q, expected %q", q.ID, said, expected)
	}
}

// putInBin chooses the bin of an item with the arrow keys.
func (b *tab) putInBin(q question, o option, bin int) {
	b.t.Helper()
	b.tabTo(q, fmt.Sprintf(`[name="%s"]`, o.ID))
	for range q.Bins {
		if at := b.focused(); strings.HasPrefix(at.Name, squeeze(q.Bins[bin-1].Title)) || strings.HasPrefix(at.Name, squeeze(letter(bin)+" "+q.Bins[bin-1].Title)) {
			if !at.Checked {
				b.press(space)
			}
			return
		}
		b.press(down)
	}
	b.t.Fatalf("question %s: the arrow keys do not move %q to %q", q.ID, o.Text, q.Bins[bin-1].Title)
}

// gapsByKeyboard checks gaps with one left empty, with a wrong word, and with the right words; a second press removes a word.
func (b *tab) gapsByKeyboard(q question) {
	b.t.Helper()
	b.pressCheck(q)
	b.wantsAnAnswer(q)
	for _, o := range q.oneWrongWord() {
		b.pressWord(q, o)
		b.tells(fmt.Sprintf("Gap %d: %s", o.Place, o.Text))
	}
	b.wantsNothing(q)
	b.pressCheck(q)
	b.says(q, "Not yet.")
	b.explains(q, q.oneWrongWord()...)

	wrong := q.wrong()[0]
	b.pressWord(q, wrong)
	b.pressCheck(q)
	b.wantsAnAnswer(q)
	for _, o := range q.right() {
		if o.Place == wrong.Place {
			b.pressWord(q, o)
		}
	}
	b.pressCheck(q)
	b.says(q, "Yes.")
	b.explains(q, q.right()...)
}

func (b *tab) pressWord(q question, o option) {
	b.t.Helper()
	b.tabTo(q, fmt.Sprintf(`[data-option="%s"]`, o.ID))
	b.press(space)
}

// spotByKeyboard checks a spot question with nothing chosen, with all but one clue and a harmless phrase, and with the clues.
func (b *tab) spotByKeyboard(q question) {
	b.t.Helper()
	b.pressCheck(q)
	b.wantsAnAnswer(q)
	right, wrong := q.right(), q.wrong()[0]
	for _, o := range append(right[1:len(right):len(right)], wrong) {
		b.toggle(q, o)
	}
	b.wantsNothing(q)
	b.pressCheck(q)
	b.says(q, fmt.Sprintf("Not yet. %d of %d clues found.", len(right)-1, len(right)))
	b.explains(q, append(right[1:len(right):len(right)], wrong)...)
	b.keepsSilent(q, right[0].Feedback)

	b.toggle(q, wrong)
	b.toggle(q, right[0])
	b.pressCheck(q)
	b.says(q, fmt.Sprintf("Yes. %d of %d clues found.", len(right), len(right)))
	b.explains(q, right...)
}

// matchByKeyboard checks a match with nothing matched, with one item beside a wrong partner, and with all beside their own. Pairs
// that are right stay together, and leave the other items only what is left.
func (b *tab) matchByKeyboard(q question) {
	b.t.Helper()
	b.pressCheck(q)
	b.wantsAnAnswer(q)
	for i, o := range q.Options {
		partner := o.Place
		if i == 0 {
			partner = q.Options[1].Place
		}
		b.putInBin(q, o, partner)
		b.tells(fmt.Sprintf("%s: %s. %d of %d matched", o.Text, q.Bins[partner-1].Title, i+1, len(q.Options)))
	}
	b.wantsNothing(q)
	b.pressCheck(q)
	b.says(q, fmt.Sprintf("Not yet. %d of %d pairs are right.", len(q.Options)-1, len(q.Options)))
	b.explains(q, q.Options[0])
	b.keepsSilent(q, q.Options[1].Feedback)
	for i, o := range q.Options {
		want := 1 // its own
		if i == 0 {
			want = 2 // and the one that was tried
		}
		if n := ask[int](b, fmt.Sprintf(`[...document.getElementsByName(%q)].filter(e => e.offsetParent).length`, o.ID)); n != want {
			b.t.Errorf("question %s: with all but one pair right, item %d may be put beside %d partners, want %d", q.ID, i+1, n, want)
		}
	}

	b.putInBin(q, q.Options[0], q.Options[0].Place)
	b.pressCheck(q)
	b.says(q, fmt.Sprintf("Yes. %d of %d pairs are right.", len(q.Options), len(q.Options)))
	b.answersSay(q, q.Options)
}

// letter returns the letter of a partner, counted from 1.
func letter(n int) string { return string(rune('A' - 1 + n)) }

// chatByKeyboard gives a wrong reply, goes Back, and gives the best replies to the end.
func (b *tab) chatByKeyboard(q question) {
	b.t.Helper()
	first := q.Scenes[0]
	wrong := first.wrong()
	b.reply(q, wrong)
	b.says(q, "Not yet.", wrong.Feedback)
	if wrong.Goto != first.ID {
		ask[bool](b, `history.back(), true`)
		b.until(fmt.Sprintf(`document.activeElement.closest("[data-turn]")?.id === %q`, first.ID), "the scene before, after Back")
		if said := b.status(q); said != "" {
			b.t.Errorf("question %s still says %q after Back", q.ID, said)
		}
	}
	for range q.Scenes {
		now := b.sceneNow(q)
		if len(now.Options) == 0 {
			break
		}
		best := now.best()
		b.reply(q, best)
		b.says(q, "Yes.", best.Feedback)
	}
	b.says(q, "Every reply on the way was a good one.")
}

// reply follows a reply, and checks that the heading of the next scene has the focus.
func (b *tab) reply(q question, o option) {
	b.t.Helper()
	b.tabTo(q, fmt.Sprintf(`[data-option="%s"]`, o.ID))
	b.press(enter)
	if at := b.focused(); at.Role != "heading" || at.Name != squeeze(q.scene(o.Goto).Title) {
		b.t.Errorf("question %s: after %q the focus is on %v", q.ID, o.Text, at)
	}
}

func TestEveryCheckDispatchesAnEvent(t *testing.T) {
	b := visit(t, galleryAt, withoutWorker)
	ask[bool](b, `(addEventListener("question:checked", e => window.heard.push(e.detail.key + " " + e.detail.right)), true)`)
	for _, q := range gallery(t).Quiz {
		ask[bool](b, `(window.heard = [], true)`)
		b.check(q) // nothing is answered: no check
		b.answerWrongly(q)
		b.check(q)
		b.answerRightly(q)
		b.check(q)
		heard := ask[[]string](b, `heard`)
		want := []string{q.Key + " false", q.Key + " true"}
		switch q.Kind {
		case "chat":
			want = want[1:] // the wrong reply ended nothing, and was undone
		case "order":
			want = append([]string{q.Key + " false"}, want...) // steps are always in some order
		}
		if !slices.Equal(heard, want) {
			t.Errorf("question %s: the events are %q, want %q", q.ID, heard, want)
		}
	}
}

// A chat that reaches a good end after a slip is not right: the child is asked to go back, and can.
func TestAChatWithASlipAsksToGoBack(t *testing.T) {
	q := gallery(t).Quiz[len(gallery(t).Quiz)-1]
	b := visit(t, galleryAt)
	b.click(q, `[data-option="skyfox-hi-2"]`)
	b.click(q, `[data-option="skyfox-oops-1"]`)
	b.says(q, "Telling is never too late.", "Not yet. One of the replies could be better.")
	b.does(q, tryAgain)
	b.click(q, `[data-option="skyfox-hi-3"]`)
	b.says(q, "Yes. Every reply on the way was a good one.")
	if shown := b.shown(q); strings.Contains(shown, "The castle is gone") || !strings.Contains(shown, "I keep it private.") {
		t.Errorf("the chat shows %q", shown)
	}
}
