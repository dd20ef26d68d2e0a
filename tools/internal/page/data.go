package page

import (
	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/headers"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// siteData is data/site.json: data that several pages need.
type siteData struct {
	Policy     string             `json:"policy"` // the content security policy for the head of each page
	School     school             `json:"school"`
	Rules      map[string][]rule  `json:"rules"`
	Themes     map[string][]theme `json:"themes"`
	Help       []route            `json:"help"`
	Frameworks []framework        `json:"frameworks"`
	Cast       []character        `json:"cast"`
	Year       []halfTerm         `json:"year"`
	Licences   []licence          `json:"licences"`
	Scenery    map[string]picture `json:"scenery"`
	Slide      measures           `json:"slide"`
}

type licence struct {
	What    string `json:"what"`
	Name    string `json:"name"`
	By      string `json:"by"`
	Terms   string `json:"terms"`
	Address string `json:"address"`
	Note    string `json:"note"`
	Text    string `json:"text"`
}

type school struct {
	Name       string `json:"name"`
	Short      string `json:"short"`
	Site       string `json:"site"`
	Slug       string `json:"slug"`
	Contact    string `json:"contact"`
	Repository string `json:"repository"`
	Telephone  string `json:"telephone"`
	Email      string `json:"email"`
	Address    string `json:"address"`
	Website    string `json:"website"`
	Reviewed   string `json:"reviewed"`
	NextReview string `json:"next_review"`
	Forms      *forms `json:"forms"`
}

type forms struct {
	To string `json:"to"`
	By string `json:"by"`
}

type rule struct {
	ID         string              `json:"id"`
	Stage      string              `json:"stage"`
	Mark       string              `json:"mark"`
	Slug       string              `json:"slug"`
	Title      string              `json:"title"`
	Text       string              `json:"text"`
	Plain      string              `json:"plain"`
	Picture    *picture            `json:"picture"`
	Hue        string              `json:"hue"`
	Theme      themeName           `json:"theme"`
	URL        string              `json:"url"`
	Anchor     string              `json:"anchor"`
	Ask        string              `json:"ask"`
	Do         string              `json:"do"`
	Questions  int                 `json:"questions"`
	Plan       string              `json:"plan"` // the address of its lesson plan
	Poster     string              `json:"poster"`
	Worksheet  string              `json:"worksheet"`
	Answers    string              `json:"answers"` // to the worksheet
	Frameworks map[string][]string `json:"frameworks"`
}

type themeName struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

type theme struct {
	ID    string   `json:"id"`
	Title string   `json:"title"`
	Hue   string   `json:"hue"`
	Marks []string `json:"marks"`
}

type route struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Phone    string `json:"phone"`
	Web      string `json:"web"`
	Email    string `json:"email"`
	For      string `json:"for"`
	Who      string `json:"who"`
	Audience string `json:"audience"`
	Sure     string `json:"sure"`
	Checked  string `json:"checked"`
}

type framework struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	Edition   string `json:"edition"`
	Items     []item `json:"items"`
}

type item struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

type halfTerm struct {
	Half   string   `json:"half"`
	About  string   `json:"about"`
	Anchor string   `json:"anchor"`
	Rules  []string `json:"rules"` // ids
}

type character struct {
	Name    string   `json:"name"`
	Stage   string   `json:"stage"`
	Who     string   `json:"who"`
	Picture *picture `json:"picture"`
}

