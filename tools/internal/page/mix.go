package page

import (
	"slices"

	"safeonline/tools/internal/deck"
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

// mixPages returns the mix of a set that has lessons, the mix for a class, and the certificate.
func mixPages(v *view.Site, s site.Set) []page {
	about, title := setParamsOf(v, s), v.MixTitle(s)
	return append([]page{{
		path: s.Document.Folder() + "/mix.md", Layout: "mix", Title: title, Description: v.Text("mix_about", nil),
		Params: mixParams{about.Origin, about.Set, about.Hue, mix.Drawn(s), mixQuestions(v, s)},
	}, {
		path: s.Document.Folder() + "/certificate.md", Layout: "certificate",
		Title: v.Text("certificate", nil), Description: v.Text("certificate_about", nil), Params: about,
	}}, deckPages(title, deck.Mix(v, s, title))...)
}

// mixQuestions returns the questions of a set's mix. Those shown without a script are of different rules, and always the same.
func mixQuestions(v *view.Site, s site.Set) []mixQuestion {
	pool := mix.ForPupils(s)
	order := shuffle.Any("mix "+s.Document.ID.Value, len(pool))
	chosen := order[:mix.Drawn(s)]
	var list []mixQuestion
	for i, of := range pool {
		for n, q := range of.Quiz {
			list = append(list, mixQuestion{
				Question: v.QuestionFrom(of.Rule, q),
				Hue:      of.Rule.Theme.Hue.Value,
				Shown:    n == i%len(of.Quiz) && slices.Contains(chosen, i),
			})
		}
	}
	return list
}
