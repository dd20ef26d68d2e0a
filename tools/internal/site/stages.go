package site

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// stageList checks the stages of the library.
func (c *checker) stageList() {
	seen := map[string]diag.Pos{}
	kinds := namesOf()
	for _, kind := range quiz.All() {
		kinds.add(string(kind.Name))
	}
	for _, s := range c.data.Stages {
		if c.unique(seen, "stage", s.ID) {
			c.stages[s.ID.Value] = s
		}
		c.oneOf(s.Hue, hues)
		for _, kind := range slices.Sorted(maps.Keys(s.Kinds)) {
			c.known(diag.UnknownWord, "kind of question", diag.Text{Value: string(kind), Pos: s.Pos}, kinds, "kinds are: "+strings.Join(kinds.list, ", "))
			c.span(s, string(kind), s.Kinds[kind])
		}
		if s.Mix < 1 {
			c.faults.Add(diag.Fault{
				Pos: s.Pos, Code: diag.WrongType,
				Message: fmt.Sprintf("the mix of the stage %q has no questions", s.ID.Value),
				Hint:    "write a number of questions from 1 up",
			})
		}
		c.span(s, "scenes", s.Limits.Scenes)
		c.span(s, "questions", s.Limits.Questions)
		c.span(s, "again", s.Limits.Again)
		c.span(s, "words", s.Limits.Words)
		c.span(s, "refrain", s.Limits.Refrain)
		c.span(s, "slip", s.Limits.Slip)
	}
}

// span reports a span that is not a least and a most.
func (c *checker) span(s model.Stage, what string, span model.Span) {
	if len(span) != 2 || span[0] < 0 || span[0] > span[1] {
		c.faults.Add(diag.Fault{
			Pos: s.Pos, Code: diag.WrongType,
			Message: fmt.Sprintf("%q of the stage %q is not a least and a most", what, s.ID.Value),
			Hint:    "write two numbers, the smaller one first: " + what + ": [3, 5]",
		})
	}
}

// stageIDs returns the ids of the stages.
func (c *checker) stageIDs() *names { return namesOf(c.data.StageIDs()...) }

// yearGroups checks the year groups of a stage or of a set of rules.
func (c *checker) yearGroups(groups []model.YearGroup) {
	seen := map[string]diag.Pos{}
	for _, g := range groups {
		c.unique(seen, "year group", g.Name)
		c.picture(g.Picture)
	}
}
