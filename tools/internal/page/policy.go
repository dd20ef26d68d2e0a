package page

import (
	"safeonline/tools/internal/deck"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/paper"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// policyParams are the parameters of the whole policy.
type policyParams struct {
	view.Origin
	Documents []view.Record  `json:"documents"`
	Errata    []view.Erratum `json:"errata"`
	Download  *paper.Offer   `json:"download"`
	Foot      *paper.Foot    `json:"foot"`
}

// changesParams are the parameters of the page with what each edition of the policy changed.
type changesParams struct {
	view.Origin
	Editions []view.Edition `json:"editions"`
}

// policyPages returns the whole policy, with its agreements, for the screen and for paper, and what its editions changed.
func policyPages(v *view.Site, s *site.Site) []page {
	d := s.Policy()
	title, school := view.Typeset(d.Title), s.School.Name.Value
	params := policyParams{v.Origin(d.Pos), v.Documents(), view.Errata(s.Documents), paper.Offered(s, d), &paper.Foot{Title: paper.Heading(s, d)}}
	return []page{{
		path: "policy/_index.md", Layout: "policy", Title: title, Params: params,
		Description: v.Text("policy_about", i18n.Values{"title": title, "school": school}),
	}, {
		path: "policy/changes.md", Layout: "changes", Title: v.Text("changes_title", nil), Params: changesParams{v.Origin(d.Pos), v.Editions()},
		Description: v.Text("changes_about", i18n.Values{"title": title, "school": school}),
	}, {
		path: "print/policy.md", Layout: "policy", Title: title, Params: params,
		Description: v.Text("paperpolicy_about", i18n.Values{"school": school}),
	}}
}

// agreementParams are the parameters of the page of an agreement.
type agreementParams struct {
	view.Origin
	Document view.Record   `json:"document"`
	Guidance []view.Record `json:"guidance,omitempty"`
	Download *paper.Offer  `json:"download"`
	Foot     *paper.Foot   `json:"foot"`
}

// agreementPages returns the page of an agreement, and the deck of one that adults sign.
func agreementPages(v *view.Site, s *site.Site, d model.Document) []page {
	title := view.Typeset(d.Title)
	pages := []page{{
		path: file(d.URL()), Layout: "agreement", Title: title,
		Description: v.Text("agreement_about", i18n.Values{"audience": view.Typeset(d.Audience)}),
		Aliases:     []string{"/print" + d.URL()}, // among the other pages for paper
		Params:      agreementParams{v.Origin(d.Pos), v.Document(d), v.Guided(d), paper.Offered(s, d), &paper.Foot{Title: paper.Heading(s, d)}},
	}}
	if d.Stage.Value == "" {
		pages = append(pages, deckPages(title, deck.Agreement(v, d))...)
	}
	return pages
}
