package page

import (
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// planParams are the parameters of a lesson plan: what a teacher reads before the lesson, on one or two sheets of
// paper.
type planParams struct {
	view.Origin
	Set       string       `json:"set"`
	Hue       string       `json:"hue"`
	Rule      view.Rule    `json:"rule"`
	Others    []view.Rule  `json:"others,omitempty"` // rules that the same lesson teaches
	Objective string       `json:"objective"`
	Materials []string     `json:"materials"`
	Refrain   []string     `json:"refrain,omitempty"`
	Plans     []plan       `json:"plans"`
	Listen    []view.Heard `json:"listen"`
	KeepSafe  string       `json:"keepsafe"`
	Guidance  []any        `json:"guidance,omitempty"`
	Support   string       `json:"support"`
	Stretch   string       `json:"stretch"`
	Scenes    []string     `json:"scenes"`    // titles
	Questions []asked      `json:"questions"` // titles and kinds; repeated questions come last
	Talk      []string     `json:"talk"`
	Words     []view.Word  `json:"words"`
	Reviewed  string       `json:"reviewed"` // the day of the lesson's last review
}

type plan struct {
	Minutes int    `json:"minutes"`
	Steps   []step `json:"steps"`
}

type step struct {
	Minutes int    `json:"minutes"`
	Text    string `json:"text"`
}

type asked struct {
	Title string          `json:"title"`
	Kind  string          `json:"kind"`
	From  *view.Neighbour `json:"from"`
}

// plans writes a plan for each lesson.
func (b *builder) plans() {
	for _, set := range b.sets {
		for _, r := range set.Lessons() {
			b.guard(r.Lesson.Pos, func() {
				b.page(file("/teachers"+r.URL()), frontMatter{
					Title:       b.view.Text("plan_page", i18n.Values{"title": view.Typeset(r.Clause.Title)}),
					Description: view.Typeset(r.Lesson.Teach.Objective),
					Layout:      "plan",
					Params:      b.plan(r),
				})
			})
		}
	}
}

func (b *builder) plan(r site.Rule) planParams {
	l := r.Lesson
	p := planParams{
		Origin: b.view.Origin(l.Pos), Set: r.Document.ID.Value, Hue: r.Theme.Hue.Value, Rule: b.view.Rule(r),
		Objective: view.Typeset(l.Teach.Objective), Materials: view.TypesetAll(l.Teach.Materials), Refrain: view.TypesetAll(l.Refrain),
		Guidance: b.view.Guidance(l), KeepSafe: view.Typeset(l.Teach.KeepSafe),
		Support: view.Typeset(l.Teach.Support), Stretch: view.Typeset(l.Teach.Stretch), Listen: b.view.Listen(l),
		Others: b.view.Rules(r.Others), Talk: view.TypesetAll(l.Talk), Words: view.Words(l), Reviewed: r.Clause.Lesson.On.Value,
	}
	for _, from := range l.Teach.Plans {
		to := plan{Minutes: from.Minutes}
		for _, s := range from.Steps {
			to.Steps = append(to.Steps, step{Minutes: s.Minutes, Text: view.Typeset(s.Text)})
		}
		p.Plans = append(p.Plans, to)
	}
	for _, s := range l.Story {
		p.Scenes = append(p.Scenes, view.Typeset(s.Title))
	}
	for _, q := range l.Quiz {
		p.Questions = append(p.Questions, asked{Title: view.Typeset(q.Title), Kind: string(q.Kind)})
	}
	for _, a := range r.Again {
		p.Questions = append(p.Questions, asked{Title: view.Typeset(a.Question.Title), Kind: string(a.Question.Kind), From: b.view.Neighbour(a.Rule)})
	}
	return p
}
