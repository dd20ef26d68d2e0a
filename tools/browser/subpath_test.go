package browser

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// below is the path of a site that shares its host with others, as on GitHub Pages.
const below = "/school"

// Where a site has a path of its host, every address on its pages, in its manifest and in its offline copy is below that path,
// and its quizzes, decks, stars and offline copy work.
func TestASiteBelowAPathWorks(t *testing.T) {
	t.Parallel()
	s := rebuilt(t, func(string) {}, "--base-url", strings.TrimSuffix(published, "/")+below+"/")
	if err := s.readPages(); err != nil {
		t.Fatal(err)
	}
	staysBelow(t, s)
	c := connect(t, built())
	c.servesBelow(t, s)
	home := c.URL + below
	b := visitAt(t, home+"/", atOnce)
	b.waitForCopy()
	if scope := ask[string](b, `navigator.serviceWorker.ready.then(r => r.scope)`); scope != home+"/" {
		t.Errorf("the worker's scope is %s", scope)
	}
	b.checkCopy(keptFiles(t, s))

	// The copy of another site on this host stays.
	ask[bool](b, `caches.open("safe-online-0123456789abcdef " + location.origin + "/").then(() => true)`)
	ask[bool](b, `caches.open("safe-online-0123456789abcdef " + location.href).then(() => true)`)
	ask[bool](b, `(async () => {
		const registration = await navigator.serviceWorker.ready
		await registration.unregister()
		return true
	})()`)
	b.goTo(home + "/help/")
	b.waitForCopy()
	b.until(`caches.keys().then(names => names.length === 2 && names.some(name => name.endsWith(location.origin + "/")))`, "both this site's copy and the other site's")

	b.clearCache()
	c.fails(disconnected)
	b.finds(home, forms)
	for _, address := range unknown {
		b.goTo(home + address)
		if got := b.words("h1"); got != "No internet just now" {
			t.Errorf("%s is not in the copy, but says %q", address, got)
		}
	}
	b.goTo(home + "/pictures/shield.svg?a")
	if got := ask[string](b, `document.documentElement.nodeName`); got != "svg" {
		t.Errorf("the address of an image shows a <%s>", got)
	}
	lesson := lessonAt(t, "/smart/s/")
	b.goTo(home + lesson.address)
	b.doAll(lesson)
	b.goTo(home + "/smart/")
	if got := b.stars(); got != "S" {
		t.Errorf("after a lesson the stars are %q, want S", got)
	}
	b.goTo(home + deckAt + "#3")
	b.until(`document.querySelector("[data-live]")`, "the deck's script")
	b.isOn(3, "below a path")
}

// servesBelow replaces the build by one below a path, on a host with nothing else.
func (c *connection) servesBelow(t *testing.T, s *builtSite) {
	t.Helper()
	c.serves(t, s)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.site = http.StripPrefix(below, c.site)
}

// staysBelow checks that every address in a site is below its path.
func staysBelow(t *testing.T, s *builtSite) {
	t.Helper()
	in := func(address string) bool {
		return !strings.HasPrefix(address, "/") || strings.HasPrefix(address, below+"/")
	}
	for _, p := range s.pages {
		for e := range elements(p.doc, "*") {
			for _, name := range []string{"href", "src", "srcset", "action", "poster"} {
				if to := attr(e, name); !in(to) {
					t.Errorf("%s: <%s %s=%q> leads out of the site", p.address, e.Data, name, to)
				}
			}
		}
		if to := p.leads(); !in(to) {
			t.Errorf("%s leads to %s", p.address, to)
		}
	}
	var manifest struct {
		ID, Scope string
		Start     string `json:"start_url"`
		Icons     []struct{ Src string }
	}
	body, err := os.ReadFile(filepath.Join(s.public(), "manifest.json"))
	if err == nil {
		err = json.Unmarshal(body, &manifest)
	}
	if err != nil {
		t.Fatal(err)
	}
	if manifest.ID != below+"/" || manifest.Scope != below+"/" || manifest.Start != below+"/" || len(manifest.Icons) == 0 {
		t.Errorf("the manifest is %s", body)
	}
	for _, icon := range manifest.Icons {
		if _, err := os.Stat(filepath.Join(s.public(), strings.TrimPrefix(icon.Src, below))); err != nil || !strings.HasPrefix(icon.Src, below+"/") {
			t.Errorf("the manifest names the icon %s: %v", icon.Src, err)
		}
	}
	for address, want := range map[string]string{deckAt: below + "/ks2/5", "/present/smart/t/": below + "/smart/t"} {
		box := byClass(s.page(address).doc, "tablets__address")
		if box == nil || !strings.HasSuffix(strings.ReplaceAll(text(box), " ", ""), want) {
			t.Errorf("%s does not name the address %s", address, want)
		}
	}
}
