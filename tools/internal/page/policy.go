package page

import (
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/paper"
	"safeonline/tools/internal/view"
)

// policyParams are the parameters of the whole policy.
type policyParams struct {
	view.Origin
	Documents []view.Record  `json:"documents"`
	Errata    []view.Erratum `json:"errata"`
	Download  *paper.Offer   `json:"download"`
}

func (b *builder) whole() policyParams {
	d := b.site.Policy()
	return policyParams{b.view.Origin(d.Pos), b.view.Documents(), view.Errata(b.site.Documents), paper.Offered(b.site, d)}
}

// policy writes the whole policy, and a page for each agreement.
func (b *builder) policy() {
	params, title := b.whole(), view.Typeset(b.site.Policy().Title)
	b.page("policy/_index.md", frontMatter{
		Title:       title,
		Description: b.view.Text("policy_about", i18n.Values{"title": title, "school": b.site.School.Name.Value}),
		Layout:      "policy",
		Params:      params,
	})
	for i, d := range b.site.Agreements() {
		b.page("policy/"+d.ID.Value+".md", frontMatter{
			Title:       view.Typeset(d.Title),
			Description: b.view.Text("agreement_about", i18n.Values{"audience": view.Typeset(d.Audience)}),
			Layout:      "agreement",
			Aliases:     []string{"/print/policy/" + d.ID.Value + "/"}, // among the other pages for paper
			Params: struct {
				view.Origin
				Document view.Record  `json:"document"`
				Download *paper.Offer `json:"download"`
			}{b.view.Origin(d.Pos), params.Documents[i+1], paper.Offered(b.site, d)},
		})
	}
}
