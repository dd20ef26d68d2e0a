package view

import (
	"safeonline/tools/internal/mix"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// Set is a set of rules, with the stage of its pupils and what pages call it. Numbers that are strings are as in a sentence:
// "five".
type Set struct {
	ID          string  `json:"id"`
	URL         string  `json:"url"`
	Stage       Stage   `json:"stage"`
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
	Themes      []Theme `json:"themes"`
	ThemeCount  string  `json:"theme_count"`
	Rules       []Rule  `json:"rules"`
	Place       *Place  `json:"place,omitempty"`
}

// Stage is the stage of a set of rules.
type Stage struct {
	ID    string    `json:"id"`
	Years string    `json:"years"`
	Hue   string    `json:"hue"`
	Icon  string    `json:"icon"`
	Scene []Picture `json:"scene"`
	Large bool      `json:"large"`
	Quiz  string    `json:"quiz"`
}

// Theme is a theme of a set of rules, with the marks of its rules.
type Theme struct {
	ID    string   `json:"id"`
	Title string   `json:"title"`
	Hue   string   `json:"hue"`
	Marks []string `json:"marks"`
}

// SetTitle returns the title of the page with all rules of a set.
func SetTitle(s site.Set) string { return or(s.Document.Rules.Title, s.Document.Rules.Name) }

// SetMenu returns the short name of a set of rules, as in the menu.
func SetMenu(s site.Set) string { return or(s.Document.Rules.Menu, s.Document.Rules.Name) }

// Set returns a set of rules.
func (v *Site) Set(s site.Set) Set {
	names := s.Document.Rules
	out := Set{
		ID: s.Document.ID.Value, URL: "/" + s.Document.Folder() + "/", Stage: v.stage(s.Stage),
		Name: Typeset(names.Name), Menu: SetMenu(s), Title: SetTitle(s), Word: Typeset(names.Rule),
		Poster: or(names.Poster, names.Name), Certificate: v.title(names.Certificate, "certificate_title"),
		Remembered: v.title(names.Remembered, "certificate_rules"),
		Number:     v.Number(len(s.Rules)), Learnt: v.Number(s.Learnt()), Drawn: v.Number(mix.Drawn(s)), Taught: s.Taught(),
		OnePoster: s.OnePoster(), Grouped: s.Grouped(),
		Themes: themes(s.Document), ThemeCount: v.Number(len(s.Document.Themes)),
	}
	for _, r := range s.Rules {
		out.Rules = append(out.Rules, v.Rule(r))
	}
	out.Place = v.place(s)
	return out
}

func (v *Site) stage(s model.Stage) Stage {
	return Stage{
		ID: s.ID.Value, Years: Typeset(s.Years), Hue: s.Hue.Value, Icon: s.Icon.Value, Scene: v.Scenery(s.Scene),
		Large: s.Large, Quiz: Typeset(s.Quiz),
	}
}

func themes(doc model.Document) []Theme {
	var list []Theme
	for _, t := range doc.Themes {
		out := Theme{ID: t.ID.Value, Title: Typeset(t.Title), Hue: t.Hue.Value}
		for _, c := range doc.Clauses() { // each theme has some
			if c.Theme.Value == t.ID.Value {
				out.Marks = append(out.Marks, c.Mark.Value)
			}
		}
		list = append(list, out)
	}
	return list
}
