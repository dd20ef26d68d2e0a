package prose

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/record"
)

// layout is a kind of page in prose: the template that shows it, and the parts of front matter that the template reads.
type layout struct {
	name   string
	fields func(*model.Page) any
}

// layoutTable has the layouts that a person may use. The others are for generated pages.
var layoutTable = []layout{
	{"home", func(p *model.Page) any { return &homeFields{head{&p.PageHead}, &p.HomePage} }},
	{"prose", func(p *model.Page) any { return &bandFields{head{&p.PageHead}, &p.Band} }},
	{"help", func(p *model.Page) any { return &bandFields{head{&p.PageHead}, &p.Band} }},
	{"guide", func(p *model.Page) any { return &guideFields{head{&p.PageHead}, &p.Band, &p.Desk, &p.Guide} }},
	{"governors", func(p *model.Page) any { return &guideFields{head{&p.PageHead}, &p.Band, &p.Desk, &p.Guide} }},
	{"coverage", func(p *model.Page) any { return &deskFields{head{&p.PageHead}, &p.Band, &p.Desk} }},
	{"ticksheet", func(p *model.Page) any { return &ticksFields{head{&p.PageHead}, &p.Desk} }},
	{"onepage", func(p *model.Page) any { return &onePageFields{head{&p.PageHead}, &p.OnePage} }},
	{"families", func(p *model.Page) any { return &familiesFields{head{&p.PageHead}, &p.Band, &p.Families} }},
	{"gather", func(p *model.Page) any { return &gatherFields{head{&p.PageHead}, &p.Band, &p.Gather} }},
	{"case", func(p *model.Page) any { return &caseFields{head{&p.PageHead}, &p.Band, &p.Case} }},
	{"cases", func(p *model.Page) any { return &casesFields{head{&p.PageHead}, &p.Band, &p.Cases} }},
	// A project with a gallery of components, such as the copy that the tests in browsers use, shows it on a page.
	{"gallery", func(p *model.Page) any { return &head{&p.PageHead} }},
}

type (
	homeFields struct {
		head
		*model.HomePage
	}
	bandFields struct {
		head
		*model.Band
	}
	guideFields struct {
		head
		*model.Band
		*model.Desk
		*model.Guide
	}
	deskFields struct {
		head
		*model.Band
		*model.Desk
	}
	ticksFields struct {
		head
		*model.Desk
	}
	onePageFields struct {
		head
		*model.OnePage
	}
	familiesFields struct {
		head
		*model.Band
		*model.Families
	}
	gatherFields struct {
		head
		*model.Band
		*model.Gather
	}
	caseFields struct {
		head
		*model.Band
		*model.Case
	}
	casesFields struct {
		head
		*model.Band
		*model.Cases
	}
)

// head is the part that every page has. It has advice about fields that only Hugo would read.
type head struct{ *model.PageHead }

// Advice implements record.Advised.
func (head) Advice(field string) string {
	switch strings.ToLower(field) {
	case "url", "slug", "permalink":
		return "leave it out: a page has the address of its file; rename or move the file"
	case "aliases", "alias", "redirect":
		return "leave it out: an old address that leads to this page is a line of redirects.yaml in the folder of the school"
	case "draft", "date", "publishdate", "expirydate", "lastmod", "headless":
		return "leave it out: every page of content/ is published; keep a draft in a proposal until it is ready"
	case "type", "kind", "template", "outputs", "markup":
		return "leave it out: the layout alone says how a page is shown"
	case "build", "_build", "cascade", "params", "resources", "sitemap", "weight", "menu", "menus", "tags", "categories", "keywords", "linktitle", "translationkey":
		return "leave it out: this site makes no use of it"
	}
	return ""
}

