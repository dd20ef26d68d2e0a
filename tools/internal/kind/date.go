package kind

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"safeonline/tools/internal/diag"
)

// The years that a value may have: the school has no older papers, and nobody plans further ahead.
const (
	firstYear = 1900
	lastYear  = 2100
)

// checkDate reports a value that is not a day in the form 2026-09-01, which sorts, and is read the same everywhere.
func checkDate(t diag.Text, faults *diag.List) {
	what := "is not a date"
	if day, err := time.Parse(time.DateOnly, t.Value); err == nil {
		if day.Year() >= firstYear && day.Year() <= lastYear {
			return
		}
		what = fmt.Sprintf("is not between the years %d and %d", firstYear, lastYear)
	} else if dateForm.MatchString(t.Value) {
		what = "is not in the calendar"
	}
	faults.Add(diag.Fault{
		Pos: t.Pos, Code: diag.BadDate,
		Message: fmt.Sprintf("%q %s", t.Value, what),
		Hint:    mended(mendDate(t.Value), "write year-month-day, as in 2026-09-01"),
	})
}

// checkDay reports a value that is neither a date nor, where no more is known, a year.
func checkDay(t diag.Text, faults *diag.List) {
	if n, err := strconv.Atoi(t.Value); err == nil && len(t.Value) == 4 && n >= firstYear && n <= lastYear {
		return
	}
	before := len(*faults)
	checkDate(t, faults)
	if len(*faults) > before && mendDate(t.Value) == "" {
		(*faults)[before].Hint += ", or only the year"
	}
}

var (
	dateForm = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)
	weekday  = regexp.MustCompile(`^(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? +`)
	clock    = regexp.MustCompile(`[T ]\d{1,2}:\d{2}.*$`)
	yearLast = regexp.MustCompile(`^(\d{1,2})[-/. –](\d{1,2})[-/. –](\d{4})$`)
	yearHead = regexp.MustCompile(`^(\d{4})[-/. –]?(\d{1,2})[-/. –]?(\d{1,2})$`)
	dayName  = regexp.MustCompile(`^(?i:the )?(\d{1,2})(?i:st|nd|rd|th)?[- ]+(?i:of )?([A-Za-z]+)\.?,?[- ]+(\d{4})$`)
	nameDay  = regexp.MustCompile(`^([A-Za-z]+)\.? +(\d{1,2})(?i:st|nd|rd|th)?,? +(\d{4})$`)
)

// Day returns the day that a text is, in the form 2026-09-01, or "" if it is none, as "the end of term".
func Day(s string) string { return mendDate(s) }

// InWords returns a day in the form 2026-09-01 as people write it: 1 September 2026.
func InWords(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return t.Format("2 January 2006")
}

// mendDate returns the day that a value means, or "" if that is not certain. Where two numbers could both be the month,
// the first is the day, as in Britain.
func mendDate(s string) string {
	s = weekday.ReplaceAllString(strings.TrimSpace(s), "")
	s = clock.ReplaceAllString(s, "")
	if m := yearHead.FindStringSubmatch(s); m != nil && (len(m[0]) == 8 || strings.ContainsAny(s, "-/. –")) {
		return day(m[1], m[2], m[3])
	}
	if m := yearLast.FindStringSubmatch(s); m != nil {
		if d := day(m[3], m[2], m[1]); d != "" {
			return d
		}
		return day(m[3], m[1], m[2])
	}
	if m := dayName.FindStringSubmatch(s); m != nil {
		return day(m[3], month(m[2]), m[1])
	}
	if m := nameDay.FindStringSubmatch(s); m != nil {
		return day(m[3], month(m[1]), m[2])
	}
	return ""
}

// day returns a day in the form 2026-09-01, or "" if it is not in the calendar.
func day(year, month, day string) string {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	s := fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	if t, err := time.Parse(time.DateOnly, s); err != nil || t.Year() < firstYear || t.Year() > lastYear {
		return ""
	}
	return s
}

// month returns the number of a month from its name, or from its first three letters or more.
func month(name string) string {
	for m := time.January; m <= time.December; m++ {
		if len(name) >= 3 && len(name) <= len(m.String()) && strings.EqualFold(name, m.String()[:len(name)]) {
			return strconv.Itoa(int(m))
		}
	}
	return ""
}
