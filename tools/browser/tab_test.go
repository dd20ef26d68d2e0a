package browser

import (
	"cmp"
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long to wait for a browser that may hang. No test depends on how long anything takes.
const patience = 2 * time.Minute

// tab is a tab of Chromium that shares no cookies, storage or cache with others.
type tab struct {
	t     testing.TB
	ctx   context.Context
	close func() // closes a borrowed tab

	mu       sync.Mutex
	said     []string  // what the page wrote to the console, and faults that nobody caught
	requests []request // what the page asked for, in the order of asking
}

type request struct{ method, url string }

// visit opens a page of the site in a new tab after the steps, and waits until it has loaded. Where a test does not need an
// empty browser, borrow is cheaper.
func visit(t testing.TB, address string, steps ...chromedp.Action[chromedp.Void]) *tab {
	t.Helper()
	return visitAt(t, built().url+address, steps...)
}

// visitAt is visit for a page that is served elsewhere.
func visitAt(t testing.TB, url string, steps ...chromedp.Action[chromedp.Void]) *tab {
	t.Helper()
	b := &tab{t: t}
	ctx, cancel := chromedp.NewContext(browser(), chromedp.WithNewBrowserContext(), chromedp.WithListener(b.listen))
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil { // opens the tab, which lives as long as ctx
		t.Fatal(err)
	}
	b.ctx, cancel = context.WithTimeout(ctx, longPatience)
	t.Cleanup(cancel)
	b.do(screen(1280, 800))
	b.do(media(calm))
	b.do(steps...)
	b.do(chromedp.Navigate(url))
	return b
}

// listen records requests and messages. It runs while events arrive, so it must not wait.
func (b *tab) listen(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, request{e.Request.Method, e.Request.URL})
	case *runtime.EventConsoleAPICalled:
		said := fmt.Sprintf("console.%s", e.Type)
		for _, value := range e.Args {
			said += " " + cmp.Or(describe(value), string(value.Value))
		}
		b.said = append(b.said, said)
	case *runtime.EventExceptionThrown:
		b.said = append(b.said, e.ExceptionDetails.Text+" "+describe(e.ExceptionDetails.Exception))
	case *log.EventEntryAdded:
		if e.Entry.Text == "An unknown error occurred when fetching the script." {
			return // the page before was left while it registered its worker; without a worker the tests of the copy fail
		}
		b.said = append(b.said, e.Entry.Text+" "+e.Entry.URL)
	}
}

func describe(o *runtime.RemoteObject) string {
	if o == nil {
		return ""
	}
	return o.Description
}

// asked returns the requests of the page until now.
func (b *tab) asked() []request {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]request(nil), b.requests...)
}

// complaints returns what was written to the console until now.
func (b *tab) complaints() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]string(nil), b.said...)
}

func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

// ask evaluates an expression in the page and returns its value, or what it promises.
func ask[T any](b *tab, expression string) T {
	b.t.Helper()
	value, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%v\nin %s", err, shorten(expression))
	}
	return value
}

func shorten(s string) string {
	if len(s) > 400 {
		return s[:400] + "…"
	}
	return s
}

// settle waits until the page has its fonts and has drawn what was asked of it. If that was to go to another page, it is that page that settles.
func (b *tab) settle() {
	b.t.Helper()
	b.until(`document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))`, "the page with its fonts, drawn")
}

func screen(width, height int64) chromedp.Action[chromedp.Void] {
	return chromedp.EmulateViewport(width, height)
}

// surroundings are a reader's settings for all pages: a colour scheme, forced colours, reduced motion.
type surroundings map[string]string

// calm is the default of the tests. Motion is reduced, so that no check runs in the middle of a transition.
var (
	calm   = surroundings{"prefers-reduced-motion": "reduce", "prefers-color-scheme": "light"}
	dark   = surroundings{"prefers-reduced-motion": "reduce", "prefers-color-scheme": "dark"}
	forced = surroundings{"prefers-reduced-motion": "reduce", "forced-colors": "active"}
)

func (s surroundings) String() string {
	switch {
	case s["forced-colors"] != "":
		return "in forced colours"
	case s["prefers-color-scheme"] == "dark":
		return "in the dark"
	}
	return "in the light"
}

func media(s surroundings) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		var features []*emulation.MediaFeature
		for name, value := range s {
			features = append(features, &emulation.MediaFeature{Name: name, Value: value})
		}
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features})
		return err
	})
}

// withoutScript blocks the site's script, as a filter or a bad connection does.
var withoutScript = chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
	_, err := cdp.Call(ctx, t, network.SetBlockedURLs, network.SetBlockedURLsParams{
		URLPatterns: []*network.BlockPattern{{URLPattern: "*://*:*/*.js", Block: true}},
	})
	return err
})
