package browser

import (
	"iter"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// elements iterates over the elements below n with this name, or over all elements if it is "*".
func elements(n *html.Node, name string) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for d := range n.Descendants() {
			if d.Type == html.ElementNode && (name == "*" || d.Data == name) && !yield(d) {
				return
			}
		}
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// byID returns the element with this id, or nil.
func byID(n *html.Node, id string) *html.Node {
	for e := range elements(n, "*") {
		if attr(e, "id") == id {
			return e
		}
	}
	return nil
}

// text returns all words below n, with single spaces between them.
func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return squeeze(b.String())
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// links returns the addresses that the links below n lead to.
func links(n *html.Node) (to []string) {
	for a := range elements(n, "a") {
		to = append(to, attr(a, "href"))
	}
	return to
}

// byAttr returns the first element with this attribute, or nil.
func byAttr(n *html.Node, key string) *html.Node {
	for e := range elements(n, "*") {
		if hasAttr(e, key) {
			return e
		}
	}
	return nil
}

// byClass returns the first element with this class, or nil.
func byClass(n *html.Node, class string) *html.Node {
	for e := range elements(n, "*") {
		if slices.Contains(strings.Fields(attr(e, "class")), class) {
			return e
		}
	}
	return nil
}
