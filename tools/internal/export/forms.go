package export

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// formsScript is what follows the questions in a script.
//
//go:embed parts/forms.js
var formsScript string

// forms is a script that a teacher runs in her own Google account. It makes a quiz in Google Forms, which tells a pupil all whys after an
// answer: Forms has no place for one at each option.
var forms = Format{
	ID: "forms", For: "classroom", Ending: "-google-forms.gs",
	Kinds: []model.Kind{quiz.Choice, quiz.Several}, Lacks: []string{"export_no_pictures"}, Untitled: true,
	limit: unlike,
	make: func(d Draft) ([]byte, error) {
		var b bytes.Buffer
		for _, line := range append(d.Foot(), d.Text("export_forms_how", nil)) {
			fmt.Fprintf(&b, "// %s\n", oneLine(line))
		}
		quiz := formsQuiz{Title: d.Title, About: strings.Join(d.Imprint(), "\n")}
		for _, q := range d.Questions {
			quiz.Questions = append(quiz.Questions, formsQuestionOf(q))
		}
		b.WriteString("\nconst quiz = ")
		e := json.NewEncoder(&b)
		e.SetIndent("", "  ")
		err := e.Encode(quiz)
		b.WriteString("\n" + formsScript)
		return b.Bytes(), err
	},
}

type formsQuiz struct {
	Title     string          `json:"title"`
	About     string          `json:"about"`
	Questions []formsQuestion `json:"questions"`
}

type formsQuestion struct {
	Stem    string        `json:"stem"`
	Several bool          `json:"several"`
	Options []formsOption `json:"options"`
	Right   string        `json:"right"`
	Wrong   string        `json:"wrong"`
}

type formsOption struct {
	Text  string `json:"text"`
	Right bool   `json:"right"`
}

// formsQuestionOf returns a question with what it tells after a right answer and after a wrong one: the whys of all options, without the
// letters that Forms does not show.
func formsQuestionOf(q Question) formsQuestion {
	to := formsQuestion{Stem: q.Stem, Several: q.Kind == quiz.Several}
	var right, wrong []string
	for _, o := range q.Options {
		to.Options = append(to.Options, formsOption{o.Said(), o.Right})
		line := o.Said() + ": " + strings.Join(q.Told(o), " ")
		if wrong = append(wrong, line); o.Right {
			right = append(right, line)
		}
	}
	to.Right, to.Wrong = strings.Join(right, "\n\n"), strings.Join(wrong, "\n\n")
	return to
}
