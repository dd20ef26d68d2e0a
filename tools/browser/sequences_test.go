package browser

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"safeonline/tools/internal/sweep"
)

// tools/script tries generated sequences of events on the state functions; this test tries clicks on the script as it is built.
// Afterwards every question still accepts the right answer.
func TestNoSequenceOfClicksBreaksAPage(t *testing.T) {
	t.Parallel()
	b := visit(t, galleryAt)
	for _, q := range gallery(t).Quiz {
		ask[bool](b, fmt.Sprintf(`(async () => {
			let seed = 20703
			const random = below => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0, (seed >>> 16) %% below)
			const question = document.getElementById(%q)
			for (let i = 0; i < 60; i++) {
				const controls = [...question.querySelectorAll("input, button, a[href^='#']")].filter(e => e.getClientRects().length)
				controls[random(controls.length)].click()
			}
			return true
		})()`, q.ID))
		b.answerRightly(q)
		b.check(q)
		b.says(q, "Yes.")
	}
	b.quiet()
}

// A path is gone along in any order, with answers, checks, reloads and the whole page in between. After each event no answer is lost
// that was stored, no control has changed that the event did not touch, and nothing is called right that is wrong.
func TestNoSequenceOfStepsLosesAnAnswer(t *testing.T) {
	t.Parallel()
	seeds, events := uint64(2), 80
	if sweep.Full() {
		seeds, events = 12, 200
	}
	l := lessonAt(t, along)
	for seed := range seeds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			w := wanderer{borrowAt(t, "/smart/"), l, rand.New(rand.NewPCG(20703, seed)), nil}
			w.open(l.address) // so that Back has where to go
			for range events {
				if !w.event() {
					return
				}
			}
			for _, q := range l.Quiz {
				if !strings.Contains(w.status(q), "Yes.") { // where all is right already, nothing is left to check
					w.answerRightly(q)
					w.check(q)
				}
				w.says(q, "Yes.")
			}
			w.quiet()
		})
	}
}

// wanderer goes along the path of a lesson at random, and remembers what it did.
type wanderer struct {
	*tab
	lesson
	*rand.Rand
	did []string
}

// event does something and checks what came of it. It reports whether all was well.
func (w *wanderer) event() bool {
	w.t.Helper()
	q := w.Quiz[w.IntN(len(w.Quiz))]
	events := []struct {
		name string
		do   func()
		on   string // the question whose controls it may change, or "all"
	}{
		{"next or back", func() { w.clickOne("[data-path-next], [data-path-back], [data-actions] button") }, "open"},
		{"link to " + q.ID, func() { w.stepTo(q.ID) }, ""},
		{"back in history", func() { w.through(-1) }, ""},
		{"forward in history", func() { w.through(1) }, ""},
		{"reload", func() { w.do(chromedp.Reload()) }, "all"}, // Chromium does not restore controls then
		{"leave and return", w.leaveAndReturn, ""},
		{"the whole page or steps", func() { w.clickOne("[data-one-page], [data-by-steps]") }, ""},
		{"choose in " + q.ID, func() { w.stepTo(q.ID); w.clickOne("#" + q.ID + " [data-options] :is(input, button)") }, q.ID},
		{"check " + q.ID, func() { w.stepTo(q.ID); w.clickOne("#" + q.ID + " [data-check]") }, q.ID},
		{"answer " + q.ID, func() { w.answerRightly(q) }, q.ID},
	}
	e := events[w.IntN(len(events))]
	_, open := w.stepNow()
	if e.on == "open" {
		e.on = open
	}
	before, known := w.controls(), w.known()
	e.do()
	w.settle()
	w.did = append(w.did, e.name)
	for id, was := range before {
		if now := w.controls()[id]; id != e.on && e.on != "all" && now != was {
			w.t.Errorf("after %v the controls of %s are %q, before %q", w.did, id, now, was)
		}
	}
	for _, key := range known {
		if !slices.Contains(w.known(), key) {
			w.t.Errorf("after %v the answer to %s is lost", w.did, key)
		}
	}
	for _, fault := range ask[[]string](w.tab, wronglyRight) {
		w.t.Errorf("after %v %s", w.did, fault)
	}
	return !w.t.Failed()
}

