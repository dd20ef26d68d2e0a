package site

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// Address is an address in the built site that a link can lead to: a page, a file of static/ or a PowerPoint file, or an old address that
// redirects.
type Address struct {
	URL   string // as in links: "/help/", "/downloads/policy.pdf"
	Leads string // the address that this one redirects to; empty for a page or a file

	at   diag.Pos // the source that it is made from
	ids  *names   // the ids in the page
	file bool
	part bool // its file could not be read whole, so its ids are not known
}

// IDs returns the ids of a page that links can lead to.
func (a Address) IDs() []string {
	if a.ids == nil {
		return nil
	}
	return a.ids.list
}

// page returns the address of a page with these ids and that of its main part.
func page(at diag.Pos, url string, ids ...string) Address {
	return Address{URL: url, at: at, ids: namesOf(append(ids, "main")...)}
}

// deck returns the address of a page of slides, which has no other parts.
func deck(at diag.Pos, url string) Address { return Address{URL: url, at: at, ids: namesOf("deck")} }

// kept are the names at the root of the built site that the build or the command uses. No page, old address or file of
// static/ may begin with one.
var kept = map[string]string{
	"404.html":      "the page for mistyped addresses",
	"_preview":      "the preview",
	"codes":         "codes for tablets",
	"css":           "styles",
	"import":        "the page of an import, in the preview",
	"js":            "scripts",
	"licences":      "texts of licences",
	"manifest.json": "what a device is told of the site",
	"pictures":      "pictures, which are put in assets/pictures",
	"places":        "the drawings of places, which are made from data/library/places.yaml",
	"scenes":        "the pictures of stories, which are drawn from data/library/illustrations",
	"sitemap.xml":   "the list of pages",
	"take":          "the files of lessons for other programs",
	"worker.js":     "the offline copy",
}

// addresses collects every address of the built site, and reports those that are used twice.
func (c *checker) addresses() {
	c.taken = map[string]Address{}
	for _, a := range c.generated() {
		c.take(a, diag.Pos{})
	}
	for _, p := range c.data.Pages {
		if _, taken := c.taken[p.Address()]; taken && p.Misnamed {
			continue // one mistake
		}
		c.take(Address{URL: p.Address(), ids: c.ids(p), at: p.Pos, part: !p.Read}, p.Pos)
	}
	for _, r := range c.data.Redirects {
		if c.oldAddress(r.From) {
			c.take(Address{URL: r.From.Value, Leads: r.To.Value, at: r.From.Pos}, r.From.Pos)
		}
	}
	c.static()
	for _, a := range c.site.Addresses {
		c.urls.add(a.URL)
	}
}

// take records an address. The place is where it is written, or empty for a generated page; generated pages come first.
func (c *checker) take(a Address, at diag.Pos) {
	first, _, _ := strings.Cut(strings.TrimPrefix(a.URL, "/"), "/")
	if of, ok := kept[strings.ToLower(first)]; ok && at.Source != nil {
		c.faults.Add(diag.Fault{
			Pos: at, Code: diag.SameAddress,
			Message: fmt.Sprintf("the address /%s is needed for %s", first, of),
			Hint:    "choose another name",
		})
		return
	}
	key := strings.ToLower(a.URL)
	if other, ok := c.taken[key]; ok {
		if at.Source != nil {
			c.faults.Add(diag.Fault{
				Pos: at, Code: diag.SameAddress,
				Message: fmt.Sprintf("the address %s already belongs to %s", a.URL, named(other.at)),
				Hint:    "rename one of the two",
			})
		}
		return
	}
	c.taken[key] = a
	c.site.Addresses = append(c.site.Addresses, a)
}

// named returns the file that has an address, with the line if the file has several.
func named(at diag.Pos) string {
	if at.Line > 0 && path.Base(path.Dir(at.Source.Name)) == "policy" {
		return "a page made from " + at.String()
	}
	return at.String()
}

// static records the addresses of the files of static/. Many hosts serve a file x.html at the address /x/.
func (c *checker) static() {
	folders := map[string]Address{}
	for _, a := range c.site.Addresses {
		for i, r := range a.URL {
			if r == '/' && i > 0 {
				folders[strings.ToLower(a.URL[:i])] = a
			}
		}
	}
	for _, f := range c.data.Files {
		at := diag.WholeFile(f.Name)
		url := "/" + f.Path
		if other, ok := folders[strings.ToLower(url)]; ok {
			c.faults.Add(diag.Fault{
				Pos: at, Code: diag.SameAddress,
				Message: fmt.Sprintf("the address %s/ already belongs to %s", url, named(other.at)),
				Hint:    "rename the file",
			})
			continue
		}
		if stem, isPage := strings.CutSuffix(url, ".html"); isPage {
			url = strings.TrimSuffix(stem+"/", "index/")
		}
		if kept[f.Path] != "" {
			url = "/" + f.Path
		}
		c.take(Address{URL: url, at: at, file: true}, at)
	}
}

