package site

import (
	"fmt"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// Rule is a clause for pupils with everything that belongs to it.
type Rule struct {
	Stage    model.Stage
	Document model.Document
	Clause   model.Clause
	Theme    model.Theme
	Lesson   model.Lesson // empty if the rule has none
	Others   []Rule       // that the lesson teaches too, of the rule after which its page is named
	Again    []Recalled   // questions of other lessons that are repeated at the end of the lesson's quiz
	Mapping  model.Mapping
	Caution  diag.Text // what the site adds to the rule in a voice of its own, if anything

	page  string // the last part of the address of the lesson's page
	typed string // that of a shorter address with the rule's mark, if there is one
}

// Taught reports whether the rule has a lesson.
func (r Rule) Taught() bool { return r.Lesson.Name != "" }

// Leads reports whether the page of the rule's lesson is named after it. Rules that share a lesson share its page, which is
// named after the first of them.
func (r Rule) Leads() bool { return r.Taught() && r.page == r.Clause.Slug.Value }

// URL returns the address of the rule's lesson, or of the clause in the policy if it has none.
func (r Rule) URL() string {
	if !r.Taught() {
		return r.Anchor()
	}
	return "/" + r.Document.Folder() + "/" + r.page + "/"
}

// Key returns the name of a question of the rule's lesson, which is unique in the site.
func (r Rule) Key(q model.Question) string { return r.Clause.Slug.Value + "#" + q.ID.Value }

// Say returns the rule as a whole sentence, for where it stands alone.
func (r Rule) Say() string { return r.Clause.Say.Value }

// Plain returns the plain words of the rule. They are empty if nobody has written any: those of an import only repeat the rule.
func (r Rule) Plain() diag.Text {
	if Repeats(r.Clause.Plain.Value, r.Say()) {
		return diag.Text{}
	}
	return r.Clause.Plain
}

// Poster returns the address of the rule's poster.
func (r Rule) Poster() string {
	return "/print/" + r.Document.Folder() + "/" + r.Clause.Slug.Value + "/"
}

// Typed returns the address of the rule's lesson that a child may type: that of its mark, if it has one, which leads to the
// lesson.
func (r Rule) Typed() string {
	if r.typed == "" || !r.Taught() {
		return r.URL()
	}
	return "/" + r.Document.Folder() + "/" + r.typed + "/"
}

// Anchor returns the address of the clause within the whole policy.
func (r Rule) Anchor() string { return "/policy/#" + r.Clause.ID.Value }

// Set is a set of rules: the document that has them, and the stage of the pupils.
type Set struct {
	Document model.Document
	Stage    model.Stage
	Rules    []Rule
	Place    *Place // nil if there is none for the stage
}

// Sets returns the sets of rules, by stage.
func (s *Site) Sets() (sets []Set) {
	for _, r := range s.Rules {
		if last := len(sets) - 1; last < 0 || sets[last].Document.ID.Value != r.Document.ID.Value {
			sets = append(sets, Set{Document: r.Document, Stage: r.Stage})
		}
		set := &sets[len(sets)-1]
		set.Rules = append(set.Rules, r)
	}
	for i := range sets {
		sets[i].Place = s.place(sets[i])
	}
	return sets
}

// mostOnOnePoster is how many rules fit on one poster that a class can read.
const mostOnOnePoster = 6

// OnePoster reports whether all rules fit on one poster.
func (s Set) OnePoster() bool { return len(s.Rules) <= mostOnOnePoster }

// Grouped reports whether the set's themes group its rules: there are several, and fewer than there are rules.
func (s Set) Grouped() bool {
	return len(s.Document.Themes) > 1 && len(s.Document.Themes) < len(s.Rules)
}

// Slip reports whether there is a slip for a parent to sign: there is none where the agreement itself has a line for another
// person than the pupil.
func (s Set) Slip() bool { return s.Document.OneSigns() }

// Colouring returns the address of the set's place as a page to colour.
func (s Set) Colouring() string { return "/print/" + s.Document.Folder() + "/place/" }

// Lessons returns the rules that lead to a lesson: of those that share one, the first.
func (s Set) Lessons() (rules []Rule) {
	for _, r := range s.Rules {
		if r.Leads() {
			rules = append(rules, r)
		}
	}
	return rules
}

// Learnt returns the number of rules that have a lesson.
func (s Set) Learnt() (n int) {
	for i := range s.Rules {
		if s.Rules[i].Taught() {
			n++
		}
	}
	return n
}

// Taught returns the number of lessons that teach the rules.
func (s Set) Taught() int { return len(s.Lessons()) }

// addresses returns the addresses of the pages about all rules of a set.
func (s Set) addresses() (list []Address) {
	at, folder := s.Document.ID.Pos, "/"+s.Document.Folder()+"/"
	list = append(list, page(at, folder), deck(at, "/present"+folder))
	if s.Slip() {
		list = append(list, page(at, "/print/slip/"+s.Document.ID.Value+"/"))
	}
	if s.OnePoster() {
		list = append(list, page(at, "/print"+folder))
	}
	if s.Place != nil {
		list = append(list, page(at, s.Colouring()))
	}
	if s.Taught() > 0 {
		list = append(list, page(at, folder+"mix/", "the-quiz"), page(at, folder+"certificate/"), deck(at, "/present"+folder+"mix/"))
	}
	return list
}

// Route returns the address of the slides that follow a plan of the rule's lesson.
func (r Rule) Route(plan model.Plan) string {
	return fmt.Sprintf("/present%s%d/", r.URL(), plan.Minutes)
}

// PowerPoint returns the address of those slides as a PowerPoint file.
func (r Rule) PowerPoint(plan model.Plan) string {
	return fmt.Sprintf("%s%s-%d.pptx", r.Route(plan), r.page, plan.Minutes)
}

// addresses returns the addresses of a rule's pages.
func (r Rule) addresses() (list []Address) {
	at := r.Clause.Slug.Pos
	list = append(list, page(at, r.Poster()))
	if r.Typed() != r.URL() {
		list = append(list, Address{URL: r.Typed(), at: at, Leads: r.URL()})
	}
	if !r.Leads() {
		return list
	}
	ids := []string{"the-quiz", "take-home"}
	for _, q := range r.Lesson.Quiz {
		ids = append(ids, q.ID.Value)
	}
	for _, plan := range r.Lesson.Teach.Plans {
		list = append(list, deck(at, r.Route(plan)), Address{URL: r.PowerPoint(plan), at: at, file: true})
	}
	if tablet := r.Tablet(); tablet != "" {
		list = append(list, page(at, tablet, "pages"))
	}
	return append(list, page(at, r.URL(), ids...), deck(at, "/present"+r.URL()),
		page(at, "/print"+r.URL()+"worksheet/"), page(at, "/print"+r.URL()+"answers/"), page(at, "/print"+r.URL()+"exit/"),
		page(at, "/teachers"+r.URL()), page(at, "/teachers/present"+r.URL()))
}
