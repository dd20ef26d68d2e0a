package site

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
)

// Fingerprint returns a short hash of a clause's published words, with the stem that they go on from, and of the file of its
// lesson. The clause records it when somebody has compared the two; when either changes, the hash differs.
func Fingerprint(c model.Clause, l model.Lesson) string {
	if c.Blank != nil {
		c = *c.Blank
	}
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
	var matched []Rule
	for _, r := range c.site.Rules {
		switch {
		case !r.Taught() || r.Lesson.Flawed:
		case r.Clause.Lesson.Matched && r.Clause.Lesson.Read.Value == "":
			matched = append(matched, r)
		default:
			c.review(r.Clause, r.Lesson)
		}
	}
	c.matched(matched)
}

// matched reports the lessons that an import found by the words of rules: once for each document, as there may be many.
func (c *checker) matched(rules []Rule) {
	for len(rules) > 0 {
		first := rules[0]
		n := slices.IndexFunc(rules, func(r Rule) bool { return r.Document.ID.Value != first.Document.ID.Value })
		if n < 0 {
			n = len(rules)
		}
		var lessons []string
		for _, r := range rules[:n] {
			if id := LessonID(r.Lesson.Stage, r.Lesson.Name); !slices.Contains(lessons, id) {
				lessons = append(lessons, id)
			}
		}
		all := ""
		if c.isOfTrust(first.Clause) {
			all = "; with --trust that is for all schools of the trust"
		}
		c.faults.Add(diag.Fault{
			Pos: first.Clause.Lesson.Pos, Code: diag.LessonMatched,
			Message: fmt.Sprintf("an import matched %s of this document with lessons by the words, and nobody has compared them yet", english.Count(n, "rule")),
			Hint:    "read each lesson beside its rule, then record it: go run ./tools/site review" + c.data.Flag + " " + strings.Join(lessons, " ") + all,
		})
		rules = rules[n:]
	}
}

// isOfTrust reports whether a clause and its lesson are as the trust has them, so that a comparison is the trust's too.
func (c *checker) isOfTrust(cl model.Clause) bool {
	from := cl.Lesson.Pos.Source.Name
	return !strings.HasPrefix(from, c.data.Folder+"/") && from == cl.Text.Pos.Source.Name
}

// review reports a lesson that was not compared with a clause since either of them changed.
func (c *checker) review(cl model.Clause, l model.Lesson) {
	read := Fingerprint(cl, l)
	hint := "compare the two, then record it: go run ./tools/site review" + c.data.Flag + " " + LessonID(l.Stage, l.Name) +
		", which writes read: " + read + " and the day"
	if c.isOfTrust(cl) {
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
			if !used && !l.Flawed && (l.Own || !c.data.Sound) {
				c.faults.Add(diag.Fault{
					Pos: w.Pos, Code: diag.IdleWaiver,
					Message: fmt.Sprintf("this waiver is unused: the lesson does not have the fault %q", w.Code.Value),
					Hint:    "delete it, or correct its code",
				})
			}
		}
	}
}
