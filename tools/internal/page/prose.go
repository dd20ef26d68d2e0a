package page

import (
	"slices"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/view"
)

// prose writes the pages in prose: the values of their front matter, and their text unchanged.
func (b *builder) prose() {
	for _, p := range b.site.Pages {
		b.page(p.Path, frontMatter{
			Title: view.Typeset(p.Title), Description: view.Typeset(p.Description), Layout: p.Layout.Value, Params: b.head(p),
		})
		file := &b.files[len(b.files)-1]
		file.Body = append(file.Body, p.Body...)
	}
}

// head returns the front matter of a page in prose, with the sheets that are made from the school's data.
func (b *builder) head(p model.Page) view.Record {
	p.Groups = slices.Clone(p.Groups)
	for i, g := range p.Groups {
		p.Groups[i].Items = nil
		for _, s := range g.Items {
			p.Groups[i].Items = append(p.Groups[i].Items, b.sheets(s)...)
		}
	}
	from := b.view.Origin(p.Pos)
	return view.With(p, view.Record{"source": from.Source, "edit": from.Edit})
}

// sheets returns the sheets that an entry stands for.
func (b *builder) sheets(s model.Sheet) (list []model.Sheet) {
	text := func(value string) diag.Text { return diag.Text{Value: value, Pos: s.Pos} }
	add := func(to, kind string, values i18n.Values) {
		list = append(list, model.Sheet{
			To: text(to), Name: text(b.view.Text("each_"+kind, values)), Text: text(b.view.Text("each_"+kind+"_about", values)),
		})
	}
	if s.Each.Value == "" {
		return []model.Sheet{s}
	}
	if s.Each.Value == "agreements" {
		for _, d := range b.site.Agreements() {
			add(d.URL(), "agreement", i18n.Values{"title": view.Typeset(d.Title), "audience": view.Typeset(d.Audience)})
		}
	}
	for _, set := range b.sets {
		d, folder := set.Document, "/"+set.Document.Folder()+"/"
		values := i18n.Values{
			"rules": view.Typeset(d.Rules.Name), "years": view.Typeset(set.Stage.Years), "number": b.view.Number(set.Learnt()), "all": set.Learnt() == len(set.Rules),
		}
		switch each := s.Each.Value; {
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
