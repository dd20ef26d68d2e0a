package export

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// alone returns the built page of the lesson as it is shown by itself, without the site: first the page, then the files that it loads. The
// page runs a script of its own before the others. Links lead to the site, or nowhere if its address is not known. What only makes sense on
// the site is left out: the menu, the offline copy, and whatever asks who is there.
func (d Draft) alone(site fs.FS, script string) ([]File, error) {
	source, err := fs.ReadFile(site, d.ID+"/index.html")
	if err != nil {
		return nil, err
	}
	doc, err := html.Parse(bytes.NewReader(source))
	if err != nil {
		return nil, err
	}
	p := alone{Draft: d, site: site, script: script, files: map[string][]byte{}}
	p.node(doc)
	if !p.signed || !p.scripted {
		p.fail(fmt.Errorf("the page of the lesson %s has no foot, or no script", d.ID))
	}
	var body bytes.Buffer
	p.fail(html.Render(&body, doc))
	files := []File{{"index.html", body.Bytes()}}
	for _, name := range slices.Sorted(maps.Keys(p.files)) {
		files = append(files, File{name, p.files[name]})
	}
	return files, p.err
}

// alone is a page, while it is changed.
type alone struct {
	Draft
	site             fs.FS
	script           string
	files            map[string][]byte // that the page loads, by their paths in the site
	signed, scripted bool
	err              error // the first
}

func (p *alone) fail(err error) {
	if p.err == nil {
		p.err = err
	}
}

// onlyThere lists what only makes sense on the site: elements with one of these attributes, or with such a value of one.
var onlyThere = []html.Attribute{
	{Key: "data-ask"}, {Key: "data-gone"}, {Key: "data-forget"}, {Key: "data-bring-back"}, {Key: "data-offline"},
	{Key: "class", Val: "menu"}, {Key: "class", Val: "onward"},
	{Key: "rel", Val: "preload"}, {Key: "rel", Val: "manifest"},
}

// node changes a node and all that is in it.
func (p *alone) node(n *html.Node) {
	for child := n.FirstChild; child != nil; {
		next := child.NextSibling
		switch {
		case isOnlyThere(child):
			n.RemoveChild(child)
		case child.Type == html.ElementNode:
			p.element(child)
			p.node(child)
		default:
			p.node(child)
		}
		child = next
	}
}

func isOnlyThere(n *html.Node) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool {
		return slices.ContainsFunc(onlyThere, func(gone html.Attribute) bool { return a.Key == gone.Key && (gone.Val == "" || a.Val == gone.Val) })
	})
}

func (p *alone) element(n *html.Node) {
	switch {
	case has(n, "data-path-out"): // the script shows it at the end of the lesson, and needs it
		n.Data, n.DataAtom, n.Attr = "span", 0, []html.Attribute{{Key: "data-path-out"}, {Key: "hidden"}}
		for n.FirstChild != nil {
			n.RemoveChild(n.FirstChild)
		}
	case n.Data == "a":
		p.link(n)
	default:
		for i, a := range n.Attr {
			if a.Key == "src" || a.Key == "href" {
				n.Attr[i].Val = p.file(a.Val)
			}
		}
	}
	if n.Data == "script" && !p.scripted {
		p.scripted = true
		n.Parent.InsertBefore(&html.Node{Type: html.ElementNode, Data: "script", Attr: []html.Attribute{{Key: "src", Val: p.script}, {Key: "defer"}}}, n)
	}
	if slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "class" && a.Val == "foot__school" }) {
		p.sign(n)
	}
}

func has(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

// sign adds where the lesson is from after the school's name.
func (p *alone) sign(school *html.Node) {
	p.signed = true
	for _, line := range slices.Backward(p.Imprint()) {
		more := &html.Node{Type: html.ElementNode, Data: "p"}
		more.AppendChild(&html.Node{Type: html.TextNode, Data: line})
		school.Parent.InsertBefore(more, school.NextSibling)
	}
}

// link makes a link lead to the site, in a window of its own: the frame of a platform is for the lesson.
func (p *alone) link(n *html.Node) {
	i := slices.IndexFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "href" })
	if i < 0 || strings.HasPrefix(n.Attr[i].Val, "#") {
		return
	}
	if inside, ok := p.inside(n.Attr[i].Val); ok {
		if p.Address == "" {
			n.Attr = slices.Delete(n.Attr, i, i+1)
			return
		}
		n.Attr[i].Val = p.base() + inside
	}
	if !strings.HasPrefix(n.Attr[i].Val, "http") { // a telephone number, for example
		return
	}
	n.Attr = append(n.Attr, html.Attribute{Key: "target", Val: "_blank"}, html.Attribute{Key: "rel", Val: "noopener"})
}

// base returns the address of the site, which that of the lesson begins with.
func (p *alone) base() string { return strings.TrimSuffix(p.Address, p.ID+"/") }

// root returns the path of the site on its host, with which the addresses of its pages begin.
func (p *alone) root() string {
	_, host, _ := strings.Cut(p.base(), "://")
	_, folder, _ := strings.Cut(host, "/")
	return "/" + folder
}

// inside returns the path within the site that an address of the page leads to, if it does.
func (p *alone) inside(address string) (string, bool) {
	if strings.HasPrefix(address, "//") {
		return "", false
	}
	return strings.CutPrefix(address, p.root())
}

// loads matches an address in a style sheet.
var loads = regexp.MustCompile(`url\(["']?([^"')#]+)["']?\)`)

// file keeps a file that the page loads, and returns its path in the package. A style sheet loads others.
func (p *alone) file(address string) string {
	name, ok := p.inside(address)
	if !ok {
		return address
	}
	if _, known := p.files[name]; known {
		return name
	}
	body, err := fs.ReadFile(p.site, name)
	p.fail(err)
	p.files[name] = body
	if path.Ext(name) == ".css" {
		for _, m := range loads.FindAllSubmatch(body, -1) {
			p.file(p.root() + path.Join(path.Dir(name), string(m[1])))
		}
	}
	return name
}
