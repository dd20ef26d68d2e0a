package browser

import (
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"

	"safeonline/tools/internal/headers"
	"safeonline/tools/internal/sweep"
)

// Every page, redirects too, has the security policy in its head, before whatever the policy applies to.
func TestEveryPageHasTheSecurityPolicyFirst(t *testing.T) {
	for _, p := range built().pages {
		var inHead []string
		for e := range elements(p.doc, "*") {
			if e.Parent != nil && e.Parent.Data == "head" && attr(e, "name") != "generator" {
				inHead = append(inHead, describeMeta(e))
			}
		}
		want := []string{"charset=utf-8", "Content-Security-Policy: " + headers.Meta(), "referrer: no-referrer"}
		if len(inHead) < 4 || !slices.Equal(inHead[:3], want) {
			t.Errorf("%s: its head begins with\n%s\nwant\n%s", p.address, strings.Join(inHead[:min(3, len(inHead))], "\n"), strings.Join(want, "\n"))
		}
		if got := strings.Count(strings.Join(inHead, "\n"), "Content-Security-Policy"); got != 1 {
			t.Errorf("%s: it has %d policies", p.address, got)
		}
	}
}

func describeMeta(e *html.Node) string {
	switch {
	case e.Data != "meta":
		return e.Data
	case hasAttr(e, "charset"):
		return "charset=" + attr(e, "charset")
	}
	return attr(e, "http-equiv") + attr(e, "name") + ": " + attr(e, "content")
}

// bareHost serves the build as a host that sends no headers, with one further page: a lesson into which somebody has put
// scripts, styles and pictures that are not the site's.
func bareHost(t *testing.T, foreign string) *httptest.Server {
	t.Helper()
	lesson := string(lessonAt(t, "/ks2/passwords/").page().source)
	lesson = strings.Replace(lesson, "</body>", fmt.Sprintf(`<script>document.title = "inline"</script>
<img src="data:," onerror="document.title = 'event'" alt=""><img src="%[1]s/picture.png" alt=""><script src="%[1]s/script.js"></script>
<link rel="stylesheet" href="%[1]s/style.css"><style>body { display: none }</style><iframe src="%[1]s/frame.html"></iframe><p id="styled" style="display: none">x</p>
<form action="%[1]s/form"><button id="send">x</button></form></body>`, foreign), 1)
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir(built().public())))
	mux.HandleFunc("/spoilt/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, lesson)
	})
	host := httptest.NewServer(mux)
	t.Cleanup(host.Close)
	return host
}

// On a host that sends no headers, the policy in the page keeps what was put into it from running, showing or sending requests.
func TestTheSecurityPolicyInThePageWorksWithoutHeaders(t *testing.T) {
	var asked atomic.Int32
	foreign := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { asked.Add(1) }))
	t.Cleanup(foreign.Close)
	host := bareHost(t, foreign.URL)
	b := visitAt(t, host.URL+"/spoilt/")
	b.readToTheEnd()
	ask[bool](b, `(document.querySelector("#send").click(), true)`)
	b.settle()
	if title := ask[string](b, `document.title`); title == "inline" || title == "event" || title == "" {
		t.Errorf("a script that stands in the page has run: the title is %q", title)
	}
	if !ask[bool](b, `getComputedStyle(document.body).display !== "none" && getComputedStyle(document.querySelector("#styled")).display !== "none"`) {
		t.Error("a style that stands in the page has been taken")
	}
	if n := asked.Load(); n > 0 {
		t.Errorf("the page has asked another host %d times", n)
	}
	if why := ask[string](b, `(() => { try { document.body.innerHTML = "<b>x</b>"; return "a string became HTML" } catch (e) { return "" } })()`); why != "" {
		t.Error(why)
	}
}

// oneOfEach returns one page for each combination of elements, styles and scripts.
func oneOfEach() (pages []page) {
	seen := map[string]bool{}
	for _, p := range built().read() {
		sorts := map[string]bool{}
		for e := range elements(p.doc, "*") {
			sorts[e.Data+" "+loaded(e)] = true
		}
		if sort := strings.Join(slices.Sorted(maps.Keys(sorts)), "\n"); !seen[sort] {
			seen[sort] = true
			pages = append(pages, p)
		}
	}
	return pages
}

// The site works under that policy: no page with a script of its own kind has anything that it forbids (in a full sweep: no kind of page), scripts run, and a question can be answered.
// (TestEveryPage visits every page under the same policy in the header.)
func TestTheSiteWorksWithoutHeaders(t *testing.T) {
	t.Parallel()
	host := bareHost(t, "https://foreign.example")
	l := lessonAt(t, "/smart/s/")
	b := visitAt(t, host.URL+l.address)
	q := l.Quiz[0]
	b.answerRightly(q)
	b.check(q)
	b.says(q, "Yes.")
	if !ask[bool](b, `navigator.serviceWorker.ready.then(() => true)`) {
		t.Error("no offline copy is made")
	}
	pages := oneOfEach()
	due := newStructure(pages, scriptHook)
	for _, p := range pages {
		if !due[p.address] && !sweep.Full() {
			continue
		}
		before := len(b.complaints())
		b.do(chromedp.Navigate(host.URL + p.address))
		for _, said := range b.complaints()[before:] {
			t.Errorf("%s: %s", p.address, said)
		}
	}
	for _, r := range b.asked() {
		if !strings.HasPrefix(r.url, host.URL+"/") {
			t.Errorf("the site asks %s", r.url)
		}
	}
}
