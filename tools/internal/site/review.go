package site

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// Fingerprint returns a short hash of a clause's published words. A lesson records it when somebody has reviewed it;
// when the words change, the two differ.
func Fingerprint(c model.Clause) string {
	sum := sha256.Sum256([]byte(Published(c.Text, c.Errata)))
	return hex.EncodeToString(sum[:4])
}

// review reports a lesson that was not reviewed since its clause's words changed.
func (c *checker) review(r Rule) {
	hint := "compare the lesson with the clause, then record it: go run ./tools/site review " + string(r.Stage) + "/" + r.Lesson.Name +
		", which writes reviewed: { text: " + Fingerprint(r.Clause) + ", on: the day }"
	switch review := r.Lesson.Reviewed; {
	case r.Lesson.Clause.Value == "", review != nil && review.Text.Value == "": // the reader has reported it
	case review == nil:
		c.faults.Add(diag.Fault{
			Pos: r.Lesson.Clause.Pos, Code: diag.StaleLesson,
			Message: "nobody has recorded a review of this lesson",
			Hint:    hint,
		})
	case review.Text.Value != Fingerprint(r.Clause):
		c.faults.Add(diag.Fault{
			Pos: review.Text.Pos, Code: diag.StaleLesson,
			Message: fmt.Sprintf("clause %q has changed since this lesson was reviewed", r.Clause.ID.Value),
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
