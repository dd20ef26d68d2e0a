package export

import (
	"fmt"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// Check reports what lessons have that is too long for a format: short stems, and as warnings the questions that its file leaves out for that.
func Check(lessons []model.Lesson) (faults diag.List) {
	for _, l := range lessons {
		if l.Flawed {
			continue
		}
		faults.Guard(l.Pos, func() {
			asked := forGames(l)
			for _, f := range formats {
				if f.limit != nil {
					f.check(l, asked, &faults)
				}
			}
		})
	}
	return faults
}

// pair is a question as its lesson has it, and as formats have it.
type pair struct {
	written model.Question
	Question
}

// forGames returns the questions of a lesson that games hold.
func forGames(l model.Lesson) (list []pair) {
	for _, q := range l.Quiz {
		if quiz.Of(q.Kind).Games {
			list = append(list, pair{q, reader{}.question(q)})
		}
	}
	return list
}

// tooLong says of a reason what is too long, and how that is mended.
var tooLong = map[string]struct{ what, hint string }{
	longStem:   {"a stem", "below the stem, write a paragraph that begins \"Short:\" and asks the same in fewer words"},
	longOption: {"an answer", "give the answer fewer words"},
}

// check reports what is too long for a format, in one warning for all questions of a lesson.
func (f Format) check(l model.Lesson, asked []pair, faults *diag.List) {
	var at diag.Pos
	var left, hints []string
	for _, q := range asked {
		why := f.refuses(q.Question)
		if why == nil || tooLong[why.Key].what == "" {
			continue
		}
		if why.Key == longStem && q.Short != "" {
			faults.Add(diag.Fault{
				Pos: q.written.Short.Pos, Code: diag.ShortStem,
				Message: fmt.Sprintf("the short stem has %d letters, and may have at most %d", why.Values["n"], why.Values["most"]),
				Hint:    "use fewer or shorter words",
			})
			continue
		}
		if left == nil {
			at = q.written.Title.Pos
		}
		long := tooLong[why.Key]
		left = append(left, fmt.Sprintf("%q has %s of %d letters, and %d fit", q.written.Title.Value, long.what, why.Values["n"], why.Values["most"]))
		if !slices.Contains(hints, long.hint) {
			hints = append(hints, long.hint)
		}
	}
	if left != nil {
		faults.Add(diag.Fault{
			Pos: at, Code: diag.TooLongInGame,
			Message: fmt.Sprintf("the file %s%s leaves out %s: %s", l.Name, f.Ending, english.Count(len(left), "question"), strings.Join(left, "; ")),
			Hint:    strings.Join(hints, "; "),
		})
	}
}
