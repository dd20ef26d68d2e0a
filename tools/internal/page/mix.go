package page

import (
	"slices"

	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/mix"
	"safeonline/tools/internal/shuffle"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// mixParams are the parameters of "Mix it up": the questions of a set, each with its rule. Shown marks the questions
// that the page shows without a script.
type mixParams struct {
	view.Origin
	Set   string        `json:"set"`
	Hue   string        `json:"hue"`
	Count int           `json:"count"` // how many questions are drawn
	Quiz  []mixQuestion `json:"quiz"`
}

type mixQuestion struct {
	view.Question
	Hue   string `json:"hue"`
	Shown bool   `json:"shown"`
}

// mixTitle returns the title of a set's mix.
func (b *builder) mixTitle(s site.Set) string {
	if names := s.Document.Rules; names.Mix.Value != "" {
		return view.Typeset(names.Mix)
	}
	return b.view.Text("mix_title", i18n.Values{"rules": view.Typeset(s.Document.Rules.Name)})
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
			Description: b.view.Text("mix_about", nil),
			Layout:      "mix",
			Params:      mixParams{about.Origin, about.Set, about.Hue, mix.Drawn(s), b.mix(s)},
		})
		b.page(s.Document.Folder()+"/certificate.md", frontMatter{
			Title:       b.view.Text("certificate", nil),
			Description: b.view.Text("certificate_about", nil),
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
			list = append(list, mixQuestion{
				Question: b.view.QuestionFrom(of.Rule, q),
				Hue:      of.Rule.Theme.Hue.Value,
				Shown:    n == i%len(of.Quiz) && slices.Contains(chosen, i),
			})
		}
	}
	return list
}
