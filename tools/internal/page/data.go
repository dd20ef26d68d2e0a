package page

import (
	"cmp"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/headers"
	"safeonline/tools/internal/mix"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// siteData is data/site.json: data that several pages need.
type siteData struct {
	Policy     string             `json:"policy"` // the content security policy for the head of each page
	School     any                `json:"school"`
	Sets       []ruleSet          `json:"sets"`
	Help       any                `json:"help"`
	Frameworks any                `json:"frameworks"`
	Year       []map[string]any   `json:"year"` // with the ids of the rules that the lessons teach
	Licences   any                `json:"licences"`
	Scenery    map[string]picture `json:"scenery"`
	Slide      measures           `json:"slide"`
}

// ruleSet is a set of rules, with the stage of its pupils and what pages call it. The numbers are as in a sentence.
type ruleSet struct {
	ID          string  `json:"id"`
	URL         string  `json:"url"`
	Stage       stage   `json:"stage"`
	Name        string  `json:"name"`
	Menu        string  `json:"menu"`
	Title       string  `json:"title"`
	Word        string  `json:"word"` // before the mark of a rule; empty if it is "Rule"
	Poster      string  `json:"poster"`
	Certificate string  `json:"certificate"`
	Remembered  string  `json:"remembered"`
	Number      string  `json:"number"` // of rules
	Learnt      string  `json:"learnt"` // of rules that have a lesson
	Drawn       string  `json:"drawn"`  // how many questions a mix has
	Taught      int     `json:"taught"` // lessons
	OnePoster   bool    `json:"one_poster"`
	Grouped     bool    `json:"grouped"` // its themes group several rules each
	Themes      []theme `json:"themes"`
	ThemeCount  string  `json:"theme_count"`
	Rules       []rule  `json:"rules"`
}

// stage is the stage of a set of rules.
type stage struct {
	ID    string    `json:"id"`
	Years string    `json:"years"`
	Hue   string    `json:"hue"`
	Icon  string    `json:"icon"`
	Scene []picture `json:"scene"`
	Large bool      `json:"large"`
	Quiz  string    `json:"quiz"`
}

type rule struct {
	ID         string              `json:"id"`
	Set        string              `json:"set"`
	Call       string              `json:"call"` // "Rule 5"
	Mark       string              `json:"mark"`
	Slug       string              `json:"slug"`
	Title      string              `json:"title"`
	Text       string              `json:"text"` // the adopted words
	Say        string              `json:"say"`  // the same as a whole sentence, where it stands alone
	Plain      string              `json:"plain"`
	Picture    *picture            `json:"picture"`
	Hue        string              `json:"hue"`
	Theme      themeName           `json:"theme"`
	URL        string              `json:"url"` // of its lesson, or of the clause if it has none
	Anchor     string              `json:"anchor"`
	Star       string              `json:"star"`   // the id of the rule whose star its lesson earns; empty without a lesson
	Taught     bool                `json:"taught"` // it has a lesson, and what belongs to one
	Leads      bool                `json:"leads"`  // the page of the lesson is named after it
	Ask        string              `json:"ask"`
	Do         string              `json:"do"`
	Questions  int                 `json:"questions"`
	Plan       string              `json:"plan"`
	Deck       string              `json:"deck"`
	Notes      string              `json:"notes"`
	Poster     string              `json:"poster"`
	Worksheet  string              `json:"worksheet"`
	Answers    string              `json:"answers"` // to the worksheet
	Frameworks map[string][]string `json:"frameworks"`
}

type themeName struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

type theme struct {
	ID    string   `json:"id"`
	Title string   `json:"title"`
	Hue   string   `json:"hue"`
	Marks []string `json:"marks"`
}

func (b *builder) data() {
	d := siteData{
		Policy: headers.Meta(),
		School: fields(b.site.School),
		Help:   fields(b.site.Help), Frameworks: fields(b.site.Frameworks.Frameworks), Licences: fields(b.site.Licences),
		Sets:    []ruleSet{}, // templates look for some of them
		Scenery: map[string]picture{},
		Slide:   slideMeasures(),
	}
	for _, s := range b.sets {
		d.Sets = append(d.Sets, b.set(s))
	}
	for _, h := range b.site.Year {
		half := fields(h).(map[string]any)
		half["rules"] = b.teaching(h.Lessons)
		d.Year = append(d.Year, half)
	}
	for _, p := range b.site.Scenery {
		d.Scenery[p.Name.Value] = prop(p)
	}
	b.add("data/site.json", d)
}

// set is a set of rules as templates see it.
func (b *builder) set(s site.Set) ruleSet {
	names := s.Document.Rules
	out := ruleSet{
		ID: s.Document.ID.Value, URL: "/" + s.Document.Folder() + "/", Stage: b.stage(s.Stage),
		Name: typeset(names.Name), Menu: or(names.Menu, names.Name), Title: or(names.Title, names.Name), Word: typeset(names.Rule),
		Poster: or(names.Poster, names.Name), Certificate: b.title(names.Certificate, "certificate_title"),
		Remembered: b.title(names.Remembered, "certificate_rules"),
		Number:     b.words.Number(len(s.Rules)), Learnt: b.words.Number(s.Learnt()), Drawn: b.words.Number(mix.Drawn(s)), Taught: s.Taught(), OnePoster: s.OnePoster(),
		Themes: b.themes(s.Document), ThemeCount: b.words.Number(len(s.Document.Themes)),
		Grouped: s.Grouped(),
	}
	for _, r := range s.Rules {
		out.Rules = append(out.Rules, b.rule(r))
	}
	return out
}

func (b *builder) stage(s model.Stage) stage {
	return stage{
		ID: s.ID.Value, Years: typeset(s.Years), Hue: s.Hue.Value, Icon: s.Icon.Value, Scene: b.scenery(s.Scene),
		Large: s.Large, Quiz: typeset(s.Quiz),
	}
}

// or returns a text, or another one if it is empty.
func or(t, otherwise diag.Text) string { return cmp.Or(typeset(t), typeset(otherwise)) }

// call returns how a rule is called: "Rule 5".
func (b *builder) call(r site.Rule) string {
	return b.title(r.Document.Rules.Rule, "rule_word") + " " + r.Clause.Mark.Value
}

// teaching returns the ids of the rules that lessons teach, in the order of the lessons.
func (b *builder) teaching(lessons []diag.Text) (ids []string) {
	for _, l := range lessons {
		ids = append(ids, b.teach[l.Value]...)
	}
	return ids
}

// rule is a rule as lists of rules show it.
func (b *builder) rule(r site.Rule) rule {
	out := rule{
		ID: r.Clause.ID.Value, Set: r.Document.ID.Value, Call: b.call(r), Mark: r.Clause.Mark.Value, Slug: r.Clause.Slug.Value,
		Title: typeset(r.Clause.Title), Text: site.Published(r.Clause.Text, r.Clause.Errata), Say: r.Say(), Plain: typeset(r.Clause.Plain),
		Picture: b.picture(r.Clause.Picture), Hue: r.Theme.Hue.Value,
		Theme: themeName{ID: r.Theme.ID.Value, Title: typeset(r.Theme.Title)},
		URL:   r.URL(), Anchor: r.Anchor(), Taught: r.Taught(), Leads: r.Leads(), Poster: r.Poster(),
		Ask: typeset(r.Lesson.Home.Ask), Do: typeset(r.Lesson.Home.Do), Questions: len(r.Lesson.Quiz),
		Frameworks: map[string][]string{
			"strands": values(r.Mapping.Strands), "computing": values(r.Mapping.Computing), "four-cs": values(r.Mapping.FourCs),
		},
	}
	if r.Taught() {
		out.Star = b.leads[r.URL()].Clause.ID.Value
		out.Plan, out.Deck, out.Notes = "/teachers"+r.URL(), "/present"+r.URL(), "/teachers/present"+r.URL()
		out.Worksheet, out.Answers = "/print"+r.URL()+"worksheet/", "/print"+r.URL()+"answers/"
	}
	return out
}

func (b *builder) themes(doc model.Document) []theme {
	var list []theme
	for _, t := range doc.Themes {
		out := theme{ID: t.ID.Value, Title: typeset(t.Title), Hue: t.Hue.Value}
		for _, c := range doc.Clauses() { // each theme has some
			if c.Theme.Value == t.ID.Value {
				out.Marks = append(out.Marks, c.Mark.Value)
			}
		}
		list = append(list, out)
	}
	return list
}

func typeset(t diag.Text) string { return Typeset(t.Value) }
