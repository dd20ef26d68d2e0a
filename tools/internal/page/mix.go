package page

import (
	"fmt"
	"slices"

	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/mix"
	"safeonline/tools/internal/shuffle"
	"safeonline/tools/internal/site"
)

// mixParams are the parameters of "Mix it up": the questions of a set, each with its rule. Shown marks the questions
// that the page shows without a script.
type mixParams struct {
	origin
	Set   string        `json:"set"`
	Hue   string        `json:"hue"`
	Count int           `json:"count"` // how many questions are drawn
	Quiz  []mixQuestion `json:"quiz"`
}

type mixQuestion struct {
	question
	Hue   string `json:"hue"`
	Shown bool   `json:"shown"`
}

// mixTitle returns the title of a set's mix.
func (b *builder) mixTitle(s site.Set) string {
	if names := s.Document.Rules; names.Mix.Value != "" {
		return typeset(names.Mix)
	}
	return b.words.Text("mix_title", i18n.Values{"rules": typeset(s.Document.Rules.Name)})
}

// mixes writes the page of mixed questions of each set that has lessons, and its certificate.
func (b *builder) mixes() {
	for _, s := range b.sets {
		if s.Taught() == 0 {
			continue
		}
		about := b.setParams(s)
		b.page(s.Document.Folder()+"/mix.md", frontMatter{
			Title:       b.mixTitle(s),
			Description: b.words.Text("mix_about", nil),
			Layout:      "mix",
			Params:      mixParams{about.origin, about.Set, about.Hue, mix.Drawn(s), b.mix(s)},
		})
		b.page(s.Document.Folder()+"/certificate.md", frontMatter{
			Title:       b.words.Text("certificate", nil),
			Description: b.words.Text("certificate_about", nil),
			Layout:      "certificate",
			Params:      about,
		})
	}
}

// mix returns the questions of a set's mix. Those shown without a script are of different rules, and always the same.
func (b *builder) mix(s site.Set) []mixQuestion {
	pool := mix.ForPupils(s)
	order := shuffle.Any("mix "+s.Document.ID.Value, len(pool))
	chosen := order[:mix.Drawn(s)]
	var list []mixQuestion
	for i, of := range pool {
		for n, q := range of.Quiz {
			m := mixQuestion{
				question: b.question(q, of.Rule, fmt.Sprintf("%s-%s", of.Rule.Clause.Slug.Value, q.ID.Value)),
				Hue:      of.Rule.Theme.Hue.Value,
				Shown:    n == i%len(of.Quiz) && slices.Contains(chosen, i),
			}
			m.From = b.next(of.Rule)
			list = append(list, m)
		}
	}
	return list
}
