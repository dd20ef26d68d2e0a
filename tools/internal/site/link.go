package site

import (
	"fmt"
	"path"
	"regexp"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

var oldAddress = regexp.MustCompile(`^/([a-z0-9]+(-[a-z0-9]+)*/)+$`)

// oldAddress reports whether an old address has the right form, and adds a fault if not.
func (c *checker) oldAddress(from diag.Text) bool {
	if oldAddress.MatchString(from.Value) {
		return true
	}
	c.faults.Add(diag.Fault{
		Pos: from.Pos, Code: diag.BadLink,
		Message: fmt.Sprintf("%q is not an old address", from.Value),
		Hint:    "write it as /teachers/older/: small letters, digits and hyphens between slashes, and a slash at both ends",
	})
	return false
}

// redirects checks the addresses that old addresses lead to.
func (c *checker) redirects() {
	for _, r := range c.data.Redirects {
		a, ok := c.taken[strings.ToLower(r.To.Value)]
		switch {
		case strings.Contains(r.To.Value, "#"):
			url, _, _ := strings.Cut(r.To.Value, "#")
			c.faults.Add(diag.Fault{
				Pos: r.To.Pos, Code: diag.BadLink,
				Message: "an old address must lead to a whole page",
				Hint:    "write " + url,
			})
		case r.From.Value == r.To.Value:
			c.faults.Add(diag.Fault{
				Pos: r.To.Pos, Code: diag.BadLink,
				Message: "this address leads to itself",
				Hint:    "write the address of the page that it leads to now",
			})
		case ok && a.Leads != "":
			c.faults.Add(diag.Fault{
				Pos: r.To.Pos, Code: diag.BadLink,
				Message: fmt.Sprintf("%s is also an old address", r.To.Value),
				Hint:    "write " + a.Leads,
			})
		case !ok || a.file || a.URL != r.To.Value:
			c.missing(r.To)
		}
	}
}

// links checks that the links of pages in prose lead somewhere, and those of the suggested year.
func (c *checker) links() {
	for _, h := range c.data.Year {
		if a, ok := c.taken[strings.ToLower(h.Page.Value)]; h.Page.Value != "" && (!ok || a.URL != h.Page.Value || a.file) {
			c.missing(h.Page)
		}
	}
	for _, p := range c.data.Pages {
		for _, l := range p.Links {
			c.link(p, l)
		}
	}
}

// LinksTo returns the links of pages in prose to an address.
func (s *Site) LinksTo(address string) (list []diag.Text) {
	for _, p := range s.Pages {
		for _, l := range p.Links {
			if l.To.Value == address {
				list = append(list, l.To)
			}
		}
	}
	return list
}

func (c *checker) link(p model.Page, l model.Link) {
	url, id, marked := strings.Cut(l.To.Value, "#")
	if url == "" {
		url = p.Address()
	}
	a, ok := c.taken[strings.ToLower(url)]
	switch {
	case !ok || a.URL != url || l.Whole && a.file:
		c.missing(l.To)
	case a.Leads != "":
		c.faults.Add(diag.Fault{
			Pos: l.To.Pos, Code: diag.BadLink,
			Message: fmt.Sprintf("%s is an old address", url),
			Hint:    "write " + a.Leads,
		})
	case !marked || a.part || c.astray:
	case a.ids == nil || !a.ids.set[id]:
		at := l.To.Pos
		at.Col += strings.IndexByte(l.To.Value, '#')
		hint := c.near(id, a.IDs(), "the ids of headings are in braces, {#name}, or made of their words")
		c.faults.Add(diag.Fault{
			Pos: at, Code: diag.UnknownPart,
			Message: fmt.Sprintf("the page %s has no part %q", url, "#"+id),
			Hint:    hint,
		})
	}
}

// missing reports an address that does not exist. If clauses have faults, their addresses are not known.
func (c *checker) missing(to diag.Text) {
	if c.astray {
		return
	}
	url, _, _ := strings.Cut(to.Value, "#")
	otherwise := "the addresses of pages are those of their files: content/about/governors.md is /about/governors/"
	if path.Ext(url) != "" {
		otherwise = "put the file into " + c.data.Folder + "/static/, or mend the address"
	}
	hint := c.near(url, c.urls.list, otherwise)
	if a, ok := c.taken[strings.ToLower(strings.TrimSuffix(url, "/")+"/")]; ok {
		hint = "write " + a.URL
	}
	c.faults.Add(diag.Fault{
		Pos: to.Pos, Code: diag.UnknownPage,
		Message: fmt.Sprintf("the site has no page with the address %q", url),
		Hint:    hint,
	})
}

// mostGuesses is for how many broken links a similar address is searched. Each search takes some time.
const mostGuesses = 100

// near is diag.DidYouMean for links, of which a file that is made to be slow may have thousands.
func (c *checker) near(word string, known []string, otherwise string) string {
	if c.guesses++; c.guesses > mostGuesses {
		return otherwise
	}
	return diag.DidYouMean(word, known, otherwise)
}
