package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"path"
	"strings"

	"github.com/chromedp/cdproto/cdp"
	protocol "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// These functions set and read what a device stores for a child: progress and its dates.

// kept is what the script stores, as assets/ts/progress.ts describes it.
type kept struct {
	Version int                `json:"version"`
	Answers map[string][2]int  `json:"answers"`
	Stars   map[string]int     `json:"stars"`
	Mixes   map[string]keptMix `json:"mixes"`
}

type keptMix struct {
	Day  int      `json:"day"`
	Keys []string `json:"keys"`
}

// storageName is the key under which the script stores it.
const storageName = "safe-online"

// firstDay is a Monday in term, in days since 1970. No test depends on the day on which it runs.
const firstDay = 20703

// open opens a page in the same tab. What the device stores stays.
func (b *tab) open(address string) {
	b.t.Helper()
	b.do(chromedp.Navigate(built().url + address))
}

// comeBack opens a page as somebody does who comes to the device later, in a new tab.
func (b *tab) comeBack(address string) {
	b.t.Helper()
	ask[bool](b, `sessionStorage.clear(), true`)
	b.open(address)
}

// early runs a script before anything of a page, on every page from now on.
func early(script string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, protocol.AddScriptToEvaluateOnNewDocument, protocol.AddScriptToEvaluateOnNewDocumentParams{Source: script})
		return err
	})
}

// onDay sets the clock to ten in the morning of a day, counted from firstDay.
func onDay(day int) chromedp.Action[chromedp.Void] {
	return early(fmt.Sprintf(`{
		const Real = window.RealDate ?? (window.RealDate = Date)
		const now = %d * 864e5 + 36e6 + new Real().getTimezoneOffset() * 6e4
		window.Date = class extends Real {
			constructor(...of) { of.length ? super(...of) : super(now) }
			static now() { return now }
		}
	}`, firstDay+day))
}

// with makes every page find this in storage, in a tab where somebody has just answered.
func with(k kept) chromedp.Action[chromedp.Void] {
	return early(fmt.Sprintf(`try {
		localStorage.setItem(%q, %q)
		sessionStorage.setItem(%[1]q, String(Math.floor(Date.now() / 6e4)))
	} catch {}`, storageName, k.text()))
}

func (k kept) text() string {
	k.Version = 1
	if k.Answers == nil {
		k.Answers = map[string][2]int{}
	}
	if k.Stars == nil {
		k.Stars = map[string]int{}
	}
	if k.Mixes == nil {
		k.Mixes = map[string]keptMix{}
	}
	text, err := json.Marshal(k)
	if err != nil {
		panic(err)
	}
	return string(text)
}

// remembers returns what is stored for a child who has known these lessons since a day counted from firstDay.
func remembers(lessons []lesson, day int) kept {
	k := kept{Answers: map[string][2]int{}, Stars: map[string]int{}}
	for _, l := range lessons {
		k.Stars[l.Rule.ID] = firstDay + day
		for _, q := range l.Quiz {
			if strings.HasPrefix(q.Key, path.Base(l.address)+"#") { // its own, not those that come back from others
				k.Answers[q.Key] = [2]int{1, firstDay + day}
			}
		}
	}
	return k
}

// device returns what the script stores now.
func (b *tab) device() (k kept) {
	b.t.Helper()
	text := ask[string](b, fmt.Sprintf(`localStorage.getItem(%q) ?? "{}"`, storageName))
	if err := json.Unmarshal([]byte(text), &k); err != nil {
		b.t.Fatalf("the device keeps %q: %v", text, err)
	}
	return k
}

// stars returns the marks of the rules that the page shows with a star.
func (b *tab) stars() string {
	b.t.Helper()
	return ask[string](b, `[...document.querySelectorAll(".rules [data-star]:not([hidden])")]
		.map(star => star.closest("li").querySelector(".tile").innerText.trim()).join(" ")`)
}

// seen reports whether an element is shown.
func (b *tab) seen(selector string) bool {
	b.t.Helper()
	return ask[bool](b, fmt.Sprintf(`[...document.querySelectorAll(%q)].some(e => e.getClientRects().length > 0)`, selector))
}

// words returns the words of the first such element that is shown.
func (b *tab) words(selector string) string {
	b.t.Helper()
	return squeeze(ask[string](b, fmt.Sprintf(`[...document.querySelectorAll(%q)].find(e => e.getClientRects().length)?.innerText ?? ""`, selector)))
}

// tap clicks where the middle of an element is, as a finger does: whatever covers it is hit instead.
func (b *tab) tap(selector string) {
	b.t.Helper()
	at := ask[[]float64](b, fmt.Sprintf(`(() => {
		const e = [...document.querySelectorAll(%q)].find(e => e.getClientRects().length)
		if (!e) return []
		e.scrollIntoView({ block: "center", behavior: "instant" })
		const box = e.getBoundingClientRect()
		return [box.x + box.width / 2, box.y + box.height / 2]
	})()`, selector))
	if len(at) != 2 {
		b.t.Fatalf("there is no %s to tap", selector)
	}
	b.do(chromedp.MouseClickXY(at[0], at[1]))
}

// doAll answers every question of a Key Stage One lesson rightly, and goes on to its end.
func (b *tab) doAll(l lesson) {
	b.t.Helper()
	for _, q := range l.Quiz {
		b.answerRightly(q)
		b.check(q)
		b.next(q)
	}
}

// quiet checks that nothing was written to the console.
func (b *tab) quiet() {
	b.t.Helper()
	if said := b.complaints(); len(said) > 0 {
		b.t.Errorf("the console says: %s", strings.Join(said, "; "))
	}
}
