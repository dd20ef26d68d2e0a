package site

import (
	"fmt"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// history checks what the school says of its policy's past: that each list begins with the oldest entry and has none twice, and that the
// next review is after what has been.
func (c *checker) history() {
	h := c.data.History
	c.longWord(h.Owner)
	var adopted []diag.Text
	for _, e := range h.Editions {
		adopted = append(adopted, e.Adopted)
		c.longWord(e.By)
		c.longWord(e.For)
	}
	c.inTime("edition", adopted)
	c.inTime("approval", c.decided(h.Approvals))
	c.inTime("review", c.decided(h.Reviews))
	c.nextReview(h)
}

// decided returns the days of decisions.
func (c *checker) decided(list []model.Decision) (days []diag.Text) {
	for _, d := range list {
		days = append(days, d.On)
		c.longWord(d.By)
	}
	return days
}

// inTime reports a day that is in a list twice, or stands after a later one.
func (c *checker) inTime(what string, days []diag.Text) {
	seen, latest := map[string]diag.Pos{}, diag.Text{}
	for _, day := range days {
		if _, twice := seen[day.Value]; !twice && day.Value < latest.Value {
			c.faults.Add(diag.Fault{
				Pos: day.Pos, Code: diag.BadDate,
				Message: fmt.Sprintf("the %s of %s stands after that of %s", what, day, latest),
				Hint:    "put the oldest first, or check the years",
			})
		}
		c.once(seen, what, day)
		latest.Value = max(latest.Value, day.Value)
	}
}

// nextReview reports a next review of the policy that is before its last one, or before the text was adopted.
func (c *checker) nextReview(h model.History) {
	for _, past := range []struct {
		what string
		day  diag.Text
	}{{"the last one", h.Review().On}, {"the policy was adopted", h.Current().Adopted}} {
		if next := h.NextReview; next.Value != "" && next.Value < past.day.Value {
			c.faults.Add(diag.Fault{
				Pos: next.Pos, Code: diag.BadDate,
				Message: fmt.Sprintf("the next review (%s) is before %s (%s)", next, past.what, past.day),
				Hint:    "check the years",
			})
			return
		}
	}
}
