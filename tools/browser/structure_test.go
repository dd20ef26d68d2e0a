package browser

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// newStructure returns the addresses of the pages that, in the order given, have an element of a signature that no page
// before has. Together these pages have every signature, so what is wrong with a template or a style shows on one of them.
func newStructure(pages []page, signature func(*html.Node) string) map[string]bool {
	seen, due := map[string]bool{}, map[string]bool{}
	for _, p := range pages {
		for e := range elements(p.doc, "*") {
			if s := signature(e); s != "" && !seen[s] {
				seen[s], due[p.address] = true, true
			}
		}
	}
	return due
}

// signature returns what decides how an element is styled and what assistive technology makes of it: its name, its class,
// the names of its attributes, and the values of those that give it a role, a type or a state.
func signature(e *html.Node) string {
	parts := []string{}
	for _, a := range e.Attr {
		switch {
		case a.Key == "class", a.Key == "role", a.Key == "type":
			parts = append(parts, a.Key+"="+a.Val)
		case strings.HasPrefix(a.Key, "aria-") && (a.Val == "true" || a.Val == "false"):
			parts = append(parts, a.Key+"="+a.Val)
		default:
			parts = append(parts, a.Key)
		}
	}
	slices.Sort(parts)
	return e.Data + " " + strings.Join(parts, " ")
}

// scriptHook returns the names of an element's data attributes, by which the site's script finds what it changes.
func scriptHook(e *html.Node) string {
	var names []string
	for _, a := range e.Attr {
		if strings.HasPrefix(a.Key, "data-") {
			names = append(names, a.Key)
		}
	}
	slices.Sort(names)
	return strings.Join(names, " ")
}

func parsed(t *testing.T, source string) *html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestNewStructureChoosesEachPageWithAnUnseenElement(t *testing.T) {
	pages := []page{
		{address: "/a/", doc: parsed(t, `<p class="x">a</p>`)},
		{address: "/same/", doc: parsed(t, `<p class="x">other words</p>`)},
		{address: "/class/", doc: parsed(t, `<p class="y">a</p>`)},
		{address: "/state/", doc: parsed(t, `<p class="y" aria-hidden="true">a</p>`)},
		{address: "/value/", doc: parsed(t, `<p class="y" id="1">a</p>`)},
		{address: "/again/", doc: parsed(t, `<p class="y" id="2">a</p><p class="x">b</p>`)},
	}
	due := newStructure(pages, signature)
	for address, want := range map[string]bool{"/a/": true, "/same/": false, "/class/": true, "/state/": true, "/value/": true, "/again/": false} {
		if due[address] != want {
			t.Errorf("newStructure chooses %s: %t, expected %t", address, due[address], want)
		}
	}
}

func TestEverySignatureIsOnAChosenPage(t *testing.T) {
	pages := built().read()
	due := newStructure(pages, signature)
	seen := map[string]bool{}
	for _, p := range pages {
		for e := range elements(p.doc, "*") {
			if due[p.address] {
				seen[signature(e)] = true
			}
		}
	}
	for _, p := range pages {
		for e := range elements(p.doc, "*") {
			if !seen[signature(e)] {
				t.Errorf("%s has <%s>, which no chosen page has", p.address, signature(e))
			}
		}
	}
	t.Logf("%d of %d pages have new structure", len(due), len(pages))
}
