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

type question struct {
	ID      string   `json:"id"`
	Kind    string   `json:"kind"`
	Title   string   `json:"title"`
	Stem    string   `json:"stem"`
	Choose  int      `json:"choose"`
	Options []option `json:"options"`
}

// option is an answer as it is shown. Place is a step's place in the right order, from 1; 0 in other kinds.
type option struct {
	ID       string   `json:"id"`
	Letter   string   `json:"letter"`
	Text     string   `json:"text"`
	Picture  *picture `json:"picture"`
	Right    bool     `json:"right"`
	Place    int      `json:"place"`
	Feedback string   `json:"feedback"`
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

// indexes writes the list of rules of each stage.
func (b *builder) indexes() {
	titles := map[model.Stage]string{model.KS1: "Be SMART", model.KS2: "Key Stage Two rules"}
	for _, stage := range stages() {
		b.page(site.Folder(stage)+"/_index.md", frontMatter{
			Title:       titles[stage],
			Description: fmt.Sprintf("%d rules for %s, each with a story and a quiz.", len(b.site.Of(stage)), typeset(b.of(stage).Audience)),
			Layout:      "rules",
			Params: struct {
				origin
				Stage string `json:"stage"`
			}{b.origin(b.of(stage).Pos), string(stage)},
		})
	}
}

// of gives the agreement of a stage.
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
			m := frontMatter{
				Title:       r.Clause.Mark.Value + ": " + typeset(r.Clause.Title),
				Description: typeset(r.Clause.Plain),
				Layout:      "lesson",
				Params:      b.lesson(rules, i),
			}
			if stage == model.KS2 { // a child may type the rule's number
				m.Title = "Rule " + m.Title
				m.Aliases = []string{"/" + site.Folder(stage) + "/" + r.Clause.Mark.Value + "/"}
			}
			b.page(site.Folder(stage)+"/"+r.Clause.Slug.Value+".md", m)
		}
	}
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
		p.Quiz = append(p.Quiz, b.question(q))
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
	out := scene{Title: typeset(s.Title)}
	for _, p := range s.Pictures {
		out.Pictures = append(out.Pictures, b.picture(p))
	}
	for _, l := range s.Lines {
		to := line{Who: l.Who.Value, Text: typeset(l.Text)}
		if c, ok := b.site.Speaker(l.Who); ok {
			to.Face = b.picture(c.Picture)
		}
		out.Lines = append(out.Lines, to)
	}
	return out
}

func (b *builder) question(q model.Question) question {
	out := question{ID: q.ID.Value, Kind: string(q.Kind), Title: typeset(q.Title), Stem: typeset(q.Stem), Choose: q.Choose}
	order := make([]int, len(q.Options))
	for i := range order {
		order[i] = i
	}
	if q.Kind == model.Order {
		order = Shuffled(q.ID.Value, len(q.Options))
	}
	for shown, i := range order {
		o := q.Options[i]
		to := option{
			ID: fmt.Sprintf("%s-%d", q.ID, i+1), Letter: string(rune('A' + shown)), Text: typeset(o.Text),
			Picture: b.picture(o.Picture), Right: o.Right, Feedback: typeset(o.Feedback),
		}
		if q.Kind == model.Order {
			to.Place = i + 1
		}
		out.Options = append(out.Options, to)
	}
	return out
}
