package view

import (
	"strings"

	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// Years returns the year groups that families choose from: those for which the school has no rules, then those of its sets of
// rules. Each has the ids of its sets, and a question to ask tonight.
func (v *Site) Years(others []model.OtherYears) (list []Record) {
	for _, o := range others {
		list = append(list, With(o, Record{"sets": []string{}, "picture": v.Picture(o.Picture)}))
	}
	for _, g := range v.site.YearGroups() {
		var sets []string
		for _, s := range g.Sets {
			sets = append(sets, s.Document.ID.Value)
		}
		list = append(list, With(g.YearGroup, Record{
			"sets": sets, "picture": v.Picture(g.Picture), "ask": english.Capital(Typeset(g.Ask())),
		}))
	}
	return list
}

// Gist is a line of what a set of rules says in short: a theme with its rules in plain words, or a rule.
type Gist struct {
	Hue     string   `json:"hue"`
	Mark    string   `json:"mark,omitempty"` // of a rule
	Picture *Picture `json:"picture,omitempty"`
	Title   string   `json:"title,omitempty"` // of a theme
	Text    string   `json:"text"`
}

// mostInShort is how many words a set of rules without themes takes in short, so that a family reads those of two children in a
// minute.
const mostInShort = 70

// gist returns what a set of rules says in short: each theme, if all have plain words; otherwise the plain words of each rule; and if
// these are too many, its title, unless that leaves out some of the rule.
func (v *Site) gist(s site.Set) (list []Gist) {
	if list = v.themeGist(s); len(list) > 0 {
		return list
	}
	words := 0
	for _, r := range s.Rules {
		words += english.CountWords(r.Clause.Plain.Value)
	}
	for _, r := range s.Rules {
		line := Gist{Hue: r.Theme.Hue.Value, Mark: r.Clause.Mark.Value, Text: Typeset(r.Clause.Plain)}
		if title := Typeset(r.Clause.Title); words > mostInShort && !strings.HasSuffix(title, "…") {
			line.Text = title
		}
		list = append(list, line)
	}
	return list
}

// themeGist returns the themes of a set in plain words, each with the picture of its first rule, or nothing where one has no plain
// words or no other rules.
func (v *Site) themeGist(s site.Set) (list []Gist) {
	if !s.Grouped() {
		return nil
	}
	for _, t := range s.Document.Themes {
		if t.Plain.Value == "" {
			return nil
		}
		line := Gist{Hue: t.Hue.Value, Title: Typeset(t.Title), Text: Typeset(t.Plain)}
		for _, r := range s.Rules {
			if line.Picture == nil && r.Theme.ID.Value == t.ID.Value {
				line.Picture = v.Picture(r.Clause.Picture)
			}
		}
		list = append(list, line)
	}
	return list
}
