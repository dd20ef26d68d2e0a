package browser

import (
	"fmt"
	"strings"
	"testing"
)

func TestACompleteLessonEarnsAStarForGood(t *testing.T) {
	t.Parallel()
	l := lessonAt(t, "/smart/s/")
	b := visit(t, "/smart/", withoutWorker)
	if b.stars() != "" || b.seen("[data-stars]") {
		t.Error("there are stars before anything was answered")
	}
	b.keepsNothing()

	b.open(l.address)
	for i, q := range l.own() {
		b.answerWrongly(q)
		b.check(q)
		b.answerRightly(q)
		b.check(q)
		if _, got := b.device().Stars[l.Rule.ID]; got != (i == len(l.own())-1) {
			t.Errorf("after question %d of %d there is a star: %t", i+1, len(l.own()), got)
		}
		b.next(q)
	}
	if w := b.words("[data-remembered]"); w != "1 rule remembered." {
		t.Errorf("the end of the lesson says %q of its stars", w)
	}
	if w := b.words("[data-finish]"); !strings.Contains(w, "Its star is yours.") || strings.Contains(w, "Still to do for your star") {
		t.Errorf("the end of the lesson says %q", w)
	}
	b.inspectAll(l.page(), "with a new star")

	b.open("/smart/")
	if got := b.stars(); got != "S" {
		t.Errorf("the SMART page has the stars %q", got)
	}
	b.inspectAll(built().page("/smart/"), "with a star")
	b.open("/smart/")
	if got := b.stars(); got != "S" {
		t.Errorf("after another load the SMART page has the stars %q", got)
	}

	// A later error does not remove the star.
	b.open(l.address)
	if w := b.words("[data-resume]"); w != "You have done this lesson. Do it again whenever you like." {
		t.Errorf("a lesson that is done says %q", w)
	}
	b.inspectAll(l.page(), "done before")
	b.answerWrongly(l.Quiz[0])
	b.check(l.Quiz[0])
	b.open("/smart/")
	if got := b.stars(); got != "S" {
		t.Errorf("after an error the SMART page has the stars %q", got)
	}
	b.quiet()
}

func TestALessonResumesWhereAChildLeftIt(t *testing.T) {
	t.Parallel()
	l := lessonAt(t, "/smart/s/")
	first, second := l.Quiz[0], l.Quiz[1]
	b := visit(t, l.address, withoutWorker)
	b.answerRightly(first)
	b.check(first)
	b.open(l.address)
	if w := b.words("[data-resume]"); !strings.HasPrefix(w, fmt.Sprintf("1 of %d are done already.", len(l.own()))) {
		t.Errorf("the lesson says %q about what is done", w)
	}
	b.inspectAll(l.page(), "half done")
	b.follow("[data-resume] a")
	if _, id := b.stepNow(); id != second.ID || b.seen("#"+first.ID) {
		t.Errorf("the lesson resumes at %s, want its second question, %s", id, second.ID)
	}
}

func TestTheEndOfALessonListsWhatToComeBackTo(t *testing.T) {
	t.Parallel()
	l := lessonAt(t, "/smart/s/")
	b := visit(t, l.address, withoutWorker)
	for _, q := range l.own() {
		for range 3 { // after three checks a child may go on
			b.answerWrongly(q)
			b.check(q)
		}
		b.next(q)
	}
	if w := b.words("[data-finish]"); !strings.Contains(w, "Still to do for your star") || strings.Contains(w, "Its star is yours") || strings.Contains(w, "%") {
		t.Errorf("the end of the lesson says %q", w)
	}
	b.inspectAll(l.page(), "with something to come back to")
	b.follow("[data-back] a")
	if _, id := b.stepNow(); id != l.Quiz[0].ID {
		t.Errorf("the link leads back to %s, not to the first question", id)
	}
	if at := b.focused(); !strings.Contains(at.Name, fmt.Sprintf("Question 1 of %d", len(l.own()))) {
		t.Errorf("after the link the focus is on %v", at)
	}
}

