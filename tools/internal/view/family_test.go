package view

import (
	"strings"
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

func TestASetOfRulesInShort(t *testing.T) {
	text := func(s string) diag.Text { return diag.Text{Value: s} }
	theme := func(id, plain string) model.Theme {
		return model.Theme{ID: text(id), Title: text("On " + id), Plain: text(plain)}
	}
	rule := func(of model.Theme, title, plain string) site.Rule {
		return site.Rule{Theme: of, Clause: model.Clause{Title: text(title), Plain: text(plain)}}
	}
	care, talk := theme("care", "Take care."), theme("talk", "Tell somebody.")
	silent := theme("talk", "")
	long := strings.TrimSpace(strings.Repeat("word ", mostInShort))
	for name, c := range map[string]struct {
		themes []model.Theme
		title  string
		plain  string
		want   string
	}{
		"themes with plain words": {[]model.Theme{care, talk}, "Title", long, "On care: Take care. On talk: Tell somebody."},
		"a theme without them":    {[]model.Theme{care, silent}, "Title", "I do it.", ": I do it. : I do it. : I do it."},
		"too many words":          {nil, "Title", long, ": Title : Title : Title"},
		"part of the rule":        {nil, "Title…", long, strings.TrimSpace(strings.Repeat(": "+long+" ", 3))},
	} {
		s := site.Set{Document: model.Document{Themes: c.themes}, Rules: []site.Rule{rule(care, c.title, c.plain), rule(talk, c.title, c.plain), rule(talk, c.title, c.plain)}}
		var got []string
		for _, line := range (&Site{site: &site.Site{}}).gist(s) {
			got = append(got, line.Title+": "+line.Text)
		}
		if said := strings.Join(got, " "); said != c.want {
			t.Errorf("%s: %q, expected %q", name, said, c.want)
		}
	}
}
