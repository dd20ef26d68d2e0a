package browser

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"safeonline/tools/internal/offline"
)

// The largest sizes of what the box to find something adds, in bytes compressed by brotli.
const (
	heaviestFinder = 4 * 1024
	heaviestIndex  = 40 * 1024
)

// withBox are the pages that have the box.
var withBox = []string{"/", "/policy/", "/teachers/", "/parents/", "/find/"}

// box returns the box of a page: the address of its index, and of its script.
func box(t *testing.T, p page) (index, script string) {
	t.Helper()
	root := byAttr(p.doc, "data-find")
	if root == nil {
		t.Fatalf("%s has no box to find something", p.address)
	}
	return attr(root, "data-find"), files(root, "script", "src", "")[0]
}

func TestTheBoxIsLight(t *testing.T) {
	index, script := box(t, built().page("/find/"))
	n, of := weight(t, []string{script}), weight(t, []string{index})
	t.Logf("to find something: %d bytes of script, %d of the index", n, of)
	if n > heaviestFinder {
		t.Errorf("the script takes %d bytes, more than %d", n, heaviestFinder)
	}
	if of > heaviestIndex {
		t.Errorf("the index takes %d bytes, more than %d", of, heaviestIndex)
	}
	for _, address := range withBox {
		if i, s := box(t, built().page(address)); i != index || s != script {
			t.Errorf("%s has another index or script: %s, %s", address, i, s)
		}
	}
	for _, l := range lessons(t) {
		if byAttr(l.page().doc, "data-find") != nil {
			t.Errorf("%s has the box, which is no part of a lesson's first view", l.address)
		}
	}
}

const found = `[...document.querySelectorAll("[data-find-list] a")].filter(a => a.getClientRects().length).map(a => a.pathname + a.hash)`

// types puts words into the box in place of those in it, key by key, and waits until what is found is announced.
func (b *tab) types(words, announced string) {
	b.t.Helper()
	ask[bool](b, `(document.querySelector("[data-find-input]").select(), document.querySelector("[data-find-said]").textContent = "", true)`)
	b.press(strings.Split(words, "")...)
	b.until(fmt.Sprintf(`document.querySelector("[data-find-said]").textContent.includes(%q)`, announced), announced)
}

// By keyboard, misspelt words find a lesson, whose link is the next stop. Only the first use asks the host for something, and what is
// typed is in no request, no address and no storage.
func TestTheBoxFindsByKeyboard(t *testing.T) {
	for _, address := range withBox {
		t.Run(named(address), func(t *testing.T) {
			t.Parallel()
			b := visit(t, address, withoutWorker)
			b.readToTheEnd()
			index, _ := box(t, built().page(address))
			if b.hasAsked(index) {
				t.Error("the page fetches the index before anybody uses the box")
			}
			b.tabOnto("[data-find-input]")
			b.types("pasword", " found. ")
			before := len(b.asked())
			if got := ask[[]string](b, found); len(got) == 0 || got[0] != "/ks2/passwords/" {
				t.Errorf("the first that is found is not the lesson: %v", got)
			}
			b.types("gruop chat", " found. ")
			b.types("mnbvmnbv", "Nothing found")
			if n := len(ask[[]string](b, found)); n != 0 {
				t.Errorf("%d are listed where nothing is found", n)
			}
			b.types("mobile fone", " found. ")
			if after := b.asked(); len(after) != before {
				t.Errorf("what is typed leads to requests: %v", after[before:])
			}
			if !b.hasAsked(index) {
				t.Error("the index was not fetched")
			}
			b.quiet()
			b.keepsNothing()
			if at := ask[string](b, `location.href`); at != built().url+address {
				t.Errorf("the address is %s", at)
			}
			b.press(enter) // which sends nothing
			b.press(tabKey)
			if ask[bool](b, `document.activeElement.matches(".find__all")`) {
				b.press(tabKey)
			}
			b.showsFocus()
			b.press(enter)
			b.until(`location.pathname === "/ks2/phones/"`, "the lesson that was found")
			b.goBack(-1)
			b.until(fmt.Sprintf(`location.pathname === %q`, address), "the page before")
		})
	}
}

