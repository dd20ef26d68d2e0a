package deck

import (
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/mix"
	"safeonline/tools/internal/shuffle"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// drawing is what a mix for a class needs to know of a question: its key and its rule. Shown marks those that stand in
// the deck until the script has drawn the day's own, and for good where there is no script.
type drawing struct {
	Key   string `json:"key"`
	Rule  string `json:"rule"`
	Shown bool   `json:"shown"`
}

// classDrawn is how many questions a mix for a class has.
const classDrawn = 10

// Mix returns the deck with which a class does a set's mix: questions of all rules. Only kinds that are answered by one show of
// hands are among them.
func Mix(v *view.Site, s site.Set, title string) Deck {
	var questions []part
	for _, of := range mix.ForClass(s) {
		r := of.Rule
		for _, q := range of.Quiz {
			p := questionPart(v, q, v.QuestionFrom(r, q), headed(v.Call(r), view.Typeset(r.Clause.Title)))
			p.Hue, p.Draw = r.Theme.Hue.Value, &drawing{Key: r.Key(q), Rule: r.Clause.ID.Value}
			questions = append(questions, p)
		}
	}
	for n, i := range shuffle.Any("class "+s.Document.ID.Value, len(questions)) {
		questions[i].Draw.Shown = n < classDrawn
	}
	number := v.Number(min(classDrawn, len(questions)))
	parts := []part{{Name: "start", Slides: []slide{opening("", title, english.Capital(v.Text("deck_mix", i18n.Values{"number": number})))}}}
	parts = append(append(parts, questions...), part{Name: "end", Slides: []slide{{Kind: "end", Size: 80}}})
	return ofSet(v, s, "/mix/", parts)
}
