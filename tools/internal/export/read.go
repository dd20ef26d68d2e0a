package export

import (
	"path"
	"strings"
	"sync"

	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// reader makes lessons of rules, for a site with an address.
type reader struct {
	*view.Site
	school string
	base   string // ends with a slash; empty if it is not known
}

// lesson returns all of a rule's lesson.
func (r reader) lesson(rule site.Rule) Lesson {
	l := rule.Lesson
	to := Lesson{
		Schema: r.at(Schema), ID: strings.Trim(rule.URL(), "/"), Name: path.Base(rule.URL()), Language: r.Text("language", nil),
		Title: view.Typeset(rule.Clause.Title), Rule: r.Call(rule), Says: rule.Say(), Plain: view.Typeset(rule.Plain()),
		Years: rule.Stage.Years.Value, Address: r.at(rule.URL()), School: r.school,
		Terms:     Terms{r.Text("export_licence", nil), r.Text("export_licence_address", nil)},
		Objective: view.Typeset(l.Teach.Objective), Talk: view.TypesetAll(l.Talk),
		Home: Home{view.Typeset(l.Home.Ask), view.Typeset(l.Home.Do)}, Refrain: view.TypesetAll(l.Refrain), Teach: r.teach(l),
	}
	for i := range l.Story {
		to.Story = append(to.Story, r.scene(l, i+1))
	}
	for _, q := range l.Quiz {
		question := r.question(q)
		if q.Scene > 0 {
			question.Scene, question.Picture = q.Scene, to.Story[q.Scene-1].Picture
		}
		to.Questions = append(to.Questions, question)
	}
	for _, a := range rule.Again {
		question := r.question(a.Question)
		question.ID, question.From = a.Rule.Clause.Slug.Value+"-"+question.ID, strings.Trim(a.Rule.URL(), "/")
		question.rule = r.Call(a.Rule)
		question.Title = r.Text("export_again", i18n.Values{"title": question.Title, "rule": question.rule})
		to.Questions = append(to.Questions, question)
	}
	for _, q := range l.Slip {
		to.Slip = append(to.Slip, r.question(q))
	}
	for _, w := range view.Words(l) {
		to.Words = append(to.Words, Word(w))
	}
	return to
}

// at returns the whole address of something on the site, or nothing if that of the site is not known.
func (r reader) at(address string) string {
	if r.base == "" {
		return ""
	}
	return r.base + strings.TrimPrefix(address, "/")
}

func (r reader) scene(l model.Lesson, number int) Scene {
	of := r.Scene(l, number)
	to := Scene{Title: of.Title}
	if of.Drawn != nil {
		to.Picture = &Picture{Alt: of.Drawn.Alt, Address: r.at(of.Drawn.File), svg: sync.OnceValue(func() []byte { return r.Whole(of.Drawn) })}
	}
	for _, line := range of.Lines {
		to.Lines = append(to.Lines, Line{line.Who, line.Text})
	}
	return to
}

func (r reader) question(q model.Question) Question {
	layout := quiz.Of(q.Kind).Layout(q)
	to := Question{
		ID: q.ID.Value, Kind: q.Kind, Title: view.Typeset(q.Title), Stem: view.Typeset(q.Stem), Short: view.Typeset(q.Short), Hint: view.Typeset(q.Hint),
		Choose: q.Choose, Options: options(q.Options), Shown: layout.Options, Partners: layout.Bins,
	}
	for _, b := range q.Bins {
		to.Bins = append(to.Bins, Bin{b.Picture.Value, view.Typeset(b.Title)})
	}
	for _, s := range q.Passage {
		to.Passage = append(to.Passage, Segment{view.Typeset(s.Text), s.Slot})
	}
	for _, s := range q.Scenes {
		scene := ChatScene{ID: s.ID.Value, Title: view.Typeset(s.Title), Replies: options(s.Replies)}
		for _, line := range s.Lines {
			scene.Lines = append(scene.Lines, Line{line.Who.Value, view.Typeset(line.Text)})
		}
		to.Scenes = append(to.Scenes, scene)
	}
	return to
}

func options(list []model.Option) (to []Option) {
	for _, o := range list {
		to = append(to, Option{
			Picture: o.Picture.Value, Text: view.Typeset(o.Text), Right: o.Right, Slot: o.Slot, Goto: o.Goto.Value,
			Feedback: view.Typeset(o.Feedback), Hint: view.Typeset(o.Hint),
		})
	}
	return to
}

func (r reader) teach(l model.Lesson) Teach {
	to := Teach{
		KeepSafe: view.Typeset(l.Teach.KeepSafe), Support: view.Typeset(l.Teach.Support), Stretch: view.Typeset(l.Teach.Stretch),
		Materials: view.TypesetAll(l.Teach.Materials),
	}
	for _, p := range l.Teach.Plans {
		plan := Plan{Minutes: p.Minutes}
		for _, s := range p.Steps {
			plan.Steps = append(plan.Steps, Step{s.Minutes, view.Typeset(s.Text)})
		}
		to.Plans = append(to.Plans, plan)
	}
	for _, h := range r.Listen(l) {
		to.Listen = append(to.Listen, Heard(h))
	}
	return to
}
