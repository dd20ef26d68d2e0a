package site

import (
	"fmt"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
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
	switch q.Kind {
	case model.Chat:
		c.chat(stage, q)
		return
	case model.Sort:
		c.count(q.Title.Pos, "bin", len(q.Bins), bins)
		for _, b := range q.Bins {
			c.picture(b.Picture)
		}
	case model.Gaps:
		c.gaps(q)
	}
	c.count(q.Title.Pos, "option", len(q.Options), options)
	c.options(stage, q.Title, q.Options)
}

// kindsOf returns the kinds of question that a stage allows.
func kindsOf(stage model.Stage) string {
	var list []string
	for _, kind := range kinds.list {
		if _, allowed := stage.Kinds[model.Kind(kind)]; allowed {
			list = append(list, kind)
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
	for _, s := range english.Sentences(q.Stem.Value) {
		if n := countWords(s); n > lim.Sentence {
			c.faults.Add(diag.Fault{
				Pos: q.Stem.Pos, Code: diag.LongSentence,
				Message: fmt.Sprintf("a sentence of the question has %d words, and may have at most %d: %q", n, lim.Sentence, s),
				Hint:    "split it in two",
			})
		}
	}
}

// gaps checks that each gap has enough words to choose from.
func (c *checker) gaps(q model.Question) {
	count := map[int]int{}
	for _, o := range q.Options {
		count[o.Slot]++
	}
	for _, s := range q.Passage {
		if s.Slot > 0 {
			c.count(s.Text.Pos, "gap word", count[s.Slot], fits)
		}
	}
}

// chat checks the scenes of a chat, and the replies of each like the options of a question.
func (c *checker) chat(stage model.Stage, q model.Question) {
	c.count(q.Title.Pos, "scene", len(q.Scenes), scenes)
	for _, s := range q.Scenes {
		for _, line := range s.Lines {
			c.speaker(stage.ID.Value, line.Who)
		}
		c.count(s.Title.Pos, "option", len(s.Replies), stage.Kinds[model.Chat])
		c.options(stage, s.Title, s.Replies)
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
