package page

import (
	"fmt"
	"slices"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/shuffle"
	"safeonline/tools/internal/site"
)

// mixParams are the parameters of "Mix it up": the questions of a stage, each with its rule. Shown marks the questions
// that the page shows without a script.
type mixParams struct {
	origin
	Stage string        `json:"stage"`
	Hue   string        `json:"hue"`
	Count int           `json:"count"` // how many questions are drawn
	Quiz  []mixQuestion `json:"quiz"`
}

type mixQuestion struct {
	question
	Hue   string `json:"hue"`
	Shown bool   `json:"shown"`
}

// drawn returns how many questions a mix has: one for each rule in Key Stage One, ten in Key Stage Two.
var drawn = map[model.Stage]int{model.KS1: 5, model.KS2: 10}

var mixTitles = map[model.Stage]string{model.KS1: "SMART mix", model.KS2: "Mix it up"}

// mixes writes the page of mixed questions of each stage, and its certificate.
func (b *builder) mixes() {
	for _, stage := range stages() {
		from := b.origin(b.of(stage).Pos)
		b.page(site.Folder(stage)+"/mix.md", frontMatter{
			Title:       mixTitles[stage],
			Description: "Questions from all the rules, mixed.",
			Layout:      "mix",
			Params:      mixParams{from, string(stage), hueOf(stage), drawn[stage], b.mix(stage)},
		})
		b.page(site.Folder(stage)+"/certificate.md", frontMatter{
			Title:       "Certificate",
			Description: "A certificate to print when every rule is remembered.",
			Layout:      "certificate",
			Params: struct {
				origin
				Stage string `json:"stage"`
				Hue   string `json:"hue"`
			}{from, string(stage), hueOf(stage)},
		})
	}
}

// hueOf returns the colour of a stage's pages that do not belong to one rule.
func hueOf(stage model.Stage) string {
	if stage == model.KS1 {
		return "amber"
	}
	return "leaf"
}

// mix returns the questions of a stage's mix. Those shown without a script are of different rules, and always the same.
func (b *builder) mix(stage model.Stage) []mixQuestion {
	pool := b.pool(stage, func(model.Question) bool { return true })
	order := shuffle.Any("mix "+string(stage), len(pool))
	chosen := order[:min(drawn[stage], len(order))]
	var list []mixQuestion
	for i, of := range pool {
		for n, q := range of.quiz {
			m := mixQuestion{
				question: b.question(q, of.rule, fmt.Sprintf("%s-%s", of.rule.Clause.Slug.Value, q.ID.Value)),
				Hue:      of.rule.Theme.Hue.Value,
				Shown:    n == i%len(of.quiz) && slices.Contains(chosen, i),
			}
			m.From = next(of.rule)
			list = append(list, m)
		}
	}
	return list
}
