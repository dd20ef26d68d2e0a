package view

import (
	"fmt"
	"strings"

	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
	"safeonline/tools/internal/shuffle"
	"safeonline/tools/internal/site"
)

// Question is a question as templates see it. ID is unique in its page; Key is the same wherever the question is shown:
// `lesson#question`. Ask is the last sentence of the stem, if the question ends a scene of its lesson's story; other pages
// show the whole stem. Package quiz says which of the lists after Options a kind has.
type Question struct {
	ID      string      `json:"id"`
	Key     string      `json:"key"`
	Kind    string      `json:"kind"`
	Title   string      `json:"title"`
	Stem    string      `json:"stem"`
	Facts   string      `json:"facts,omitempty"` // the beginning of the stem: what comes before it asks
	Ask     string      `json:"ask,omitempty"`
	Hint    string      `json:"hint,omitempty"` // for wrong options without one
	Choose  int         `json:"choose"`
	Ends    bool        `json:"ends,omitempty"` // it has no Check
	Options []Option    `json:"options"`
	Bins    []Bin       `json:"bins,omitempty"`
	Passage []Segment   `json:"passage,omitempty"`
	Scenes  []ChatScene `json:"scenes,omitempty"`
	From    *Neighbour  `json:"from,omitempty"` // its rule, on a page of other rules
}

// Option is an answer as it is shown. Place, from 1, is a step's place in the right order, an item's bin or a word's
// gap; in other kinds it is 0. Goto is the id of the scene that a reply leads to.
type Option struct {
	ID       string   `json:"id"`
	Letter   string   `json:"letter"`
	Text     string   `json:"text"`
	Picture  *Picture `json:"picture"`
	Right    bool     `json:"right"`
	Place    int      `json:"place"`
	Goto     string   `json:"goto,omitempty"`
	Feedback string   `json:"feedback"`
	Hint     string   `json:"hint,omitempty"`
}

// Bin is a place to sort items into, or the partner of an item.
type Bin struct {
	Title   string   `json:"title"`
	Picture *Picture `json:"picture"`
}

// Segment is part of a text. Slot is 0 for plain words. Otherwise Options are the words for a gap, as they are shown,
// or the one phrase.
type Segment struct {
	Text    string   `json:"text"`
	Slot    int      `json:"slot"`
	Options []Option `json:"options,omitempty"`
}

// ChatScene is a turn of a chat. Options are the replies to choose from; a scene without any ends the chat.
type ChatScene struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Lines   []Line   `json:"lines"`
	Options []Option `json:"options"`
}

// Question returns a question of a rule's lesson for the pages of that lesson.
func (v *Site) Question(r site.Rule, q model.Question) Question {
	out := v.question(r, q, q.ID.Value)
	if q.Scene > 0 {
		sentences := english.Sentences(out.Stem)
		out.Ask = sentences[len(sentences)-1]
	}
	return out
}

// QuestionFrom returns a question of a rule's lesson for a page of other rules: it names the rule.
func (v *Site) QuestionFrom(r site.Rule, q model.Question) Question {
	out := v.question(r, q, recalledID(r, q))
	out.From = v.Neighbour(r)
	return out
}

// recalledID returns the id that a question has on pages of other rules.
func recalledID(r site.Rule, q model.Question) string { return r.Clause.Slug.Value + "-" + q.ID.Value }

// Again returns the questions of other lessons that are repeated at the end of a lesson's quiz.
func (v *Site) Again(r site.Rule) (list []Question) {
	for _, a := range r.Again {
		list = append(list, v.QuestionFrom(a.Rule, a.Question))
	}
	return list
}

// ExitSlip returns questions of a lesson's exit slip, which are on paper only and have no ids. A feedback is for the teacher.
func (v *Site) ExitSlip(questions []model.Question) (list []Question) {
	for _, q := range questions {
		out := Question{Kind: string(q.Kind), Title: Typeset(q.Title), Stem: Typeset(q.Stem), Facts: facts(Typeset(q.Stem)), Choose: 1}
		for i, o := range q.Options {
			out.Options = append(out.Options, v.option(o, "", i, i))
		}
		list = append(list, out)
	}
	return list
}

// question returns a question with an id that is unique within its page.
func (v *Site) question(r site.Rule, q model.Question, id string) Question {
	kind := quiz.Of(q.Kind)
	out := Question{
		ID: id, Key: r.Key(q), Kind: string(q.Kind),
		Title: Typeset(q.Title), Stem: Typeset(q.Stem), Facts: facts(Typeset(q.Stem)), Hint: Typeset(q.Hint), Choose: q.Choose, Ends: kind.Ends,
	}
	layout := kind.Layout(q)
	for place, i := range layout.Options {
		o := v.option(q.Options[i], id, i, place)
		o.Place = layout.Places[i]
		out.Options = append(out.Options, o)
	}
	for _, i := range layout.Bins {
		out.Bins = append(out.Bins, Bin{Title: Typeset(q.Bins[i].Title), Picture: v.Picture(q.Bins[i].Picture)})
	}
	for _, s := range q.Passage {
		out.Passage = append(out.Passage, segmentOf(q, s, out.Options))
	}
	for _, s := range q.Scenes {
		out.Scenes = append(out.Scenes, v.chatScene(s, id))
	}
	return out
}

// facts returns the beginning of a stem, up to the last sentence with a question mark, or else the last sentence.
func facts(stem string) string {
	sentences := english.Sentences(stem)
	if len(sentences) < 2 {
		return ""
	}
	asks := len(sentences) - 1
	for i, s := range sentences {
		if strings.HasSuffix(s, "?") {
			asks = i
		}
	}
	return strings.TrimSpace(stem[:strings.LastIndex(stem, sentences[asks])])
}

// option returns the option at place i of its file, which is shown at another place.
func (v *Site) option(o model.Option, id string, i, shown int) Option {
	return Option{
		ID: fmt.Sprintf("%s-%d", id, i+1), Letter: string(rune('A' + shown)), Text: Typeset(o.Text),
		Picture: v.Picture(o.Picture), Right: o.Right,
		Feedback: Typeset(o.Feedback), Hint: Typeset(o.Hint),
	}
}

// segmentOf returns part of a text: a gap with the words for it, shuffled, or a phrase. The right word may stay first, or
// the first would never be the right one.
func segmentOf(q model.Question, s model.Segment, options []Option) Segment {
	out := Segment{Text: Typeset(s.Text), Slot: s.Slot}
	var fits []Option
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

func (v *Site) chatScene(s model.ChatScene, id string) ChatScene {
	out := ChatScene{ID: id + "-" + s.ID.Value, Title: Typeset(s.Title), Lines: v.lines(s.Lines)}
	for i, o := range s.Replies {
		to := v.option(o, out.ID, i, i)
		to.Goto = id + "-" + o.Goto.Value
		out.Options = append(out.Options, to)
	}
	return out
}
