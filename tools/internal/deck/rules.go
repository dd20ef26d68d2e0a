package deck

import (
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// Rules returns the deck of a set of rules: each rule, all of them at a glance, and what to do if something goes wrong.
func Rules(v *view.Site, s site.Set) Deck {
	parts := []part{{Name: "start", Slides: []slide{opening("", view.SetTitle(s), view.Typeset(s.Stage.Years))}}}
	for _, r := range s.Rules {
		parts = append(parts, clausePart(v, r))
	}
	parts = append(parts,
		part{Name: "all", Slides: allSlides(v, s)},
		part{Name: "if", Slides: []slide{{Kind: "if", Size: 60}}},
	)
	return ofSet(v, s, "/", parts)
}

// clausePart shows a rule of pupils, and what the site adds to it.
func clausePart(v *view.Site, r site.Rule) part {
	heading := headed(v.Call(r), view.Typeset(r.Clause.Title))
	return part{Name: "clause", Heading: heading, Hue: r.Theme.Hue.Value, Slides: append(pupilRuleSlides(r, ""), cautionSlides(v, r)...), note: note{Caution: view.Typeset(r.Caution)}}
}

// allSlides shows all rules by their names: on a slide for each theme that groups several, or on one slide.
func allSlides(v *view.Site, s site.Set) (list []slide) {
	named := func(like slide, wanted func(site.Rule) bool) {
		var names []entry
		for _, r := range s.Rules {
			if wanted(r) {
				names = append(names, entry{Mark: r.Clause.Mark.Value, Hue: r.Theme.Hue.Value, Text: view.Typeset(r.Clause.Title)})
			}
		}
		if len(names) > 0 {
			list = append(list, lists(like, names)...)
		}
	}
	if !s.Grouped() {
		named(slide{Title: view.SetTitle(s)}, func(site.Rule) bool { return true })
		return list
	}
	for _, t := range s.Document.Themes {
		named(slide{Title: view.Typeset(t.Title), Hue: t.Hue.Value}, func(r site.Rule) bool { return r.Theme.ID.Value == t.ID.Value })
	}
	named(slide{Title: v.Text("part_all", nil)}, func(r site.Rule) bool { return r.Theme.ID.Value == "" })
	return list
}
