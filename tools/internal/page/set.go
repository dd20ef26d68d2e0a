package page

import (
	"safeonline/tools/internal/deck"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/paper"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// setParams are the parameters of a page about a whole set of rules.
type setParams struct {
	view.Origin
	Set string `json:"set"`
	Hue string `json:"hue"`
}

func setParamsOf(v *view.Site, s site.Set) setParams {
	return setParams{v.Origin(s.Document.Pos), s.Document.ID.Value, s.Stage.Hue.Value}
}

// setPages returns the list of the rules of a set, their deck, and their sheets for paper: a slip for parents, a poster, and
// their place to colour.
func setPages(v *view.Site, all *site.Site, s site.Set) []page {
	d := s.Document
	pages := append([]page{{
		path: d.Folder() + "/_index.md", Layout: "rules", Title: view.SetTitle(s), Params: setParamsOf(v, s),
		Description: v.Text("rules_about", i18n.Values{"count": len(s.Rules), "taught": s.Taught() > 0, "audience": view.Typeset(d.Audience)}),
	}}, deckPages(view.SetTitle(s), deck.Rules(v, s))...)
	if s.Slip() {
		slip := paper.Slip(v, all, s)
		slip.Foot = &paper.Foot{Title: v.Text("slip_foot", i18n.Values{"title": paper.Heading(all, d)})}
		pages = append(pages, page{
			path: "print/slip/" + d.ID.Value + ".md", Layout: "slip", Params: slip,
			Title:       v.Text("slip_page", i18n.Values{"title": view.Typeset(d.Title)}),
			Description: v.Text("slip_about", nil),
		})
	}
	if s.OnePoster() {
		pages = append(pages, page{
			path: "print/" + d.Folder() + ".md", Layout: "posters", Params: paper.Set(v, s),
			Title:       v.Text("posters_page", i18n.Values{"rules": view.SetMenu(s)}),
			Description: v.Text("posters_about", i18n.Values{"number": v.Number(len(s.Rules)), "rules": view.Typeset(d.Rules.Name)}),
		})
	}
	if s.Place != nil {
		title := i18n.Values{"title": view.Typeset(s.Place.Title)}
		pages = append(pages, page{
			path: file(s.Colouring()), Layout: "colour", Params: paper.Set(v, s),
			Title: v.Text("colour_page", title), Description: v.Text("colour_about", title),
		})
	}
	return pages
}
