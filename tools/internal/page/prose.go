package page

import (
	"slices"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/paper"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// prosePage returns a page in prose: the values of its front matter, with the sheets, year groups, quotes, answers and guidance that are
// made from the school's data, and its text unchanged.
func prosePage(v *view.Site, s *site.Site, p model.Page) page {
	p.Groups = slices.Clone(p.Groups)
	for i, g := range p.Groups {
		p.Groups[i].Items = nil
		for _, item := range g.Items {
			p.Groups[i].Items = append(p.Groups[i].Items, sheets(v, s, item)...)
		}
	}
	from := v.Origin(p.Pos)
	more := view.Record{
		"source": from.Source, "edit": from.Edit, "rules": v.OnTopics(p.Topics), "answers": v.Answers(p.Asks), "guidance": v.Guidance(p.Topics...),
	}
	switch {
	case paper.IsOnePage(p):
		more["foot"], more["download"] = &paper.Foot{Title: view.Typeset(p.Title)}, paper.OfOnePage(s)
	case p.Layout.Value == "governors":
		more["foot"] = &paper.Foot{Title: view.Typeset(p.Title)}
	case p.Layout.Value == "families":
		more["foot"], more["years"] = &paper.Foot{Title: view.Typeset(p.Title)}, v.Years(p.Others)
	}
	return page{
		path: p.Path, Layout: p.Layout.Value, Title: view.Typeset(p.Title), Description: view.Typeset(p.Description),
		Params: view.With(p, more), text: p.Body,
	}
}

// sheets returns the sheets that an entry stands for.
func sheets(v *view.Site, s *site.Site, item model.Sheet) (list []model.Sheet) {
	text := func(value string) diag.Text { return diag.Text{Value: value, Pos: item.Pos} }
	add := func(to, kind string, values i18n.Values) {
		list = append(list, model.Sheet{
			To: text(to), Name: text(v.Text("each_"+kind, values)), Text: text(v.Text("each_"+kind+"_about", values)),
		})
	}
	if item.Each.Value == "" {
		return []model.Sheet{item}
	}
	if item.Each.Value == "agreements" {
		for _, d := range s.Agreements() {
			add(d.URL(), "agreement", i18n.Values{"title": view.Typeset(d.Title), "audience": view.Typeset(d.Audience)})
		}
	}
	for _, set := range s.Sets() {
		d, folder := set.Document, "/"+set.Document.Folder()+"/"
		values := i18n.Values{
			"rules": view.Typeset(d.Rules.Name), "years": view.Typeset(set.Stage.Years), "number": v.Number(set.Learnt()), "all": set.Learnt() == len(set.Rules),
		}
		switch each := item.Each.Value; {
		case each == "slips" && set.Slip():
			add("/print/slip/"+d.ID.Value+"/", "slip", values)
		case each == "posters" && set.OnePoster():
			add("/print"+folder, "poster", values)
		case each == "places" && set.Place != nil:
			values["title"] = view.Typeset(set.Place.Title)
			add(set.Colouring(), "place", values)
		case each == "certificates" && set.Taught() > 0:
			add(folder+"certificate/", "certificate", values)
		}
	}
	return list
}
