package page

import (
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/paper"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// paper writes the pages below /print/ that are made from the data. The page that lists them is written by hand.
func (b *builder) paper() {
	b.page("print/policy.md", frontMatter{
		Title:       view.Typeset(b.site.Policy().Title),
		Description: b.view.Text("paperpolicy_about", i18n.Values{"school": b.site.School.Name.Value}),
		Layout:      "policy",
		Params:      b.whole(),
	})
	for _, set := range b.sets {
		if set.Slip() {
			b.slip(set)
		}
		if set.OnePoster() {
			b.posters(set)
		}
		if set.Place != nil {
			b.colouring(set)
		}
	}
	for _, r := range b.site.Rules {
		b.guard(r.Clause.Pos, func() { b.sheet(r, r.Poster(), "poster", paper.Poster(b.view, r)) })
		if r.Leads() {
			b.guard(r.Lesson.Pos, func() { b.worksheets(r) })
		}
	}
}

func (b *builder) slip(s site.Set) {
	b.page("print/slip/"+s.Document.ID.Value+".md", frontMatter{
		Title:       b.view.Text("slip_page", i18n.Values{"title": view.Typeset(s.Document.Title)}),
		Description: b.view.Text("slip_about", nil),
		Layout:      "slip",
		Params:      paper.Slip(b.view, s),
	})
}

// posters writes the poster with all rules of a set.
func (b *builder) posters(s site.Set) {
	b.page("print/"+s.Document.Folder()+".md", frontMatter{
		Title:       b.view.Text("posters_page", i18n.Values{"rules": view.SetMenu(s)}),
		Description: b.view.Text("posters_about", i18n.Values{"number": b.view.Number(len(s.Rules)), "rules": view.Typeset(s.Document.Rules.Name)}),
		Layout:      "posters",
		Params:      paper.Posters(b.view, s),
	})
}

// colouring writes the place of a set as a page to colour.
func (b *builder) colouring(s site.Set) {
	title := view.Typeset(s.Place.Title)
	b.page(file(s.Colouring()), frontMatter{
		Title:       b.view.Text("colour_page", i18n.Values{"title": title}),
		Description: b.view.Text("colour_about", i18n.Values{"title": title}),
		Layout:      "colour",
		Params:      paper.Colouring(b.view, s),
	})
}

// worksheets writes the worksheet of a rule's lesson, its exit slip, and the answers to both.
func (b *builder) worksheets(r site.Rule) {
	about, questions := b.view.Rule(r), paper.Worksheet(b.view, r)
	b.sheet(r, about.Worksheet, "worksheet", questions)
	b.sheet(r, about.Answers, "answers", questions)
	b.sheet(r, about.Exit, "exit", paper.Exit(b.view, r))
}

// sheet writes a sheet about a rule. kind is its layout, and names its words.
func (b *builder) sheet(r site.Rule, address, kind string, s paper.Sheet) {
	b.page(file(address), frontMatter{
		Title:       b.view.Text(kind+"_page", i18n.Values{"title": view.Typeset(r.Clause.Title)}),
		Description: b.view.Text(kind+"_about", nil),
		Layout:      kind,
		Params:      s,
	})
}