// generated returns the addresses of the pages that package page makes. A test there compares the two.
func (c *checker) generated() (list []Address) {
	add := func(at diag.Pos, url string, ids ...string) { list = append(list, page(at, url, ids...)) }
	add(diag.WholeFile("layouts/find.html"), "/find/")
	for i, d := range c.data.Documents {
		if i == 0 {
			add(d.ID.Pos, "/policy/", append(c.policyIDs(), "toc-title")...)
			add(d.ID.Pos, "/print/policy/", append(c.policyIDs(), "toc-title")...)
			add(d.ID.Pos, "/policy/changes/", c.site.changeIDs()...)
			continue
		}
		add(d.ID.Pos, "/policy/"+d.ID.Value+"/")
		list = append(list, Address{URL: "/print/policy/" + d.ID.Value + "/", at: d.ID.Pos, Leads: "/policy/" + d.ID.Value + "/"})
		if d.Stage.Value == "" {
			list = append(list, deck(d.ID.Pos, "/present/policy/"+d.ID.Value+"/"))
		}
	}
	for _, s := range c.site.Sets() {
		list = append(list, s.addresses()...)
	}
	for _, r := range c.site.Rules {
		if r.Clause.Slug.Value != "" {
			list = append(list, r.addresses()...)
		}
	}
	return list
}

// policyIDs returns the ids of the pages that show the whole policy.
func (c *checker) policyIDs() (ids []string) {
	corrected := false
	for i, d := range c.data.Documents {
		if i > 0 {
			ids = append(ids, d.ID.Value)
		}
		for _, s := range d.Sections {
			if i == 0 {
				ids = append(ids, s.ID.Value)
			}
			for _, p := range slices.Concat(s.Passages, s.Closing) {
				corrected = corrected || len(p.Errata) > 0
			}
		}
		for cl := range d.AllClauses() {
			ids = append(ids, cl.ID.Value)
			corrected = corrected || len(cl.Errata) > 0
		}
	}
	if corrected {
		ids = append(ids, "corrections")
	}
	return ids
}

// templateIDs are the ids that templates write, by the layout or shortcode of a page in prose.
var templateIDs = map[string][]string{
	"families": {"read", "ask", "sign", "ring"},
	"decks":    {"lessons"},
	"gather":   {"rules"},
	"guide":    {"toc-title"},
	"lessons":  {"filter-years", "filter-theme", "filter-strand"},
}

// ids returns the ids of a page in prose, and reports those that are there twice.
func (c *checker) ids(p model.Page) *names {
	ids := namesOf(append([]string{"main"}, templateIDs[p.Layout.Value]...)...)
	if p.Layout.Value == "help" {
		for _, route := range c.data.Help {
			if route.Reachable() {
				ids.add(route.ID.Value)
			}
		}
	}
	if p.Layout.Value == "coverage" {
		for _, s := range c.site.Sets() {
			ids.add("matrix-" + s.Document.ID.Value)
		}
	}
	if p.Pupils || p.Address() == "/" {
		ids.add("screen-title")
		ids.add("screen-text")
		ids.add("ask-title")
	}
	take := func(id string, at diag.Pos) {
		if ids.set[id] {
			c.faults.Add(diag.Fault{
				Pos: at, Code: diag.DuplicateID,
				Message: fmt.Sprintf("the page already has the id %q", id),
				Hint:    "add another id, in braces: {#name}",
			})
			return
		}
		ids.add(id)
	}
	for _, call := range p.Calls {
		for _, id := range templateIDs[call.Name.Value] {
			take(id, call.Name.Pos)
		}
		if call.Name.Value == "home-rules" {
			for _, set := range c.setsOf(call) {
				take("rules-"+set, call.Name.Pos)
			}
		}
	}
	for _, id := range p.IDs {
		take(id.Value, id.Pos)
	}
	return ids
}

// setsOf returns the ids of the sets of rules that a shortcode names, or of all.
func (c *checker) setsOf(call model.Call) (ids []string) {
	for _, set := range c.site.Sets() {
		if id := set.Document.ID.Value; len(call.Args) == 0 || call.Args[0].Value == id {
			ids = append(ids, id)
		}
	}
	return ids
}

// sections reports a folder of pages without a page of its own: Hugo would make one without words. Only folders at the
// root are sections by themselves.
func (c *checker) sections() {
	if len(c.data.Pages) == 0 {
		return // the missing home page is reported
	}
	own, sections := map[string]bool{}, map[string]bool{}
	for _, p := range c.data.Pages {
		own[strings.TrimSuffix(p.Path, "/_index.md")] = true
	}
	own["policy"] = true // generated, like the folders of rules
	for _, s := range c.site.Sets() {
		own[s.Document.Folder()] = true
	}
	for _, a := range c.site.Addresses {
		if first, rest, _ := strings.Cut(strings.TrimPrefix(a.URL, "/"), "/"); rest != "" && !a.file && a.Leads == "" {
			sections[first] = true
		}
	}
	for s := range sections {
		if !own[s] {
			file := fmt.Sprintf("content/%s/_index.md", s)
			hint := "write " + file
			if _, ok := c.taken["/"+s+"/"]; ok {
				hint = fmt.Sprintf("move content/%s.md to %s", s, file)
			}
			c.faults.Add(diag.Fault{
				Pos: diag.WholeFile(file), Code: diag.MissingFile,
				Message: "the folder has no page of its own",
				Hint:    hint,
			})
		}
	}
}
