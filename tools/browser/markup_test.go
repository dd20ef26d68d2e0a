package browser

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// What an HTML file alone shows is checked on every page, without a browser. Each check returns the faults of a document.
var markupChecks = []struct {
	name   string
	faults func(doc *html.Node) []string
}{
	{"language", wrongLanguage},
	{"title", missingTitle},
	{"landmarks", wrongLandmarks},
	{"headings", wrongHeadings},
	{"images", missingAlternatives},
	{"ids", wrongIDs},
	{"labels", missingLabels},
	{"names", missingNames},
}

func TestTheMarkupOfEveryPage(t *testing.T) {
	for _, p := range built().read() {
		t.Run(named(p.address), func(t *testing.T) {
			for _, check := range markupChecks {
				for _, fault := range check.faults(p.doc) {
					t.Errorf("%s: %s", check.name, fault)
				}
			}
		})
	}
}

// Open tabs can be told apart by their titles, which a screen reader says first.
func TestEveryPageHasATitleOfItsOwn(t *testing.T) {
	titled := map[string]string{}
	for _, p := range built().read() {
		for e := range elements(p.doc, "title") {
			title := text(e)
			if other := titled[title]; other != "" && e.Parent.Data == "head" {
				t.Errorf("%s and %s have the same title, %q", other, p.address, title)
			}
			titled[title] = p.address
		}
	}
}

func wrongLanguage(doc *html.Node) []string {
	for e := range elements(doc, "html") {
		if lang := attr(e, "lang"); lang != "en-GB" {
			return []string{fmt.Sprintf("the language is %q: set lang to en-GB", lang)}
		}
	}
	return nil
}

func missingTitle(doc *html.Node) []string {
	for e := range elements(doc, "title") {
		if e.Parent.Data == "head" && text(e) != "" {
			return nil
		}
	}
	return []string{"the page has no title"}
}

// wrongLandmarks reports a page that does not have just one main element, words outside all landmarks, and landmarks of
// one kind that have no names to tell them apart.
func wrongLandmarks(doc *html.Node) (faults []string) {
	names := map[string][]string{}
	for e := range elements(doc, "*") {
		switch e.Data {
		case "main", "nav":
			names[e.Data] = append(names[e.Data], attr(e, "aria-label")+attr(e, "aria-labelledby"))
		case "header", "footer":
			if e.Parent.Data == "body" {
				names[e.Data] = append(names[e.Data], "")
			}
		}
	}
	if n := len(names["main"]); n != 1 {
		faults = append(faults, fmt.Sprintf("the page has %d main elements: it needs one", n))
	}
	for kind, list := range names {
		slices.Sort(list)
		if len(slices.Compact(slices.Clone(list))) != len(list) || len(list) > 1 && list[0] == "" {
			faults = append(faults, fmt.Sprintf("%d landmarks are %s: give each a name of its own", len(list), kind))
		}
	}
	return faults
}

// wrongHeadings reports empty headings, skipped levels, and a page that does not begin with its only h1.
func wrongHeadings(doc *html.Node) (faults []string) {
	level, firsts := 0, 0
	for e := range elements(doc, "*") {
		if len(e.Data) != 2 || e.Data[0] != 'h' || e.Data[1] < '1' || e.Data[1] > '6' {
			continue
		}
		now := int(e.Data[1] - '0')
		if name(doc, e) == "" {
			faults = append(faults, fmt.Sprintf("an <%s> is empty: give it words or remove it", e.Data))
		}
		if now > level+1 && !inside(e, "dialog") {
			faults = append(faults, fmt.Sprintf("<%s> %q follows level %d: use h%d", e.Data, text(e), level, level+1))
		}
		if now == 1 {
			firsts++
		}
		if !inside(e, "dialog") {
			level = now
		}
	}
	if firsts != 1 {
		faults = append(faults, fmt.Sprintf("the page has %d headings of level 1: it needs one", firsts))
	}
	return faults
}

func missingAlternatives(doc *html.Node) (faults []string) {
	for e := range elements(doc, "img") {
		if !hasAttr(e, "alt") {
			faults = append(faults, fmt.Sprintf("the image %s has no alt: describe it, or leave alt empty if it is decoration", attr(e, "src")))
		} else if attr(e, "alt") == "" && (inside(e, "figure") || strings.HasPrefix(attr(e, "src"), "/codes/")) {
			faults = append(faults, fmt.Sprintf("the image %s is no decoration, and its alt is empty: describe it", attr(e, "src")))
		}
	}
	return faults
}

// wrongIDs reports ids that two elements have, and attributes that name an id that no element has.
func wrongIDs(doc *html.Node) (faults []string) {
	ids := map[string]int{}
	for e := range elements(doc, "*") {
		if hasAttr(e, "id") {
			ids[attr(e, "id")]++
		}
	}
	for id, n := range ids {
		if n > 1 || strings.TrimSpace(id) == "" {
			faults = append(faults, fmt.Sprintf("%d elements have the id %q: an id belongs to one element", n, id))
		}
	}
	for e := range elements(doc, "*") {
		for _, key := range []string{"for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"} {
			for _, id := range strings.Fields(attr(e, key)) {
				if ids[id] == 0 {
					faults = append(faults, fmt.Sprintf("%s of <%s> names the id %q, which no element has", key, e.Data, id))
				}
			}
		}
	}
	return faults
}

