package paper

import (
	"slices"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// What each PDF file shows, and so what makes it stale. A fact that is not on a sheet is not here.

// everySheet returns what every sheet shows of the school: its name, the names in the title of the file, the site's
// address and the crest.
func everySheet(s *site.Site) []any {
	return []any{s.School.Name.Value, s.School.Short.Value, s.School.Site.Value, s.School.Domain.Value, s.School.Crest.Value}
}

// edition returns what each sheet says about the edition of the policy.
func edition(s *site.Site) []any {
	h := s.History
	return []any{h.Current().Adopted.Value, h.Approval().On.Value, h.Review().On.Value}
}

// written returns what is printed of documents. Words that are not printed, such as a rule's plain sentence, are left out.
func written(s *site.Site, documents []model.Document) (printed []any) {
	for _, d := range documents {
		for _, r := range s.Rules {
			if r.Document.ID.Value == d.ID.Value && r.Caution.Value != "" {
				printed = append(printed, r.Clause.ID.Value, view.Typeset(r.Caution))
			}
		}
		printed = append(printed, view.Typeset(d.Title), d.Heading.Value, view.Typeset(d.Audience), d.Author.Value, view.Fields(d.Signoff))
		for _, s := range d.Sections {
			printed = append(printed, s.ID.Value, s.Heading.Value, view.Passages(s.Passages), s.Stem.Value, view.Passages(s.Closing), clauses(s.Clauses))
		}
	}
	return printed
}

// clauses returns what is printed of clauses.
func clauses(list []model.Clause) (printed []any) {
	for _, c := range list {
		printed = append(printed, []any{c.Mark.Value, site.Published(c.Text, c.Errata), clauses(c.Clauses)})
	}
	return printed
}

// beside returns what the sheet that grown-ups sign shows beside the adopted words: each clause in plain words, and what the law says.
func beside(s *site.Site, d model.Document) (printed []any) {
	if d.Stage.Value != "" {
		return nil
	}
	for _, c := range d.Clauses() {
		printed = append(printed, view.Typeset(c.Plain))
	}
	for _, g := range s.Guided(d) {
		says := view.With(g.Guidance, view.Record{})
		delete(says, "about") // where else it stands is not on the sheet
		printed = append(printed, g.Marks, says)
	}
	return printed
}

// named returns what a slip shows of a set of rules.
func named(set site.Set) []any {
	printed := []any{set.Document.Heading.Value, view.Typeset(set.Document.Audience)}
	for _, r := range set.Rules {
		printed = append(printed, r.Clause.Mark.Value, view.Typeset(r.Clause.Title))
	}
	return printed
}

// onOnePage returns what the page with all that parents need shows.
func onOnePage(s *site.Site, p model.Page) []any {
	printed := []any{view.Typeset(p.Title), view.Fields(p.OnePage)}
	for _, set := range s.Sets() {
		printed = append(printed, view.Typeset(set.Stage.Years))
		for _, t := range set.Document.Themes {
			printed = append(printed, view.Typeset(t.Title))
		}
		for _, r := range set.Rules {
			printed = append(printed, r.Clause.Mark.Value, r.Theme.ID.Value, r.Say())
		}
	}
	routes := view.Values(p.Routes)
	for _, h := range s.Help {
		if slices.Contains(routes, h.ID.Value) {
			printed = append(printed, view.Typeset(h.Name), h.Phone.Value, h.Web.Value, view.Typeset(h.For))
		}
	}
	return printed
}
