package browser

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"
)

// longPatience bounds the use of a tab, in which a test may do many things: all there are in a full sweep.
const longPatience = 5 * time.Minute

// shelf holds the borrowed tabs that are free. Opening a tab in a browser context of its own takes about one second of
// processor time, so tests that do not depend on an empty browser share a few tabs.
var shelf struct {
	mu   sync.Mutex
	tabs []*tab
}

// borrow returns a tab that no other test is using, as a reader's browser is by default: a window of 1280 × 800 pixels,
// light colours, no reduced width, nothing stored, and every request sent to the server even where an offline copy exists.
// What a test must not do to a borrowed tab is add a script to every page (early, onDay, with): that can't be undone.
func borrow(t testing.TB, steps ...chromedp.Action[chromedp.Void]) *tab {
	t.Helper()
	b := fromShelf()
	if b == nil {
		b = newTab(t)
	}
	b.t = t
	b.forget()
	kept := b.ctx
	ctx, cancel := context.WithTimeout(kept, longPatience)
	b.ctx = ctx
	t.Cleanup(func() {
		cancel()
		b.ctx = kept
		if t.Failed() { // the tab may hang
			b.close()
			return
		}
		shelf.mu.Lock()
		defer shelf.mu.Unlock()
		shelf.tabs = append(shelf.tabs, b)
	})
	b.do(screen(1280, 800), media(calm), asNew)
	b.do(steps...)
	return b
}

// borrowAt is borrow, followed by opening a page of the site.
func borrowAt(t testing.TB, address string, steps ...chromedp.Action[chromedp.Void]) *tab {
	t.Helper()
	b := borrow(t, steps...)
	if strings.Contains(address, "#") { // where the tab shows that page already, it would stay as the test before left it
		b.do(chromedp.Navigate("about:blank"))
	}
	b.open(address)
	return b
}

func fromShelf() *tab {
	shelf.mu.Lock()
	defer shelf.mu.Unlock()
	last := len(shelf.tabs) - 1
	if last < 0 {
		return nil
	}
	b := shelf.tabs[last]
	shelf.tabs = shelf.tabs[:last]
	return b
}

// newTab opens a tab in a browser context of its own, which lives as long as the browser.
func newTab(t testing.TB) *tab {
	t.Helper()
	b := &tab{t: t}
	b.ctx, b.close = chromedp.NewContext(browser(), chromedp.WithNewBrowserContext(), chromedp.WithListener(b.listen))
	if err := chromedp.Do(b.ctx); err != nil {
		t.Fatal(err)
	}
	return b
}

// forget drops what the tab has noted for the test before.
func (b *tab) forget() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.said, b.requests = nil, nil
}

// asNew makes a borrowed tab as good as new: it unblocks files, empties storage, and bypasses the offline copy. It stays on
// the page of the test before, since going by an empty page would start a new process for the next page.
var asNew = chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
	empty := `(() => { try { sessionStorage.clear(); history.replaceState(null, "") } catch {} return true })()` // it throws where a page has no storage
	if _, err := chromedp.Evaluate[bool](empty)(ctx, t); err != nil {
		return err
	}
	if _, err := cdp.Call(ctx, t, network.SetBlockedURLs, network.SetBlockedURLsParams{}); err != nil {
		return err
	}
	if _, err := cdp.Call(ctx, t, network.SetBypassServiceWorker, network.SetBypassServiceWorkerParams{Bypass: true}); err != nil {
		return err
	}
	_, err := cdp.Call(ctx, t, storage.ClearDataForOrigin, storage.ClearDataForOriginParams{
		Origin: built().url, StorageTypes: "cookies,local_storage,indexeddb",
	})
	return err
})

// promise runs one check of a page as a subtest, so that a failure names the page and what is wrong with it.
func (b *tab) promise(t *testing.T, name string, check func()) {
	t.Helper()
	t.Run(name, func(sub *testing.T) {
		b.t = sub
		defer func() { b.t = t }()
		check()
	})
}

func TestABorrowedTabIsAsNew(t *testing.T) {
	var used *tab
	t.Run("used", func(t *testing.T) {
		used = borrowAt(t, "/smart/s/")
		ask[bool](used, `window.used = true`)
		ask[bool](used, `localStorage.a = sessionStorage.b = 1, document.cookie = "c=1", true`)
		used.do(onPaper, screen(narrow, 640), withoutScript)
	})
	b := borrowAt(t, "/smart/s/#main")
	if ask[bool](b, `"used" in window`) {
		t.Error("the page was not loaded anew")
	}
	if b != used {
		t.Fatal("a tab that is free is not lent again")
	}
	b.keepsNothing()
	b.quiet()
	b.onlyOurs()
	if !ask[bool](b, `innerWidth === 1280 && matchMedia("screen and (prefers-color-scheme: light)").matches`) {
		t.Error("the window or the media are those of the test before")
	}
	if !b.isPath() {
		t.Error("the script is still blocked")
	}
}
