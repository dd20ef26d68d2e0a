package browser

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/offline"
)

// needed are the files that a device keeps, by address below the site's own, with their hashes.
func needed(t *testing.T, s *builtSite) map[string]string {
	t.Helper()
	files, err := offline.Files(os.DirFS(s.public()))
	if err != nil || len(files) < 100 {
		t.Fatalf("%d files are kept: %v", len(files), err)
	}
	return files
}

// keepsTheCopy: the device holds every file of the list as it was built, and nothing else.
func (b *tab) keepsTheCopy(files map[string]string) {
	b.t.Helper()
	home := ask[string](b, `navigator.serviceWorker.ready.then(r => r.scope)`)
	text, _ := json.Marshal(files)
	for _, wrong := range ask[[]string](b, fmt.Sprintf(`(async () => {
		const files = %s, wrong = []
		const names = await caches.keys()
		if (names.length !== 1) return ["caches: " + names]
		const cache = await caches.open(names[0])
		for (const request of await cache.keys()) {
			const path = request.url.slice(%q.length)
			const body = await (await cache.match(request)).arrayBuffer()
			const sum = btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest("SHA-256", body))))
			if (files[path] !== sum) wrong.push(path + " is not as it was built")
			delete files[path]
		}
		return wrong.concat(Object.keys(files).map(path => path + " is missing"))
	})()`, text, home)) {
		b.t.Error(wrong)
	}
}

// A page of the copy is no use without its look, its script and its pictures.
func TestWhatAKeptPageLoadsIsKeptToo(t *testing.T) {
	files := needed(t, built())
	for _, p := range built().read() {
		if _, kept := files[strings.TrimPrefix(p.address, "/")]; !kept {
			continue
		}
		for e := range elements(p.doc, "*") {
			for _, a := range e.Attr {
				path := strings.TrimPrefix(a.Val, "/")
				if _, kept := files[path]; loads(e, a.Key) && path != "" && !kept {
					t.Errorf("%s is kept, and %s, which it loads, is not", p.address, a.Val)
				}
			}
		}
	}
}

// Each of these tests has a line and a device of its own, and mostly waits for the worker, which takes its time: so they run
// side by side.

// One visit, and the line goes: every page for children is there, with its pictures, its look and its quiz.
func TestAllThatChildrenNeedIsThereAfterOneVisit(t *testing.T) {
	t.Parallel()
	l := lineTo(t, built())
	b := visitAt(t, l.URL+"/", atOnce)
	b.isReady()
	files := needed(t, built())
	b.keepsTheCopy(files)
	b.forgetsWhatBrowsersKeep()
	l.goes(noLine)
	for _, path := range slices.Sorted(maps.Keys(files)) {
		if path != "" && !strings.HasSuffix(path, "/") {
			continue
		}
		p := built().page("/" + path)
		if p.leads() != "" {
			continue // this page leads to one that is looked at too
		}
		b.goTo(l.URL + p.address)
		b.isWhole(p)
	}
	for _, address := range []string{"/teachers/", "/ks2/no-such-rule/"} {
		b.goTo(l.URL + address)
		if got := b.words("h1"); got != "No internet just now" {
			t.Errorf("%s without a line says %q", address, got)
		}
	}
	b.goTo(l.URL + "/ks2/passwords/")
	for _, q := range lessonAt(t, "/ks2/passwords/").Quiz {
		b.answerRightly(q)
		b.check(q)
		b.says(q, "Yes.")
	}
	b.finds(l.URL, []found{{"/help", "/help/"}, {"/index.html", "/"}, {"//ks2//index.html#main", "/ks2/#main"}, {"/ks2/5", "/ks2/passwords/"}})
}

// found is an address as it is asked for, and that of the page which is then there.
type found struct{ asked, at string }

