package browser

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// After three checks a child who has not found the answer may go on, or try again. It is no star: the end says what to come back to.
func TestThreeWrongChecksLeadOnWithoutAStar(t *testing.T) {
	t.Parallel()
	l := lessonAt(t, along)
	b := visit(t, l.address, withoutWorker)
	for _, q := range l.own() {
		if q.Kind == "chat" { // its end leads back to the beginning
			b.answerRightly(q)
			b.next(q)
			continue
		}
		b.triesThrice(q)
		b.next(q)
	}
	b.isTheEnd(l)
	if stars := b.device().Stars; len(stars) != 0 || b.seen("[data-earned]") {
		t.Errorf("with wrong answers alone there are the stars %v", stars)
	}
	for _, q := range l.own() {
		if listed := b.seen(fmt.Sprintf(`[data-back] [href="#%s"]`, q.ID)); listed != (q.Kind != "chat") {
			t.Errorf("the end lists %s to come back to: %t", q.ID, listed)
		}
	}
	b.mendsAll(l)
	b.quiet()
}

// mendsAll answers rightly what the end of a lesson lists to come back to. That earns the star.
func (b *tab) mendsAll(l lesson) {
	b.t.Helper()
	for _, q := range l.own() {
		if q.Kind != "chat" {
			b.follow(fmt.Sprintf(`[data-back] [href="#%s"]`, q.ID))
			b.does(q, tryAgain)
			b.answerRightly(q)
			b.check(q)
			b.stepTo("end")
		}
	}
	if _, star := b.device().Stars[l.Rule.ID]; !star || !b.seen("[data-earned]") {
		b.t.Error("there is no star once all has been answered rightly")
	}
}

// triesThrice checks a wrong answer three times: then the answer is shown, and the question leads on.
func (b *tab) triesThrice(q question) {
	b.t.Helper()
	for n := range 3 {
		if b.offersTo(q, goOn) {
			b.t.Errorf("question %s leads on after %d checks", q.ID, n)
		}
		b.answerWrongly(q)
		b.check(q)
		b.says(q, "Not yet.")
	}
	if ways := b.offers(q); len(ways) != 2 || ways[0].Way != goOn || ways[1].Way != tryAgain {
		b.t.Errorf("after three checks question %s offers %v, want to go on, and to try again", q.ID, ways)
	}
	answer := q.right()
	if q.Kind == "sort" || q.Kind == "match" { // each item has its place
		answer = q.Options
	}
	for _, o := range answer {
		if said := b.answerShown(q); !strings.Contains(said, squeeze(o.Feedback)) {
			b.t.Errorf("after three checks question %s shows the answer %q, without %q", q.ID, said, o.Feedback)
		}
	}
}

// A child who takes a wrong answer back finds it unticked, and the focus in the options. What was right stays.
func TestTryAgainTakesBackWhatWasWrong(t *testing.T) {
	t.Parallel()
	for _, address := range []string{"/smart/s/", along, "/ks2/checked/"} {
		l := lessonAt(t, address)
		b := borrowAt(t, l.address)
		for _, q := range l.Quiz {
			if q.Kind == "chat" {
				continue
			}
			b.answerWrongly(q)
			b.check(q)
			if !ask[bool](b, fmt.Sprintf(`document.querySelector("#%[1]s [data-verdict]").textContent.endsWith(document.querySelector("#%[1]s [data-check]").textContent)`, q.ID)) {
				t.Errorf("%s#%s: what the button does now is not announced with the verdict", l.address, q.ID)
			}
			b.does(q, tryAgain)
			if !ask[bool](b, fmt.Sprintf(`!!document.activeElement.closest("#%s [data-options]")`, q.ID)) {
				t.Errorf("%s#%s: after Try again the focus is on %v", l.address, q.ID, b.focused())
			}
			if said := b.status(q); strings.Contains(said, "Not yet.") {
				t.Errorf("%s#%s: after Try again it says %q", l.address, q.ID, said)
			}
			if wrong := b.chosen(q, "[data-state=tried]"); len(wrong) > 0 {
				t.Errorf("%s#%s: after Try again %v are still chosen", l.address, q.ID, wrong)
			}
			if q.Kind != "order" && q.Kind != "choice" { // what was right is chosen still
				if len(b.chosen(q, "")) == 0 && len(q.right()) > 1 && q.Kind != "match" {
					t.Errorf("%s#%s: after Try again nothing is chosen", l.address, q.ID)
				}
			}
			b.answerRightly(q)
			b.check(q)
			b.says(q, "Yes.")
		}
	}
}