func TestSomeoneNewStartsWithoutStars(t *testing.T) {
	t.Parallel()
	b := visit(t, "/smart/s/", withoutWorker)
	b.doAll(lessonAt(t, "/smart/s/"))
	b.open("/smart/")
	if b.seen("[data-ask]") {
		t.Error("the page asks who is there while a child goes from page to page")
	}

	b.comeBack("/smart/")
	if !b.seen("[data-ask]") || b.stars() != "" {
		t.Errorf("on return the page asks: %t, and shows the stars %q of whoever was there before", b.seen("[data-ask]"), b.stars())
	}
	b.inspectAll(built().page("/smart/"), "asking who is there")
	b.tap("[data-carry-on]")
	if b.seen("[data-ask]") || b.stars() != "S" {
		t.Errorf("carrying on shows the stars %q", b.stars())
	}

	b.comeBack("/smart/m/")
	b.tap("[data-someone-new]")
	if b.seen("[data-ask]") {
		t.Error("the page still asks who is there")
	}
	if at := ask[string](b, `document.activeElement.id`); at != "gone-title" {
		t.Errorf("after the answer the focus is on %q, want what it says of the stars", at)
	}
	b.keepsNothing()
	b.inspectAll(built().page("/smart/m/"), "someone new")
	b.tap("[data-gone] [data-bring-back]")
	if at := ask[string](b, `document.activeElement.id`); at != "main" || b.seen("[data-gone]") {
		t.Errorf("once the stars are back the focus is on %q, and the page offers to bring them back: %t", at, b.seen("[data-gone]"))
	}
	b.open("/smart/")
	if got := b.stars(); got != "S" || b.seen("[data-ask]") {
		t.Errorf("what was brought back has the stars %q", got)
	}

	b.comeBack("/smart/m/")
	b.tap("[data-someone-new]")
	if q := lessonAt(t, "/smart/m/").Quiz[0]; b.seen("[data-gone]") {
		b.answerRightly(q)
		b.check(q)
	}
	if b.seen("[data-gone]") {
		t.Error("after an answer the page still offers to bring back another child's stars")
	}
	ask[bool](b, `localStorage.removeItem("safe-online"), sessionStorage.removeItem("safe-online"), true`)
	b.open("/smart/")
	if got := b.stars(); got != "" {
		t.Errorf("someone new has the stars %q", got)
	}
	b.quiet()
}

func TestAfterHalfAnHourThePageAsksWhoIsThere(t *testing.T) {
	t.Parallel()
	l := lessonAt(t, "/smart/s/")
	b := visit(t, "/smart/", onDay(0), withoutWorker, with(remembers([]lesson{l}, 0)))
	if b.seen("[data-ask]") || b.stars() != "S" {
		t.Fatalf("after no time the page asks: %t; its stars are %q", b.seen("[data-ask]"), b.stars())
	}
	b = visit(t, "/smart/", onDay(0), withoutWorker, with(remembers([]lesson{l}, 0)), early(`try { sessionStorage.setItem("safe-online", Number(sessionStorage.getItem("safe-online")) - 31) } catch {}`))
	if !b.seen("[data-ask]") {
		t.Error("after half an hour the page does not ask")
	}
}

func TestForgetDeletesEverything(t *testing.T) {
	t.Parallel()
	l := lessonAt(t, "/smart/s/")
	for _, button := range []string{".foot [data-forget]", ".prose [data-forget]"} {
		b := visit(t, l.address, withoutWorker)
		b.doAll(l)
		b.open("/privacy/")
		b.tap(button)
		b.keepsNothing()
		if w := b.words(button + " + [aria-live]"); w != "Your answers are forgotten." {
			t.Errorf("%s says %q", button, w)
		}
		b.inspect(built().page("/privacy/"), "after forgetting")
		b.tap(button + " ~ [data-bring-back]")
		if w := b.words(button + " + [aria-live]"); w != "Your answers are back." || b.seen(button+" ~ [data-bring-back]") {
			t.Errorf("when the answers are back, %s says %q", button, w)
		}
		b.tap(button)
		b.keepsNothing()
		b.open("/smart/")
		if got := b.stars(); got != "" || b.seen("[data-ask]") {
			t.Errorf("after forgetting there are the stars %q", got)
		}
		b.quiet()
	}
}

// Decks store no answers.
func TestEveryPageCanForget(t *testing.T) {
	for _, p := range built().read() {
		if !p.onTheWall() && !strings.Contains(string(p.source), "data-forget") {
			t.Errorf("%s has no button to forget", p.address)
		}
	}
}

func TestAWholePlaceLeadsToTheCertificate(t *testing.T) {
	t.Parallel()
	var stage []lesson
	for _, l := range lessons(t) {
		if l.Set == "ks2" {
			stage = append(stage, l)
		}
	}
	b := visit(t, "/ks2/", onDay(0), withoutWorker, with(remembers(stage[1:4], 0)))
	if got := b.stars(); got != "2 3 4" {
		t.Errorf("the stars are on %q", got)
	}
	if n := ask[int](b, `document.querySelectorAll(".place li").length`); n != len(stage) {
		t.Errorf("the place has %d things, want %d", n, len(stage))
	}
	if w := b.words("[data-stars]"); !strings.Contains(w, fmt.Sprintf("3 of %d things are here.", len(stage))) || b.seen(`[data-when-all]`) {
		t.Errorf("with three stars of all the page says %q", w)
	}
	b.inspectAll(built().page("/ks2/"), "with three stars")

	b = visit(t, "/ks2/", onDay(0), withoutWorker, with(remembers(stage, 0)))
	b.inspectAll(built().page("/ks2/"), "with all stars")
	if to := ask[string](b, `document.querySelector("[data-when-all]:not([hidden]) a")?.getAttribute("href") ?? ""`); to != "/ks2/certificate/" {
		t.Errorf("with all stars the page leads to %q", to)
	}
}