// forms are those of an address under which hosts find a page.
var forms = []found{
	{"/help", "/help/"}, {"/help?from=mail", "/help/?from=mail"}, {"/help#main", "/help/#main"}, {"/help?a=b/c#main", "/help/?a=b/c#main"},
	{"/help/?from=mail", "/help/?from=mail"}, {"/help/#%E0%A4%A", "/help/#%E0%A4%A"}, {"/help/?/index.html", "/help/?/index.html"},
	{"/index.html", "/"}, {"/?utm=1", "/?utm=1"}, {"/index.html?a#main", "/?a#main"}, {"/help/index.html", "/help/"}, {"//help//", "/help/"},
	{"/help//index.html#main", "/help/#main"}, {"/%68elp", "/help/"}, {"/ks2%2Fpasswords", "/ks2/passwords/"}, {"/ks2//passwords", "/ks2/passwords/"},
	{"/ks2/passwords", "/ks2/passwords/"}, {"/ks2/passwords/index.html", "/ks2/passwords/"}, {"/ks2/./passwords/../passwords", "/ks2/passwords/"},
	{"/ks2/5/", "/ks2/passwords/"}, {"/ks2/5", "/ks2/passwords/"}, {"/present/ks2/passwords#3", "/present/ks2/passwords/#3"},
}

// unknown are addresses that no host finds.
var unknown = []string{
	"/HELP/", "/helpful", "/help/index.htm", "/index.html/", "/help%00", "/ks2/pass words", "/%2e%2e%2fhelp/x", "/__proto__", "/constructor/",
}

// finds tries forms of addresses without a line. Each leads to the address that relative links of the page count on, with
// what stands behind ? and #.
func (b *tab) finds(home string, forms []found) {
	b.t.Helper()
	for _, f := range forms {
		b.goTo(home + f.asked)
		b.until(`location.href === `+quoted(home+f.at)+` && document.readyState === "complete"`, f.at+", asked for as "+f.asked)
		path, _, _ := strings.Cut(f.at, "#")
		path, _, _ = strings.Cut(path, "?")
		if got, want := squeeze(ask[string](b, `document.querySelector("h1").textContent`)), heading(built().page(path)); got != want {
			b.t.Errorf("%s says %q, want %q", f.asked, got, want)
		}
	}
}

// heading is the first heading of a page.
func heading(p page) string {
	for h := range elements(p.doc, "h1") {
		return text(h)
	}
	return ""
}

// isWhole: the page has its words, its look and its pictures.
func (b *tab) isWhole(p page) {
	b.t.Helper()
	want := heading(p)
	got := ask[struct {
		Title    string
		Rules    int
		Pictures []string
		Script   bool
	}](b, `(async () => {
		if (!location.href.startsWith("http")) return { Title: "the browser's own page: " + document.title }
		const images = [...document.images]
		for (const image of images) image.loading = "eager"
		await Promise.all(images.map(i => i.complete || new Promise(done => i.onload = i.onerror = done)))
		await document.fonts.ready
		return {
			Title: document.querySelector("h1")?.textContent ?? "",
			Rules: [...document.styleSheets].reduce((n, sheet) => n + sheet.cssRules.length, 0),
			Pictures: images.filter(i => !i.naturalWidth).map(i => i.src),
			Script: ![...document.querySelectorAll(".foot [data-forget]")].some(button => button.hidden),
		}
	})()`)
	if squeeze(got.Title) != want || got.Rules < 5 || len(got.Pictures) > 0 || !got.Script {
		b.t.Errorf("%s is not whole: %+v, want the title %q", p.address, got, want)
	}
}

