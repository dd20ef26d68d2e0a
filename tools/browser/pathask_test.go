package browser

import (
	"fmt"
	"testing"
)

// later sets the clock of the page forward.
func (b *tab) later(minutes int) {
	b.t.Helper()
	ask[bool](b, fmt.Sprintf(`{ const now = Date.now.bind(Date); Date.now = () => now() + %d * 6e4 } true`, minutes))
}

// asksIn checks that the page asks who is there, and that it does so in the open step: nowhere, at its top, or in a question.
func (b *tab) asksIn(where string) {
	b.t.Helper()
	now := ask[string](b, `(ask => !ask.getClientRects().length ? "nowhere" : ask.closest("[data-question]")?.id ?? "the top")(document.querySelector("[data-ask]"))`)
	if now != where {
		b.t.Errorf("the page asks who is there: %s, want %s", now, where)
	}
}

// waitsToCheck answers a question and presses Check, which waits until somebody has said who is there.
func (b *tab) waitsToCheck(q question) {
	b.t.Helper()
	b.asksIn("nowhere")
	b.answerRightly(q)
	b.check(q)
	b.asksIn(q.ID)
	if !ask[bool](b, `document.activeElement.id === "ask-title"`) {
		b.t.Errorf("the focus is on %v, not on what the page asks", b.focused())
	}
	if said := b.status(q); said != "" {
		b.t.Errorf("question %s says %q before somebody has said who is there", q.ID, said)
	}
	if _, kept := b.device().Answers[q.Key]; kept {
		b.t.Errorf("the answer to %s is stored before somebody has said who is there", q.ID)
	}
}

// shared opens a lesson on a device with the answers of somebody who did another lesson before.
func shared(t *testing.T) (b *tab, before, l lesson) {
	t.Helper()
	before, l = lessonAt(t, "/smart/s/"), lessonAt(t, along)
	b = visit(t, before.address, withoutWorker)
	b.doAll(before)
	b.comeBack(l.address)
	b.asksIn("the top")
	return b, before, l
}

// Somebody who comes to a device with answers is asked at the top of the first step and, if they go on, at the first Check.
func TestAPathAsksWhoIsThere(t *testing.T) {
	t.Parallel()
	b, _, l := shared(t)
	q := l.Quiz[1]
	b.inspectAll(l.page(), "asking at the top")
	b.stepTo(q.ID)
	b.waitsToCheck(q)
	b.inspectAll(l.page(), "asking in the question")
	b.tap("[data-carry-on]")
	b.asksIn("nowhere")
	b.says(q, "Yes.")
	b.settle()
	if at := b.focused(); !b.in(q) || at.Name != b.wordFor(q, goOn) {
		t.Errorf("after the check the focus is on %v", at)
	}
	if k := b.device(); len(k.Stars) != 1 || k.Answers[q.Key][0] == 0 {
		t.Errorf("the device has %v", k)
	}
	b.toStart()
	b.asksIn("nowhere")
	b.quiet()
}

// Someone new begins with the answer that was to be checked. What was deleted can be brought back beside it.
func TestSomeoneNewInAQuestion(t *testing.T) {
	t.Parallel()
	b, before, l := shared(t)
	q := l.Quiz[1]
	b.stepTo(q.ID)
	b.waitsToCheck(q)
	b.tap("[data-someone-new]")
	b.asksIn("nowhere")
	b.says(q, "Yes.")
	b.settle()
	if k := b.device(); len(k.Stars) != 0 || len(k.Answers) != 1 || k.Answers[q.Key][0] == 0 {
		t.Errorf("the device has %v, want just the new answer", k)
	}
	if !b.seen("#" + q.ID + " [data-gone] [data-bring-back]") {
		t.Fatal("the question does not offer to bring back what was deleted")
	}
	b.inspectAll(l.page(), "offering to bring back")
	b.tap("[data-bring-back]")
	if k := b.device(); len(k.Stars) != 1 || k.Answers[q.Key][0] == 0 || k.Answers[before.Quiz[0].Key][0] == 0 {
		t.Errorf("with what was brought back the device has %v", k)
	}
	if b.seen("[data-gone]") {
		t.Error("it still offers to bring back what is there")
	}
	b.quiet()
}

// What someone new at the top of the page deletes can be brought back after an answer too, until the page is left.
func TestWhatIsDeletedComesBackUntilThePageIsLeft(t *testing.T) {
	t.Parallel()
	b, _, l := shared(t)
	q := l.Quiz[1]
	b.tap("[data-someone-new]")
	b.asksIn("nowhere")
	b.answerRightly(q)
	b.check(q)
	b.says(q, "Yes.")
	b.toStart()
	if !b.seen("[data-gone] [data-bring-back]") {
		t.Fatal("after an answer what was deleted can't be brought back")
	}
	b.tap("[data-gone] [data-bring-back]")
	if k := b.device(); len(k.Stars) != 1 || k.Answers[q.Key][0] == 0 {
		t.Errorf("with what was brought back the device has %v", k)
	}
	b.comeBack(l.address)
	b.tap("[data-someone-new]")
	b.open(l.address)
	if b.seen("[data-gone]") || b.seen("[data-ask]") {
		t.Error("once the page has been left, it offers what was deleted, or asks again")
	}
	b.quiet()
}

// On a page that is left open for half an hour, the next touch asks who is there. Less time, or going back without a touch, does not.
func TestAnOpenPageAsksAfterHalfAnHour(t *testing.T) {
	t.Parallel()
	l := lessonAt(t, along)
	first, q := l.Quiz[1], l.Quiz[2]
	b := visit(t, l.address, withoutWorker)
	b.answerRightly(first)
	b.check(first)
	b.next(first)
	b.isAt(q.ID)
	b.goBack(-1)
	b.isAt(first.ID)
	b.tap("[data-path-back]")
	b.stepTo(q.ID)
	b.later(29)
	b.answerWrongly(q)
	b.tap("#" + q.ID + " legend")
	b.asksIn("nowhere")
	b.check(q)
	b.asksIn("nowhere")
	b.says(q, "Not yet.")
	b.does(q, tryAgain)

	b.later(31)
	b.goBack(-1)
	b.until(`location.hash !== "#`+q.ID+`"`, "the step before") // a browser may leave out a way back that the next one undoes
	b.goBack(1)
	b.isAt(q.ID)
	b.toStart()
	b.asksIn("nowhere")
	b.stepTo(q.ID)
	b.tap("#" + q.ID + " legend")
	b.answerRightly(q)
	b.check(q)
	b.asksIn(q.ID)
	if k := b.device(); k.Answers[q.Key][0] != 0 {
		t.Errorf("the answer is stored before somebody has said who is there: %v", k.Answers)
	}
	b.tap("[data-carry-on]")
	b.says(q, "Yes.")
	b.settle()
	if k := b.device(); len(k.Answers) != 2 || k.Answers[q.Key][0] == 0 {
		t.Errorf("the device has %v", k)
	}
	b.quiet()
}
