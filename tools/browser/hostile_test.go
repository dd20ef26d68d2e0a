package browser

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"safeonline/tools/internal/sweep"
)

// What scripts read from outside: storage, messages, the address, the browser's history. Whatever it is, the page works and
// nothing is thrown.

// exposed are the pages that read the most from outside: stars, a mix, questions, notes and a deck. Together with otherScripted
// they have all the scripts there are.
var (
	exposed       = []string{"/smart/", "/smart/mix/", galleryAt, "/teachers" + deckAt, deckAt}
	otherScripted = []string{"/", "/smart/s/", "/ks2/passwords/", "/ks2/certificate/", "/privacy/", "/teachers/", "/print/smart/", "/present/ks2/mix/"}
)

// pagesFor returns the pages on which to try the nth of outsides: all in a full sweep; otherwise in turn two of the exposed ones, and
// one of the others.
func pagesFor(n int) []string {
	if sweep.Full() {
		return slices.Concat(exposed, otherScripted)
	}
	return []string{exposed[2*n%len(exposed)], exposed[(2*n+1)%len(exposed)], otherScripted[n%len(otherScripted)]}
}

// outside is what a page finds when it opens: in both storages, in its address, in window.name and in history.state. `early`
// is a script that changes the browser before.
type outside struct {
	name         string
	local, note  string
	behind       string // what follows the path in the address
	state        string // an expression
	early        string
	showsNothing bool // no progress is shown
}

func outsides(t *testing.T) []outside {
	const sound = `{"version":1,"answers":{"s#boxes":[1,20000]},"stars":{"ks1-s":20000},"mixes":{}}`
	worker := func(answer string) string {
		return fmt.Sprintf(`Object.defineProperty(ServiceWorkerContainer.prototype, "controller", { get: () => ({ postMessage(_, [port]) { port.postMessage(%s) } }) })`, answer)
	}
	throws := func(what string) string {
		return what + ` = () => { throw new DOMException("no", "SecurityError") }`
	}
	return []outside{
		{name: "no JSON", local: "{", note: "x", behind: "#%E0%A4%A", state: `"a text"`, early: worker(`null`), showsNothing: true},
		{name: "other types", local: `{"version":1,"answers":{},"stars":7,"mixes":"x"}`, note: "NaN", behind: `#"><img src=x onerror=alert(1)>`, state: `7`, early: worker(`"ready"`), showsNothing: true},
		{name: "prototypes", local: `{"version":1,"answers":{},"stars":{"__proto__":1},"mixes":{"constructor":{"day":1,"keys":[]}},"__proto__":{"x":1}}`, note: "-1", behind: "?__proto__[x]=1#__proto__", state: `JSON.parse('{"__proto__":{"x":"y"},"constructor":"z"}')`, early: worker(`7`), showsNothing: true},
		{name: "very much", local: `{"version":1,"answers":{},"stars":{` + strings.Repeat(`"ks1-x":1,`, 200_000) + `"ks1-y":1},"mixes":{}}`, note: strings.Repeat("9", 100_000), behind: "#" + strings.Repeat("a", 100_000), state: `"x".repeat(1e6)`, early: worker(`{ ready: "yes", ours: {} }`), showsNothing: true},
		{name: "many stars", local: `{"version":1,"answers":{},"stars":{` + strings.Repeat(`"ks1-x":1,`, 2000) + `"ks1-y":1},"mixes":{}}`, note: "1e400", behind: "?n=1&n=2#-1", state: `[1, 2]`, early: worker(`[[]]`)},
		{name: "a mix of one question", local: `{"version":1,"answers":{},"stars":{},"mixes":{"ks1":{"day":20703,"keys":["s#boxes","s#boxes","s#boxes","s#boxes","s#boxes"]}}}`, note: "Infinity", behind: "#1e9", state: `new Map([[1, 2]])`, early: worker(`new Map()`), showsNothing: true},
		{name: "a clock from the future, and workers that fail", local: sound, note: "999999999999", behind: "#Infinity", state: `new Date(NaN)`, early: `Object.defineProperty(ServiceWorkerContainer.prototype, "ready", { get: () => Promise.reject(new Error("no")) })
			ServiceWorkerContainer.prototype.register = () => { throw new TypeError("no") }
			TrustedTypePolicyFactory.prototype.createPolicy = () => { throw new TypeError("no") }`},
		{name: "a state of another page, and no workers", local: sound, note: "", behind: "#main", state: states(t), early: `Object.defineProperty(Navigator.prototype, "serviceWorker", { get() { throw new DOMException("no", "SecurityError") } })`},
		{name: "storage that reads nothing, and no history", local: sound, note: "1", behind: "#0", state: `null`, early: throws(`Storage.prototype.getItem`) + "\n" + throws(`History.prototype.pushState`) + "\n" + throws(`History.prototype.replaceState`)},
		{name: "storage that reads what is no text, and no channels", local: sound, note: "1", behind: "#٣", state: `null`, early: `Storage.prototype.getItem = () => ({ length: -1, toString() { throw 1 } })
			window.BroadcastChannel = class { constructor() { throw new DOMException("no", "SecurityError") } }`},
	}
}

