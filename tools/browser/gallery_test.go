package browser

import (
	"fmt"
	"strings"
	"testing"
)

// What must hold for every kind of question, checked in the gallery: with its script and without, on a screen and on paper.

// large is the least width and height of a control, in CSS pixels (WCAG 2.2, 2.5.5 Target Size, enhanced).
const large = 44

func TestControlsOfQuestionsAreLarge(t *testing.T) {
	for name, b := range map[string]*tab{"with its script": borrowAt(t, galleryAt), "without its script": borrowAt(t, galleryAt, withoutScript)} {
		t.Run(name, func(t *testing.T) {
			b.t = t
			b.do(screen(narrow, 640))
			for _, small := range ask[[]string](b, fmt.Sprintf(`
				[...document.querySelectorAll(".question :is(a, button, select, summary, input)")]
					.map(e => e.closest("label") ?? e)
					.filter(e => e.offsetParent !== null)
					.filter(e => { const r = e.getBoundingClientRect(); return r.width < %[1]d || r.height < %[1]d })
					.map(e => e.outerHTML.slice(0, 90))`, large)) {
				t.Errorf("less than %d px: %s", large, small)
			}
		})
	}
}

func TestEveryStateFitsASmallTelephone(t *testing.T) {
	b := borrowAt(t, galleryAt, screen(narrow, 640))
	for _, q := range gallery(t).Quiz {
		for _, answer := range []func(question){nothing, b.answerWrongly, b.answerRightly} {
			answer(q)
			b.check(q)
		}
	}
	b.fits("with every question answered")
	b.style(spacing)
	b.fits("with every question answered and wider text spacing")
	b.losesNoText("with every question answered and wider text spacing")
}

// Where a reader prefers reduced motion, nothing moves between two states.
func TestNothingMovesWithReducedMotion(t *testing.T) {
	b := borrowAt(t, galleryAt)
	for _, moving := range ask[[]string](b, `
		[...document.querySelectorAll("main *")].filter(e => {
			const style = getComputedStyle(e)
			return style.animationName !== "none" || style.transitionDuration.split(", ").some(d => d !== "0s") || style.scrollBehavior === "smooth"
		}).map(e => e.outerHTML.slice(0, 90))`) {
		t.Errorf("this moves: %s", moving)
	}
}

func TestPaperHasEveryQuestionAndRoomToAnswer(t *testing.T) {
	for name, b := range map[string]*tab{"with its script": borrowAt(t, galleryAt), "without its script": borrowAt(t, galleryAt, withoutScript)} {
		t.Run(name, func(t *testing.T) {
			b.t = t
			b.do(onPaper)
			for _, q := range gallery(t).Quiz {
				shown := b.shown(q)
				for _, words := range q.onPaper() {
					if !strings.Contains(shown, squeeze(words)) {
						t.Errorf("question %s lacks %q on paper", q.ID, words)
					}
				}
				if strings.Contains(shown, "Check") || strings.Contains(shown, q.every()[0].Feedback) {
					t.Errorf("question %s has on paper what is meant for screens: %s", q.ID, shown)
				}
				if room := ask[int](b, fmt.Sprintf(roomToAnswer, q.ID)); room < q.answersWanted() {
					t.Errorf("question %s has room for %d answers on paper, and needs room for %d", q.ID, room, q.answersWanted())
				}
			}
		})
	}
}

// roomToAnswer counts the boxes to tick, the boxes for a number, the lines to write on and the letters to ring.
const roomToAnswer = `[...document.querySelectorAll("#%s :is(input, select, .gap__word, .step__number, .reply .letter)")]
	.filter(e => e.offsetWidth >= 24).length`

// onPaper returns the words of a question that paper must have.
func (q question) onPaper() []string {
	words := []string{q.Stem}
	for _, o := range q.every() {
		words = append(words, o.Text)
	}
	for _, bin := range q.Bins {
		words = append(words, bin.Title)
	}
	for _, s := range q.Scenes {
		words = append(words, s.Title)
	}
	return words
}

// answersWanted returns the number of answers that need room.
func (q question) answersWanted() int {
	switch q.Kind {
	case "sort", "match":
		return len(q.Options) * len(q.Bins)
	case "gaps":
		return len(q.right())
	default:
		return len(q.every())
	}
}

// After three checks without the right answer a child is shown it, and can still try again.
func TestAfterThreeChecksTheAnswerIsShown(t *testing.T) {
	b := borrowAt(t, galleryAt, screen(narrow, 640))
	for _, q := range gallery(t).Quiz {
		if q.Kind == "chat" { // its end leads back to the beginning
			continue
		}
		for n := range 3 {
			b.answerWrongly(q)
			b.check(q)
			if shown := b.answerShown(q) != ""; shown != (n == 2) {
				t.Errorf("%s: after %d wrong answers the answer is shown: %t", q.ID, n+1, shown)
			}
		}
		for _, o := range q.right() {
			if said := b.answerShown(q); !strings.Contains(said, squeeze(o.Text)) || !strings.Contains(said, squeeze(o.Feedback)) {
				t.Errorf("%s: the answer that is shown lacks %q or its feedback: %q", q.ID, o.Text, said)
			}
		}
		b.answerRightly(q)
		b.check(q)
		b.says(q, "Yes.")
	}
	b.fits("with every answer shown")
}

// answerShown returns the words that show the answer to a question: the right option, marked and with its feedback, where there is one;
// otherwise what is below the question once it is open.
func (b *tab) answerShown(q question) string {
	b.t.Helper()
	if q.Kind == "choice" {
		return b.words(fmt.Sprintf(`#%s [data-note]:has([data-option="%s"][data-state=right])`, q.ID, q.right()[0].ID))
	}
	return b.words("#" + q.ID + " [data-answers][open]")
}
