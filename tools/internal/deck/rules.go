package deck

import (
	"strings"

	"safeonline/tools/internal/english"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// Rules returns the deck of a set of rules: each rule, all of them at a glance, and what to do if something goes wrong.
func Rules(v *view.Site, s site.Set) Deck {
	parts := []part{{Name: "start", Slides: []slide{{Kind: "title", Text: view.Typeset(s.Stage.Years)}}}}
	for _, r := range s.Rules {
		parts = append(parts, clausePart(v, r))
	}
	parts = append(parts,
		part{Name: "all", Slides: allSlides(v, s)},
		part{Name: "if", Slides: []slide{{Kind: "if", Size: 60}}},
	)
	return ofSet(v, s, "/", parts)
}

// clausePart shows a rule of pupils.
func clausePart(v *view.Site, r site.Rule) part {
	return part{
		Name: "clause", Mark: r.Clause.Mark.Value, Call: v.Call(r), Title: view.Typeset(r.Clause.Title), Hue: r.Theme.Hue.Value,
		Slides: pupilRuleSlides(r, ""),
	}
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

// Agreement returns the deck with which grown-ups are shown their agreement: its opening words, each clause, and what is
// signed.
func Agreement(v *view.Site, d model.Document) Deck {
	parts := []part{{Name: "start", Slides: []slide{{Kind: "title", Text: subtitle(v, d)}}}}
	for _, s := range d.Sections {
		if h := s.Heading.Value; h != "" {
			parts = append(parts, part{Name: "section", Title: h, Slides: []slide{{Kind: "section", Title: h}}})
		}
		for _, p := range s.Passages {
			parts = append(parts, prosePart("opening", p))
		}
		for _, c := range s.Clauses {
			parts = append(parts, clauseParts(c)...)
		}
		for _, p := range s.Closing {
			parts = append(parts, prosePart("closing", p))
		}
	}
	for _, s := range d.Signoff {
		if text := s.Agree.Value; text != "" {
			parts = append(parts, part{Name: "sign", Slides: []slide{{Kind: "plain", Title: s.Heading.Value, Text: text, Size: plainSize(text, false)}}})
		}
	}
	return numbered(Deck{Origin: v.Origin(d.Pos), Hue: "sky", Shows: d.URL(), Parts: parts})
}

// prosePart shows a passage of adopted words, sentence by sentence.
func prosePart(name string, p model.Passage) part {
	to := part{Name: name}
	for _, words := range packed(english.Sentences(site.Published(p.Text, p.Errata)), fitsPlain) {
		text := strings.Join(words, " ")
		to.Slides = append(to.Slides, slide{Kind: "plain", Text: text, Size: plainSize(text, false)})
	}
	return to
}

// clauseParts shows a clause, or each of its parts, as a whole sentence.
func clauseParts(c model.Clause) (parts []part) {
	for _, within := range c.Clauses {
		parts = append(parts, clauseParts(within)...)
	}
	if len(c.Clauses) > 0 {
		return parts
	}
	return []part{{Name: "clause", Mark: c.Mark.Value, Slides: ruleSlides(c.Say.Value, slide{Mark: c.Mark.Value})}}
}

// subtitle returns what the first slide of an agreement says below its title.
func subtitle(v *view.Site, d model.Document) string {
	if d.Subtitle.Value == "" {
		return v.Text("policy_for", i18n.Values{"audience": view.Typeset(d.Audience)})
	}
	return view.Typeset(d.Subtitle)
}
