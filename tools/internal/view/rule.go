package view

import "safeonline/tools/internal/site"

// Rule is a rule as lists of rules show it, with the addresses of its pages. Those of a lesson's pages are empty if it has no
// lesson.
type Rule struct {
	ID         string              `json:"id"`
	Set        string              `json:"set"`
	Call       string              `json:"call"` // "Rule 5"
	Mark       string              `json:"mark"`
	Slug       string              `json:"slug"`
	Title      string              `json:"title"`
	Text       string              `json:"text"`              // the adopted words
	Say        string              `json:"say"`               // the same as a whole sentence, where it stands alone
	Plain      string              `json:"plain"`             // empty if nobody has written any
	Caution    string              `json:"caution,omitempty"` // what the site adds to the rule
	Picture    *Picture            `json:"picture"`
	Hue        string              `json:"hue"`
	Theme      ThemeName           `json:"theme"`
	URL        string              `json:"url"` // of its lesson, or of the clause if it has none
	Anchor     string              `json:"anchor"`
	Star       string              `json:"star"`   // the id of the rule whose star its lesson earns; empty without a lesson
	Taught     bool                `json:"taught"` // it has a lesson, and what belongs to one
	Leads      bool                `json:"leads"`  // the page of the lesson is named after it
	Topic      string              `json:"topic"`  // of its lesson
	Ask        string              `json:"ask"`
	Do         string              `json:"do"`
	Questions  int                 `json:"questions"`
	Plan       string              `json:"plan"`
	Deck       string              `json:"deck"`
	Routes     []Route             `json:"routes,omitempty"` // of the lesson's plans
	Notes      string              `json:"notes"`
	Poster     string              `json:"poster"`
	Worksheet  string              `json:"worksheet"`
	Answers    string              `json:"answers"` // to the worksheet
	Exit       string              `json:"exit"`    // the exit slip
	Tablet     string              `json:"tablet"`  // pages for a tablet; empty if there are none
	Frameworks map[string][]string `json:"frameworks"`
}

// ThemeName is the theme of a rule. Both are empty if the rule has none.
type ThemeName struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Route is the way of a lesson's plan through the slides: its minutes, its address, and that of its PowerPoint file.
type Route struct {
	Minutes int    `json:"minutes"`
	URL     string `json:"url"`
	File    string `json:"file"`
}

// Rule returns a rule.
func (v *Site) Rule(r site.Rule) Rule {
	out := Rule{
		ID: r.Clause.ID.Value, Set: r.Document.ID.Value, Call: v.Call(r), Mark: r.Clause.Mark.Value, Slug: r.Clause.Slug.Value,
		Title: Typeset(r.Clause.Title), Text: site.Published(r.Clause.Text, r.Clause.Errata), Say: r.Say(), Plain: Typeset(r.Plain()), Caution: Typeset(r.Caution),
		Picture: v.Picture(r.Clause.Picture), Hue: r.Theme.Hue.Value,
		Theme: ThemeName{ID: r.Theme.ID.Value, Title: Typeset(r.Theme.Title)},
		URL:   r.URL(), Anchor: r.Anchor(), Taught: r.Taught(), Leads: r.Leads(), Poster: r.Poster(),
		Ask: Typeset(r.Lesson.Home.Ask), Do: Typeset(r.Lesson.Home.Do), Questions: len(r.Lesson.Quiz),
		Frameworks: map[string][]string{},
	}
	for id, items := range r.Mapping.Places() {
		out.Frameworks[id] = Values(items)
	}
	if r.Taught() {
		out.Topic = v.topics[r.Lesson.Topic.Value]
		out.Star = v.stars[r.URL()]
		out.Plan, out.Deck, out.Notes = "/teachers"+r.URL(), "/present"+r.URL(), "/teachers/present"+r.URL()
		for _, plan := range r.Lesson.Teach.Plans {
			out.Routes = append(out.Routes, Route{plan.Minutes, r.Route(plan), r.PowerPoint(plan)})
		}
		out.Worksheet, out.Answers, out.Exit = "/print"+r.URL()+"worksheet/", "/print"+r.URL()+"answers/", "/print"+r.URL()+"exit/"
		out.Tablet = r.Tablet()
	}
	return out
}

// Rules returns several rules.
func (v *Site) Rules(rules []site.Rule) (list []Rule) {
	for _, r := range rules {
		list = append(list, v.Rule(r))
	}
	return list
}

// Call returns how a rule is called: "Rule 5".
func (v *Site) Call(r site.Rule) string {
	return v.title(r.Document.Rules.Rule, "rule_word") + " " + r.Clause.Mark.Value
}

// Neighbour is a rule that a page links to: its mark ("5"), what it is called ("Rule 5"), its title and its address.
type Neighbour struct {
	Mark  string `json:"mark"`
	Call  string `json:"call"`
	Title string `json:"title"`
	URL   string `json:"url"`
}

// Neighbour returns a rule as pages of other rules link to it.
func (v *Site) Neighbour(r site.Rule) *Neighbour {
	return &Neighbour{Mark: r.Clause.Mark.Value, Call: v.Call(r), Title: Typeset(r.Clause.Title), URL: r.URL()}
}
