package page

import (
	"strings"

	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// rulesDeck shows a set of rules: each rule, all of them at a glance, and what to do if something goes wrong.
func (b *builder) rulesDeck(stage model.Stage) []part {
	parts := []part{{Name: "start", Slides: []slide{{Kind: "title", Text: "years_" + string(stage)}}}}
	for _, r := range b.site.Of(stage) {
		parts = append(parts, part{Name: "clause", Mark: r.Clause.Mark.Value, Title: typeset(r.Clause.Title), Hue: r.Theme.Hue.Value, Slides: b.ruleSlides(r, "")})
	}
	return append(parts,
		part{Name: "all", Slides: b.allSlides(stage)},
		part{Name: "if", Slides: []slide{{Kind: "if", Size: 60}}},
	)
}

// allSlides shows all rules by their names: on one slide, or for Key Stage Two on a slide for each theme.
func (b *builder) allSlides(stage model.Stage) (list []slide) {
	named := func(like slide, wanted func(site.Rule) bool) {
		var names []entry
		for _, r := range b.site.Of(stage) {
			if wanted(r) {
				names = append(names, entry{Mark: r.Clause.Mark.Value, Hue: r.Theme.Hue.Value, Text: typeset(r.Clause.Title)})
			}
		}
		list = append(list, lists(like, names)...)
	}
	if stage == model.KS1 { // each of its rules is a theme of its own
		named(slide{Title: stageTitles[stage]}, func(site.Rule) bool { return true })
		return list
	}
	for _, t := range b.of(stage).Themes {
		named(slide{Title: typeset(t.Title), Hue: t.Hue.Value}, func(r site.Rule) bool { return r.Theme.ID == t.ID })
	}
	return list
}

// agreementDeck shows an agreement of grown-ups to them: its opening words, each clause, and what is signed.
func (b *builder) agreementDeck(d model.Document) []part {
	parts := []part{{Name: "start", Slides: []slide{{Kind: "title", Text: "deck_staff"}}}}
	for _, s := range d.Sections {
		if h := s.Heading.Value; h != "" {
			parts = append(parts, part{Name: "section", Title: h, Slides: []slide{{Kind: "section", Title: h}}})
		}
		for _, p := range s.Passages {
			opening := part{Name: "opening"}
			for _, words := range packed(english.Sentences(site.Published(p.Text, p.Errata)), fitsPlain) {
				text := strings.Join(words, " ")
				opening.Slides = append(opening.Slides, slide{Kind: "plain", Text: text, Size: plainSize(text, false)})
			}
			parts = append(parts, opening)
		}
		for _, c := range s.Clauses {
			parts = append(parts, part{Name: "clause", Mark: c.Mark.Value, Slides: ruleSlides(published(c), slide{Mark: c.Mark.Value})})
		}
	}
	if d.Signoff != nil && d.Signoff.Agree.Value != "" {
		text := d.Signoff.Agree.Value
		parts = append(parts, part{Name: "sign", Slides: []slide{{Kind: "plain", Title: d.Signoff.Heading.Value, Text: text, Size: plainSize(text, false)}}})
	}
	return parts
}

func published(c model.Clause) string { return site.Published(c.Text, c.Errata) }
