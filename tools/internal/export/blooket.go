package export

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
)

// blooket is the table that Blooket imports. Its first row is not read: it has room for what people should know of the file.
var blooket = Format{
	ID: "blooket", For: "blooket", Ending: "-blooket.csv",
	Kinds: ofGames, Untitled: true, Lacks: []string{"export_no_whys", "export_no_pictures"}, OneAnswer: true,
	limit: game(none, none, 4),
	make: func(d Draft) ([]byte, error) {
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.Write([]string{"Blooket\nImport Template", "", "", "", "", "", "", "", strings.Join(d.Foot(), "\n")})
		w.Write([]string{
			"Question #", "Question Text", "Answer 1", "Answer 2", "Answer 3\n(Optional)", "Answer 4\n(Optional)",
			"Time Limit (sec)\n(Max: 300 seconds)", "Correct Answer(s)\n(Only include Answer #)", "",
		})
		for i, q := range d.Questions {
			row := []string{strconv.Itoa(i + 1), q.Brief()}
			for _, o := range fourOptions(q) {
				row = append(row, fmt.Sprint(o))
			}
			w.Write(append(row, strconv.Itoa(gameSeconds), numbers(q.Right()), ""))
		}
		w.Flush()
		return b.Bytes(), w.Error()
	},
}