// layoutsOf returns the names of the layouts for which a project has the template.
func layoutsOf(fsys fs.FS) (names []string, err error) {
	for _, l := range layoutTable {
		found, err := fs.Glob(fsys, "layouts/"+l.name+".html")
		within, errWithin := fs.Glob(fsys, "layouts/*/"+l.name+".html")
		if err != nil || errWithin != nil {
			return nil, err // of the pattern, which is valid
		}
		within = slices.DeleteFunc(within, func(name string) bool { return strings.HasPrefix(path.Base(path.Dir(name)), "_") })
		if len(found)+len(within) > 0 {
			names = append(names, l.name)
		}
	}
	return names, nil
}

// head reads the front matter. The layout decides which fields are allowed, so it is read first.
func (r *reader) head(front []byte) {
	r.faults = append(r.faults, r.layout(front)...)
	p := &r.page
	p.Pos = diag.Pos{Source: r.src} // not the place of the front matter
	r.words()
	for _, d := range p.Doors {
		r.link(d.To, false)
	}
	for _, o := range p.Others {
		if o.To.Value != "" {
			r.link(o.To, true)
		}
	}
	for _, to := range p.Cases.Cases {
		r.link(to, true)
	}
	for _, g := range p.Groups {
		r.id(g.ID)
		for _, s := range g.Items {
			if s.To.Value != "" {
				r.link(s.To, true)
			}
		}
	}
}

// layout reads the fields of the page's layout. If the layout is unknown, fields that only some layouts have are not
// reported.
func (r *reader) layout(front []byte) diag.List {
	faults := record.DecodeAt(r.src, front, 0, &head{&r.page.PageHead})
	at := slices.IndexFunc(layoutTable, func(l layout) bool { return l.name == r.page.Layout.Value })
	if at >= 0 && slices.Contains(r.layouts, r.page.Layout.Value) {
		return record.DecodeAt(r.src, front, 0, layoutTable[at].fields(&r.page))
	}
	faults = slices.DeleteFunc(faults, func(f diag.Fault) bool { return f.Code == diag.UnknownField })
	if r.page.Layout.Pos.Source != nil {
		faults.Add(diag.Fault{
			Pos: r.page.Layout.Pos, Code: diag.UnknownLayout,
			Message: fmt.Sprintf("unknown layout %q", r.page.Layout.Value),
			Hint:    diag.DidYouMean(r.page.Layout.Value, r.layouts, "layouts are: "+strings.Join(r.layouts, ", ")),
		})
	}
	return faults
}

// markup matches Markdown and HTML, which a template would show to readers: front matter is plain text.
var markup = regexp.MustCompile(`</?[a-zA-Z!]|\*\*|\]\(|\{\{|&[a-zA-Z]+;|&#`)

// words checks the texts of the front matter that readers see.
func (r *reader) words() {
	p := &r.page
	entries := slices.Concat([]diag.Text{p.Lead}, p.Short, p.Ask) // may be left out, but not left empty
	for _, t := range entries {
		if t.Pos.Source != nil && strings.TrimSpace(t.Value) == "" {
			r.faults.Add(diag.Fault{
				Pos: t.Pos, Code: diag.EmptyValue,
				Message: "the value is missing",
				Hint:    "write the text, or delete the line",
			})
		}
	}
	texts := append(entries, p.Title, p.Description, p.Greeting, p.Help, p.Say, p.Then)
	for _, s := range p.First {
		texts = append(texts, s.Do, s.Text, s.But)
	}
	for _, d := range p.Doors {
		texts = append(texts, d.Title, d.Text)
	}
	for _, g := range p.Groups {
		texts = append(texts, g.Title, g.Text)
		for _, s := range g.Items {
			texts = append(texts, s.Name, s.Text)
		}
	}
	for _, o := range p.Others {
		texts = append(texts, o.Name, o.Ages, o.Says, o.Ask)
	}
	for _, t := range texts {
		if found := markup.FindString(t.Value); found != "" {
			r.faults.Add(diag.Fault{
				Pos: t.Pos, Code: diag.NoMarkup,
				Message: fmt.Sprintf("%q would be shown to readers", found),
				Hint:    "use plain text: Markdown does not work in front matter",
			})
		}
	}
}
