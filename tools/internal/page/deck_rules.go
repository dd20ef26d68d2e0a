package page

import (
	"strings"

	"safeonline/tools/internal/english"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// rulesDeck shows a set of rules: each rule, all of them at a glance, and what to do if something goes wrong.
func (b *builder) rulesDeck(s site.Set) []part {
	parts := []part{{Name: "start", Slides: []slide{{Kind: "title", Text: view.Typeset(s.Stage.Years)}}}}
	for _, r := range s.Rules {
		parts = append(parts, b.clausePart(r))
	}
	return append(parts,
		part{Name: "all", Slides: b.allSlides(s)},
		part{Name: "if", Slides: []slide{{Kind: "if", Size: 60}}},
	)
}

// clausePart shows a rule of pupils.
func (b *builder) clausePart(r site.Rule) part {
	return part{
		Name: "clause", Mark: r.Clause.Mark.Value, Call: b.view.Call(r), Title: view.Typeset(r.Clause.Title), Hue: r.Theme.Hue.Value,
		Slides: b.ruleSlides(r, ""),
	}
}

// allSlides shows all rules by their names: on a slide for each theme that groups several, or on one slide.
func (b *builder) allSlides(s site.Set) (list []slide) {
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
	named(slide{Title: b.view.Text("part_all", nil)}, func(r site.Rule) bool { return r.Theme.ID.Value == "" })
	return list
}

// agreementDeck shows an agreement of grown-ups to them: its opening words, each clause, and what is signed.
func (b *builder) agreementDeck(d model.Document) []part {
	parts := []part{{Name: "start", Slides: []slide{{Kind: "title", Text: b.subtitle(d)}}}}
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
	return parts
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
func (b *builder) subtitle(d model.Document) string {
	if d.Subtitle.Value == "" {
		return b.view.Text("policy_for", i18n.Values{"audience": view.Typeset(d.Audience)})
	}
	return view.Typeset(d.Subtitle)
}
