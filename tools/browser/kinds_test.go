package browser

import (
	"fmt"
	"strings"
	"testing"
)

// How a child at a keyboard does the kinds of question that are more than options to choose from.

// tabTo presses Tab until the keyboard is on what a selector means.
func (b *tab) tabTo(q question, selector string) {
	b.t.Helper()
	for range far {
		if ask[bool](b, fmt.Sprintf(`document.activeElement.matches(%q)`, "#"+q.ID+" "+selector)) {
			b.showsFocus()
			return
		}
		b.press(tabKey)
	}
	b.t.Fatalf("question %s: Tab does not lead to %s", q.ID, selector)
}

// tells: the page's live region says this, for those who listen.
func (b *tab) tells(words string) {
	b.t.Helper()
	b.until(fmt.Sprintf(`document.querySelector("[data-live]").textContent.includes(%q)`, words), words)
}

// sortByKeyboard: nothing sorted, one thing astray, all in their bins.
func (b *tab) sortByKeyboard(q question) {
	b.t.Helper()
	b.pressCheck(q)
	b.wantsAnAnswer(q)
	for i, o := range q.Options {
		bin := o.Place
		if i == 0 {
			bin = bin%len(q.Bins) + 1
		}
		b.putInBin(q, o, bin)
		b.tells(fmt.Sprintf("%s: %s. %d of %d sorted", o.Text, q.Bins[bin-1].Title, i+1, len(q.Options)))
	}
	b.wantsNothing(q)
	b.pressCheck(q)
	b.says(q, fmt.Sprintf("Not yet. %d of %d", len(q.Options)-1, len(q.Options)), q.Options[0].Feedback)
	b.keepsSilent(q, q.Options[1].Feedback)

	b.putInBin(q, q.Options[0], q.Options[0].Place)
	b.pressCheck(q)
	b.says(q, fmt.Sprintf("Yes. %d of %d", len(q.Options), len(q.Options)))
	for _, o := range q.Options {
		b.says(q, o.Feedback)
	}
}

// putInBin goes through the bins of a thing with the arrow keys.
func (b *tab) putInBin(q question, o option, bin int) {
	b.t.Helper()
	b.tabTo(q, fmt.Sprintf(`[name="%s"]`, o.ID))
	for range q.Bins {
		if at := b.focused(); strings.HasPrefix(at.Name, q.Bins[bin-1].Title) {
			if !at.Checked {
				b.press(space)
			}
			return
		}
		b.press(down)
	}
	b.t.Fatalf("question %s: the arrow keys do not lead %q to %q", q.ID, o.Text, q.Bins[bin-1].Title)
}

// gapsByKeyboard: an empty gap, a wrong word, the right words; a second press takes a word away.
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
	b.says(q, "Not yet.", q.wrong()[0].Feedback)

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
	for _, o := range q.right() {
		b.says(q, o.Feedback)
	}
}

func (b *tab) pressWord(q question, o option) {
	b.t.Helper()
	b.tabTo(q, fmt.Sprintf(`[data-option="%s"]`, o.ID))
	b.press(space)
}

// spotByKeyboard: nothing chosen, all but one clue and a harmless phrase, then the clues.
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
	b.says(q, fmt.Sprintf("Not yet. %d of %d clues found.", len(right)-1, len(right)), wrong.Feedback)
	b.keepsSilent(q, right[0].Feedback)

	b.toggle(q, wrong)
	b.toggle(q, right[0])
	b.pressCheck(q)
	b.says(q, fmt.Sprintf("Yes. %d of %d clues found.", len(right), len(right)))
	for _, o := range right {
		b.says(q, o.Feedback)
	}
}

// chatByKeyboard: a wrong reply, the browser's Back, then the best replies to the end.
func (b *tab) chatByKeyboard(q question) {
	b.t.Helper()
	first := q.Scenes[0]
	wrong := first.wrong()
	b.reply(q, wrong)
	b.says(q, "Not yet.", wrong.Feedback)
	if wrong.Goto != first.ID {
		ask[bool](b, `history.back(), true`)
		b.until(fmt.Sprintf(`document.activeElement.closest("[data-turn]")?.id === %q`, first.ID), "Back leads to the scene before")
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

// reply follows a reply; the keyboard is then on the heading of the scene that it leads to.
func (b *tab) reply(q question, o option) {
	b.t.Helper()
	b.tabTo(q, fmt.Sprintf(`[data-option="%s"]`, o.ID))
	b.press(enter)
	if at := b.focused(); at.Role != "heading" || at.Name != squeeze(q.scene(o.Goto).Title) {
		b.t.Errorf("question %s: after %q the keyboard is on %v", q.ID, o.Text, at)
	}
}

func TestEveryCheckIsTold(t *testing.T) {
	for _, q := range gallery(t).Quiz {
		t.Run(q.ID, func(t *testing.T) {
			b := visit(t, galleryAt)
			ask[bool](b, `(window.told = [], addEventListener("question:checked", e => told.push(e.detail.key + " " + e.detail.right)), true)`)
			b.check(q) // nothing is answered: no check
			b.answerWrongly(q)
			b.check(q)
			b.answerRightly(q)
			b.check(q)
			told := ask[[]string](b, `told`)
			want := []string{q.Key + " false", q.Key + " true"}
			if q.Kind == "chat" {
				want = want[1:] // the wrong reply ended nothing, and was taken back
			}
			if q.Kind == "order" {
				want = append([]string{q.Key + " false"}, want...) // an order always stands in some way
			}
			if strings.Join(told, ", ") != strings.Join(want, ", ") {
				t.Errorf("told %q, want %q", told, want)
			}
		})
	}
}

// A chat that goes on from a slip to a good end is not right: the child is asked to go back, and can.
func TestAChatLedOnFromASlipAsksToGoBack(t *testing.T) {
	q := gallery(t).Quiz[len(gallery(t).Quiz)-1]
	b := visit(t, galleryAt)
	b.click(q, `[data-option="skyfox-hi-2"]`)
	b.click(q, `[data-option="skyfox-oops-1"]`)
	b.says(q, "Telling is never too late.", "Not yet. One of the replies could be better.")
	b.click(q, "[data-again]")
	b.click(q, `[data-option="skyfox-hi-3"]`)
	b.says(q, "Yes. Every reply on the way was a good one.")
	if shown := b.shown(q); strings.Contains(shown, "The castle is gone") || !strings.Contains(shown, "I keep it private.") {
		t.Errorf("the chat shows %q", shown)
	}
}
