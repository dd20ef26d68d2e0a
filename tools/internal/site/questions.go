package site

import (
	"fmt"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// question checks one question against the limits of its stage.
func (c *checker) question(stage model.Stage, q model.Question) {
	options, allowed := stage.Kinds[q.Kind]
	if !allowed {
		c.faults.Add(diag.Fault{
			Pos: q.Title.Pos, Code: diag.KindForStage,
			Message: fmt.Sprintf("%s has no questions of the kind %q", stage.Formal, q.Kind),
			Hint:    "ask it as one of: " + kindsOf(stage),
		})
		return
	}
	c.stem(stage.Limits, q)
	c.hints(stage.Limits, q)
	kind := quiz.Of(q.Kind)
	for _, n := range kind.Counts(q) {
		c.count(n.At, n.What, n.Found, model.Span{n.Least, n.Most})
	}
	for _, t := range kind.Texts(q) {
		c.long(t.Text, t.What, t.Most)
	}
	for _, b := range q.Bins {
		c.picture(b.Picture)
	}
	for _, s := range q.Scenes {
		for _, line := range s.Lines {
			c.speaker(stage.ID.Value, line.Who)
		}
	}
	for _, l := range kind.Lists(q) {
		c.count(l.Title.Pos, l.What, len(l.Options), options)
		c.options(stage, l.Title, l.Options)
	}
}

// slipQuestion checks a question of the exit slip, which is on paper: it has no hints.
func (c *checker) slipQuestion(stage model.Stage, q model.Question) {
	c.stem(stage.Limits, q)
	c.count(q.Title.Pos, "option", len(q.Options), stage.Kinds[q.Kind])
	c.options(stage, q.Title, q.Options)
	hints := []diag.Text{q.Hint}
	for _, o := range q.Options {
		hints = append(hints, o.Hint)
	}
	for _, hint := range hints {
		if hint.Value != "" {
			c.faults.Add(diag.Fault{
				Pos: hint.Pos, Code: diag.NeedlessHint,
				Message: "a question on paper has no hint",
				Hint:    "delete this paragraph",
			})
		}
	}
}

// kindsOf returns the kinds of question that a stage allows.
func kindsOf(stage model.Stage) string {
	var list []string
	for _, kind := range quiz.All() {
		if _, allowed := stage.Kinds[kind.Name]; allowed {
			list = append(list, string(kind.Name))
		}
	}
	return strings.Join(list, ", ")
}

// stem checks the length of the question: of the stem, and of a text with gaps or phrases.
func (c *checker) stem(lim model.Limits, q model.Question) {
	passage := diag.Text{Pos: q.Title.Pos}
	for i, s := range q.Passage {
		if i == 0 {
			passage.Pos = s.Text.Pos
		}
		passage.Value += " " + s.Text.Value
	}
	c.long(q.Stem, "the stem", lim.Stem)
	c.long(passage, "the text", lim.Stem)
	c.sentences(q.Stem, "the question", lim.Sentence)
	c.sentences(q.Short, "the short stem", lim.Sentence)
}

// sentences reports each sentence of a text that has too many words.
func (c *checker) sentences(t diag.Text, what string, most int) {
	for _, s := range english.Sentences(t.Value) {
		if n := english.CountWords(s); n > most {
			c.faults.Add(diag.Fault{
				Pos: t.Pos, Code: diag.LongSentence,
				Message: fmt.Sprintf("a sentence of %s has %d words, and may have at most %d: %q", what, n, most, s),
				Hint:    "split it in two",
			})
		}
	}
}

// options checks each option, and that all or none of them have a picture.
func (c *checker) options(stage model.Stage, title diag.Text, options []model.Option) {
	pictured := 0
	for _, o := range options {
		c.option(stage.Limits, o)
		if o.Picture.Value != "" {
			pictured++
		}
	}
	if pictured < len(options) && (stage.Large || pictured > 0) {
		c.faults.Add(diag.Fault{
			Pos: title.Pos, Code: diag.NoPictures,
			Message: fmt.Sprintf("%d of %d options of %q have a picture", pictured, len(options), title.Value),
			Hint:    "begin each option with an emoji from data/library/pictures.yaml",
		})
	}
}

func (c *checker) option(lim model.Limits, o model.Option) {
	c.long(o.Text, "the option", lim.Option)
	c.long(o.Feedback, "the feedback", lim.Feedback)
	c.picture(o.Picture)
	c.misconception(o.Misconception)
}

func (c *checker) misconception(id diag.Text) {
	if id.Value != "" {
		c.known(diag.UnknownMisconception, "misconception", id, c.misconceptions, "see data/library/misconceptions.yaml")
	}
}
