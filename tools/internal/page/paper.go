package page

import (
	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// paperParams are the parameters of a page for paper. The content of the sheet is one value, so that nothing takes the
// page for one that pupils read on a screen.
type paperParams struct {
	view.Origin
	Hue   string `json:"hue"`
	Sheet any    `json:"sheet"`
}

// poster is one rule for the wall. Length says how many words must fit, and so how large they can be.
type poster struct {
	Rule   view.Rule `json:"rule"`
	Length string    `json:"length"` // short, middle or long
}

// worksheet is a lesson's questions, to answer with a pencil, or the same with their answers. Again are questions of
// other rules. Roomy means that no question takes half a side: the letters can be larger.
type worksheet struct {
	Rule  view.Rule       `json:"rule"`
	Roomy bool            `json:"roomy"`
	Quiz  []paperQuestion `json:"quiz"`
	Again []paperQuestion `json:"again"`
}

// paperQuestion is a question with its number on the sheet. Turns maps the id of a chat's scene to its number, from 1:
// on paper a reply says "go to 4".
type paperQuestion struct {
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

// paper writes the pages below /print/ that are made from the data. The page that lists them is written by hand.
func (b *builder) paper() {
	whole := b.whole()
	b.page("print/policy.md", frontMatter{
		Title:       view.Typeset(b.site.Policy().Title),
		Description: b.view.Text("paperpolicy_about", i18n.Values{"school": b.site.School.Name.Value}),
		Layout:      "policy",
		Params:      whole,
	})
	for _, set := range b.sets {
		if set.Slip() {
			b.slip(set)
		}
		if set.OnePoster() {
			b.posters(set)
		}
	}
	for _, r := range b.site.Rules {
		b.guard(r.Clause.Pos, func() { b.poster(r) })
		if r.Leads() {
			b.guard(r.Lesson.Pos, func() { b.worksheets(r) })
		}
	}
}

func (b *builder) slip(s site.Set) {
	d := s.Document
	b.page("print/slip/"+d.ID.Value+".md", frontMatter{
		Title:       b.view.Text("slip_page", i18n.Values{"title": view.Typeset(d.Title)}),
		Description: b.view.Text("slip_about", nil),
		Layout:      "slip",
		Params: paperParams{b.view.Origin(d.Pos), s.Stage.Hue.Value, slip{
			Document: view.Typeset(d.Title), Audience: view.Typeset(d.Audience), Agreement: d.URL(),
		}},
	})
}

// posters writes the poster with all rules of a set.
func (b *builder) posters(s site.Set) {
	names := s.Document.Rules
	b.page("print/"+s.Document.Folder()+".md", frontMatter{
		Title:       b.view.Text("posters_page", i18n.Values{"rules": view.SetMenu(s)}),
		Description: b.view.Text("posters_about", i18n.Values{"number": b.view.Number(len(s.Rules)), "rules": view.Typeset(names.Name)}),
		Layout:      "posters",
		Params:      paperParams{b.view.Origin(s.Document.Pos), s.Stage.Hue.Value, b.view.Set(s)},
	})
}

// sheet writes a sheet about a rule. kind is its layout, and names its words.
func (b *builder) sheet(r site.Rule, at diag.Pos, address, kind string, content any) {
	b.page(file(address), frontMatter{
		Title:       b.view.Text(kind+"_page", i18n.Values{"title": view.Typeset(r.Clause.Title)}),
		Description: b.view.Text(kind+"_about", nil),
		Layout:      kind,
		Params:      paperParams{b.view.Origin(at), r.Theme.Hue.Value, content},
	})
}

// poster writes the poster of a rule.
func (b *builder) poster(r site.Rule) {
	at, about := r.Clause.Pos, b.view.Rule(r)
	if r.Taught() {
		at = r.Lesson.Pos
	}
	b.sheet(r, at, about.Poster, "poster", poster{about, length(about.Say)})
}

// worksheets writes the worksheet of a rule's lesson, and the answers to it.
func (b *builder) worksheets(r site.Rule) {
	about, questions := b.view.Rule(r), b.worksheet(r)
	b.sheet(r, r.Lesson.Pos, about.Worksheet, "worksheet", questions)
	b.sheet(r, r.Lesson.Pos, about.Answers, "answers", questions)
}

func (b *builder) worksheet(r site.Rule) worksheet {
	w := worksheet{Rule: b.view.Rule(r), Roomy: true}
	for i, q := range r.Lesson.Quiz {
		w.Roomy = w.Roomy && !quiz.Of(q.Kind).Long
		w.Quiz = append(w.Quiz, numbered(b.view.Question(r, q), i+1))
	}
	for i, q := range b.view.Again(r) {
		w.Roomy = w.Roomy && !quiz.Of(model.Kind(q.Kind)).Long
		w.Again = append(w.Again, numbered(q, len(w.Quiz)+i+1))
	}
	return w
}

func numbered(q view.Question, number int) paperQuestion {
	p := paperQuestion{Question: q, Number: number}
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