func replace(t *testing.T, file, was, now string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil || strings.Count(string(text), was) != 1 {
		t.Fatalf("%s holds %q %d times: %v", file, was, strings.Count(string(text), was), err)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(text), was, now, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
}

// newer is a build with other words, another look and another picture on the home page.
func newer(t *testing.T) *builtSite {
	return rebuilt(t, func(root string) {
		replace(t, filepath.Join(root, "content", "_index.md"), "greeting: Our rules", "greeting: Our new rules")
		replace(t, filepath.Join(root, "assets", "css", "base.css"), "html { color-scheme", "html { --edition: new; color-scheme")
		replace(t, filepath.Join(root, "assets", "pictures", "shield.svg"), "<svg ", "<svg data-edition=\"new\" ")
	})
}

// edition tells of which build the words, the look and the picture of the home page are.
const edition = `(async () => [
	document.querySelector("h1").textContent.includes("new rules"),
	getComputedStyle(document.documentElement).getPropertyValue("--edition") === "new",
	(await (await fetch(document.querySelector(".brand img").src)).text()).includes("data-edition"),
].map(is => is ? "new" : "old").join(" "))()`

func TestANewVersionComesWholeWithOneReload(t *testing.T) {
	t.Parallel()
	l, two := lineTo(t, built()), newer(t)
	b := visitAt(t, l.URL+"/", atOnce)
	b.isReady()
	b.goTo(l.URL + "/")
	if got := ask[string](b, edition); got != "old old old" {
		t.Fatalf("before there is a new version, the page is %s", got)
	}
	l.leadsTo(t, two)
	b.goTo(l.URL + "/")
	if got := ask[string](b, edition); got != "new new new" {
		t.Errorf("after one reload the page is %s", got)
	}
	b.until(`(await caches.keys()).length === 1 && (await (await caches.open((await caches.keys())[0])).match("/")).text().then(t => t.includes("new rules"))`, "the new copy alone")
	b.isReady() // and not that there is a newer one: this page is it
	b.keepsTheCopy(needed(t, two))
	b.forgetsWhatBrowsersKeep()
	l.goes(noLine)
	b.goTo(l.URL + "/")
	if got := ask[string](b, edition); got != "new new new" {
		t.Errorf("without a line the page is %s", got)
	}
}

func TestAnOpenPageSaysThatANewVersionHasCome(t *testing.T) {
	t.Parallel()
	l := lineTo(t, built())
	b := visitAt(t, l.URL+"/", atOnce)
	b.isReady()
	b.goTo(l.URL + "/")
	b.isReady()
	l.leadsTo(t, newer(t))
	ask[bool](b, `navigator.serviceWorker.getRegistration().then(r => r.update()).then(() => true)`)
	b.until(`document.querySelector("[data-offline]").textContent.startsWith("A new version")`, "word of the new version")
	if got := ask[string](b, `document.querySelector("h1").textContent`); strings.Contains(got, "new rules") {
		t.Errorf("the open page changed under its reader: %q", got)
	}
}

// While a new version comes in part only, the old one stays, wholly.
func TestTheOldCopyStaysUntilTheNewOneIsWhole(t *testing.T) {
	t.Parallel()
	l := lineTo(t, built())
	b := visitAt(t, l.URL+"/", atOnce)
	b.isReady()
	l.leadsTo(t, newer(t))
	l.goesFor(func(path string) fault {
		if path == "/smart/" || path == "/" {
			return blocked
		}
		return none
	})
	ask[bool](b, `navigator.serviceWorker.getRegistration().then(r => r.update()).then(() => true, () => true)`)
	b.until(`navigator.serviceWorker.getRegistration().then(r => !r.installing && !r.waiting)`, "the end of the attempt")
	b.forgetsWhatBrowsersKeep()
	l.goes(noLine)
	b.goTo(l.URL + "/")
	if got := ask[string](b, edition); got != "old old old" {
		t.Errorf("without a line the page is %s", got)
	}
}

// The copy is begun again and again, and each time something is wrong with another file of it. Nothing wrong gets in, and in
// the end all is there.
func TestNothingWrongGetsIntoTheCopy(t *testing.T) {
	t.Parallel()
	l := lineTo(t, built())
	files := needed(t, built())
	b := visitAt(t, l.URL+blank)
	wrong := []fault{blocked, cut, broken, noLine}
	for i, path := range slices.Sorted(maps.Keys(files)) {
		what := wrong[i%len(wrong)]
		l.goesFor(func(asked string) fault {
			if asked == "/"+path {
				return what
			}
			return none
		})
		if state := ask[string](b, `(async () => {
			const { installing } = await navigator.serviceWorker.register("/worker.js")
			await new Promise(done => installing.onstatechange = done)
			return installing.state
		})()`); state != "redundant" {
			t.Fatalf("with /%s this happens: %s; and the worker is %s", path, what, state)
		}
	}
	l.goes(none)
	b.goTo(l.URL + "/smart/s/")
	b.isReady()
	b.keepsTheCopy(files)
}

// The first visit, while a file or all of them are wrong: the page is as good as without a worker.
func TestAPageIsWholeWhileItsCopyIsNot(t *testing.T) {
	t.Parallel()
	p := built().page("/smart/s/")
	for _, what := range []fault{blocked, cut, broken, noLine} {
		l := lineTo(t, built())
		l.goesFor(func(path string) fault {
			if path == "/ks2/passwords/" || path == "/pictures/zipper-mouth-face.svg" {
				return what
			}
			return none
		})
		b := visitAt(t, l.URL+p.address, atOnce)
		b.hasFailed()
		b.goTo(l.URL + p.address)
		b.isWhole(p)
		if b.words("[data-offline]") != "" {
			t.Errorf("%s, and the page says that it is ready", what)
		}
	}
}

func TestWhereThereIsNoRoomThePageIsAsGood(t *testing.T) {
	t.Parallel()
	l := lessonAt(t, "/smart/s/")
	for _, bytes := range []float64{1, 0.1e6, 1e6} { // a limit of 0 is none to Chromium
		way := lineTo(t, built())
		b := visitAt(t, way.URL+blank)
		b.room(way.URL, bytes)
		b.do(atOnce)
		b.goTo(way.URL + l.address)
		b.hasFailed()
		if kept := ask[[]string](b, `caches.keys()`); len(kept) > 0 {
			t.Errorf("with room for %.0f bytes %v is left behind", bytes, kept)
		}
		b.isWhole(l.page())
		for _, q := range l.Quiz {
			b.answerRightly(q)
			b.check(q)
			b.says(q, "Yes.")
			b.next(q)
		}
		if bytes == 1e6 { // and now there is room
			b.room(way.URL, -1)
			b.goTo(way.URL + l.address)
			b.isReady()
			b.keepsTheCopy(needed(t, built()))
		}
	}
}

func TestWhereWorkersAreDeniedThePageIsAsGood(t *testing.T) {
	t.Parallel()
	for name, trouble := range map[string]string{
		"absent":  `Object.defineProperty(Navigator.prototype, "serviceWorker", { value: undefined })`,
		"refused": `ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException("no", "SecurityError"))`,
	} {
		t.Run(name, func(t *testing.T) {
			l := lineTo(t, built())
			b := visitAt(t, l.URL+"/smart/s/", early(trouble), atOnce)
			b.isWhole(built().page("/smart/s/"))
			b.quiet()
			if b.words("[data-offline]") != "" {
				t.Error("the page says that it is ready")
			}
		})
	}
}

// A copy that has gone bad, a page, a style and a picture of it, shows nothing bad, and mends itself when the line is back.
func TestACopyThatHasGoneBadMendsItself(t *testing.T) {
	t.Parallel()
	l := lineTo(t, built())
	b := visitAt(t, l.URL+"/", atOnce)
	b.isReady()
	files := needed(t, built())
	ask[bool](b, `(async () => {
		const cache = await caches.open((await caches.keys())[0])
		const bad = (await cache.keys()).map(r => r.url).filter(url => /\d\/smart\/s\/$|css\/lesson|pictures\/shield/.test(url))
		if (bad.length !== 3) throw new Error("these go bad: " + bad)
		for (const url of bad) await cache.put(url, new Response("<h1>bad</h1>", { headers: { "Content-Type": "text/html" } }))
		return true
	})()`)
	b.forgetsWhatBrowsersKeep()
	l.goes(noLine)
	b.goTo(l.URL + "/smart/s/")
	if got := b.words("h1"); got != "No internet just now" {
		t.Errorf("the bad page without a line says %q", got)
	}
	b.goTo(l.URL + "/smart/m/")
	if got := b.words("h1"); got == "" || got == "bad" {
		t.Errorf("a good page without a line says %q", got)
	}
	l.goes(none)
	b.goTo(l.URL + "/smart/s/")
	b.isWhole(built().page("/smart/s/"))
	b.until(fmt.Sprintf(`caches.keys().then(names => caches.open(names[0])).then(c => c.keys()).then(keys => keys.length === %d)`, len(files)), "the mended copy")
	b.keepsTheCopy(files)
}

// A build that keeps nothing takes the copies away.
func TestABuildWithoutACopyTakesItAway(t *testing.T) {
	t.Parallel()
	l := lineTo(t, built())
	b := visitAt(t, l.URL+"/", atOnce)
	b.isReady()
	l.leadsTo(t, rebuilt(t, func(string) {}, "--no-offline"))
	for range 2 {
		b.goTo(l.URL + "/")
		b.until(`document.readyState === "complete"`, "the page")
	}
	b.until(`navigator.serviceWorker.getRegistrations().then(async all => !all.length && !(await caches.keys()).length)`, "neither worker nor copy")
	b.goTo(l.URL + "/")
	if b.words("[data-offline]") != "" {
		t.Error("the page says that it is ready")
	}
}

// A line on which nothing comes is worse than none: the browser would wait. The copy is shown instead, 2.5 seconds on.
// This test is alone: it is about time.
func TestAPageComesFromTheCopyWhenTheLineStalls(t *testing.T) {
	l := lineTo(t, built())
	b := visitAt(t, l.URL+"/", atOnce)
	b.isReady()
	b.forgetsWhatBrowsersKeep()
	l.goes(stalled)
	b.goTo(l.URL + "/ks2/passwords/")
	b.isWhole(built().page("/ks2/passwords/"))
	if came := ask[float64](b, `performance.getEntriesByType("navigation")[0].responseEnd`); came > 3500 {
		t.Errorf("the page came after %.0f ms", came)
	}
}

// Whoever watches the line sees that a device keeps a copy, and which lesson is read. Not what is answered: with the worker and
// all, the same is asked for, by address alone.
func TestTheLineTellsNothingOfAnswers(t *testing.T) {
	t.Parallel()
	asked := map[string][]string{}
	for _, how := range []string{"rightly", "wrongly at first"} {
		l := lineTo(t, built())
		b := visitAt(t, l.URL+"/", atOnce)
		b.isReady()
		for _, lesson := range lessons(t) {
			b.goTo(l.URL + lesson.address)
			b.readToTheEnd()
			for _, q := range lesson.Quiz {
				if how != "rightly" {
					b.answerWrongly(q)
					b.check(q)
				}
				b.answerRightly(q)
				b.check(q)
				b.next(q)
			}
		}
		asked[how] = l.paths()
		for i, r := range l.asked {
			from := r.Header.Get("Referer") // a worker that looks for a newer one names itself
			if r.Method != "GET" || l.sent[i] != "" || r.URL.RawQuery != "" || r.Header.Get("Cookie") != "" || from != "" && from != l.URL+"/worker.js" {
				t.Errorf("the line carries %s %s, %v, %q", r.Method, r.URL, r.Header, l.sent[i])
			}
		}
	}
	if !slices.Equal(asked["rightly"], asked["wrongly at first"]) {
		t.Errorf("answered wrongly, this is asked for or not: %v", differ(asked["rightly"], asked["wrongly at first"]))
	}
}
