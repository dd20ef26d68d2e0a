package browser

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"

	"safeonline/tools/internal/headers"
)

// line is the way from a device to the site, and what goes wrong on it.
type line struct {
	*httptest.Server

	mu    sync.Mutex
	site  http.Handler
	fault func(path string) fault // what happens to a request; nil when all is well
	asked []*http.Request
	sent  []string // bodies that came with requests
	over  chan struct{}
}

type fault string

const (
	none    fault = ""
	noLine  fault = "the line is down"
	stalled fault = "nothing comes"
	cut     fault = "the end is missing"
	blocked fault = "a filter answers with a page of its own"
	broken  fault = "the server says that it has failed"
)

const filterPage = "<!doctype html><title>Blocked</title><h1>This page is blocked by your school</h1>"

// blank is a page of the line's own, with nothing in it and nothing forbidden.
const blank = "/_blank"

// lineTo is a line to a build, on an address of its own: nothing kept for another test is there.
func lineTo(t testing.TB, s *builtSite) *line {
	t.Helper()
	l := &line{over: make(chan struct{})}
	l.leadsTo(t, s)
	l.Server = httptest.NewServer(l)
	t.Cleanup(func() { close(l.over); l.CloseClientConnections(); l.Close() })
	return l
}

// leadsTo puts another build in the place of the one before, as the host does.
func (l *line) leadsTo(t testing.TB, s *builtSite) {
	t.Helper()
	rules, err := headers.Read(os.DirFS(s.public()))
	if err != nil {
		t.Fatal(err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.site = rules.Handler(s)
}

// goes says what happens to every request from now on.
func (l *line) goes(f fault) { l.goesFor(func(string) fault { return f }) }

func (l *line) goesFor(f func(path string) fault) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.fault = f
}

func (l *line) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	l.mu.Lock()
	l.asked = append(l.asked, r)
	l.sent = append(l.sent, string(body))
	site, what := l.site, none
	if l.fault != nil {
		what = l.fault(r.URL.Path)
	}
	l.mu.Unlock()
	if r.URL.Path == blank {
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, "<!doctype html><title>Blank</title>")
		return
	}
	switch what {
	case none:
		site.ServeHTTP(w, r)
	case noLine:
		panic(http.ErrAbortHandler)
	case stalled:
		select {
		case <-l.over:
		case <-r.Context().Done():
		}
		panic(http.ErrAbortHandler)
	case blocked:
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, filterPage)
	case broken:
		http.Error(w, "broken", http.StatusInternalServerError)
	case cut:
		answer := httptest.NewRecorder()
		r.Header.Del("If-Modified-Since")
		site.ServeHTTP(answer, r)
		for name, value := range answer.Header() {
			w.Header()[name] = value
		}
		w.Write(answer.Body.Bytes()[:answer.Body.Len()/2])
		panic(http.ErrAbortHandler)
	}
}

// paths gives what was asked for, each once, sorted.
func (l *line) paths() (paths []string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, r := range l.asked {
		paths = append(paths, r.URL.RequestURI())
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

// atOnce makes a page's own timers end at once, so that no test waits for the worker to be fetched. The page's attempt to get
// one can be waited for as window.attempt.
var atOnce = early(`{
	const later = setTimeout, { register } = ServiceWorkerContainer.prototype
	window.setTimeout = run => later(run, 0)
	ServiceWorkerContainer.prototype.register = function (...what) { return window.attempt = register.apply(this, what) }
}`)

// hasFailed waits until the page has tried to get a copy, and the attempt has come to nothing.
func (b *tab) hasFailed() {
	b.t.Helper()
	b.until(`window.attempt?.then(r => !r.installing && !r.waiting && !r.active, () => true)`, "the end of the attempt")
}

// isReady waits until the page says that all is there.
func (b *tab) isReady() {
	b.t.Helper()
	b.until(`document.querySelector("[data-offline]").textContent === "Ready without internet"`, "the copy")
}

// goTo follows an address, whether it answers or not.
func (b *tab) goTo(url string) {
	b.t.Helper()
	chromedp.Do(b.ctx, chromedp.Navigate(url)) // an error is what the page then shows
}

// forgetsWhatBrowsersKeep empties the browser's own cache, so that what comes comes from the line or from the copy.
func (b *tab) forgetsWhatBrowsersKeep() {
	b.t.Helper()
	b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, network.ClearBrowserCache, cdp.Empty{})
		return err
	}))
}

// room limits what the device keeps for a site, in bytes; below 0 it is as it was.
func (b *tab) room(origin string, bytes float64) {
	b.t.Helper()
	b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		p := storage.OverrideQuotaForOriginParams{Origin: origin}
		if bytes >= 0 {
			p.QuotaSize = &bytes
		}
		_, err := cdp.Call(ctx, t, storage.OverrideQuotaForOrigin, p)
		return err
	}))
}
