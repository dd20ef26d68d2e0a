package browser

import (
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Every address of the site that a page links to or loads exists, and so does the anchor that a link names.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	anchors := map[string]map[string]bool{}
	for _, p := range built().pages {
		anchors[p.address] = map[string]bool{}
		for e := range elements(p.doc, "*") {
			anchors[p.address][attr(e, "id")] = true
		}
	}
	for _, p := range built().pages {
		t.Run(named(p.address), func(t *testing.T) {
			for e := range elements(p.doc, "*") {
				for _, to := range addresses(e) {
					if fault := leadsNowhere(p, to, anchors); fault != "" {
						t.Errorf("<%s> leads to %s: %s", e.Data, to, fault)
					}
				}
			}
		})
	}
}

// addresses returns the addresses that an element links to or loads.
func addresses(e *html.Node) (all []string) {
	for _, key := range []string{"href", "src", "poster", "data-src"} {
		if hasAttr(e, key) {
			all = append(all, attr(e, key))
		}
	}
	for _, candidate := range strings.Split(attr(e, "srcset"), ",") {
		if parts := strings.Fields(candidate); len(parts) > 0 {
			all = append(all, parts[0])
		}
	}
	return all
}

// leadsNowhere returns what is wrong with an address on a page, or nothing.
func leadsNowhere(on page, to string, anchors map[string]map[string]bool) string {
	from, err := url.Parse(published + strings.TrimPrefix(on.address, "/"))
	if err != nil {
		return err.Error()
	}
	at, err := from.Parse(to)
	if err != nil {
		return "it is not an address"
	}
	if to == "" {
		return "the address is empty"
	}
	if at.Scheme != "http" && at.Scheme != "https" || !strings.HasPrefix(at.String(), published) {
		return "" // another host, an email or a telephone number
	}
	file := filepath.Join(built().public(), filepath.FromSlash(at.Path))
	if strings.HasSuffix(at.Path, "/") {
		file = filepath.Join(file, "index.html")
	}
	info, err := os.Stat(file)
	switch {
	case err != nil:
		return "there is no such page or file"
	case info.IsDir():
		return "the address lacks its last slash"
	case at.Fragment != "" && path.Ext(file) == ".html" && !anchors[at.Path][at.Fragment]:
		return "the page has no such anchor"
	}
	return ""
}

// leadsWithin checks that each link of the page as it is now to a place in this page leads to an element: scripts make links too.
func (b *tab) leadsWithin(when string) {
	b.t.Helper()
	for _, link := range ask[[]string](b, `[...document.querySelectorAll('a[href^="#"]')]
		.filter(a => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).map(a => a.outerHTML.slice(0, 90))`) {
		b.t.Errorf("%s: the page has no element that this link names: %s", when, link)
	}
}

func TestLinksToNowhereAreFound(t *testing.T) {
	about := built().page("/about/")
	anchors := map[string]map[string]bool{"/about/": {"main": true}}
	for to, found := range map[string]bool{
		"/about/": false, "/about/#main": false, "#main": false, "https://elsewhere.example/": false, "mailto:a@b.example": false, "/css/": true,
		"/no-such-page/": true, "/about": true, "/about/#no-such-anchor": true, "#no-such-anchor": true, "": true, "../no-such-picture.svg": true,
	} {
		if fault := leadsNowhere(about, to, anchors); (fault != "") != found {
			t.Errorf("%q: reported %q, expected a fault: %t", to, fault, found)
		}
	}
}