// hasAsked reports whether the page has requested a file.
func (b *tab) hasAsked(file string) bool {
	return slices.ContainsFunc(b.asked(), func(r request) bool { return strings.HasSuffix(r.url, file) })
}

// What is found is accessible, fits a small telephone and has large targets.
func TestWhatIsFoundIsAccessible(t *testing.T) {
	for _, address := range []string{"/", "/find/", "/teachers/"} {
		t.Run(named(address), func(t *testing.T) {
			t.Parallel()
			p := built().page(address)
			b := borrowAt(t, address)
			b.tap("[data-find-input]")
			b.types("bullying", " found. ")
			b.inspectAll(p, "with what is found")
			b.do(screen(narrow, 640))
			b.fits("with what is found")
			b.breaksNoWord("with what is found")
			b.hasLargeTargets("with what is found, 320 px wide")
			b.showsEveryFocus("with what is found")
		})
	}
}

// Without the script there is no box. Its link leads to the whole list, from A to Z.
func TestWithoutAScriptThereIsAListFromAToZ(t *testing.T) {
	b := borrowAt(t, "/", withoutScript)
	if b.seen("[data-find-input]") {
		t.Error("there is a box that does nothing")
	}
	b.tap(".find__all")
	b.until(`location.pathname === "/find/" && document.readyState === "complete"`, "the list from A to Z")
	listed := ask[[]string](b, `[...document.querySelectorAll("[data-find-all] li a")].filter(a => a.getClientRects().length).map(a => a.pathname + a.hash)`)
	want := []string{"/policy/", "/help/", "/help/#childline", "/teachers/", "/teachers/talk/"}
	for _, l := range lessons(t) {
		want = append(want, l.address, "/teachers"+l.address)
		for _, q := range l.own() {
			want = append(want, l.address+"#"+q.ID)
		}
	}
	for _, to := range want {
		if !slices.Contains(listed, to) {
			t.Errorf("the list lacks %s", to)
		}
	}
}

// Where the index cannot be fetched, the box says so; the next attempt may succeed.
func TestTheBoxSaysThatItDoesNotWork(t *testing.T) {
	b := borrowAt(t, "/find/", withoutFiles(".json"))
	b.tap("[data-find-input]")
	b.types("password", "does not work")
	b.do(withoutFiles())
	b.types("passwords", " found. ")
}

// Offline, only pages that the device holds are listed, and each opens.
func TestOfflineTheBoxListsWhatTheCopyHolds(t *testing.T) {
	t.Parallel()
	c := connectAt(t, offline.Pace{Patience: 100 * time.Millisecond}, built())
	b := visitAt(t, c.URL+"/") // with its own timers, one of which waits for the host
	b.waitForCopy()
	b.clearCache()
	for _, what := range []fault{disconnected, stalled} {
		c.fails(what)
		b.goTo(c.URL + "/find/")
		kept := keptFiles(t, built())
		b.until(`[...document.querySelectorAll("[data-find-all] li")].some(e => e.hidden)`, "a shorter list")
		list := ask[[]string](b, `[...document.querySelectorAll("[data-find-all] li a")].filter(a => a.getClientRects().length).map(a => a.pathname)`)
		b.tap("[data-find-input]")
		b.types("password", "There is no internet")
		got := ask[[]string](b, found)
		if len(list) < 50 || len(got) == 0 {
			t.Errorf("%s: %d are in the list, and %d are found", what, len(list), len(got))
		}
		for _, address := range append(list, got...) {
			page, _, _ := strings.Cut(strings.TrimPrefix(address, "/"), "#")
			if _, held := kept[page]; !held {
				t.Errorf("%s: %s is listed, and the copy lacks it", what, address)
			}
		}
		b.tap("[data-find-list] a")
		b.until(`location.pathname === "/ks2/passwords/"`, "the lesson")
	}
	c.fails(none)
	b.goTo(c.URL + "/find/")
	b.tap("[data-find-input]")
	b.types("lesson plan passwords", " found. ")
	if got := ask[[]string](b, found); !slices.Contains(got, "/teachers/ks2/passwords/") {
		t.Errorf("with the network again, the plan is not found: %v", got)
	}
}
