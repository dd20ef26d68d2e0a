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
	rule := func(of model.Theme, plain string) site.Rule {
		return site.Rule{Theme: of, Clause: model.Clause{Title: text("Title"), Plain: text(plain)}}
	}
	care, talk := theme("care", "Take care."), theme("talk", "Tell somebody.")
	silent := theme("talk", "")
	long := strings.Repeat("word ", mostInShort)
	for name, c := range map[string]struct {
		themes []model.Theme
		plain  string
		want   string
	}{
		"themes with plain words": {[]model.Theme{care, talk}, long, "On care: Take care. On talk: Tell somebody."},
		"a theme without them":    {[]model.Theme{care, silent}, "I do it.", ": I do it. : I do it. : I do it."},
		"too many words":          {nil, long, ": Title : Title : Title"},
	} {
		s := site.Set{Document: model.Document{Themes: c.themes}, Rules: []site.Rule{rule(care, c.plain), rule(talk, c.plain), rule(talk, c.plain)}}
		var got []string
		for _, line := range (&Site{site: &site.Site{}}).gist(s) {
			got = append(got, line.Title+": "+line.Text)
		}
		if said := strings.Join(got, " "); said != c.want {
			t.Errorf("%s: %q, expected %q", name, said, c.want)
		}
	}
}
