package page

import (
	"slices"

	"safeonline/tools/internal/model"
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

// mixDeck shows questions of all rules of a stage. Only kinds that are answered by one show of hands are among them.
func (b *builder) mixDeck(stage model.Stage) []part {
	parts := []part{{Name: "start", Slides: []slide{{Kind: "title", Text: "deck_mix"}}}}
	var questions []part
	for _, r := range b.site.Of(stage) {
		for _, q := range r.Lesson.Quiz {
			if !slices.Contains([]model.Kind{model.Choice, model.Several, model.Order}, q.Kind) {
				continue
			}
			p := b.questionPart(q, r, r.Clause.Slug.Value+"-"+q.ID.Value)
			p.Hue, p.Draw = r.Theme.Hue.Value, &drawing{Key: r.Clause.Slug.Value + "#" + q.ID.Value, Rule: r.Clause.ID.Value}
			p.Mark, p.From = r.Clause.Mark.Value, typeset(r.Clause.Title)
			questions = append(questions, p)
		}
	}
	for n, i := range mixed("class "+string(stage), len(questions)) {
		questions[i].Draw.Shown = n < classDrawn
	}
	return append(append(parts, questions...), part{Name: "end", Slides: []slide{{Kind: "end", Size: 80}}})
}
