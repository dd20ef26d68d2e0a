package view

import (
	"slices"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// Scene is a scene of a story. On the page of the lesson its lines are in Steps, and it has the id of the question that it ends
// with, if there is one; elsewhere they are in Lines.
type Scene struct {
	Title    string        `json:"title"`
	Pictures []*Picture    `json:"pictures"`
	Drawn    *Illustration `json:"drawn,omitempty"` // in place of the pictures
	Lines    []Line        `json:"lines,omitempty"`
	Steps    []Step        `json:"steps,omitempty"`
	Question string        `json:"question,omitempty"`
	Outcomes []Outcome     `json:"outcomes,omitempty"` // of the question's options
}

// Line is a paragraph of a scene or of a chat. Who is the name of whoever speaks, with their Face; both are empty unless
// somebody does.
type Line struct {
	Who  string   `json:"who"`
	Face *Picture `json:"face"`
	Text string   `json:"text"`
}

// Word is a key word with its meaning.
type Word struct {
	Term    string `json:"term"`
	Meaning string `json:"meaning"`
}

// Heard is what a child may say, the thought behind it in a child's words, and what a teacher may answer.
type Heard struct {
	Says   string `json:"says"`
	Thinks string `json:"thinks"`
	Answer string `json:"answer"`
}

// Scene returns a scene of a lesson's story, by its number from 1.
func (v *Site) Scene(l model.Lesson, number int) Scene {
	s := l.Story[number-1]
	out := Scene{Title: Typeset(s.Title), Lines: v.lines(s.Lines), Drawn: v.Illustration(l, number)}
	for _, p := range s.Pictures {
		out.Pictures = append(out.Pictures, v.Picture(p))
	}
	return out
}

func (v *Site) lines(lines []model.Line) []Line {
	var out []Line
	for _, l := range lines {
		to := Line{Who: l.Who.Value, Text: Typeset(l.Text)}
		if c, ok := v.site.Speaker(l.Who); ok {
			to.Face = v.Picture(c.Picture)
		}
		out = append(out, to)
	}
	return out
}

// Words returns the key words of a lesson.
func Words(l model.Lesson) (list []Word) {
	for _, w := range l.Words {
		list = append(list, Word{Term: Typeset(w.Term), Meaning: Typeset(w.Meaning)})
	}
	return list
}

// Listen returns what a teacher listens for in a lesson.
func (v *Site) Listen(l model.Lesson) (list []Heard) {
	for _, h := range l.Teach.ListenFor {
		to := Heard{Says: Typeset(h.Text)}
		if m, ok := v.Misconception(h.Misconception); ok {
			to.Thinks, to.Answer = Typeset(m.Thinks), Typeset(m.Answer)
		}
		list = append(list, to)
	}
	return list
}

// Guidance returns what the law and the guidance say about topics.
func (v *Site) Guidance(topics ...diag.Text) (list []any) {
	for _, g := range v.site.Guidance {
		if slices.ContainsFunc(Values(topics), func(id string) bool { return slices.Contains(Values(g.Topics), id) }) {
			list = append(list, Fields(g))
		}
	}
	return list
}

// Misconception returns the misconception with an id, if there is one.
func (v *Site) Misconception(id diag.Text) (model.Misconception, bool) {
	i := slices.IndexFunc(v.site.Misconceptions, func(m model.Misconception) bool { return m.ID.Value == id.Value })
	if i < 0 {
		return model.Misconception{}, false
	}
	return v.site.Misconceptions[i], true
}
