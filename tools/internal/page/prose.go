package page

import (
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/view"
)

// proseParams are the parameters of a page in prose; each layout reads some of them.
type proseParams struct {
	view.Origin
	Hue       string            `json:"hue,omitempty"`
	Pupils    bool              `json:"pupils,omitempty"`
	Lead      string            `json:"lead,omitempty"`
	Scene     []view.Picture    `json:"scene,omitempty"`
	Landscape bool              `json:"landscape,omitempty"`
	Filter    bool              `json:"filter,omitempty"`
	Greeting  string            `json:"greeting,omitempty"`
	Doors     []door            `json:"doors,omitempty"`
	Short     []string          `json:"short,omitempty"`
	Ideas     map[string]string `json:"ideas,omitempty"` // by theme
	Ask       []string          `json:"ask,omitempty"`
	Help      string            `json:"help,omitempty"`
	Routes    []string          `json:"routes,omitempty"` // ids
	Groups    []group           `json:"groups,omitempty"`
	Again     []quote           `json:"again,omitempty"`
}

type door struct {
	To       string         `json:"to"`
	Hue      string         `json:"hue"`
	Pictures []view.Picture `json:"pictures"`
	Title    string         `json:"title"`
	Text     string         `json:"text"`
}

type group struct {
	Title string  `json:"title"`
	ID    string  `json:"id"`
	Text  string  `json:"text"`
	Items []sheet `json:"items"`
}

// sheet is a page that can be printed, with its number of sides of A4.
type sheet struct {
	To    string `json:"to"`
	Name  string `json:"name"`
	Sides int    `json:"sides"` // 0 if it is not known
	Text  string `json:"text"`
}

type quote struct {
	Clause string `json:"clause"`
	Words  string `json:"words"`
	Why    string `json:"why"`
}

// prose writes the pages in prose: the values of their front matter, and their text unchanged.
func (b *builder) prose() {
	for _, p := range b.site.Pages {
		b.page(p.Path, frontMatter{
			Title: p.Title.Value, Description: p.Description.Value, Layout: p.Layout.Value, Params: b.proseParams(p),
		})
		file := &b.files[len(b.files)-1]
		file.Body = append(file.Body, p.Body...)
	}
}

func (b *builder) proseParams(p model.Page) proseParams {
	to := proseParams{
		Origin: b.view.Origin(p.Pos), Hue: p.Hue.Value, Pupils: p.Pupils, Lead: p.Lead.Value, Scene: b.view.Scenery(p.Scene),
		Landscape: p.Landscape, Filter: p.Filter, Greeting: p.Greeting.Value,
		Short: view.Values(p.Short), Ask: view.Values(p.Ask), Help: p.Help.Value, Routes: view.Values(p.Routes),
	}
	for _, d := range p.Doors {
		to.Doors = append(to.Doors, door{d.To.Value, d.Hue.Value, b.view.Scenery(d.Pictures), d.Title.Value, d.Text.Value})
	}
	for theme, idea := range p.Ideas {
		if to.Ideas == nil {
			to.Ideas = map[string]string{}
		}
		to.Ideas[theme] = idea.Value
	}
	for _, g := range p.Groups {
		out := group{Title: g.Title.Value, ID: g.ID.Value, Text: g.Text.Value}
		for _, s := range g.Items {
			out.Items = append(out.Items, b.sheets(s)...)
		}
		to.Groups = append(to.Groups, out)
	}
	for _, q := range p.Again {
		to.Again = append(to.Again, quote{q.Clause.Value, q.Words.Value, q.Why.Value})
	}
	return to
}

// sheets returns the sheets that an entry stands for.
func (b *builder) sheets(s model.Sheet) (list []sheet) {
	add := func(to, kind string, values i18n.Values) {
		list = append(list, sheet{To: to, Name: b.view.Text("each_"+kind, values), Text: b.view.Text("each_"+kind+"_about", values)})
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
	if s.Each.Value == "" {
		one := sheet{To: s.To.Value, Name: s.Name.Value, Text: s.Text.Value}
		if s.Sides != nil {
			one.Sides = *s.Sides
		}
		list = append(list, one)
	}
	return list
}
