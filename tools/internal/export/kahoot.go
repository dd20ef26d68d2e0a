package export

import "strings"

// gameSeconds is how long a class has for a question in a game: long enough to read all of it twice.
const gameSeconds = 90

// kahoot is the spreadsheet that Kahoot imports. Its questions are in the rows below the ninth; what is above is for people.
var kahoot = Format{
	ID: "kahoot", For: "kahoot", Ending: "-kahoot.xlsx",
	Kinds: ofGames, Untitled: true, Lacks: []string{"export_no_whys", "export_no_pictures"}, OneAnswer: true,
	limit: game(120, 75, 4),
	make: func(d Draft) ([]byte, error) {
		head := []any{
			"", "Question - max 120 characters", "Answer 1 - max 75 characters", "Answer 2 - max 75 characters", "Answer 3 - max 75 characters",
			"Answer 4 - max 75 characters", "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs", "Correct answer(s) - choose at least one",
		}
		rows := [][]any{{}, {"", d.Title}, {"", d.Imprint()[0]}, {"", d.Imprint()[1]}, {"", strings.Join(d.Without(), "\n")}, {}, {}, head}
		for i, q := range d.Questions {
			row := []any{i + 1, q.Brief()}
			row = append(row, fourOptions(q)...)
			rows = append(rows, append(row, gameSeconds, numbers(q.Right())))
		}
		return workbook(d.Lesson, tab{"Sheet1", rows})
	},
}
