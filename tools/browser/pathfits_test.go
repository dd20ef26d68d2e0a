package browser

import (
	"fmt"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"

	"safeonline/tools/internal/sweep"
)

// fit says how much of what a child needs is within the window, between the head of the path and its foot.
type fit struct {
	Least float64 // the share of the part that is seen least
	Part  string  // that part
	Foot  float64 // the share of the window that the foot takes
	Above int     // by how many pixels the page is higher than the window
}

// pathFits returns the fit of the open step. `check` is true after a check: only what it says, and the buttons, are looked at.
const pathFits = `(check => {
	const step = document.querySelector("[data-path-step][data-now]"), box = e => e.getBoundingClientRect()
	const foot = step.querySelector(".question__foot") ?? document.querySelector("[data-foot]")
	const fixed = ["sticky", "fixed"].includes(getComputedStyle(foot).position)
	const top = box(document.querySelector("[data-way]")).bottom, bottom = fixed ? Math.max(top, Math.min(box(foot).top, innerHeight)) : innerHeight
	const drawn = e => e.checkVisibility() && box(e).width > 1 && box(e).height > 1
	const content = [...step.querySelectorAll("*"), ...(step.dataset.pathStep === "scene" ? step.closest(".panel").querySelectorAll(".scene") : [])]
		.filter(e => !foot.contains(e) && !e.closest("[data-speak]") && drawn(e) && (e.matches("img, input, select, button, label, .scene, .letter") ||
			[...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())))
	const said = [...step.querySelectorAll("[data-error]:not([hidden]), [data-verdict]:not(:empty), [data-actions] button")].filter(drawn)
	const seen = (e, from, to) => Math.max(0, Math.min(box(e).bottom, to) - Math.max(box(e).top, from)) / box(e).height
	const tried = [...step.querySelectorAll("[data-note] > .why[data-state=tried]")].slice(0, 1)
		.map(e => e.closest("[data-note]")).filter(e => e && box(e).height < bottom - top)
	const shares = check ? [...said.map(e => [seen(e, top, innerHeight), e]), ...tried.map(e => [seen(e, top, bottom), e])] : content.map(e => [seen(e, top, bottom), e])
	if (!check) shares.push(...[...foot.querySelectorAll("button")].filter(drawn).map(e => [seen(e, top, innerHeight), e]))
	const [least, part] = shares.reduce((a, b) => b[0] < a[0] ? b : a, [1, null])
	return { Least: least, Part: part?.outerHTML.replace(/\s+/g, " ").slice(0, 90) ?? "", Foot: box(foot).height / innerHeight,
		Above: document.scrollingElement.scrollHeight - innerHeight }
})(%t)`

// windows are those of a tablet held upright, of a laptop with a touch screen, and of a telephone.
var windows = [][2]int64{{820, 1180}, {1366, 641}, {390, 664}}

// touchScreen sets the window of a device that is touched.
func touchScreen(width, height int64) chromedp.Action[chromedp.Void] {
	return chromedp.EmulateViewport(width, height, chromedp.EmulateMobile, chromedp.EmulateTouch)
}

// A step is within the window, without scrolling, as is what Check says with the buttons below it. After a wrong answer, what was wrong is
// within the window too, from the first of its words to its feedback, if there is room for both. On
// a telephone a step may scroll, but the buttons and what Check says are within the window, and their foot leaves half of it. Chats
// grow, and things to sort are as many as they are: these may scroll everywhere.
func TestThePathFits(t *testing.T) {
	due := newKinds(lessons(t))
	for _, size := range windows {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			t.Parallel()
			b := borrow(t, touchScreen(size[0], size[1]))
			most := fitted{step: fit{Least: 1}, check: fit{Least: 1}}
			n := 0
			for _, l := range mostKindsFirst(lessons(t)) {
				if len(due[l.address]) == 0 && !sweep.Full() {
					continue
				}
				n++
				b.do(chromedp.Navigate("about:blank"))
				b.open(l.address)
				b.pathFits(l, size[0] > 400, &most)
			}
			t.Logf("%d lessons: of a step at least %.0f%% is seen (%s), of what Check says %.0f%% (%s); the foot takes at most %.0f%%",
				n, 100*most.step.Least, most.step.Part, 100*most.check.Least, most.check.Part, 100*max(most.step.Foot, most.check.Foot))
		})
	}
}

