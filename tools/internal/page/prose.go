package page

import (
	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// proseParams are the parameters of a page in prose; each layout reads some of them.
type proseParams struct {
	origin
	Hue       string            `json:"hue,omitempty"`
	Pupils    bool              `json:"pupils,omitempty"`
	Lead      string            `json:"lead,omitempty"`
	Scene     []picture         `json:"scene,omitempty"`
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
	To       string    `json:"to"`
	Hue      string    `json:"hue"`
	Pictures []picture `json:"pictures"`
	Title    string    `json:"title"`
	Text     string    `json:"text"`
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
	Sides int    `json:"sides"`
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
		origin: b.origin(p.Pos), Hue: p.Hue.Value, Pupils: p.Pupils, Lead: p.Lead.Value, Scene: b.scenery(p.Scene),
		Landscape: p.Landscape, Filter: p.Filter, Greeting: p.Greeting.Value,
		Short: values(p.Short), Ask: values(p.Ask), Help: p.Help.Value, Routes: values(p.Routes),
	}
	for _, d := range p.Doors {
		to.Doors = append(to.Doors, door{d.To.Value, d.Hue.Value, b.scenery(d.Pictures), d.Title.Value, d.Text.Value})
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
			out.Items = append(out.Items, sheet{s.To.Value, s.Name.Value, s.Sides, s.Text.Value})
		}
		to.Groups = append(to.Groups, out)
	}
	for _, q := range p.Again {
		to.Again = append(to.Again, quote{q.Clause.Value, q.Words.Value, q.Why.Value})
	}
	return to
}

// scenery returns pictures by their names.
func (b *builder) scenery(names []diag.Text) (list []picture) {
	for _, n := range names {
		if p, ok := b.site.Prop(n); ok {
			list = append(list, prop(p))
		}
	}
	return list
}

func prop(p model.Prop) picture {
	return picture{File: p.File.Value, Alt: p.Alt.Value, Role: p.Role.Value}
}
