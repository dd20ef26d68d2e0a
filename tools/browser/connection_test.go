package browser

import (
	"bytes"
	"context"
	"io"
	"io/fs"
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
	"safeonline/tools/internal/offline"
)

// connection serves a build to a device, and fails as a test says.
type connection struct {
	*httptest.Server
	pace offline.Pace // of the service worker

	mu     sync.Mutex
	site   http.Handler
	fault  func(path string) fault // what goes wrong with a request; nil if nothing does
	asked  []*http.Request
	sent   []string // the bodies of requests
	closed chan struct{}
}

// fault is what goes wrong with a request.
type fault string

const (
	none         fault = ""
	disconnected fault = "the network is down"
	stalled      fault = "nothing arrives"
	cut          fault = "the end is missing"
	blocked      fault = "a filter answers with a page of its own"
	broken       fault = "the server fails"
)

const filterPage = "<!doctype html><title>Blocked</title><h1>This page is blocked by your school</h1>"

// blank is the address of an empty page that forbids nothing. Every connection has it.
const blank = "/_blank"

// atFullSpeed is a worker that makes no pauses and never gives up on the network, so that no test waits, and none fails on a
// busy machine.
var atFullSpeed = offline.Pace{Patience: patience}

// connect serves a build at an address of its own, so that nothing is stored there yet.
func connect(t testing.TB, s *builtSite) *connection {
	t.Helper()
	return connectAt(t, atFullSpeed, s)
}

// connectAt is connect with another pace of the worker.
func connectAt(t testing.TB, pace offline.Pace, s *builtSite) *connection {
	t.Helper()
	c := &connection{pace: pace, closed: make(chan struct{})}
	c.serves(t, s)
	c.Server = httptest.NewServer(c)
	t.Cleanup(func() { close(c.closed); c.CloseClientConnections(); c.Close() })
	return c
}

// serves replaces the build by another one, as a host does.
func (c *connection) serves(t testing.TB, s *builtSite) {
	t.Helper()
	rules, err := headers.Read(os.DirFS(s.public()))
	if err != nil {
		t.Fatal(err)
	}
	handler := rules.Handler(atPace(t, c.pace, s))
	c.mu.Lock()
	defer c.mu.Unlock()
	c.site = handler
}

// atPace returns a build's handler with another pace of its worker. A worker that keeps no copy stays as it is.
func atPace(t testing.TB, pace offline.Pace, s *builtSite) http.Handler {
	t.Helper()
	files := os.DirFS(s.public())
	published, err := fs.ReadFile(files, offline.Name)
	if err != nil {
		t.Fatal(err)
	}
	usual, err := offline.Worker(files)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(published, usual) {
		return s
	}
	worker, err := offline.WorkerAt(pace, files)
	if err != nil {
		t.Fatal(err)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/"+offline.Name {
			s.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		w.Write(worker)
	})
}

// fails sets what goes wrong with every request from now on.
func (c *connection) fails(f fault) { c.failsFor(func(string) fault { return f }) }

// failsFor sets what goes wrong with a request for a path from now on.
func (c *connection) failsFor(f func(path string) fault) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.fault = f
}

func (c *connection) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	c.mu.Lock()
	c.asked = append(c.asked, r)
	c.sent = append(c.sent, string(body))
	site, what := c.site, none
	if c.fault != nil {
		what = c.fault(r.URL.Path)
	}
	c.mu.Unlock()
	if r.URL.Path == blank {
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, "<!doctype html><title>Blank</title>")
		return
	}
	switch what {
	case none:
		site.ServeHTTP(w, r)
	case disconnected:
		panic(http.ErrAbortHandler)
	case stalled:
		select {
		case <-c.closed:
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

// paths returns the addresses that were requested, sorted and without duplicates.
func (c *connection) paths() (paths []string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, r := range c.asked {
		paths = append(paths, r.URL.RequestURI())
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

// atOnce makes a page's own timers end at once, so that no test waits until the page registers the worker. window.attempt is the
// promise of that registration.
var atOnce = early(`{
	const later = setTimeout, { register } = ServiceWorkerContainer.prototype
	window.setTimeout = run => later(run, 0)
	ServiceWorkerContainer.prototype.register = function (...what) { return window.attempt = register.apply(this, what) }
}`)

// withoutWorker keeps a page from registering the worker, which would fetch the whole copy while a test of something else runs.
var withoutWorker = early(`ServiceWorkerContainer.prototype.register = () => new Promise(() => {})`)

// waitForFailure waits until the page has tried to install the worker and failed.
func (b *tab) waitForFailure() {
	b.t.Helper()
	b.until(`window.attempt?.then(r => !r.installing && !r.waiting && !r.active, () => true)`, "the end of the attempt to install the worker")
}

// waitForCopy waits until the page says that the offline copy is ready.
func (b *tab) waitForCopy() {
	b.t.Helper()
	b.until(`document.querySelector("[data-offline]").textContent === "Ready without internet"`, "the offline copy")
}

// goTo opens an address, whether or not it answers.
func (b *tab) goTo(url string) {
	b.t.Helper()
	chromedp.Do(b.ctx, chromedp.Navigate(url)) // a test looks at what the page then shows
}

// clearCache empties the browser's own cache, so that files come from the network or from the offline copy.
func (b *tab) clearCache() {
	b.t.Helper()
	b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, network.ClearBrowserCache, cdp.Empty{})
		return err
	}))
}

// limitStorage limits what the device stores for a site, in bytes; a negative number removes the limit.
func (b *tab) limitStorage(origin string, bytes float64) {
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
