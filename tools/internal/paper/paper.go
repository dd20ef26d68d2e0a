// Package paper makes what is printed: posters, worksheets, exit slips and slips to sign. It also lists the PDF files of the policy and its
// agreements, each with a fingerprint of what it shows, by which a file that is out of date is known.
package paper

import (
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// Sheet is a page for paper. Its content is one value, so that nothing takes the page for one that pupils read on a
// screen.
type Sheet struct {
	view.Origin
	Hue     string `json:"hue"`
	Content any    `json:"sheet"`
}

// poster is one rule for the wall. Length says how many words must fit, and so how large they can be.
type poster struct {
	Rule   view.Rule `json:"rule"`
	Length string    `json:"length"` // short, middle or long
}

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
// on paper a reply says "go to 4".
type question struct {
	view.Question
	Number int            `json:"number"`
	Turns  map[string]int `json:"turns,omitempty"`
}

// slip is what a parent may sign in addition to a child's agreement. The policy has none: its words are this site's.
type slip struct {
	Document  string `json:"document"` // the agreement's title
	Audience  string `json:"audience"`
	Agreement string `json:"agreement"` // its address
}

// Slip returns the slip that a parent may sign in addition to the agreement of a set of rules.
func Slip(v *view.Site, s site.Set) Sheet {
	d := s.Document
	return Sheet{v.Origin(d.Pos), s.Stage.Hue.Value, slip{
		Document: view.Typeset(d.Title), Audience: view.Typeset(d.Audience), Agreement: d.URL(),
	}}
}

// Set returns what a sheet about a set of rules shows: the poster with all rules, and their place to colour.
func Set(v *view.Site, s site.Set) Sheet {
	return Sheet{v.Origin(s.Document.Pos), s.Stage.Hue.Value, v.Set(s)}
}

// Poster returns the poster of a rule.
func Poster(v *view.Site, r site.Rule) Sheet {
	at := r.Clause.Pos
	if r.Taught() {
		at = r.Lesson.Pos
	}
	return Sheet{v.Origin(at), r.Theme.Hue.Value, poster{v.Rule(r), length(r.Say())}}
}

// Worksheet returns the worksheet of a rule's lesson. It has the answers too, for the sheet that shows them.
func Worksheet(v *view.Site, r site.Rule) Sheet {
	w := worksheet{Rule: v.Rule(r), Roomy: true}
	for _, q := range r.Lesson.Quiz {
		w.Quiz = append(w.Quiz, numbered(v.Question(r, q), len(w.Quiz)+1))
		w.Roomy = w.Roomy && !quiz.Of(q.Kind).Long
	}
	for _, q := range v.Again(r) {
		w.Again = append(w.Again, numbered(q, len(w.Quiz)+len(w.Again)+1))
		w.Roomy = w.Roomy && !quiz.Of(model.Kind(q.Kind)).Long
	}
	return Sheet{v.Origin(r.Lesson.Pos), r.Theme.Hue.Value, w}
}

// Exit returns the exit slip of a rule's lesson.
func Exit(v *view.Site, r site.Rule) Sheet {
	slip := exitSlip{Rule: v.Rule(r)}
	for i, q := range v.Slip(r.Lesson) {
		slip.Quiz = append(slip.Quiz, numbered(q, i+1))
	}
	return Sheet{v.Origin(r.Lesson.Pos), r.Theme.Hue.Value, slip}
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

// length classifies a rule's words by how large they can be on one side of A4; assets/css/paper.css has the sizes.
func length(text string) string {
	switch n := len([]rune(text)); {
	case n <= 60:
		return "short"
	case n <= 115:
		return "middle"
	}
	return "long"
}
