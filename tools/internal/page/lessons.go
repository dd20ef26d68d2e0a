package page

import (
	"strings"

	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

type lessonParams struct {
	origin
	Set      string     `json:"set"`
	Hue      string     `json:"hue"`
	Rule     rule       `json:"rule"`
	Others   []rule     `json:"others,omitempty"` // rules that the same lesson teaches
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
	Call  string `json:"call"`
	Title string `json:"title"`
	URL   string `json:"url"`
}

// indexes writes the list of rules of each set.
func (b *builder) indexes() {
	for _, s := range b.sets {
		b.page(s.Document.Folder()+"/_index.md", frontMatter{
			Title:       or(s.Document.Rules.Title, s.Document.Rules.Name),
			Description: b.words.Text("rules_about", i18n.Values{"count": len(s.Rules), "taught": s.Taught() > 0, "audience": typeset(s.Document.Audience)}),
			Layout:      "rules",
			Params:      b.setParams(s),
		})
	}
}

// setParams are the parameters of a page about a whole set of rules.
type setParams struct {
	origin
	Set string `json:"set"`
	Hue string `json:"hue"`
}

func (b *builder) setParams(s site.Set) setParams {
	return setParams{b.origin(s.Document.Pos), s.Document.ID.Value, s.Stage.Hue.Value}
}

// lessons writes the page of each lesson that teaches rules of a set.
func (b *builder) lessons() {
	for _, s := range b.sets {
		taught := s.Lessons()
		for i, r := range taught {
			b.guard(r.Lesson.Pos, func() { b.lessonPage(taught, i) })
		}
	}
}

// lessonPage writes the page of the lesson of rule i of those that have one.
func (b *builder) lessonPage(taught []site.Rule, i int) {
	r := taught[i]
	m := frontMatter{
		Title:       b.call(r) + ": " + typeset(r.Clause.Title),
		Description: typeset(r.Clause.Plain),
		Layout:      "lesson",
	}
	p := b.lesson(taught, i)
	for _, other := range r.Others {
		p.Others = append(p.Others, b.rule(other))
		m.Aliases = append(m.Aliases, typed(other)...)
	}
	m.Aliases, m.Params = append(typed(r), m.Aliases...), p
	b.page(file(r.URL()), m)
}

// typed returns the address of a rule's lesson that a child may type, if it is not the page's own.
func typed(r site.Rule) []string {
	if r.Typed() == r.URL() {
		return nil
	}
	return []string{r.Typed()}
}

// file returns the path of the Markdown file of a page with an address.
func file(address string) string { return strings.Trim(address, "/") + ".md" }

func (b *builder) lesson(taught []site.Rule, i int) lessonParams {
	r := taught[i]
	l := r.Lesson
	p := lessonParams{
		origin: b.origin(l.Pos), Set: r.Document.ID.Value, Hue: r.Theme.Hue.Value, Rule: b.rule(r),
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
		again.From = b.next(a.Rule)
		p.Again = append(p.Again, again)
	}
	for _, t := range l.Talk {
		p.Talk = append(p.Talk, typeset(t))
	}
	for _, w := range l.Words {
		p.Words = append(p.Words, word{Term: typeset(w.Term), Meaning: typeset(w.Meaning)})
	}
	if i > 0 {
		p.Previous = b.next(taught[i-1])
	}
	if i+1 < len(taught) {
		p.Next = b.next(taught[i+1])
	}
	return p
}

func (b *builder) next(r site.Rule) *neighbour {
	return &neighbour{Mark: r.Clause.Mark.Value, Call: b.call(r), Title: typeset(r.Clause.Title), URL: r.URL()}
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
