package site

import (
	"fmt"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

var (
	asks    = namesOfAsks()
	changes = namesOf("accept", "reject")
)

func namesOfAsks() *names {
	list := namesOf()
	for _, a := range model.Asks {
		list.add(string(a))
	}
	return list
}

// imported checks what somebody answered to the questions of the import, and reports those that are open.
func (c *checker) imported() {
	c.oneOf(c.data.Import.Changes, changes)
	lessons := c.lessonIDs()
	lessons.add("none")
	for _, a := range c.data.Import.Answers {
		if !c.known(diag.UnknownWord, "question", a.Ask, asks, "the import asks for "+strings.Join(asks.list, ", ")) {
			continue
		}
		if model.Ask(a.Ask.Value) == model.WhichLesson {
			c.known(diag.UnknownLesson, "lesson", a.Answer, lessons, "write STAGE/LESSON, as its file in content/lessons is called, or none")
		}
	}
	for _, q := range c.data.Import.Open {
		c.faults.Add(diag.Fault{
			Pos: q.Pos, Code: diag.OpenQuestion,
			Message: fmt.Sprintf("the import asks about %q: %s", q.About.Value, q.Text.Value),
			Hint: fmt.Sprintf("answer it in %s/import-report.html, or write here, below answers: - { ask: %s, about: …, answer: … }; then run go run ./tools/site import%s",
				c.data.Folder, q.Ask.Value, c.data.Flag),
		})
	}
}
