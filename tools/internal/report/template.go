package report

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"safeonline/tools/internal/draft"
	"safeonline/tools/internal/english"
)

// page is the page's template.
var page = template.Must(template.New("report.html").Funcs(template.FuncMap{
	"count":   func(thing string, n int) string { return english.Count(n, thing) },
	"capital": english.Capital,
	"pair":    func(page *shown, q question) asking { return asking{page, q} },
}).ParseFS(parts, "report.html"))

// asking is what the template of a question takes.
type asking struct {
	Page     *shown
	Question question
}

// chip is a state as it is shown.
type chip struct{ Word, Shape, Hue string }

// State returns the state of a question.
func (q question) State() chip {
	switch {
	case q.Answered():
		return chip{"Answered", "full", "leaf"}
	case q.Unplaced:
		return chip{string(notIn), "none", "coral"}
	}
	return chip{"Question", "half", "amber"}
}

// warning is a state that somebody should know of, and why.
type warning struct {
	chip
	Says string
}

// Warning returns what is the matter with a line that no question says.
func (r row) Warning() *warning {
	switch {
	case r.State == lost:
		return &warning{chip{string(lost), "none", "plum"}, "The import lost this " + r.Unit() + ". Please report it."}
	case r.State == notIn && len(r.Questions) == 0:
		return &warning{chip{string(notIn), "none", "coral"}, "This " + r.Unit() + " is in no document"}
	case r.State == changed && len(r.Questions) == 0:
		return &warning{chip{string(changed), "half", "amber"}, "Not word for word"}
	}
	return nil
}

// Asks returns the questions of the line. One about where a line goes that has no place says so by its state; one that is about more than
// the line, such as a rule whose number is a line of its own, quotes that.
func (r row) Asks() (list []question) {
	for _, q := range r.Questions {
		q.Unplaced = r.State == notIn && !q.Answered()
		if !strings.Contains(wordsOf(r.Block.Text()), wordsOf(q.About)) {
			q.Quote = q.About
		}
		list = append(list, q)
	}
	return list
}

// Unsure reports whether somebody is asked which lesson the line has.
func (r row) Unsure() bool {
	return slices.ContainsFunc(r.Questions, func(q question) bool { return q.Ask == draft.WhichLesson && !q.Answered() })
}

// Level returns how far the line is indented in its list, from l1 to l3.
func (r row) Level() string { return "l" + strconv.Itoa(min(max(r.Block.List, 1), 3)) }

// Heading reports whether the file has the line as a heading.
func (r row) Heading() bool { return r.Block.Heading > 0 || r.Block.Title }
