package site

import (
	"fmt"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/words"
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
		c.isOpen(q, c.data.Folder, c.data.Flag, "")
	}
	for i, of := range c.data.TrustImports {
		for _, q := range of.Open {
			if trust := c.data.Trusts[i]; c.says(q.About.Value) {
				c.isOpen(q, trust, " --school "+diag.Argument(trust), "; or lay words of the school's own over these")
			}
		}
	}
}

// isOpen reports a question of an import that nobody has answered.
func (c *checker) isOpen(q model.Unanswered, folder, flag, or string) {
	c.faults.Add(diag.Fault{
		Pos: q.Pos, Code: diag.OpenQuestion,
		Message: fmt.Sprintf("the import asks about %q: %s", q.About.Value, q.Text.Value),
		Hint: fmt.Sprintf("answer it in %s/import-report.html, or write here, below answers: - { ask: %s, about: …, answer: … }; then run go run ./tools/site import%s%s",
			folder, q.Ask.Value, flag, or),
	})
}

// says reports whether the school's documents have these words: those of its trust that it has laid others over are not asked about.
func (c *checker) says(some string) bool {
	has := func(t diag.Text) bool { return strings.Contains(words.Fold(t.Value), words.Fold(some)) }
	return slices.ContainsFunc(c.data.Documents, func(d model.Document) bool {
		for _, s := range d.Sections {
			for _, p := range slices.Concat(s.Passages, s.Closing) {
				if has(p.Text) {
					return true
				}
			}
			for cl := range s.AllClauses() {
				if has(cl.Text) {
					return true
				}
			}
			if has(s.Heading) || has(s.Stem) {
				return true
			}
		}
		return has(d.Heading) || slices.ContainsFunc(d.Signoff, func(s model.Signoff) bool { return has(s.Agree) || has(s.Heading) })
	})
}
