package view

import (
	"slices"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// Document is the policy or an agreement. Its headings, passages, clauses and what is signed are adopted words; its title, its
// audience and the sections in short are this site's.
type Document struct {
	ID       string    `json:"id"`
	Name     string    `json:"name,omitempty"`
	Set      bool      `json:"set,omitempty"`  // its clauses are rules for pupils
	Slip     bool      `json:"slip,omitempty"` // there is a slip for a parent
	Title    string    `json:"title"`
	Heading  string    `json:"heading"`
	Audience string    `json:"audience"`
	Adopted  int       `json:"adopted"` // the year, or 0 if it is not known
	Author   string    `json:"author"`
	URL      string    `json:"url"`
	Sections []Section `json:"sections"`
	Signoff  []Signoff `json:"signoff"`
}

// Section is part of a document.
type Section struct {
	ID       string   `json:"id"`
	Heading  string   `json:"heading"`
	Short    string   `json:"short"`
	Passages []string `json:"passages"`
	Stem     string   `json:"stem"`
	Clauses  []Clause `json:"clauses"`
	Closing  []string `json:"closing"`
}

// Clause is a clause of a document, with its parts. The fields from Call on are empty unless it is a rule for pupils.
type Clause struct {
	ID    string   `json:"id"`
	Mark  string   `json:"mark"`
	Text  string   `json:"text"`
	Title string   `json:"title"`
	Plain string   `json:"plain"`
	Parts []Clause `json:"parts,omitempty"`
	Call  string   `json:"call,omitempty"`
	URL   string   `json:"url"` // of its lesson
	Hue   string   `json:"hue"`

	Caution string `json:"caution,omitempty"` // what the site adds to the rule

	Picture *Picture `json:"picture,omitempty"`
	Large   bool     `json:"large,omitempty"` // of a stage whose rules are shown with their pictures
}

// Signoff is what one person signs.
type Signoff struct {
	Who     string `json:"who"`
	Heading string `json:"heading"`
	Agree   string `json:"agree"`
	Fields  any    `json:"fields"` // the lines to fill in by hand: those of model.Field
}

// Erratum is a correction as readers see it. Where is the id of its clause or section, and In the heading above it.
type Erratum struct {
	Was   string `json:"was"`
	Now   string `json:"now"`
	Where string `json:"where"`
	In    string `json:"in"`
}

// Documents returns the policy, and then the agreements.
func (v *Site) Documents() (list []Document) {
	for _, d := range v.site.Documents {
		list = append(list, v.Document(d))
	}
	return list
}

// Document returns a document.
func (v *Site) Document(d model.Document) Document {
	pupils := d.Stage.Value != ""
	out := Document{
		ID: d.ID.Value, Name: or(d.Name, d.Title), Set: pupils, Slip: pupils && d.OneSigns(),
		Title: Typeset(d.Title), Heading: d.Heading.Value, Audience: Typeset(d.Audience),
		Adopted: d.Adopted, Author: d.Author.Value, URL: d.URL(), Signoff: Signoffs(d),
	}
	for _, s := range d.Sections {
		out.Sections = append(out.Sections, Section{
			ID: s.ID.Value, Heading: s.Heading.Value, Short: Typeset(s.Short), Passages: Passages(s.Passages),
			Stem: s.Stem.Value, Clauses: v.clauses(s.Clauses), Closing: Passages(s.Closing),
		})
	}
	return out
}

// Signoffs returns what each person signs who signs a document.
func Signoffs(d model.Document) (list []Signoff) {
	for _, s := range d.Signoff {
		list = append(list, Signoff{
			Who: english.Capital(s.Who.Value), Heading: s.Heading.Value, Agree: s.Agree.Value, Fields: Fields(s.Fields),
		})
	}
	return list
}

// Passages returns adopted prose as it is published.
func Passages(from []model.Passage) (to []string) {
	for _, p := range from {
		to = append(to, site.Published(p.Text, p.Errata))
	}
	return to
}

func (v *Site) clauses(from []model.Clause) (to []Clause) {
	for _, c := range from {
		to = append(to, v.clause(c))
	}
	return to
}

func (v *Site) clause(c model.Clause) Clause {
	out := Clause{
		ID: c.ID.Value, Mark: c.Mark.Value, Text: site.Published(c.Text, c.Errata),
		Title: Typeset(c.Title), Plain: Typeset(c.Plain), Parts: v.clauses(c.Clauses),
	}
	if r, ok := v.rules[c.ID.Value]; ok {
		out.Caution = Typeset(r.Caution)
		out.Call, out.Hue, out.Picture, out.Large = v.Call(r), r.Theme.Hue.Value, v.Picture(c.Picture), r.Stage.Large
		if r.Taught() {
			out.URL = r.URL()
		}
	}
	return out
}

// Errata returns every correction, in the order of the documents.
func Errata(documents []model.Document) (list []Erratum) {
	add := func(in string, where diag.Text, errata []model.Erratum) {
		for _, e := range errata {
			list = append(list, Erratum{Was: e.Was.Value, Now: e.Now.Value, Where: where.Value, In: in})
		}
	}
	for _, d := range documents {
		for _, s := range d.Sections {
			where := s.ID
			if !d.IsPolicy() { // on the page of the policy, an agreement is one part
				where = d.ID
			}
			in := s.Heading.Value
			if in == "" {
				in = Typeset(d.Title)
			}
			for _, p := range slices.Concat(s.Passages, s.Closing) {
				add(in, where, p.Errata)
			}
			within := model.Document{Sections: []model.Section{s}}
			for c := range within.AllClauses() {
				add(in, c.ID, c.Errata)
			}
		}
	}
	return list
}
