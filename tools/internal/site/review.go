package site

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// Fingerprint returns a short hash of a clause's published words, with the stem that they go on from, and of the file of its
// lesson. The clause records it when somebody has compared the two; when either changes, the hash differs.
func Fingerprint(c model.Clause, l model.Lesson) string {
	sum := sha256.New()
	text := Published(c.Text, c.Errata)
	fmt.Fprintf(sum, "%s\n", text)
	if say := c.Say.Value; say != "" && say != text {
		fmt.Fprintf(sum, "%s\n", say)
	}
	sum.Write(l.Pos.Source.Text)
	return hex.EncodeToString(sum.Sum(nil)[:4])
}

// reviews reports lessons that somebody has to compare with their clauses. While there are errors, the files will change.
func (c *checker) reviews() {
	if c.faults.Failed() {
		return
	}
	for _, r := range c.site.Rules {
		if r.Taught() && !r.Lesson.Flawed {
			c.review(r.Clause, r.Lesson)
		}
	}
}

// review reports a lesson that was not compared with a clause since either of them changed.
func (c *checker) review(cl model.Clause, l model.Lesson) {
	read := Fingerprint(cl, l)
	hint := "compare the two, then record it: go run ./tools/site review" + c.data.Flag + " " + LessonID(l.Stage, l.Name) +
		", which writes read: " + read + " and the day"
	if from := cl.Lesson.Pos.Source.Name; !strings.HasPrefix(from, c.data.Folder+"/") && from == cl.Text.Pos.Source.Name {
		hint += "; with --trust it writes that for all schools of the trust"
	}
	switch ref := cl.Lesson; {
	case ref.Read.Value == "":
		c.faults.Add(diag.Fault{
			Pos: ref.Name.Pos, Code: diag.StaleLesson,
			Message: fmt.Sprintf("nobody has recorded a comparison of clause %q with its lesson", cl.ID.Value),
			Hint:    hint,
		})
	case ref.Read.Value != read:
		at := ref.Read.Pos
		if words := cl.Text.Pos; words.Source != at.Source && strings.HasPrefix(words.Source.Name, c.data.Folder+"/") {
			at = words // the school's own, of a clause that its trust has compared
		}
		c.faults.Add(diag.Fault{
			Pos: at, Code: diag.StaleLesson,
			Message: fmt.Sprintf("clause %q or its lesson has changed since the two were compared", cl.ID.Value),
			Hint:    hint,
		})
	}
}

// waivable are the codes that a waiver may name.
var waivable = waivableCodes()

func waivableCodes() *names {
	list := namesOf()
	for _, code := range diag.Codes() {
		if code.Waivable() {
			list.add(code.String())
		}
	}
	return list
}

// waive marks the faults that a lesson is excused from as waived, with the reason, and reports unused waivers. Faults
// at places in the lesson's file belong to the lesson.
func (c *checker) waive() {
	for _, l := range c.data.Lessons {
		for _, w := range l.Waivers {
			if !waivable.set[w.Code.Value] {
				c.faults.Add(diag.Fault{
					Pos: w.Code.Pos, Code: diag.BadWaiver,
					Message: fmt.Sprintf("%q cannot be waived: only limits on words and questions can", w.Code.Value),
					Hint:    diag.DidYouMean(w.Code.Value, waivable.list, "fix the fault itself"),
				})
				continue
			}
			used := false
			for i := range c.faults {
				f := &c.faults[i]
				if f.Code.String() == w.Code.Value && f.Pos.Source == l.Pos.Source && !f.Waived {
					f.Waived, used = true, true
					f.Message += " (waived: " + w.Why.Value + ")"
				}
			}
			if !used && !l.Flawed {
				c.faults.Add(diag.Fault{
					Pos: w.Pos, Code: diag.IdleWaiver,
					Message: fmt.Sprintf("this waiver is unused: the lesson does not have the fault %q", w.Code.Value),
					Hint:    "delete it, or correct its code",
				})
			}
		}
	}
}
