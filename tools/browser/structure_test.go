package browser

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// newStructure returns the addresses of few pages that together have every signature of all pages: again and again the page
// with the most elements of a signature that no chosen page has, the first of several such pages. What is wrong with a
// template or a style shows on one of them.
func newStructure(pages []page, signature func(*html.Node) string) map[string]bool {
	has := make([]map[string]bool, len(pages))
	for i, p := range pages {
		has[i] = map[string]bool{}
		for e := range elements(p.doc, "*") {
			has[i][signature(e)] = true
		}
		delete(has[i], "")
	}
	due := map[string]bool{}
	for {
		best := 0
		for i := range pages {
			if len(has[i]) > len(has[best]) {
				best = i
			}
		}
		if len(pages) == 0 || len(has[best]) == 0 {
			return due
		}
		due[pages[best].address] = true
		chosen := has[best]
		has[best] = nil
		for i := range has {
			maps.DeleteFunc(has[i], func(s string, _ bool) bool { return chosen[s] })
		}
	}
}

// loading lists attributes that only say how a file is loaded.
var loading = []string{"src", "srcset", "sizes", "width", "height", "loading", "decoding", "fetchpriority", "integrity", "crossorigin"}

// signature returns what decides how an element is styled and how assistive technology presents it: its name, its class, the
// names of its attributes, and the values of those that give it a role, a type or a state.
func signature(e *html.Node) string {
	parts := []string{}
	for _, a := range e.Attr {
		switch {
		case a.Key == "class", a.Key == "role", a.Key == "type":
			parts = append(parts, a.Key+"="+a.Val)
		case strings.HasPrefix(a.Key, "aria-") && (a.Val == "true" || a.Val == "false"):
			parts = append(parts, a.Key+"="+a.Val)
		case strings.HasPrefix(a.Key, "data-") || slices.Contains(loading, a.Key):
			// says what a script does, or how a file is loaded
		default:
			parts = append(parts, a.Key)
		}
	}
	slices.Sort(parts)
	return e.Data + " " + strings.Join(parts, " ")
}

// inPlace returns the signature of an element within its parent: a style may depend on both.
func inPlace(e *html.Node) string {
	if e.Parent == nil {
		return signature(e)
	}
	return signature(e.Parent) + " > " + signature(e)
}

// ofLongestWord returns the signature of elements whose longest word is as long as that of any element with this signature:
// if words overflow anywhere, they do so there. Other elements have none.
func ofLongestWord(pages []page) func(*html.Node) string {
	longest := map[string]int{}
	for _, p := range pages {
		for e := range elements(p.doc, "*") {
			longest[signature(e)] = max(longest[signature(e)], longestWord(e))
		}
	}
	return func(e *html.Node) string {
		if s := signature(e); longestWord(e) == longest[s] {
			return s
		}
		return ""
	}
}

// longestWord returns the number of letters of the longest word among an element's own.
func longestWord(e *html.Node) (most int) {
	for text := range e.ChildNodes() {
		if text.Type == html.TextNode {
			for word := range strings.FieldsSeq(text.Data) {
				most = max(most, utf8.RuneCountInString(word))
			}
		}
	}
	return most
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

func TestNewStructureChoosesFewPagesWithEverySignature(t *testing.T) {
	pages := []page{
		{address: "/a/", doc: parsed(t, `<p class="x">a</p>`)},
		{address: "/same/", doc: parsed(t, `<p class="x">other words</p>`)},
		{address: "/class/", doc: parsed(t, `<p class="y">a</p>`)},
		{address: "/both/", doc: parsed(t, `<p class="x">a</p><p class="y">a</p>`)},
		{address: "/state/", doc: parsed(t, `<p class="y" aria-hidden="true">a</p>`)},
		{address: "/id/", doc: parsed(t, `<p class="y" id="1">a</p>`)},
		{address: "/other-id/", doc: parsed(t, `<p class="y" id="2">a</p><p class="x">b</p>`)},
	}
	due := newStructure(pages, signature)
	for address, want := range map[string]bool{"/a/": false, "/same/": false, "/class/": false, "/both/": true, "/state/": true, "/id/": true, "/other-id/": false} {
		if due[address] != want {
			t.Errorf("newStructure chooses %s: %t, expected %t", address, due[address], want)
		}
	}
}

func TestTheLongestWordOfEachStructureIsOnAChosenPage(t *testing.T) {
	pages := []page{
		{address: "/short/", doc: parsed(t, `<p class="x">a bee</p>`)},
		{address: "/long/", doc: parsed(t, `<p class="x">a <b>bumblebee</b> or bees</p>`)},
		{address: "/other/", doc: parsed(t, `<p class="y">an ant</p>`)},
	}
	got := slices.Sorted(maps.Keys(newStructure(pages, ofLongestWord(pages))))
	if want := []string{"/long/", "/other/"}; !slices.Equal(got, want) {
		t.Errorf("the pages %v are chosen, expected %v", got, want)
	}
}

func TestEverySignatureIsOnAChosenPage(t *testing.T) {
	pages := built().read()
	due := newStructure(pages, inPlace)
	seen := map[string]bool{}
	for _, p := range pages {
		for e := range elements(p.doc, "*") {
			if due[p.address] {
				seen[inPlace(e)] = true
			}
		}
	}
	for _, p := range pages {
		for e := range elements(p.doc, "*") {
			if !seen[inPlace(e)] {
				t.Errorf("%s has <%s>, which no chosen page has", p.address, inPlace(e))
			}
		}
	}
	t.Logf("%d of %d pages have new structure", len(due), len(pages))
}