// clickOne clicks one of the elements of the path or the page that are shown, or nothing if there are none.
func (w *wanderer) clickOne(selector string) {
	w.t.Helper()
	ask[bool](w.tab, fmt.Sprintf(`(all => (all.length && all[%d %% all.length].click(), true))([...document.querySelectorAll(%q)].filter(e => e.getClientRects().length))`, w.IntN(60), selector))
}

// through goes back or forward in the history, unless that loads a page, and waits until the page has followed.
func (w *wanderer) through(n int) {
	w.t.Helper()
	ask[bool](w.tab, fmt.Sprintf(`(async () => {
		const to = navigation.entries()[navigation.currentEntry.index + %d]
		if (!to?.sameDocument) return true
		await navigation.traverseTo(to.key).finished
		await new Promise(done => setTimeout(done))
		return true
	})()`, n))
}

// leaveAndReturn opens another page and goes back. The browser restores the controls.
func (w *wanderer) leaveAndReturn() {
	w.t.Helper()
	w.open("/help/")
	w.goBack(-1)
	w.until(fmt.Sprintf(`location.pathname === %q && document.readyState === "complete" && document.querySelector("[data-actions]:not([hidden])")`, w.address), "the lesson again")
}

// controls returns what the controls of each question say, apart from chats, in which Back in the history leads to the scene before.
func (w *wanderer) controls() map[string]string {
	w.t.Helper()
	all := map[string]string{}
	for _, q := range w.Quiz {
		if q.Kind != "chat" && q.Kind != "order" {
			all[q.ID] = w.chosenNow(q)
		}
	}
	return all
}

// known returns the questions that the device has a right answer to.
func (w *wanderer) known() (keys []string) {
	w.t.Helper()
	for key, answer := range w.device().Answers {
		if answer[0] > 0 {
			keys = append(keys, key)
		}
	}
	return keys
}

// wronglyRight returns the questions that are called right and are not, and the options marked so that are not.
const wronglyRight = `[...document.querySelectorAll("[data-question]")].flatMap(q => {
	const options = [...q.querySelectorAll("[data-option]")], places = options.map(o => +o.dataset.place)
	const chosen = o => o.querySelector("input")?.checked ?? (o.ariaPressed === "true")
	const right = {
		order: () => places.every((place, i) => place === i + 1),
		chat: () => [...q.querySelectorAll("[data-turn]:not([hidden]) [data-chosen]")].every(c => c.parentElement.querySelector("[data-option]").hasAttribute("data-right")),
	}[q.dataset.question] ?? (() => options.every(o => chosen(o) === o.hasAttribute("data-right")))
	const marked = q.dataset.question === "order" ? [] : options.filter(o => o.dataset.state === "right" && !o.hasAttribute("data-right"))
	return [
		...q.querySelector("[data-verdict]").textContent.startsWith("Yes.") && !right() ? [q.id + " is called right"] : [],
		...marked.map(o => o.dataset.option + " is marked as right"),
	]
})`

// A reload keeps the order of steps and the scene of a chat, which no control keeps.
func TestAReloadKeepsStepsAndScenes(t *testing.T) {
	t.Parallel()
	l := lessonAt(t, along)
	b := visit(t, l.address, withoutWorker)
	for _, q := range l.Quiz {
		now := func() string { return strings.Join(b.standing(q), " ") }
		switch q.Kind {
		case "order":
			b.answerWrongly(q)
		case "chat":
			b.stepTo(q.ID)
			b.click(q, at(q.Scenes[0].best().ID))
			now = func() string { return b.sceneNow(q).ID }
		default:
			continue
		}
		before := now()
		b.do(chromedp.Reload())
		if after := now(); after != before {
			t.Errorf("a reload changes %s from %s to %s", q.ID, before, after)
		}
		b.answerRightly(q)
		b.check(q)
		b.says(q, "Yes.")
	}
	b.quiet()
}
