package export

import (
	"strings"

	"safeonline/tools/internal/quiz"
)

// quizizz is the spreadsheet that Quizizz imports, now called Wayground. The explanation of an answer has the whys of all options.
var quizizz = Format{
	ID: "quizizz", For: "quizizz", Ending: "-quizizz.xlsx",
	Kinds: ofGames, Untitled: true, Lacks: []string{"export_no_pictures"},
	limit: game(none, none, 5),
	make: func(d Draft) ([]byte, error) {
		rows := [][]any{
			{"Question Text", "Question Type", "Option 1", "Option 2", "Option 3", "Option 4", "Option 5", "Correct Answer", "Time in seconds", "Image Link", "Answer explanation"},
			{
				"Text of the question\n\n(required)", "Question Type\n\n(default is Multiple Choice)", "Text for option 1\n\n(required)", "Text for option 2\n\n(required)",
				"Text for option 3\n\n(optional)", "Text for option 4\n\n(optional)", "Text for option 5\n\n(optional)", "The correct option choice (between 1-5)",
				"Time in seconds\n\n(optional, default value is 30 seconds)", "Link of the image\n\n(optional)", "Explanation for the answer\n\n(optional)",
			},
		}
		for _, q := range d.Questions {
			kind := "Multiple Choice"
			if q.Kind == quiz.Several {
				kind = "Checkbox"
			}
			row := append([]any{q.Brief(), kind}, fourOptions(q)...)
			if len(q.Options) < 5 {
				row = append(row, "")
			}
			rows = append(rows, append(row, numbers(q.Right()), gameSeconds, "", strings.Join(whys(q), "\n")))
		}
		var about [][]any
		for _, line := range d.Foot() {
			about = append(about, []any{line})
		}
		return workbook(d.Lesson, tab{"Sheet1", rows}, tab{"Sheet2", about})
	},
}
