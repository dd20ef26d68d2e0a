package view

import (
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/mix"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// SetTitle returns the title of the page with all rules of a set.
func SetTitle(s site.Set) string { return or(s.Document.Rules.Title, s.Document.Rules.Name) }

// SetMenu returns the short name of a set of rules, as in the menu.
func SetMenu(s site.Set) string { return or(s.Document.Rules.Menu, s.Document.Rules.Name) }

// MixTitle returns the title of a set's mix.
func (v *Site) MixTitle(s site.Set) string {
	if names := s.Document.Rules; names.Mix.Value != "" {
		return Typeset(names.Mix)
	}
	return v.Text("mix_title", i18n.Values{"rules": Typeset(s.Document.Rules.Name)})
}

// Set returns a set of rules: what model.RuleSet says that pages call it, with its rules, their stage, their themes and their
// place. Numbers that are strings are as in a sentence: "five".
func (v *Site) Set(s site.Set) Record {
	names := s.Document.Rules
	return With(*names, Record{
		"id": s.Document.ID.Value, "url": "/" + s.Document.Folder() + "/", "stage": Fields(s.Stage),
		"menu": SetMenu(s), "title": SetTitle(s), "poster": or(names.Poster, names.Name),
		"certificate": v.title(names.Certificate, "certificate_title"), "remembered": v.title(names.Remembered, "certificate_rules"),
		"number":     v.Number(len(s.Rules)),
		"learnt":     v.Number(s.Learnt()),   // rules that have a lesson
		"drawn":      v.Number(mix.Drawn(s)), // questions of a mix
		"taught":     s.Taught(),             // lessons
		"one_poster": s.OnePoster(),
		"grouped":    s.Grouped(), // its themes group several rules each
		"gist":       v.gist(s),
		"themes":     themes(s.Document), "theme_count": v.Number(len(s.Document.Themes)),
		"rules": v.Rules(s.Rules), "place": v.place(s),
	})
}

// themes returns the themes of a document, each with the marks of its rules.
func themes(d model.Document) (list []Record) {
	for _, t := range d.Themes {
		var marks []string
		for _, c := range d.Clauses() { // each theme has some
			if c.Theme.Value == t.ID.Value {
				marks = append(marks, c.Mark.Value)
			}
		}
		list = append(list, With(t, Record{"marks": marks}))
	}
	return list
}
