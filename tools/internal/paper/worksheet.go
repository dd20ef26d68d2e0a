package paper

import (
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// worksheet is a lesson's questions, to answer with a pencil, or the same with their answers. Again are questions of
// other rules. Roomy means that no question takes half a side: the letters can be larger.
type worksheet struct {
	Rule  view.Rule  `json:"rule"`
	Roomy bool       `json:"roomy"`
	Quiz  []question `json:"quiz"`
	Again []question `json:"again"`
}

// exitSlip is two questions for the end of a lesson, on half a side of A4, with what each answer shows the teacher.
type exitSlip struct {
	Rule view.Rule  `json:"rule"`
	Quiz []question `json:"quiz"`
}

// question is a question with its number on the sheet. Turns maps the id of a chat's scene to its number, from 1:
// on paper a reply says "go to 4". Drawn is the scene that a story's question ends.
type question struct {
	view.Question
	Number int                `json:"number"`
	Turns  map[string]int     `json:"turns,omitempty"`
	Drawn  *view.Illustration `json:"drawn,omitempty"`
}

// Worksheet returns the worksheet of a rule's lesson. It has the answers too, for the sheet that shows them.
func Worksheet(v *view.Site, r site.Rule) Sheet {
	w := worksheet{Rule: v.Rule(r), Roomy: true}
	for _, q := range r.Lesson.Quiz {
		task := numbered(v.Question(r, q), len(w.Quiz)+1)
		task.Drawn = v.InInk(r.Lesson, q)
		w.Quiz = append(w.Quiz, task)
		w.Roomy = w.Roomy && !quiz.Of(q.Kind).Long
	}
	for _, q := range v.Again(r) {
		w.Again = append(w.Again, numbered(q, len(w.Quiz)+len(w.Again)+1))
		w.Roomy = w.Roomy && !quiz.Of(model.Kind(q.Kind)).Long
	}
	return Sheet{Origin: v.Origin(r.Lesson.Pos), Hue: r.Theme.Hue.Value, Content: w}
}

// Exit returns the exit slip of a rule's lesson.
func Exit(v *view.Site, r site.Rule) Sheet {
	slip := exitSlip{Rule: v.Rule(r)}
	for i, q := range v.ExitSlip(r.Lesson.Slip) {
		slip.Quiz = append(slip.Quiz, numbered(q, i+1))
	}
	return Sheet{Origin: v.Origin(r.Lesson.Pos), Hue: r.Theme.Hue.Value, Content: slip}
}

func numbered(q view.Question, number int) question {
	p := question{Question: q, Number: number}
	for i, s := range q.Scenes {
		if p.Turns == nil {
			p.Turns = map[string]int{}
		}
		p.Turns[s.ID] = i + 1
	}
	return p
}
