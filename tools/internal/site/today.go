package site

import (
	"fmt"
	"time"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/kind"
)

// Past returns warnings of what has passed by a day: a date that the school has set, and a year since somebody compared the words of the
// library with their source. Nothing else in the checks depends on a day.
func (s *Site) Past(today time.Time) (faults diag.List) {
	passed := func(day diag.Text, what, hint string) {
		if iso := kind.Day(day.Value); iso != "" && iso < today.Format(time.DateOnly) {
			faults.Add(diag.Fault{Pos: day.Pos, Code: diag.PastDate, Message: fmt.Sprintf("%s (%s) has passed", what, kind.InWords(iso)), Hint: hint})
		}
	}
	passed(s.History.NextReview, "the day of the next review", "review the policy, add the day to reviews, and write when the next review is")
	if f := s.School.Forms; f != nil {
		passed(f.By, "the day by which signed sheets are returned", "write the day of this year")
	}
	if sec := s.School.Security; sec != nil {
		passed(sec.Expires, "the last day of the security contact", "see that the address is still right, and write a later day")
	}
	yearAgo := today.AddDate(-1, 0, 0).Format(time.DateOnly)
	for _, c := range s.compared() {
		if day := c.on.Value; day != "" && day < yearAgo {
			faults.Add(diag.Fault{
				Pos: c.on.Pos, Code: diag.LongAgo,
				Message: fmt.Sprintf("%s was last compared with its source more than a year ago (%s)", c.what, kind.InWords(day)),
				Hint:    "compare the two again, and write the day",
			})
		}
	}
	return faults
}

// compared is something that somebody compared with its source, and when.
type compared struct {
	what string
	on   diag.Text
}

// compared returns what has a source outside the project, which may have changed.
func (s *Site) compared() (list []compared) {
	for _, g := range s.Guidance {
		list = append(list, compared{"guidance", g.Checked})
	}
	for _, e := range s.Expected.Sources {
		list = append(list, compared{"what is expected of a policy", e.Checked})
	}
	for _, r := range s.Help {
		list = append(list, compared{"the service " + r.Name.Value, r.Checked})
	}
	return append(list, compared{"how the policy covers what is expected", s.Comparison.Compared})
}
