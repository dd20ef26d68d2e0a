package site

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
)

// lesson checks one lesson against the limits of its stage, and its names against the lists.
func (c *checker) lesson(l model.Lesson) {
	stage := c.stages[l.Stage]
	if !l.Flawed {
		c.whole(l, stage)
	}
	for _, s := range l.Story {
		c.scene(l, s)
	}
	for _, q := range l.Quiz {
		c.question(stage, q)
	}
	for _, q := range l.Slip {
		c.slipQuestion(stage, q)
	}
	for _, h := range l.Teach.ListenFor {
		c.misconception(h.Misconception)
	}
	c.wording(l)
	c.spelling(l)
}

// whole checks what is known only after all of a lesson was read.
func (c *checker) whole(l model.Lesson, stage model.Stage) {
	c.count(l.Pos, "scene", len(l.Story), stage.Limits.Scenes)
	c.count(l.Pos, "question", len(l.Quiz), stage.Limits.Questions)
	c.count(l.Pos, "key word", len(l.Words), stage.Limits.Words)
	c.count(l.Pos, "discussion question", len(l.Talk), model.Span{2, 2})
	c.count(l.Pos, "exit slip question", len(l.Slip), stage.Limits.Slip)
	c.countAll(l.Pos, "refrain line", len(l.Refrain), stage.Limits.Refrain)
	kinds := map[model.Kind]bool{}
	for _, q := range l.Quiz {
		kinds[q.Kind] = true
	}
	if len(l.Quiz) > 0 && len(kinds) < stage.Limits.Kinds {
		c.faults.Add(diag.Fault{
			Pos: l.Quiz[0].Title.Pos, Code: diag.FewKinds,
			Message: fmt.Sprintf("the quiz has %s of question, and needs at least %d", english.Count(len(kinds), "kind"), stage.Limits.Kinds),
			Hint:    "change a question to another kind; docs/authoring.md describes them",
		})
	}
	c.reading(l, stage)
	c.plans(l)
	c.people(l)
	c.told(l)
}

// count reports a number that is not within a span. That there is none is left to the reader, which reports it.
func (c *checker) count(at diag.Pos, what string, n int, s model.Span) {
	if n > 0 {
		c.countAll(at, what, n, s)
	}
}

func (c *checker) countAll(at diag.Pos, what string, n int, s model.Span) {
	if len(s) != 2 || s.Holds(n) {
		return
	}
	want := "write " + english.Count(s[1], what)
	switch {
	case s[1] == 0:
		want = "delete them"
	case s[0] != s[1]:
		want = "write " + strconv.Itoa(s[0]) + " to " + english.Count(s[1], what)
	}
	c.faults.Add(diag.Fault{
		Pos: at, Code: diag.Count,
		Message: fmt.Sprintf("found %s", english.Count(n, what)),
		Hint:    want + ": this is the limit of the key stage",
	})
}

func (c *checker) scene(l model.Lesson, s model.Scene) {
	c.count(s.Title.Pos, "picture", len(s.Pictures), model.Span{1, 3})
	if len(s.Pictures) == 0 {
		c.faults.Add(diag.Fault{
			Pos: s.Title.Pos, Code: diag.NoPictures,
			Message: fmt.Sprintf("scene %q has no picture", s.Title.Value),
			Hint:    "begin the first paragraph with pictures of the place and the people: 🏫 👧🏽",
		})
	}
	for _, p := range s.Pictures {
		c.picture(p)
	}
	for _, line := range s.Lines {
		c.speaker(l.Stage, line.Who)
		c.paragraph(line.Text, c.stages[l.Stage].Limits.Step)
	}
}

// paragraph reports a paragraph of the story that is longer than a step of a scene, which a child sees at once.
func (c *checker) paragraph(t diag.Text, most int) {
	if n := english.CountWords(t.Value); n > most {
		c.faults.Add(diag.Fault{
			Pos: t.Pos, Code: diag.TooLong,
			Message: fmt.Sprintf("this paragraph of the story has %d words, and may have at most %d", n, most),
			Hint:    "split it in two: put a blank line between two of its sentences",
		})
	}
}

// speaker reports a speaker who is not in the cast.
func (c *checker) speaker(stage string, who diag.Text) {
	if who.Value != "" {
		c.known(diag.UnknownName, "member of the cast of this key stage called", who, c.speakers[stage], "see data/library/cast.yaml for the cast")
	}
}

// longestWord is the most letters that a word may have: twice the longest name of a place in Wales, and what fits on a
// line of a poster or a slide when it is broken.
const longestWord = 100

// longWord reports a word that does not fit on a line: most likely spaces are missing.
func (c *checker) longWord(t diag.Text) {
	for _, word := range strings.Fields(t.Value) {
		if n := utf8.RuneCountInString(word); n > longestWord {
			c.faults.Add(diag.Fault{
				Pos: t.Pos, Code: diag.LongWord,
				Message: fmt.Sprintf("a word has %d letters, and may have at most %d", n, longestWord),
				Hint:    "put spaces between the words, or split the word",
			})
			return
		}
	}
}

func (c *checker) long(t diag.Text, what string, most int) {
	if n := english.CountWords(t.Value); n > most {
		c.faults.Add(diag.Fault{
			Pos: t.Pos, Code: diag.TooLong,
			Message: fmt.Sprintf("%s has %d words, and may have at most %d", what, n, most),
			Hint:    "use fewer words",
		})
	}
}
