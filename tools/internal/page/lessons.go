package page

import (
	"fmt"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

type lessonParams struct {
	origin
	Stage    string     `json:"stage"`
	Hue      string     `json:"hue"`
	Rule     rule       `json:"rule"`
	Story    []scene    `json:"story"`
	Quiz     []question `json:"quiz"`
	Again    []question `json:"again"`
	Talk     []string   `json:"talk"`
	Home     home       `json:"home"`
	Words    []word     `json:"words"`
	Previous *neighbour `json:"previous"`
	Next     *neighbour `json:"next"`
}

type scene struct {
	Title    string     `json:"title"`
	Pictures []*picture `json:"pictures"`
	Lines    []line     `json:"lines"`
}

type line struct {
	Who  string   `json:"who"`
	Face *picture `json:"face"`
	Text string   `json:"text"`
}

type home struct {
	Ask string `json:"ask"`
	Do  string `json:"do"`
}

type word struct {
	Term    string `json:"term"`
	Meaning string `json:"meaning"`
}

type neighbour struct {
	Mark  string `json:"mark"`
	Title string `json:"title"`
	URL   string `json:"url"`
}

// stageTitles are the titles of the two sets of rules.
var stageTitles = map[model.Stage]string{model.KS1: "Be SMART", model.KS2: "Key Stage Two rules"}

// indexes writes the list of rules of each stage.
func (b *builder) indexes() {
	for _, stage := range stages() {
		b.page(site.Folder(stage)+"/_index.md", frontMatter{
			Title:       stageTitles[stage],
			Description: fmt.Sprintf("%d rules for %s, each with a story and a quiz.", len(b.site.Of(stage)), typeset(b.of(stage).Audience)),
			Layout:      "rules",
			Params: struct {
				origin
				Stage string `json:"stage"`
			}{b.origin(b.of(stage).Pos), string(stage)},
		})
	}
}

// of returns the agreement of a stage.
func (b *builder) of(stage model.Stage) model.Document {
	for _, d := range b.site.Documents {
		if d.ID.Value == string(stage) {
			return d
		}
	}
	return model.Document{}
}

func (b *builder) lessons() {
	for _, stage := range stages() {
		rules := b.site.Of(stage)
		for i, r := range rules {
			b.guard(r.Lesson.Pos, func() { b.lessonPage(rules, i) })
		}
	}
}

// lessonPage writes the page of rule i of a stage.
func (b *builder) lessonPage(rules []site.Rule, i int) {
	r := rules[i]
	m := frontMatter{
		Title:       r.Clause.Mark.Value + ": " + typeset(r.Clause.Title),
		Description: typeset(r.Clause.Plain),
		Layout:      "lesson",
		Params:      b.lesson(rules, i),
	}
	if r.Stage == model.KS2 { // a child may type the rule's number
		m.Title = "Rule " + m.Title
		m.Aliases = []string{r.ByNumber()}
	}
	b.page(site.Folder(r.Stage)+"/"+r.Clause.Slug.Value+".md", m)
}

func (b *builder) lesson(rules []site.Rule, i int) lessonParams {
	r := rules[i]
	l := r.Lesson
	p := lessonParams{
		origin: b.origin(l.Pos), Stage: string(r.Stage), Hue: r.Theme.Hue.Value, Rule: b.rule(r),
		Home: home{Ask: typeset(l.Home.Ask), Do: typeset(l.Home.Do)},
	}
	for _, s := range l.Story {
		p.Story = append(p.Story, b.scene(s))
	}
	for _, q := range l.Quiz {
		p.Quiz = append(p.Quiz, b.question(q, r, q.ID.Value))
	}
	for _, a := range r.Again {
		again := b.question(a.Question, a.Rule, a.Rule.Clause.Slug.Value+"-"+a.Question.ID.Value)
		again.From = next(a.Rule)
		p.Again = append(p.Again, again)
	}
	for _, t := range l.Talk {
		p.Talk = append(p.Talk, typeset(t))
	}
	for _, w := range l.Words {
		p.Words = append(p.Words, word{Term: typeset(w.Term), Meaning: typeset(w.Meaning)})
	}
	if i > 0 {
		p.Previous = next(rules[i-1])
	}
	if i+1 < len(rules) {
		p.Next = next(rules[i+1])
	}
	return p
}

func next(r site.Rule) *neighbour {
	return &neighbour{Mark: r.Clause.Mark.Value, Title: typeset(r.Clause.Title), URL: r.URL()}
}

func (b *builder) scene(s model.Scene) scene {
	out := scene{Title: typeset(s.Title), Lines: b.lines(s.Lines)}
	for _, p := range s.Pictures {
		out.Pictures = append(out.Pictures, b.picture(p))
	}
	return out
}

func (b *builder) lines(lines []model.Line) []line {
	var out []line
	for _, l := range lines {
		to := line{Who: l.Who.Value, Text: typeset(l.Text)}
		if c, ok := b.site.Speaker(l.Who); ok {
			to.Face = b.picture(c.Picture)
		}
		out = append(out, to)
	}
	return out
}
