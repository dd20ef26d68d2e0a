package deck

import (
	"strings"

	"safeonline/tools/internal/english"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// Agreement returns the deck with which grown-ups are shown their agreement: its opening words, each clause, and what is
// signed.
func Agreement(v *view.Site, d model.Document) Deck {
	parts := []part{{Name: "start", Slides: []slide{opening("", view.Typeset(d.Title), subtitle(v, d))}}}
	for _, s := range d.Sections {
		if h := s.Heading.Value; h != "" {
			parts = append(parts, part{Name: "section", Title: h, Slides: []slide{{Kind: "section", Title: h}}})
		}
		for _, p := range s.Passages {
			parts = append(parts, prosePart("opening", p))
		}
		for _, c := range s.Clauses {
			parts = append(parts, clauseParts(v, c)...)
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
	return finished(v, Deck{Origin: v.Origin(d.Pos), Hue: "sky", Shows: d.URL(), Parts: parts})
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
func clauseParts(v *view.Site, c model.Clause) (parts []part) {
	for _, within := range c.Clauses {
		parts = append(parts, clauseParts(v, within)...)
	}
	if len(c.Clauses) > 0 {
		return parts
	}
	heading := v.Text("deck_clause", i18n.Values{"mark": c.Mark.Value})
	return []part{{Name: "clause", Heading: heading, Slides: briefClause(c.Say.Value, slide{Mark: c.Mark.Value})}}
}

// briefClause shows a clause in the size of a rule, or a long one in that of other text: grown-ups sit nearer, and it stands whole.
func briefClause(text string, like slide) []slide {
	if whole := ruleSlides(text, like); len(whole) == 1 {
		return whole
	}
	return exactSlides(text, like)
}

// subtitle returns what the first slide of an agreement says below its title.
func subtitle(v *view.Site, d model.Document) string {
	if d.Subtitle.Value == "" {
		return v.Text("policy_for", i18n.Values{"audience": view.Typeset(d.Audience)})
	}
	return view.Typeset(d.Subtitle)
}