// missingLabels reports form fields that nothing names. A placeholder is no label: it goes when somebody types.
func missingLabels(doc *html.Node) (faults []string) {
	for e := range elements(doc, "*") {
		field := e.Data == "select" || e.Data == "textarea" || e.Data == "input" && !slices.Contains([]string{"hidden", "submit", "button"}, attr(e, "type"))
		if field && name(doc, e) == "" && label(doc, e) == "" {
			faults = append(faults, fmt.Sprintf("the field <%s id=%q> has no label", e.Data, attr(e, "id")))
		}
	}
	for e := range elements(doc, "fieldset") {
		if len(slices.Collect(elements(e, "legend"))) == 0 && name(doc, e) == text(e) {
			faults = append(faults, fmt.Sprintf("the group %q has no legend", attr(e, "id")))
		}
	}
	return faults
}

// missingNames reports controls, and images in their own right, that a screen reader could not name.
func missingNames(doc *html.Node) (faults []string) {
	for e := range elements(doc, "*") {
		named := e.Data == "button" || e.Data == "summary" || e.Data == "a" && hasAttr(e, "href") || attr(e, "role") == "img"
		if named && name(doc, e) == "" && !filledByScript(e) {
			faults = append(faults, fmt.Sprintf("<%s> has no name: give it words or aria-label (%v)", e.Data, e.Attr))
		}
	}
	return faults
}

// filledByScript reports whether an element is hidden until the script has given it its words.
func filledByScript(e *html.Node) bool {
	for at := e; at != nil; at = at.Parent {
		if hasAttr(at, "hidden") {
			return true
		}
	}
	return false
}

// name returns what a screen reader calls an element: the words that label it, or else those in it, images included.
func name(doc, e *html.Node) string {
	if l := attr(e, "aria-label"); l != "" {
		return l
	}
	var words []string
	for _, id := range strings.Fields(attr(e, "aria-labelledby")) {
		if by := byID(doc, id); by != nil {
			words = append(words, text(by))
		}
	}
	if len(words) > 0 {
		return squeeze(strings.Join(words, " "))
	}
	if e.Data == "select" || e.Data == "textarea" {
		return attr(e, "title")
	}
	words = append(words, text(e), attr(e, "title"))
	for img := range elements(e, "img") {
		words = append(words, attr(img, "alt"))
	}
	for part := range elements(e, "*") {
		words = append(words, attr(part, "aria-label"))
	}
	return squeeze(strings.Join(words, " "))
}

// label returns the words of a field's label element.
func label(doc, field *html.Node) string {
	if within := ancestor(field, "label"); within != nil {
		return text(within)
	}
	for l := range elements(doc, "label") {
		if to := attr(l, "for"); to != "" && to == attr(field, "id") {
			return text(l)
		}
	}
	return ""
}

func inside(e *html.Node, name string) bool { return ancestor(e, name) != nil }

func ancestor(e *html.Node, name string) *html.Node {
	for at := e.Parent; at != nil; at = at.Parent {
		if at.Type == html.ElementNode && at.Data == name {
			return at
		}
	}
	return nil
}

func TestMarkupChecksFindFaults(t *testing.T) {
	for name, c := range map[string]struct{ good, bad []string }{
		"language":  {[]string{`<html lang="en-GB">`}, []string{`<html>`, `<html lang="de">`}},
		"title":     {[]string{`<title>A page</title>`}, []string{`<p>a</p>`, `<title> </title>`, `<svg><title>A</title></svg>`}},
		"landmarks": {[]string{`<main>a</main>`, `<nav aria-label="a">a</nav><nav aria-label="b">b</nav><main>a</main>`}, []string{`<p>a</p>`, `<main>a</main><main>b</main>`, `<nav>a</nav><nav>b</nav><main>a</main>`, `<nav aria-label="a">a</nav><nav aria-label="a">b</nav><main>a</main>`, `<header>a</header><header>b</header><main>a</main>`}},
		"headings":  {[]string{`<h1>a</h1><h2>b</h2><h3>c</h3><h2>d</h2>`, `<h1><img alt="a"></h1>`}, []string{`<p>a</p>`, `<h1>a</h1><h3>b</h3>`, `<h2>a</h2><h1>b</h1>`, `<h1>a</h1><h2> </h2>`, `<h1>a</h1><h1>b</h1>`}},
		"images":    {[]string{`<img src="a" alt="">`, `<img src="a" alt="a">`, `<figure><img src="a" alt="a"></figure>`}, []string{`<img src="a">`, `<figure><img src="a" alt=""></figure>`, `<img src="/codes/a.png" alt="">`}},
		"ids":       {[]string{`<p id="a">a</p><p id="b" aria-labelledby="a">b</p>`}, []string{`<p id="a">a</p><p id="a">b</p>`, `<p aria-describedby="a">b</p>`, `<p id="">a</p>`, `<label for="a">a</label>`}},
		"labels":    {[]string{`<label>a<input></label>`, `<label for="a">a</label><select id="a"></select>`, `<input aria-label="a">`, `<input type="hidden">`, `<fieldset><legend>a</legend></fieldset>`}, []string{`<input>`, `<select><option>a</option></select>`, `<label> <input></label>`, `<textarea placeholder="a"></textarea>`, `<fieldset>a</fieldset>`}},
		"names":     {[]string{`<button>a</button>`, `<a href="/"><img alt="a"></a>`, `<button aria-label="a"></button>`, `<div hidden><button></button></div>`}, []string{`<button></button>`, `<a href="/"><img alt=""></a>`, `<svg role="img"></svg>`, `<summary> </summary>`}},
	} {
		for _, check := range markupChecks {
			if check.name != name {
				continue
			}
			for _, source := range c.good {
				if faults := check.faults(parsed(t, source)); len(faults) > 0 {
					t.Errorf("%s: %s is reported: %v", name, source, faults)
				}
			}
			for _, source := range c.bad {
				if faults := check.faults(parsed(t, source)); len(faults) == 0 {
					t.Errorf("%s: no fault is found in %s", name, source)
				}
			}
		}
	}
}