// A child may press Try again before the frame in which what was wrong is marked.
func TestTryAgainAtOnceTakesBackWhatWasWrong(t *testing.T) {
	t.Parallel()
	l := lessonAt(t, along)
	b := borrowAt(t, l.address)
	for _, q := range l.Quiz {
		if q.Kind == "chat" || q.Kind == "order" { // which have nothing to take back
			continue
		}
		b.answerWrongly(q)
		ask[bool](b, fmt.Sprintf(`(check => (check.click(), check.click(), true))(document.querySelector("#%s [data-check]"))`, q.ID))
		if wrong := b.chosen(q, ":not([data-right])"); len(wrong) > 0 {
			t.Errorf("%s#%s: after Try again %v are still chosen", l.address, q.ID, wrong)
		}
		if said := b.status(q); said != "" {
			t.Errorf("%s#%s: after Try again it says %q", l.address, q.ID, said)
		}
	}
}

// chosen returns the ids of the options of a question that are chosen and match a selector.
func (b *tab) chosen(q question, selector string) []string {
	b.t.Helper()
	return ask[[]string](b, fmt.Sprintf(`[...document.querySelectorAll('#%s [data-option]%s')]
		.filter(o => o.querySelector("input")?.checked || o.ariaPressed === "true").map(o => o.dataset.option)`, q.ID, selector))
}

// The star comes with the last of the lesson's own questions, in whatever order they are answered. The end, which has the focus, says so.
func TestTheStarComesWithTheLastQuestion(t *testing.T) {
	t.Parallel()
	l := lessonAt(t, along)
	b := visit(t, l.address, withoutWorker)
	own := l.own()
	b.answerRightly(l.Again[0]) // is of another lesson
	b.check(l.Again[0])
	for i := range own {
		q := own[len(own)-1-i]
		if _, star := b.device().Stars[l.Rule.ID]; star {
			t.Errorf("there is a star before question %s", q.ID)
		}
		b.answerRightly(q)
		b.check(q)
	}
	if _, star := b.device().Stars[l.Rule.ID]; !star {
		t.Error("after the last question there is no star")
	}
	b.next(own[0])
	for kind, id := b.stepNow(); kind != "end"; kind, id = b.stepNow() {
		if kind == "question" { // it was answered before, and leads on
			b.next(own[slices.IndexFunc(own, func(q question) bool { return q.ID == id })])
		} else {
			b.tap("[data-path-next]")
		}
	}
	b.isTheEnd(l)
	if at := b.focused(); !strings.Contains(at.Name, "Its star is yours.") || !b.seen(".finish__star img") {
		t.Errorf("at the end the focus is on %v, and a star is shown: %t", at, b.seen(".finish__star img"))
	}
	b.quiet()
}

// The end offers the questions of other lessons. From the last of them, and from any by Back, the way leads to the end again.
func TestTheEndOffersQuestionsOfOtherLessons(t *testing.T) {
	t.Parallel()
	l := lessonAt(t, along)
	b := borrowAt(t, l.address)
	b.stepTo("end")
	for i, q := range l.Again {
		b.follow(fmt.Sprintf(`[data-finish] [href="#%s"]`, q.ID))
		if !b.seen("#" + q.ID + " .question__from a") {
			t.Errorf("question %s does not say which lesson it is from", q.ID)
		}
		if i == 0 {
			b.tap("[data-path-back]")
			b.isAt("end")
			b.follow(fmt.Sprintf(`[data-finish] [href="#%s"]`, q.ID))
		}
		b.answerRightly(q)
		b.check(q)
		b.next(q)
		if i < len(l.Again)-1 {
			b.isAt(l.Again[i+1].ID)
			b.stepTo("end")
		}
	}
	b.isAt("end")
	b.isTheEnd(l)
	b.quiet()
}