func TestPagesWorkWhateverIsOutside(t *testing.T) {
	for i, o := range outsides(t) {
		t.Run(o.name, func(t *testing.T) {
			t.Parallel()
			b := visit(t, "/offline/", withoutWorker)
			ask[bool](b, fmt.Sprintf(`(localStorage.setItem(%[1]q, %[2]s), sessionStorage.setItem(%[1]q, %[3]s), window.name = %[2]s.slice(0, 1e5), true)`, storageName, script(o.local), script(o.note)))
			b.do(onDay(0), atOnce, withoutWorker, early(`addEventListener("unhandledrejection", event => console.error(event.reason))`))
			b.do(early(`history.replaceState(`+o.state+`, "")`), early(o.early))
			for _, address := range pagesFor(i) {
				b.open(address + o.behind)
				b.works(address)
				for _, said := range b.complaints() {
					t.Errorf("%s%.40s: the console says: %s", address, o.behind, said)
				}
				if o.showsNothing && (b.seen("[data-stars]") || b.seen("[data-star]")) {
					t.Errorf("%s shows stars that nobody has earned", address)
				}
				if t.Failed() {
					return
				}
			}
		})
	}
}

// states returns an entry of the history with every question of the gallery, as another page may have written it.
func states(t *testing.T) string {
	entry := map[string]string{"main": "main"}
	for _, q := range gallery(t).Quiz {
		entry[q.ID] = q.ID + `"]<b>`
	}
	text, err := json.Marshal(entry)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// script returns a text as a literal of JavaScript.
func script(words string) string {
	text, err := json.Marshal(words)
	if err != nil {
		panic(err)
	}
	return string(text)
}

// works does what a reader of the page does first, and checks that its script has started.
func (b *tab) works(address string) {
	b.t.Helper()
	b.settle()
	ask[bool](b, `(() => {
		for (const data of [null, 7, "x", [], { at: 1 }, { by: 1 }]) window.postMessage(data, "*")
		dispatchEvent(new PopStateEvent("popstate", { state: history.state }))
		dispatchEvent(new HashChangeEvent("hashchange"))
		dispatchEvent(new StorageEvent("storage", { key: null }))
		return true
	})()`)
	if ask[bool](b, `!!document.querySelector("[data-deck]")`) {
		b.until(`document.querySelector("[data-live]")`, "the deck's script")
		b.press(kb.Home)
		b.isOn(1, "after Home")
		b.press(kb.PageDown)
		b.isOn(2, "after Page Down")
		return
	}
	for _, wrong := range ask[[]string](b, `[...document.querySelectorAll("[data-forget], [data-question] [data-actions], [data-filter-by]")].filter(e => e.hidden).map(e => e.outerHTML.slice(0, 80))`) {
		b.t.Errorf("%s: its script has not started %s", address, wrong)
	}
	if n := ask[int](b, `document.querySelectorAll("[data-mix] [data-key]").length`); address == "/smart/mix/" && n != 5 {
		b.t.Errorf("the mix has %d questions, want 5", n)
	}
	ask[bool](b, `(() => {
		for (const button of document.querySelectorAll("[data-question] [data-check], [data-chat] [data-goto]")) if (button.getClientRects().length) button.click()
		return true
	})()`)
	b.settle() // what comes of the checks is kept
	ask[bool](b, `(() => {
		for (const button of document.querySelectorAll("[data-carry-on], .foot [data-forget]")) button.click()
		return true
	})()`)
	b.settle()
}

// Windows of a deck hear each other, and whatever else is sent on their channel. Which messages count is tested in tools/script.
func TestForeignMessagesDoNotBreakADeck(t *testing.T) {
	t.Parallel()
	b := deckOpen(t, deckAt+"#3", withoutWorker)
	foreign := []string{
		`null`, `7`, `"by"`, `5n`, `[1]`, `new Map([["by", 1]])`, `new Date(NaN)`, `new Error("by")`, `new ArrayBuffer(1e6)`, `"x".repeat(1e6)`,
		`{ key: 1 }`, `{ key: "" }`, `{ key: "a", code: "KeyA" }`, `{ part: 1 }`, `{ at: 1e9 }`, `{ type: "go", to: 9 }`, `JSON.parse('{"__proto__":{"by":1}}')`,
	}
	speak := func(messages string) {
		ask[bool](b, `(async () => {
			const other = new BroadcastChannel(document.querySelector("[data-deck]").dataset.deck)
			for (const message of [`+messages+`]) other.postMessage(message)
			await new Promise(done => { other.onmessage = ({ data }) => data.part && done(true); other.postMessage({}) })
			other.close()
			return true
		})()`)
	}
	speak(strings.Join(foreign, ","))
	b.isOn(3, "after foreign messages")
	flood := 600
	if sweep.Full() {
		flood = 20000
	}
	speak(fmt.Sprintf(`...Array.from({ length: %d }, (_, i) => i %% 3 ? { key: i %% 2 ? "PageDown" : "PageUp", code: "" } : {})`, flood))
	speak(`...Array.from({ length: 50 }, () => ({ key: "PageUp", code: "" }))`)
	b.isOn(1, "after a flood of messages, and fifty steps back")
	b.until(`location.hash === "#1"`, "the address of the slide")
	b.quiet()

	b.open("/teachers" + deckAt)
	b.quiet()
	for _, message := range append(foreign, `{ part: "rule", step: "The rule", next: "It means" }`) {
		// A channel hears a message after those that were opened before it, so the notes have handled it by then.
		ask[bool](b, `new Promise(done => {
			const name = document.querySelector("[data-notes]").dataset.notes
			const heard = new BroadcastChannel(name), other = new BroadcastChannel(name)
			heard.onmessage = () => { heard.close(); other.close(); done(true) }
			other.postMessage(`+message+`)
		})`)
		if follows := b.seen("[data-following]"); follows != strings.Contains(message, `"rule"`) {
			t.Errorf("after %s the notes follow a deck: %v", message, follows)
		}
	}
	if n := ask[int](b, `[...document.querySelectorAll("[data-part]")].filter(part => !part.hidden).length`); n != 1 {
		t.Errorf("%d parts of the notes are shown, want that of the slide", n)
	}
	b.quiet()
}

// A browser that returns to a page restores what was chosen there, without an event. The table is filtered accordingly.
func TestARestoredFilterIsApplied(t *testing.T) {
	const rows = `[...document.querySelectorAll("[data-filter-row]")].filter(row => !row.hidden).length`
	b := visit(t, "/teachers/", early(`document.addEventListener("readystatechange", () => {
		if (document.readyState === "interactive") document.querySelector("[data-filter-by] select").selectedIndex = 1
	})`))
	put := ask[int](b, rows)
	all := ask[int](b, `document.querySelectorAll("[data-filter-row]").length`)
	chosen := ask[int](b, `(() => {
		document.querySelector("[data-filter-by] select").dispatchEvent(new Event("change", { bubbles: true }))
		return `+rows+`
	})()`)
	if put != chosen || put == all {
		t.Errorf("%d of %d rows are shown, and %d after a change event", put, all, chosen)
	}
	b.quiet()
}
