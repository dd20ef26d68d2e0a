package browser

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestAPageAsksOnlyItsOwnHostAndKeepsNothing(t *testing.T) {
	for _, p := range built().read() {
		t.Run(named(p.address), func(t *testing.T) {
			t.Parallel()
			b := visit(t, p.address)
			b.readToTheEnd()
			b.onlyOurs()
			b.keepsNothing()
			for _, complaint := range b.complaints() {
				t.Errorf("the console says: %s", complaint)
			}
		})
	}
}

// Whoever watches the line sees which rule a child reads. What the child answers is nobody's business, so answering, and
// coming to the end, asks for nothing at all.
func TestAnsweringAsksForNothing(t *testing.T) {
	for _, l := range lessonsAndGallery(t) {
		t.Run(named(l.address), func(t *testing.T) {
			t.Parallel()
			b := visit(t, l.address)
			b.readToTheEnd()
			before := b.asked()
			for _, q := range l.Quiz {
				b.check(q)
				b.answerWrongly(q)
				b.check(q)
				b.answerRightly(q)
				b.check(q)
				b.next(q)
			}
			b.readToTheEnd()
			if after := b.asked(); len(after) > len(before) {
				t.Errorf("answering asked for %v", after[len(before):])
			}
			b.keepsOnly("local storage", "session storage")
			for _, complaint := range b.complaints() {
				t.Errorf("the console says: %s", complaint)
			}
		})
	}
}

func TestNoPageHoldsAScriptOrAStyleOfItsOwn(t *testing.T) {
	for _, p := range built().pages {
		t.Run(named(p.address), func(t *testing.T) {
			for e := range elements(p.doc, "*") {
				if fault := inline(e); fault != "" {
					t.Errorf("<%s> has %s: a strict content security policy would block it", e.Data, fault)
				}
			}
		})
	}
}

// inline tells what of a script or style stands in the element itself.
func inline(e *html.Node) string {
	switch {
	case e.Data == "style":
		return "a style in the page"
	case e.Data == "script" && !hasAttr(e, "src"):
		return "a script in the page"
	}
	for _, a := range e.Attr {
		switch {
		case a.Key == "style", strings.HasPrefix(a.Key, "on"):
			return "the attribute " + a.Key
		case strings.HasPrefix(strings.TrimSpace(strings.ToLower(a.Val)), "javascript:"):
			return "a javascript: address"
		}
	}
	return ""
}

// readToTheEnd scrolls through the page, and waits for the pictures on the way.
func (b *tab) readToTheEnd() {
	b.t.Helper()
	ask[bool](b, `(async () => {
		const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
		for (let top = 0; top < document.scrollingElement.scrollHeight; top += 400) {
			scrollTo({ top, behavior: "instant" })
			await drawn()
		}
		const seen = [...document.images].filter(i => i.loading !== "lazy" || i.offsetParent !== null)
		await Promise.all(seen.map(i => i.complete || new Promise(done => i.onload = i.onerror = done)))
		return true
	})()`)
}

func (b *tab) onlyOurs() {
	b.t.Helper()
	for _, r := range b.asked() {
		address, err := url.Parse(r.url)
		if err != nil {
			b.t.Fatal(err)
		}
		if r.method != "GET" || address.Scheme+"://"+address.Host != built().url || address.RawQuery != "" {
			b.t.Errorf("the page asks: %s %s", r.method, r.url)
		}
	}
}

// keepsNothing tells of whatever the page has left in the browser.
func (b *tab) keepsNothing() {
	b.t.Helper()
	b.keepsOnly()
}

// keepsOnly tells of whatever else the page has left in the browser. The offline copy says nothing of anyone: it is the same
// for everyone, and offline_test.go looks at it.
func (b *tab) keepsOnly(allowed ...string) {
	b.t.Helper()
	kept := ask[[]string](b, `(async () => [
		...document.cookie ? ["a cookie"] : [],
		...localStorage.length ? ["local storage"] : [],
		...sessionStorage.length ? ["session storage"] : [],
		...(await indexedDB.databases()).map(d => "the database " + d.name),
		...(await caches.keys()).filter(name => !name.startsWith("safe-online-")).map(name => "the cache " + name),
		...(await navigator.serviceWorker.getRegistrations()).filter(r => r.scope !== location.origin + "/").map(r => "the service worker " + r.scope),
	])()`)
	slices.Sort(kept)
	if !slices.Equal(kept, allowed) {
		b.t.Errorf("the page keeps %v, want %v", kept, allowed)
	}
}