// In a window that is too low for a foot that stays in it, the verdict is within the window after Check: what was wrong is not scrolled to
// if that takes the verdict away.
func TestAVerdictIsSeenInALowWindow(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int64{{1366, 400}, {320, 256}} {
		b := visit(t, "/ks2/passwords/#offer", screen(size[0], size[1]))
		seen := ask[bool](b, `(async () => {
			const offer = document.getElementById("offer")
			offer.querySelectorAll("input")[1].click()
			offer.querySelector("[data-check]").click()
			await new Promise(rest => document.addEventListener("question:checked", rest))
			const { top, height } = offer.querySelector("[data-verdict]").getBoundingClientRect()
			return top >= 0 && top + Math.min(height, innerHeight) <= innerHeight + 1
		})()`)
		if !seen {
			t.Errorf("%dx%d: the verdict is outside the window", size[0], size[1])
		}
	}
}

// fitted is the worst fit of several steps, as they are opened and after a check.
type fitted struct{ step, check fit }

func (f *fit) add(other fit) {
	if other.Least < f.Least {
		f.Least, f.Part = other.Least, other.Part
	}
	f.Foot = max(f.Foot, other.Foot)
}

// pathFits checks each step of a lesson, and each of its questions after checks. `whole` is true where all of a step is to be seen.
func (b *tab) pathFits(l lesson, whole bool, most *fitted) {
	b.t.Helper()
	for _, id := range b.steps() {
		if id != "" {
			b.stepTo(id)
		}
		i := slices.IndexFunc(l.Quiz, func(q question) bool { return q.ID == id })
		scrolls := i >= 0 && slices.Contains([]string{"chat", "sort"}, l.Quiz[i].Kind)
		b.fitsNow(l.address+" #"+id, false, whole && !scrolls, &most.step)
		if i >= 0 && l.Quiz[i].Kind != "chat" {
			b.checksFit(l, l.Quiz[i], &most.check)
		}
	}
}

// checksFit checks a question after each kind of check, in this order: after the right answer a match offers no other.
func (b *tab) checksFit(l lesson, q question, most *fit) {
	b.t.Helper()
	for _, try := range []struct {
		what   string
		answer func(question)
	}{{"nothing", nothing}, {"a wrong answer", b.answerWrongly}, {"a second one", b.answerWrongly}, {"the right answer", b.answerRightly}} {
		if q.Kind == "order" && try.what == "nothing" {
			continue
		}
		try.answer(q)
		b.check(q)
		b.fitsNow(l.address+" #"+q.ID+", "+try.what, true, true, most)
	}
}

// fitsNow checks the open step. The foot is within the window, and takes at most half of it.
func (b *tab) fitsNow(what string, check, whole bool, most *fit) {
	b.t.Helper()
	b.settle()
	what = ask[string](b, `innerWidth + "x" + innerHeight + " "`) + what
	f := ask[fit](b, fmt.Sprintf(pathFits, check))
	if whole {
		most.add(f)
	}
	most.Foot = max(most.Foot, f.Foot)
	least := .995 // a pixel of a border may be below the edge
	if check {
		least = .95
	}
	if whole && f.Least < least {
		b.t.Errorf("%s: the page is %d px higher than the window, and %.0f%% is seen of %s", what, f.Above, 100*f.Least, f.Part)
	}
	if f.Foot > .5 {
		b.t.Errorf("%s: the foot takes %.0f%% of the window", what, 100*f.Foot)
	}
	if low := ask[bool](b, `(foot => foot.checkVisibility() && foot.getBoundingClientRect().bottom > innerHeight + 1)(document.querySelector("[data-path-step][data-now] .question__foot") ?? document.querySelector("[data-foot]"))`); low {
		b.t.Errorf("%s: the foot is not within the window", what)
	}
}
