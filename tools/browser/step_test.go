package browser

import (
	"fmt"
	"slices"
)

// These functions go along the path of a lesson or a mix, which is shown one step at a time.

// isPath reports whether the page is shown one step at a time.
func (b *tab) isPath() bool {
	b.t.Helper()
	return ask[bool](b, `document.documentElement.hasAttribute("data-path")`)
}

// noneLeft drops the step that has just been left, which only screen readers still get, without the wait for it.
const noneLeft = `for (const left of document.querySelectorAll("[data-left]")) left.removeAttribute("data-left")`

// stepTo opens the step that an element is in, as a link to the element does. It does nothing if that step is open, or if the page is
// no path.
func (b *tab) stepTo(id string) {
	b.t.Helper()
	if fault := ask[string](b, fmt.Sprintf(`(async () => {
		const target = document.getElementById(%q)
		const isOpen = () => !!target.closest("[data-path-step][data-now]")
		if (!target) return "is not on the page"
		if (!document.documentElement.hasAttribute("data-path") || isOpen()) return ""
		if (location.hash === "#" + target.id) return "is the address, but its step is not open"
		await new Promise(done => { addEventListener("hashchange", done, { once: true }); location.hash = target.id })
		`+noneLeft+`
		return isOpen() ? "" : "is on no step that a link to it opens"
	})()`, id)); fault != "" {
		b.t.Fatalf("#%s %s", id, fault)
	}
}

// stepNow returns the kind of the open step, and its id.
func (b *tab) stepNow() (kind, id string) {
	b.t.Helper()
	now := ask[[]string](b, `(step => step ? [step.dataset.pathStep, step.id] : ["", ""])(document.querySelector("[data-path-step][data-now]"))`)
	return now[0], now[1]
}

// steps returns the ids of the steps in their order, each of which a link leads to. The first is the page itself and has none.
func (b *tab) steps() []string {
	b.t.Helper()
	return ask[[]string](b, `[...document.querySelectorAll("[data-path-step]")].map(step => step.id)`)
}

// follow taps a link to a step, and waits until it is open.
func (b *tab) follow(selector string) {
	b.t.Helper()
	to := ask[string](b, fmt.Sprintf(`document.querySelector(%q)?.hash.slice(1) ?? ""`, selector))
	b.tap(selector)
	b.isAt(to)
}

// isAt waits until a step is open, has the focus, and is what the address names.
func (b *tab) isAt(id string) {
	b.t.Helper()
	b.until(fmt.Sprintf(`(step => !document.querySelector("[data-left]") && step.id === %[1]q && step.contains(document.activeElement) && location.hash.slice(1) === %[1]q)
		(document.querySelector("[data-path-step][data-now]"))`, id), "the step #"+id)
}

// eachStep does something at each step of the path, from the second to the last and then at the first; or once, if the page is no path.
func (b *tab) eachStep(do func(step string)) {
	b.t.Helper()
	if !b.isPath() {
		do("")
		return
	}
	for _, id := range b.steps() {
		if id != "" {
			b.stepTo(id)
			do(", step " + id)
		}
	}
	b.toStart()
	do(", first step")
}

// toStart opens the first step, as a link to the top of the page does.
func (b *tab) toStart() {
	b.t.Helper()
	ask[bool](b, `(async () => {
		if (location.hash) await new Promise(done => { addEventListener("hashchange", done, { once: true }); location.hash = "" })
		`+noneLeft+`
		return true
	})()`)
}

// onOnePage shows the whole page.
func (b *tab) onOnePage() {
	b.t.Helper()
	b.toStart()
	if !b.seen("[data-one-page]") { // a mix has the button at its end
		b.stepTo("end")
	}
	b.tap("[data-one-page]")
}

// way is what a button of a question does.
type way string

const (
	checkIt  way = "check"
	tryAgain way = "retry"
	goOn     way = "next"
)

// wordsOf is, for each way, the attribute with the words of the button.
var wordsOf = map[way]string{checkIt: "data-word-check", tryAgain: "data-word-retry", goOn: "data-word-next"}

// offer is what one of the two buttons of a question does now.
type offer struct {
	Way    way
	Button string // its attribute
}

// offers returns what the buttons of a question that are shown do now, the main one first.
func (b *tab) offers(q question) []offer {
	b.t.Helper()
	b.stepTo(q.ID)
	return ask[[]offer](b, fmt.Sprintf(`(row => ["data-check", "data-other"]
		.map(name => ({ Button: name, button: row.querySelector("[" + name + "]") }))
		.filter(({ button }) => button.getClientRects().length)
		.map(({ Button, button }) => ({ Button, Way: ["check", "retry", "next"].find(way => row.getAttribute("data-word-" + way) === button.textContent) })))
		(document.querySelector("#%s [data-actions]"))`, q.ID))
}

// offersTo reports whether a button of a question does something now.
func (b *tab) offersTo(q question, what way) bool {
	b.t.Helper()
	return slices.ContainsFunc(b.offers(q), func(o offer) bool { return o.Way == what })
}

// does clicks the button of a question that does something.
func (b *tab) does(q question, what way) {
	b.t.Helper()
	offers := b.offers(q)
	i := slices.IndexFunc(offers, func(o offer) bool { return o.Way == what })
	if i < 0 {
		b.t.Fatalf("question %s has no button to %s, but %v", q.ID, what, offers)
	}
	b.click(q, "["+offers[i].Button+"]")
	if what == checkIt {
		b.settle() // what comes of a check is kept once its feedback is painted
	}
}

// wordFor returns the words of the button that does something.
func (b *tab) wordFor(q question, what way) string {
	b.t.Helper()
	return ask[string](b, fmt.Sprintf(`document.querySelector("#%s [data-actions]").getAttribute(%q)`, q.ID, wordsOf[what]))
}
