package page

import (
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// planParams are the parameters of a lesson plan: what a teacher reads before the lesson, on one or two sheets of
// paper.
type planParams struct {
	origin
	Set       string   `json:"set"`
	Hue       string   `json:"hue"`
	Rule      rule     `json:"rule"`
	Others    []rule   `json:"others,omitempty"` // rules that the same lesson teaches
	Objective string   `json:"objective"`
	Plans     []plan   `json:"plans"`
	Listen    []heard  `json:"listen"`
	KeepSafe  string   `json:"keepsafe"`
	Support   string   `json:"support"`
	Stretch   string   `json:"stretch"`
	Scenes    []string `json:"scenes"`    // titles
	Questions []asked  `json:"questions"` // titles and kinds; repeated questions come last
	Talk      []string `json:"talk"`
	Words     []word   `json:"words"`
	Reviewed  string   `json:"reviewed"` // the day of the lesson's last review
}

type plan struct {
	Minutes int    `json:"minutes"`
	Steps   []step `json:"steps"`
}

type step struct {
	Minutes int    `json:"minutes"`
	Text    string `json:"text"`
}

// heard is what a child may say, the thought behind it in a child's words, and what a teacher may answer.
type heard struct {
	Says   string `json:"says"`
	Thinks string `json:"thinks"`
	Answer string `json:"answer"`
}

type asked struct {
	Title string     `json:"title"`
	Kind  string     `json:"kind"`
	From  *neighbour `json:"from"`
}

// plans writes a plan for each lesson.
func (b *builder) plans() {
	for _, set := range b.sets {
		for _, r := range set.Lessons() {
			b.guard(r.Lesson.Pos, func() {
				b.page(file("/teachers"+r.URL()), frontMatter{
					Title:       b.words.Text("plan_page", i18n.Values{"title": typeset(r.Clause.Title)}),
					Description: typeset(r.Lesson.Teach.Objective),
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
		origin: b.origin(l.Pos), Set: r.Document.ID.Value, Hue: r.Theme.Hue.Value, Rule: b.rule(r),
		Objective: typeset(l.Teach.Objective), KeepSafe: typeset(l.Teach.KeepSafe),
		Support: typeset(l.Teach.Support), Stretch: typeset(l.Teach.Stretch), Listen: b.listen(l),
	}
	for _, other := range r.Others {
		p.Others = append(p.Others, b.rule(other))
	}
	for _, from := range l.Teach.Plans {
		to := plan{Minutes: from.Minutes}
		for _, s := range from.Steps {
			to.Steps = append(to.Steps, step{Minutes: s.Minutes, Text: typeset(s.Text)})
		}
		p.Plans = append(p.Plans, to)
	}
	for _, s := range l.Story {
		p.Scenes = append(p.Scenes, typeset(s.Title))
	}
	for _, q := range l.Quiz {
		p.Questions = append(p.Questions, asked{Title: typeset(q.Title), Kind: string(q.Kind)})
	}
	for _, a := range r.Again {
		p.Questions = append(p.Questions, asked{Title: typeset(a.Question.Title), Kind: string(a.Question.Kind), From: b.next(a.Rule)})
	}
	for _, t := range l.Talk {
		p.Talk = append(p.Talk, typeset(t))
	}
	for _, w := range l.Words {
		p.Words = append(p.Words, word{Term: typeset(w.Term), Meaning: typeset(w.Meaning)})
	}
	p.Reviewed = r.Clause.Lesson.On.Value
	return p
}

// listen returns what a teacher listens for in a lesson.
func (b *builder) listen(l model.Lesson) (list []heard) {
	for _, h := range l.Teach.ListenFor {
		to := heard{Says: typeset(h.Text)}
		if m, ok := b.misconception(h.Misconception); ok {
			to.Thinks, to.Answer = typeset(m.Thinks), typeset(m.Answer)
		}
		list = append(list, to)
	}
	return list
}
