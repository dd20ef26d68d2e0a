package page

import (
	"safeonline/tools/internal/export"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/paper"
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

	Take    []export.Offer   `json:"take"`    // the lesson in files for other programs
	Missing []export.Missing `json:"missing"` // what was left out of them
	Tablet  *paper.ForTablet `json:"tablet,omitempty"`
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

// planPage returns the plan of a rule's lesson.
func planPage(v *view.Site, s *site.Site, r site.Rule) page {
	return page{
		path: file("/teachers" + r.URL()), Layout: "plan", Params: planParamsOf(v, s, r),
		Title:       v.Text("plan_page", i18n.Values{"title": view.Typeset(r.Clause.Title)}),
		Description: view.Typeset(r.Lesson.Teach.Objective),
	}
}

func planParamsOf(v *view.Site, s *site.Site, r site.Rule) planParams {
	l := r.Lesson
	p := planParams{
		Origin: v.Origin(l.Pos), Set: r.Document.ID.Value, Hue: r.Theme.Hue.Value, Rule: v.Rule(r),
		Objective: view.Typeset(l.Teach.Objective), Materials: view.TypesetAll(l.Teach.Materials), Refrain: view.TypesetAll(l.Refrain),
		Guidance: v.Guidance(l.Topic), KeepSafe: view.Typeset(l.Teach.KeepSafe),
		Support: view.Typeset(l.Teach.Support), Stretch: view.Typeset(l.Teach.Stretch), Listen: v.Listen(l),
		Others: v.Rules(r.Others), Talk: view.TypesetAll(l.Talk), Words: view.Words(l), Reviewed: r.Clause.Lesson.On.Value,
	}
	p.Take, p.Missing = export.Offers(v, r)
	p.Tablet = paper.OfTablet(s, r)
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
		p.Questions = append(p.Questions, asked{Title: view.Typeset(a.Question.Title), Kind: string(a.Question.Kind), From: v.Neighbour(a.Rule)})
	}
	return p
}
