package page

import (
	"fmt"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
	"safeonline/tools/internal/shuffle"
	"safeonline/tools/internal/site"
)

// question is a question as templates see it. ID is unique in its page; Key is the same wherever the question is shown:
// `lesson#question`. Package quiz says which of the lists after Options a kind has.
type question struct {
	ID      string      `json:"id"`
	Key     string      `json:"key"`
	Kind    string      `json:"kind"`
	Title   string      `json:"title"`
	Stem    string      `json:"stem"`
	Choose  int         `json:"choose"`
	Ends    bool        `json:"ends,omitempty"` // it has no Check
	Options []option    `json:"options"`
	Bins    []bin       `json:"bins,omitempty"`
	Passage []segment   `json:"passage,omitempty"`
	Scenes  []chatScene `json:"scenes,omitempty"`
	From    *neighbour  `json:"from,omitempty"` // the rule of a repeated question
}

// option is an answer as it is shown. Place, from 1, is a step's place in the right order, an item's bin or a word's
// gap; in other kinds it is 0. Goto is the id of the scene that a reply leads to.
type option struct {
	ID       string   `json:"id"`
	Letter   string   `json:"letter"`
	Text     string   `json:"text"`
	Picture  *picture `json:"picture"`
	Right    bool     `json:"right"`
	Place    int      `json:"place"`
	Goto     string   `json:"goto,omitempty"`
	Feedback string   `json:"feedback"`
}

type bin struct {
	Title   string   `json:"title"`
	Picture *picture `json:"picture"`
}

// segment is part of a text. Slot is 0 for plain words. Otherwise Options are the words for a gap, as they are shown,
// or the one phrase.
type segment struct {
	Text    string   `json:"text"`
	Slot    int      `json:"slot"`
	Options []option `json:"options,omitempty"`
}

type chatScene struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Lines   []line   `json:"lines"`
	Options []option `json:"options"`
}

// question converts a question of a rule's lesson. id is unique within the page.
func (b *builder) question(q model.Question, r site.Rule, id string) question {
	kind := quiz.Of(q.Kind)
	out := question{
		ID: id, Key: r.Key(q), Kind: string(q.Kind),
		Title: typeset(q.Title), Stem: typeset(q.Stem), Choose: q.Choose, Ends: kind.Ends,
	}
	layout := kind.Layout(q)
	for place, i := range layout.Options {
		o := b.option(q.Options[i], id, i, place)
		o.Place = layout.Places[i]
		out.Options = append(out.Options, o)
	}
	for _, i := range layout.Bins {
		out.Bins = append(out.Bins, bin{Title: typeset(q.Bins[i].Title), Picture: b.picture(q.Bins[i].Picture)})
	}
	for _, s := range q.Passage {
		out.Passage = append(out.Passage, segmentOf(q, s, out.Options))
	}
	for _, s := range q.Scenes {
		out.Scenes = append(out.Scenes, b.chatScene(s, id))
	}
	return out
}

// option converts the option at place i of its file, which is shown at another place.
func (b *builder) option(o model.Option, id string, i, shown int) option {
	return option{
		ID: fmt.Sprintf("%s-%d", id, i+1), Letter: string(rune('A' + shown)), Text: typeset(o.Text),
		Picture: b.picture(o.Picture), Right: o.Right, Feedback: typeset(o.Feedback),
	}
}

// segmentOf returns part of a text: a gap with the words for it, shuffled, or a phrase. The right word may stay first, or
// the first would never be the right one.
func segmentOf(q model.Question, s model.Segment, options []option) segment {
	out := segment{Text: typeset(s.Text), Slot: s.Slot}
	var fits []option
	for _, o := range options {
		if s.Slot > 0 && o.Place == s.Slot {
			fits = append(fits, o)
		}
	}
	for _, i := range shuffle.Any(fmt.Sprint(q.ID, s.Slot), len(fits)) {
		out.Options = append(out.Options, fits[i])
	}
	return out
}

func (b *builder) chatScene(s model.ChatScene, id string) chatScene {
	out := chatScene{ID: id + "-" + s.ID.Value, Title: typeset(s.Title), Lines: b.lines(s.Lines)}
	for i, o := range s.Replies {
		to := b.option(o, out.ID, i, i)
		to.Goto = id + "-" + o.Goto.Value
		out.Options = append(out.Options, to)
	}
	return out
}
