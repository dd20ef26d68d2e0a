package browser

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"safeonline/tools/internal/offline"
	"safeonline/tools/internal/sweep"
)

// keptFiles returns the files that a device keeps, by address relative to the site's own, with their hashes.
func keptFiles(t *testing.T, s *builtSite) map[string]string {
	t.Helper()
	files, err := offline.Files(os.DirFS(s.public()))
	if err != nil || len(files) < 100 {
		t.Fatalf("%d files are kept: %v", len(files), err)
	}
	return files
}

// checkCopy checks that the device has every file of the list as it was built, and nothing else.
func (b *tab) checkCopy(files map[string]string) {
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

// A page in the copy is no use without its styles, its script and its images.
func TestCopyHasWhatItsPagesLoad(t *testing.T) {
	files := keptFiles(t, built())
	for _, p := range built().read() {
		if _, kept := files[strings.TrimPrefix(p.address, "/")]; !kept {
			continue
		}
		for e := range elements(p.doc, "*") {
			for _, a := range e.Attr {
				path := strings.TrimPrefix(a.Val, "/")
				if _, kept := files[path]; loads(e, a.Key) && path != "" && !kept {
					t.Errorf("the copy has %s, but not %s, which it loads", p.address, a.Val)
				}
			}
		}
	}
}

// aRoute matches the address of a plan's slides, which the deck itself has too.
var aRoute = regexp.MustCompile(`^/present/.+/\d+/$`)

// Children have their pages and their slides offline, and the policy that they quote. What only adults read is not in the copy.
func TestCopyHasEveryPageForChildren(t *testing.T) {
	files := keptFiles(t, built())
	for _, p := range built().pages {
		_, kept := files[strings.TrimPrefix(p.address, "/")]
		if due := p.forPupils() || p.onTheWall() && !aRoute.MatchString(p.address) || strings.HasPrefix(p.address, "/policy/"); due && !kept {
			t.Errorf("the copy lacks %s, which children need", p.address)
		}
	}
}

// Each test that follows has a connection and a device of its own, so they run in parallel.

// impatient is a worker that shows the copy of a page after a tenth of a second.
var impatient = offline.Pace{Patience: 100 * time.Millisecond}

func TestChildrenHaveAllTheyNeedOfflineAfterOneVisit(t *testing.T) {
	t.Parallel()
	c := connectAt(t, impatient, built())
	b := visitAt(t, c.URL+"/", atOnce)
	b.waitForCopy()
	b.checkCopy(keptFiles(t, built()))
	b.clearCache()
	c.fails(disconnected)
	for _, p := range offlinePages(t) {
		b.goTo(c.URL + p.address)
		b.checkWhole(p)
	}
	for _, address := range []string{"/teachers/", "/ks2/no-such-rule/"} {
		b.goTo(c.URL + address)
		if got := b.words("h1"); got != "No internet just now" {
			t.Errorf("offline, %s says %q", address, got)
		}
	}
	b.goTo(c.URL + "/ks2/passwords/")
	for _, q := range lessonAt(t, "/ks2/passwords/").Quiz {
		b.answerRightly(q)
		b.check(q)
		b.says(q, "Yes.")
	}
	b.finds(c.URL, []form{{"/help", "/help/"}, {"/index.html", "/"}, {"//ks2//index.html#main", "/ks2/#main"}, {"/ks2/5", "/ks2/passwords/"}})

	// A network on which nothing arrives is worse than none, because the browser would wait.
	c.fails(stalled)
	b.goTo(c.URL + "/smart/s/")
	b.checkWhole(built().page("/smart/s/"))
}

// offlinePages returns pages that the copy has: one or two of each template, or all of them in a full sweep.
func offlinePages(t *testing.T) (pages []page) {
	t.Helper()
	if !sweep.Full() {
		for _, address := range []string{
			"/", "/smart/", "/smart/s/", "/smart/mix/", "/ks2/passwords/", "/ks2/certificate/", "/help/", "/policy/", "/privacy/", deckAt, "/present/ks2/mix/",
		} {
			pages = append(pages, built().page(address))
		}
		return pages
	}
	for _, address := range slices.Sorted(maps.Keys(keptFiles(t, built()))) {
		if address != "" && !strings.HasSuffix(address, "/") {
			continue
		}
		if p := built().page("/" + address); p.leads() == "" { // the page that it leads to is checked too
			pages = append(pages, p)
		}
	}
	return pages
}

// form is an address as somebody enters it, and that of the page that is then shown.
type form struct{ entered, shown string }

// forms are addresses for which hosts find a page.
var forms = []form{
	{"/help", "/help/"}, {"/help?from=mail", "/help/?from=mail"}, {"/help#main", "/help/#main"}, {"/help?a=b/c#main", "/help/?a=b/c#main"},
	{"/help/?from=mail", "/help/?from=mail"}, {"/help/#%E0%A4%A", "/help/#%E0%A4%A"}, {"/help/?/index.html", "/help/?/index.html"},
	{"/index.html", "/"}, {"/?utm=1", "/?utm=1"}, {"/index.html?a#main", "/?a#main"}, {"/help/index.html", "/help/"}, {"//help//", "/help/"},
	{"/help//index.html#main", "/help/#main"}, {"/%68elp", "/help/"}, {"/ks2%2Fpasswords", "/ks2/passwords/"}, {"/ks2//passwords", "/ks2/passwords/"},
	{"/ks2/passwords", "/ks2/passwords/"}, {"/ks2/passwords/index.html", "/ks2/passwords/"}, {"/ks2/./passwords/../passwords", "/ks2/passwords/"},
	{"/ks2/5/", "/ks2/passwords/"}, {"/ks2/5", "/ks2/passwords/"}, {"/present/ks2/passwords#3", "/present/ks2/passwords/#3"},
}

// unknown are addresses for which no host finds a page.
var unknown = []string{
	"/HELP/", "/helpful", "/help/index.htm", "/index.html/", "/help%00", "/ks2/pass words", "/%2e%2e%2fhelp/x", "/__proto__", "/constructor/",
}

// finds checks that each form of an address leads offline to the page's own address, with query and fragment: the page's
// relative links depend on it.
func (b *tab) finds(home string, forms []form) {
	b.t.Helper()
	for _, f := range forms {
		b.goTo(home + f.entered)
		b.until(`location.href === `+quoted(home+f.shown)+` && document.readyState === "complete"`, f.shown+" for "+f.entered)
		path, _, _ := strings.Cut(f.shown, "#")
		path, _, _ = strings.Cut(path, "?")
		if got, want := squeeze(ask[string](b, `document.querySelector("h1").textContent`)), heading(built().page(path)); got != want {
			b.t.Errorf("%s shows the page %q, want %q", f.entered, got, want)
		}
	}
}

// heading returns the text of a page's first heading.
func heading(p page) string {
	for h := range elements(p.doc, "h1") {
		return text(h)
	}
	return ""
}

// checkWhole checks that the page is shown with its heading, its styles, its script and its images.
func (b *tab) checkWhole(p page) {
	b.t.Helper()
	want := heading(p)
	got := ask[struct {
		Title  string
		Rules  int
		Images []string
		Script bool
	}](b, `(async () => {
		if (!location.href.startsWith("http")) return { Title: "the browser's own page: " + document.title }
		const images = [...document.images]
		for (const image of images) image.loading = "eager"
		await Promise.all(images.map(i => i.complete || new Promise(done => i.onload = i.onerror = done)))
		await document.fonts.ready
		return {
			Title: document.querySelector("h1")?.textContent ?? "",
			Rules: [...document.styleSheets].reduce((n, sheet) => n + sheet.cssRules.length, 0),
			Images: images.filter(i => !i.naturalWidth).map(i => i.src),
			Script: ![...document.querySelectorAll(".foot [data-forget]")].some(button => button.hidden),
		}
	})()`)
	if squeeze(got.Title) != want || got.Rules < 5 || len(got.Images) > 0 || !got.Script {
		b.t.Errorf("%s is not whole: %+v, want the title %q", p.address, got, want)
	}
}

func replace(t *testing.T, file, old, new string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil || strings.Count(string(text), old) != 1 {
		t.Fatalf("%s has %q %d times, want once: %v", file, old, strings.Count(string(text), old), err)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(text), old, new, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
}

// newer builds the site with other words, other styles and another image on the home page.
func newer(t *testing.T) *builtSite {
	return rebuilt(t, func(root string) {
		replace(t, filepath.Join(root, "content", "_index.md"), "greeting: Our rules", "greeting: Our new rules")
		replace(t, filepath.Join(root, "assets", "css", "base.css"), "html { color-scheme", "html { --edition: new; color-scheme")
		replace(t, filepath.Join(root, "assets", "pictures", "shield.svg"), "<svg ", "<svg data-edition=\"new\" ")
	})
}

// edition tells from which build the words, the styles and the image of the home page are.
const edition = `(async () => [
	document.querySelector("h1").textContent.includes("new rules"),
	getComputedStyle(document.documentElement).getPropertyValue("--edition") === "new",
	(await (await fetch(document.querySelector(".brand img").src)).text()).includes("data-edition"),
].map(is => is ? "new" : "old").join(" "))()`

// isOf checks from which build the home page is, all of it.
func (b *tab) isOf(want, when string) {
	b.t.Helper()
	if got := ask[string](b, edition); got != want+" "+want+" "+want {
		b.t.Errorf("%s, words, styles and image are %s, want %s", when, got, want)
	}
}

const findUpdate = `navigator.serviceWorker.getRegistration().then(r => r.update()).then(() => true, () => true)`

func TestANewVersionReplacesTheOldOneAsAWhole(t *testing.T) {
	t.Parallel()
	c, second := connect(t, built()), newer(t)
	b := visitAt(t, c.URL+"/", atOnce)
	b.waitForCopy()
	b.goTo(c.URL + "/")
	b.isOf("old", "before there is a new version")

	// While a part of the new version can't be fetched, the old copy stays.
	c.serves(t, second)
	c.failsFor(func(path string) fault {
		if path == "/smart/" {
			return blocked
		}
		return none
	})
	ask[bool](b, findUpdate)
	b.until(`navigator.serviceWorker.getRegistration().then(r => !r.installing && !r.waiting)`, "the end of the attempt")
	b.clearCache()
	c.fails(disconnected)
	b.goTo(c.URL + "/")
	b.isOf("old", "offline after half an update")

	// One reload shows the new version, and its copy replaces the old one.
	c.fails(none)
	b.goTo(c.URL + "/")
	b.isOf("new", "after one reload")
	b.until(`(await caches.keys()).length === 1 && (await (await caches.open((await caches.keys())[0])).match("/")).text().then(t => t.includes("new rules"))`, "the new copy alone")
	b.waitForCopy() // the page must not announce a newer version: it is the newest
	b.checkCopy(keptFiles(t, second))
	b.clearCache()
	c.fails(disconnected)
	b.goTo(c.URL + "/")
	b.isOf("new", "offline after an update")

	// An open page announces a newer version, here the first build, and does not change.
	c.fails(none)
	b.goTo(c.URL + "/")
	b.waitForCopy()
	c.serves(t, built())
	b.clearCache() // the tests' server compares times, and would answer that the older files have not changed since
	ask[bool](b, findUpdate)
	b.until(`document.querySelector("[data-offline]").textContent.startsWith("A new version")`, "the announcement of a new version")
	if got := ask[string](b, `document.querySelector("h1").textContent`); !strings.Contains(got, "new rules") {
		t.Errorf("the open page changed while it was read: its heading is %q", got)
	}
}

// Attempts to fill the copy fail again and again, each at another file. Nothing wrong is stored, and in the end the copy is
// complete.
func TestNothingWrongGetsIntoTheCopy(t *testing.T) {
	t.Parallel()
	c := connect(t, built())
	files := keptFiles(t, built())
	b := visitAt(t, c.URL+blank)
	for i, path := range filesToSpoil(files) {
		what := []fault{blocked, cut, broken, disconnected}[i%4]
		c.failsFor(func(asked string) fault {
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
			t.Fatalf("/%s: %s, but the worker is %s", path, what, state)
		}
	}
	c.fails(none)
	b.goTo(c.URL + "/smart/s/")
	b.waitForCopy()
	b.checkCopy(files)
}

// filesToSpoil returns files of each type, in the order in which the worker fetches them, so that each fault meets each type:
// four of every file extension, or all of them in a full sweep. Of a type with fewer files it returns each.
func filesToSpoil(files map[string]string) (paths []string) {
	all := slices.Sorted(maps.Keys(files))
	if sweep.Full() {
		return all
	}
	byType := map[string]int{}
	for _, file := range all {
		if ext := path.Ext(file); byType[ext] < 4 {
			byType[ext]++
			paths = append(paths, file)
		}
	}
	return paths
}

// Until the copy is complete, pages work as they do without a worker.
func TestAPageIsWholeWhileItsCopyIsIncomplete(t *testing.T) {
	t.Parallel()
	p := built().page("/smart/s/")
	c := connect(t, built())
	b := visitAt(t, c.URL+blank, atOnce)
	for _, what := range []fault{blocked, cut, broken, disconnected} {
		c.failsFor(func(path string) fault {
			if path == "/ks2/passwords/" || path == "/pictures/zipper-mouth-face.svg" {
				return what
			}
			return none
		})
		for range 2 {
			b.goTo(c.URL + p.address)
			b.waitForFailure()
			b.checkWhole(p)
			if said := b.words("[data-offline]"); said != "" {
				t.Errorf("%s, but the page says %q", what, said)
			}
		}
	}
}

func TestWithoutSpaceForTheCopyPagesWork(t *testing.T) {
	t.Parallel()
	l := lessonAt(t, "/smart/s/")
	sizes := []float64{1, 1e6} // Chromium takes 0 as no limit
	if sweep.Full() {
		sizes = []float64{1, 0.1e6, 1e6}
	}
	for _, size := range sizes {
		c := connect(t, built())
		b := visitAt(t, c.URL+blank, atOnce)
		b.limitStorage(c.URL, size)
		b.goTo(c.URL + l.address)
		b.waitForFailure()
		if kept := ask[[]string](b, `caches.keys()`); len(kept) > 0 {
			t.Errorf("with space for %.0f bytes, %v is left behind", size, kept)
		}
		b.checkWhole(l.page())
		for _, q := range l.Quiz {
			b.answerRightly(q)
			b.check(q)
			b.says(q, "Yes.")
			b.next(q)
		}
		if size == 1e6 {
			b.limitStorage(c.URL, -1) // somebody has freed space
			b.goTo(c.URL + l.address)
			b.waitForCopy()
			b.checkCopy(keptFiles(t, built()))
		}
	}
}

func TestWithoutServiceWorkersPagesWork(t *testing.T) {
	t.Parallel()
	for name, trouble := range map[string]string{
		"absent":  `Object.defineProperty(Navigator.prototype, "serviceWorker", { value: undefined })`,
		"refused": `ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException("no", "SecurityError"))`,
	} {
		t.Run(name, func(t *testing.T) {
			c := connect(t, built())
			b := visitAt(t, c.URL+"/smart/s/", early(trouble), atOnce)
			b.checkWhole(built().page("/smart/s/"))
			b.quiet()
			if said := b.words("[data-offline]"); said != "" {
				t.Errorf("the page says %q", said)
			}
		})
	}
}

// Where a page, a style sheet and an image of the copy are damaged, none of them is shown, and the copy repairs itself once
// the network is back.
func TestADamagedCopyRepairsItself(t *testing.T) {
	t.Parallel()
	c := connect(t, built())
	b := visitAt(t, c.URL+"/", atOnce)
	b.waitForCopy()
	files := keptFiles(t, built())
	ask[bool](b, `(async () => {
		const cache = await caches.open((await caches.keys())[0])
		const bad = (await cache.keys()).map(r => r.url).filter(url => /\d\/smart\/s\/$|css\/lesson|pictures\/shield/.test(url))
		if (bad.length !== 3) throw new Error("these go bad: " + bad)
		for (const url of bad) await cache.put(url, new Response("<h1>bad</h1>", { headers: { "Content-Type": "text/html" } }))
		return true
	})()`)
	b.clearCache()
	c.fails(disconnected)
	b.goTo(c.URL + "/smart/s/")
	if got := b.words("h1"); got != "No internet just now" {
		t.Errorf("offline, the damaged page says %q", got)
	}
	b.goTo(c.URL + "/smart/m/")
	if got := b.words("h1"); got == "" || got == "bad" {
		t.Errorf("offline, an undamaged page says %q", got)
	}
	c.fails(none)
	b.goTo(c.URL + "/smart/s/")
	b.checkWhole(built().page("/smart/s/"))
	b.until(fmt.Sprintf(`caches.keys().then(names => caches.open(names[0])).then(c => c.keys()).then(keys => keys.length === %d)`, len(files)), "the repaired copy")
	b.checkCopy(files)
}

func TestABuildWithoutACopyDeletesIt(t *testing.T) {
	t.Parallel()
	c := connect(t, built())
	b := visitAt(t, c.URL+"/", atOnce)
	b.waitForCopy()
	c.serves(t, rebuilt(t, func(string) {}, "--no-offline"))
	for range 2 {
		b.goTo(c.URL + "/")
		b.until(`document.readyState === "complete"`, "the page")
	}
	b.until(`navigator.serviceWorker.getRegistrations().then(async all => !all.length && !(await caches.keys()).length)`, "neither worker nor copy")
	b.goTo(c.URL + "/")
	if said := b.words("[data-offline]"); said != "" {
		t.Errorf("the page says %q", said)
	}
}

// The published worker makes a pause before each file, so that a class of tablets does not ask for everything at once.
func TestThePublishedWorkerPausesBetweenFiles(t *testing.T) {
	t.Parallel()
	const enough = 12
	var mu sync.Mutex
	var times []time.Time
	c := connectAt(t, offline.Usual, built())
	b := visitAt(t, c.URL+blank)
	c.failsFor(func(path string) fault {
		mu.Lock()
		defer mu.Unlock()
		switch {
		case path == "/"+offline.Name:
			return none
		case len(times) == enough:
			return disconnected // this ends the attempt
		}
		times = append(times, time.Now())
		return none
	})
	ask[string](b, `(async () => {
		const { installing } = await navigator.serviceWorker.register("/worker.js")
		await new Promise(done => installing.onstatechange = done)
		return installing.state
	})()`)
	mu.Lock()
	defer mu.Unlock()
	if len(times) != enough {
		t.Fatalf("the worker fetched %d files, want %d", len(times), enough)
	}
	for i, at := range times[1:] {
		// A third of the longest pause, less what clocks round.
		if pause := at.Sub(times[i]); pause < offline.Usual.Pause/4 {
			t.Errorf("file %d was requested %v after the one before, want a pause of at least %v", i+2, pause, offline.Usual.Pause/4)
		}
	}
}

// Somebody who watches the network can see that a device keeps a copy and which lessons are read, but not the answers: with
// the worker running, the same addresses are requested whatever is answered.
func TestTheNetworkTellsNothingOfAnswers(t *testing.T) {
	t.Parallel()
	of := []lesson{lessonAt(t, "/smart/s/"), lessonAt(t, "/ks2/passwords/"), gallery(t)} // the gallery has every kind of question
	if sweep.Full() {
		of = lessonsAndGallery(t)
	}
	asked := map[string][]string{}
	for _, how := range []string{"rightly", "wrongly at first"} {
		c := connect(t, built())
		b := visitAt(t, c.URL+"/", atOnce)
		b.waitForCopy()
		for _, lesson := range of {
			b.goTo(c.URL + lesson.address)
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
		asked[how] = c.paths()
		for i, r := range c.asked {
			from := r.Header.Get("Referer") // a worker that looks for an update names itself
			if r.Method != "GET" || c.sent[i] != "" || r.URL.RawQuery != "" || r.Header.Get("Cookie") != "" || from != "" && from != c.URL+"/worker.js" {
				t.Errorf("a request holds more than its address: %s %s, %v, %q", r.Method, r.URL, r.Header, c.sent[i])
			}
		}
	}
	if !slices.Equal(asked["rightly"], asked["wrongly at first"]) {
		t.Errorf("wrong answers change what is requested: %v", differ(asked["rightly"], asked["wrongly at first"]))
	}
}
