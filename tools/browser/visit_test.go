package browser

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestNoPageHasInlineScriptsOrStyles(t *testing.T) {
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

// inline returns what an element has of a script or a style within the page, or nothing.
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

// readToTheEnd scrolls through the page, or through each step of its path, and waits for its images.
func (b *tab) readToTheEnd() {
	b.t.Helper()
	b.eachStep(func(string) { b.scrollThrough() })
}

func (b *tab) scrollThrough() {
	b.t.Helper()
	ask[bool](b, `(async () => {
		const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
		for (let top = 0; top < document.scrollingElement.scrollHeight; top += 2 * innerHeight) {
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
		if r.method != "GET" && r.method != "HEAD" || address.Scheme+"://"+address.Host != built().url || address.RawQuery != "" {
			b.t.Errorf("the page requests %s %s, which is not a plain request to its own host", r.method, r.url)
		}
	}
}

// keepsNothing reports whatever the page has stored in the browser.
func (b *tab) keepsNothing() {
	b.t.Helper()
	b.keepsOnly()
}

// keepsOnly reports whatever the page has stored in the browser besides what is allowed. The offline copy does not count: it
// is the same for everyone, and offline_test.go checks it.
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
		b.t.Errorf("the page stores %v, expected %v", kept, allowed)
	}
}