func (b *builder) data() {
	d := siteData{
		Policy: headers.Meta(),
		School: b.school(),
		Rules:  map[string][]rule{},
		Themes: map[string][]theme{},

		Scenery: map[string]picture{},
		Slide:   slideMeasures(),
	}
	for _, stage := range stages() {
		for _, r := range b.site.Of(stage) {
			d.Rules[string(stage)] = append(d.Rules[string(stage)], b.rule(r))
		}
	}
	for _, doc := range b.site.Documents {
		if len(doc.Themes) > 0 {
			d.Themes[doc.ID.Value] = b.themes(doc)
		}
	}
	for _, h := range b.site.Help {
		d.Help = append(d.Help, route{
			ID: h.ID.Value, Name: typeset(h.Name), Phone: h.Phone.Value, Web: h.Web.Value, Email: h.Email.Value,
			For: typeset(h.For), Who: typeset(h.Who), Audience: h.Audience.Value, Sure: h.Sure.Value, Checked: h.Checked.Value,
		})
	}
	for _, f := range b.site.Frameworks.Frameworks {
		out := framework{ID: f.ID.Value, Title: typeset(f.Title), Publisher: typeset(f.Publisher), Edition: typeset(f.Edition)}
		for _, i := range f.Items {
			out.Items = append(out.Items, item{ID: i.ID.Value, Title: typeset(i.Title)})
		}
		d.Frameworks = append(d.Frameworks, out)
	}
	for _, c := range b.site.Cast {
		d.Cast = append(d.Cast, character{Name: c.Name.Value, Stage: c.Stage.Value, Who: typeset(c.Who), Picture: b.picture(c.Picture)})
	}
	for _, h := range b.site.Year {
		d.Year = append(d.Year, halfTerm{Half: typeset(h.Half), About: typeset(h.About), Anchor: typeset(h.Anchor), Rules: values(h.Clauses)})
	}
	for _, l := range b.site.Licences {
		d.Licences = append(d.Licences, licence{
			What: typeset(l.What), Name: typeset(l.Name), By: typeset(l.By), Terms: typeset(l.Terms), Address: l.Address.Value,
			Note: typeset(l.Note), Text: l.Text.Value,
		})
	}
	for _, p := range b.site.Scenery {
		d.Scenery[p.Name.Value] = prop(p)
	}
	b.add("data/site.json", d)
}

func (b *builder) school() school {
	s := b.site.School
	out := school{
		Name: s.Name.Value, Short: s.Short.Value, Site: s.Site.Value, Slug: s.Slug.Value, Contact: s.Contact.Value,
		Repository: s.Repository.Value, Telephone: s.Telephone.Value, Email: s.Email.Value,
		Address: s.Address.Value, Website: s.Website.Value, Reviewed: s.Reviewed.Value, NextReview: s.NextReview.Value,
	}
	if s.Forms != nil {
		out.Forms = &forms{To: s.Forms.To.Value, By: s.Forms.By.Value}
	}
	return out
}

// rule is a rule as lists of rules show it.
func (b *builder) rule(r site.Rule) rule {
	return rule{
		ID: r.Clause.ID.Value, Stage: string(r.Stage), Mark: r.Clause.Mark.Value, Slug: r.Clause.Slug.Value,
		Title: typeset(r.Clause.Title), Text: site.Published(r.Clause.Text, r.Clause.Errata), Plain: typeset(r.Clause.Plain),
		Picture: b.picture(r.Clause.Picture), Hue: r.Theme.Hue.Value,
		Theme: themeName{ID: r.Theme.ID.Value, Title: typeset(r.Theme.Title)},
		URL:   r.URL(), Anchor: r.Anchor(),
		Ask: typeset(r.Lesson.Home.Ask), Do: typeset(r.Lesson.Home.Do), Questions: len(r.Lesson.Quiz),
		Plan: "/teachers" + r.URL(), Poster: "/print" + r.URL(),
		Worksheet: "/print" + r.URL() + "worksheet/", Answers: "/print" + r.URL() + "answers/",
		Frameworks: map[string][]string{
			"strands": values(r.Mapping.Strands), "computing": values(r.Mapping.Computing), "four-cs": values(r.Mapping.FourCs),
		},
	}
}

func (b *builder) themes(doc model.Document) []theme {
	var list []theme
	for _, t := range doc.Themes {
		out := theme{ID: t.ID.Value, Title: typeset(t.Title), Hue: t.Hue.Value}
		for _, c := range clauses(doc) {
			if c.Theme.Value == t.ID.Value {
				out.Marks = append(out.Marks, c.Mark.Value)
			}
		}
		list = append(list, out)
	}
	return list
}

func clauses(doc model.Document) (list []model.Clause) {
	for _, s := range doc.Sections {
		list = append(list, s.Clauses...)
	}
	return list
}

func typeset(t diag.Text) string { return Typeset(t.Value) }
