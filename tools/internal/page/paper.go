package page

import (
	"fmt"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
	"safeonline/tools/internal/site"
)

// paperParams are the parameters of a page for paper. The content of the sheet is one value, so that nothing takes the
// page for one that pupils read on a screen.
type paperParams struct {
	origin
	Hue   string `json:"hue"`
	Sheet any    `json:"sheet"`
}

// poster is one rule for the wall. Length says how many words must fit, and so how large they can be.
type poster struct {
	Rule   rule   `json:"rule"`
	Length string `json:"length"` // short, middle or long
}

// worksheet is a lesson's questions, to answer with a pencil, or the same with their answers. Again are questions of
// other rules. Roomy means that no question takes half a side: the letters can be larger.
type worksheet struct {
	Rule  rule            `json:"rule"`
	Roomy bool            `json:"roomy"`
	Quiz  []paperQuestion `json:"quiz"`
	Again []paperQuestion `json:"again"`
}

// paperQuestion is a question with its number on the sheet. Turns maps the id of a chat's scene to its number, from 1:
// on paper a reply says "go to 4".
type paperQuestion struct {
	question
	Number int            `json:"number"`
	Turns  map[string]int `json:"turns,omitempty"`
}

// slip is what a parent may sign in addition to a child's agreement. The policy has none: its words are this site's.
type slip struct {
	Document  string `json:"document"` // the agreement's title
	Audience  string `json:"audience"`
	Agreement string `json:"agreement"` // its address
}

// paper writes the pages below /print/ that are made from the data. The page that lists them is written by hand.
func (b *builder) paper() {
	whole := b.whole()
	b.page("print/policy.md", frontMatter{
		Title:       typeset(b.site.Documents[0].Title),
		Description: fmt.Sprintf("The whole policy of %s for paper, word for word.", b.site.School.Name),
		Layout:      "policy",
		Params:      whole,
	})
	for _, stage := range stages() {
		b.slip(b.of(stage))
	}
	b.page("print/smart.md", frontMatter{
		Title:       "Poster: SMART",
		Description: "The five SMART rules on one side of A4 or A3, for the wall.",
		Layout:      "posters",
		Params:      paperParams{b.origin(b.of(model.KS1).Pos), hueOf(model.KS1), nil},
	})
	for _, r := range b.site.Rules {
		b.guard(r.Lesson.Pos, func() { b.onPaper(r) })
	}
}

func (b *builder) slip(d model.Document) {
	b.page("print/slip/"+d.ID.Value+".md", frontMatter{
		Title:       "Slips: " + typeset(d.Title),
		Description: "Four slips on one side of A4 for a parent or carer to sign, if the school wants them.",
		Layout:      "slip",
		Params: paperParams{b.origin(d.Pos), hueOf(model.Stage(d.ID.Value)), slip{
			Document: typeset(d.Title), Audience: typeset(d.Audience), Agreement: b.documentURL(d),
		}},
	})
}

// onPaper writes a rule's poster, its worksheet, and the answers to it.
func (b *builder) onPaper(r site.Rule) {
	title, at := typeset(r.Clause.Title), b.rule(r)
	add := func(address, kind, layout, about string, sheet any) {
		b.page(address[1:len(address)-1]+".md", frontMatter{
			Title: kind + ": " + title, Description: about, Layout: layout,
			Params: paperParams{b.origin(r.Lesson.Pos), r.Theme.Hue.Value, sheet},
		})
	}
	questions := b.worksheet(r)
	add(at.Poster, "Poster", "poster", "The rule on one side of A4, for the wall.", poster{at, length(at.Text)})
	add(at.Worksheet, "Worksheet", "worksheet", "The questions of the lesson, to do with a pencil.", questions)
	add(at.Answers, "Answers", "answers", "The answers to the worksheet, each with its reason.", questions)
}

func (b *builder) worksheet(r site.Rule) worksheet {
	w := worksheet{Rule: b.rule(r), Roomy: true}
	for i, q := range r.Lesson.Quiz {
		w.Roomy = w.Roomy && !quiz.Of(q.Kind).Long
		w.Quiz = append(w.Quiz, numbered(b.question(q, r, q.ID.Value), i+1))
	}
	for i, a := range r.Again {
		again := b.question(a.Question, a.Rule, a.Rule.Clause.Slug.Value+"-"+a.Question.ID.Value)
		again.From = next(a.Rule)
		w.Roomy = w.Roomy && !quiz.Of(a.Question.Kind).Long
		w.Again = append(w.Again, numbered(again, len(w.Quiz)+i+1))
	}
	return w
}

func numbered(q question, number int) paperQuestion {
	p := paperQuestion{question: q, Number: number}
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
