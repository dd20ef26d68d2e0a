// Package view holds what several pages, slides and printed sheets show, in the form in which Hugo's templates read it: rules,
// questions, scenes, documents. Texts of lessons are typeset here (curly quotes). Adopted words are not: they are published
// letter by letter.
package view

import (
	"cmp"
	"fmt"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/site"
)

// Site is a checked site and the words of the interface. Its methods return what templates read.
type Site struct {
	i18n.Words

	site   *site.Site
	rules  map[string]site.Rule // by the clause's id
	drawn  drawings
	stars  map[string]string // the id of the rule whose star a lesson earns, by the lesson's address
	topics map[string]string // the title of a topic, by its id
}

// New returns the view of a site, in the language of the words.
func New(s *site.Site, words i18n.Words) *Site {
	v := &Site{Words: words, site: s, rules: map[string]site.Rule{}, stars: map[string]string{}, topics: map[string]string{}}
	for _, t := range s.Topics {
		v.topics[t.ID.Value] = Typeset(t.Title)
	}
	for _, r := range s.Rules {
		v.rules[r.Clause.ID.Value] = r
		if r.Leads() {
			v.stars[r.URL()] = r.Clause.ID.Value
		}
	}
	return v
}

// Origin says which file a page came from, for templates' own errors and for "Edit this page".
type Origin struct {
	Source string `json:"source"` // the file and the line, as in "content/about.md:1"
	Edit   string `json:"edit"`   // the address of an editor; empty if the repository is not known
}

// Origin returns the file and the line of a place, and the address of its editor if the repository is known.
func (v *Site) Origin(at diag.Pos) Origin {
	line := max(at.Line, 1)
	o := Origin{Source: fmt.Sprintf("%s:%d", at.Source.Name, line)}
	if repo := v.site.School.Repository.Value; repo != "" {
		o.Edit = strings.TrimSuffix(repo, "/") + "/" + at.Source.Name
	}
	return o
}

// title returns what readers see of a text: typeset, or a word of the interface if it is empty.
func (v *Site) title(t diag.Text, key string) string {
	if t.Value == "" {
		return v.Text(key, nil)
	}
	return Typeset(t)
}

// or returns a text, or another one if it is empty.
func or(t, otherwise diag.Text) string { return cmp.Or(Typeset(t), Typeset(otherwise)) }

// Values returns texts as they are written, not typeset. The list is never nil.
func Values(texts []diag.Text) []string {
	list := make([]string, len(texts))
	for i, t := range texts {
		list[i] = t.Value
	}
	return list
}
