package page

import (
	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
	"slices"
)

type document struct {
	ID       string    `json:"id"`
	Name     string    `json:"name,omitempty"`
	Set      bool      `json:"set,omitempty"`  // its clauses are rules for pupils
	Slip     bool      `json:"slip,omitempty"` // there is a slip for a parent
	Title    string    `json:"title"`
	Heading  string    `json:"heading"`
	Audience string    `json:"audience"`
	Adopted  int       `json:"adopted"`
	Author   string    `json:"author"`
	URL      string    `json:"url"`
	Sections []section `json:"sections"`
	Signoff  []signoff `json:"signoff"`
}

type section struct {
	ID       string   `json:"id"`
	Heading  string   `json:"heading"`
	Short    string   `json:"short"`
	Passages []string `json:"passages"`
	Stem     string   `json:"stem"`
	Clauses  []clause `json:"clauses"`
	Closing  []string `json:"closing"`
}

type clause struct {
	ID    string   `json:"id"`
	Mark  string   `json:"mark"`
	Text  string   `json:"text"`
	Title string   `json:"title"`
	Plain string   `json:"plain"`
	Parts []clause `json:"parts,omitempty"`
	Call  string   `json:"call,omitempty"`
	URL   string   `json:"url"` // of its lesson
	Hue   string   `json:"hue"`

	Picture *picture `json:"picture,omitempty"`
	Large   bool     `json:"large,omitempty"` // of a stage whose rules are shown with their pictures
}

type signoff struct {
	Who     string  `json:"who"`
	Heading string  `json:"heading"`
	Agree   string  `json:"agree"`
	Fields  []field `json:"fields"`
}

type field struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// erratum is a correction as readers see it. Where is the id of its clause or section.
type erratum struct {
	Was   string `json:"was"`
	Now   string `json:"now"`
	Where string `json:"where"`
	In    string `json:"in"`
}

// policyParams are the parameters of the whole policy.
type policyParams struct {
	origin
	Documents []document `json:"documents"`
	Errata    []erratum  `json:"errata"`
	Download  *download  `json:"download"`
}

func (b *builder) whole() policyParams {
	var documents []document
	for _, d := range b.site.Documents {
		documents = append(documents, b.document(d))
	}
	d := b.site.Documents[0]
	return policyParams{b.origin(d.Pos), documents, b.errata(), b.download(d)}
}

// policy writes the whole policy, and a page for each agreement.
func (b *builder) policy() {
	params, whole := b.whole(), b.site.Documents[0]
	b.page("policy/_index.md", frontMatter{
		Title:       typeset(whole.Title),
		Description: b.words.Text("policy_about", i18n.Values{"title": typeset(whole.Title), "school": b.site.School.Name.Value}),
		Layout:      "policy",
		Params:      params,
	})
	for i, d := range b.site.Documents[1:] {
		b.page("policy/"+d.ID.Value+".md", frontMatter{
			Title:       typeset(d.Title),
			Description: b.words.Text("agreement_about", i18n.Values{"audience": typeset(d.Audience)}),
			Layout:      "agreement",
			Aliases:     []string{"/print/policy/" + d.ID.Value + "/"}, // among the other pages for paper
			Params: struct {
				origin
				Document document  `json:"document"`
				Download *download `json:"download"`
			}{b.origin(d.Pos), params.Documents[i+1], b.download(d)},
		})
	}
}

func (b *builder) document(d model.Document) document {
	out := document{
		ID: d.ID.Value, Name: or(d.Name, d.Title), Set: d.Stage.Value != "", Slip: d.Stage.Value != "" && d.OneSigns(), Title: typeset(d.Title), Heading: d.Heading.Value, Audience: typeset(d.Audience),
		Adopted: d.Adopted, Author: d.Author.Value, URL: b.documentURL(d),
	}
	for _, s := range d.Sections {
		out.Sections = append(out.Sections, section{
			ID: s.ID.Value, Heading: s.Heading.Value, Short: typeset(s.Short), Passages: passages(s.Passages),
			Stem: s.Stem.Value, Clauses: b.clauses(s.Clauses), Closing: passages(s.Closing),
		})
	}
	for _, s := range d.Signoff {
		to := signoff{Who: english.Capital(s.Who.Value), Heading: s.Heading.Value, Agree: s.Agree.Value}
		for _, f := range s.Fields {
			to.Fields = append(to.Fields, field{ID: f.ID.Value, Label: f.Label.Value})
		}
		out.Signoff = append(out.Signoff, to)
	}
	return out
}

// passages returns adopted prose as it is published.
func passages(from []model.Passage) (to []string) {
	for _, p := range from {
		to = append(to, site.Published(p.Text, p.Errata))
	}
	return to
}

func (b *builder) clauses(from []model.Clause) (to []clause) {
	for _, c := range from {
		to = append(to, b.clause(c))
	}
	return to
}

// documentURL returns the address of a document: that of the policy is the folder's own.
func (b *builder) documentURL(d model.Document) string {
	if d.ID == b.site.Documents[0].ID {
		return "/policy/"
	}
	return "/policy/" + d.ID.Value + "/"
}

func (b *builder) clause(c model.Clause) clause {
	out := clause{
		ID: c.ID.Value, Mark: c.Mark.Value, Text: site.Published(c.Text, c.Errata),
		Title: typeset(c.Title), Plain: typeset(c.Plain), Parts: b.clauses(c.Clauses),
	}
	if r, ok := b.rules[c.ID.Value]; ok {
		out.Call, out.Hue, out.Picture, out.Large = b.call(r), r.Theme.Hue.Value, b.picture(c.Picture), r.Stage.Large
		if r.Taught() {
			out.URL = r.URL()
		}
	}
	return out
}

// errata lists every correction in the order of the policy.
func (b *builder) errata() (list []erratum) {
	add := func(in string, where diag.Text, errata []model.Erratum) {
		for _, e := range errata {
			list = append(list, erratum{Was: e.Was.Value, Now: e.Now.Value, Where: where.Value, In: in})
		}
	}
	for i, d := range b.site.Documents {
		for _, s := range d.Sections {
			where := s.ID
			if i > 0 { // on the page of the policy, an agreement is one part
				where = d.ID
			}
			in := s.Heading.Value
			if in == "" {
				in = typeset(d.Title)
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
