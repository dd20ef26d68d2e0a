// Package overview makes the page of the schools of a trust or a council: for each, the address of its site, the state of its policy, what
// the policy covers of what is expected, and how many lessons are to be compared again. All of it is computed. The page is one HTML file.
package overview

import (
	"cmp"
	_ "embed"
	"html/template"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"safeonline/tools/internal/alone"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/kind"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// School is what the page shows of a school. Days are in the form 2026-09-01, or a year; what is not known is empty.
type School struct {
	Folder     string                 `json:"folder"` // below the project's
	Name       string                 `json:"name"`   // empty if nothing is known yet but the folder
	URL        string                 `json:"url"`    // of its site
	Adopted    string                 `json:"adopted"`
	Reviewed   string                 `json:"reviewed"`
	NextReview string                 `json:"next_review"`
	Covers     map[model.Coverage]int `json:"covers"` // how many of the topics that a policy is expected to cover
	Rules      int                    `json:"rules"`
	Taught     int                    `json:"taught"` // rules that have a lesson
	Stale      int                    `json:"stale"`  // lessons that nobody has compared with their rules since either changed

	Trouble string `json:"trouble,omitempty"` // why the site is not that of the school's files as they are now; empty if it is
}

// Known reports whether more is known of a school than its folder.
func (s School) Known() bool { return s.Name != "" }

// Title returns the school's name, or that of its folder.
func (s School) Title() string { return cmp.Or(s.Name, path.Base(s.Folder)) }

// Of returns what the page shows of a site. Its address is empty if the school has no domain. stale is how many of its reviews are out of date.
func Of(s *site.Site, stale int) School {
	h := s.History
	of := School{
		Name: s.School.Name.Value, URL: s.School.Domain.Value, Adopted: h.Current().Adopted.Value, Reviewed: h.Review().On.Value, NextReview: h.NextReview.Value,
		Covers: map[model.Coverage]int{}, Rules: len(s.Rules), Stale: stale,
	}
	judged := map[string]model.Coverage{}
	for _, j := range s.Comparison.Topics {
		judged[j.Topic.Value] = j.Coverage()
	}
	for _, e := range s.Expected.Topics {
		of.Covers[cmp.Or(judged[e.ID.Value], model.Unknown)]++
	}
	for _, r := range s.Rules {
		if r.Taught() {
			of.Taught++
		}
	}
	return of
}

// Covering returns how many topics the policy covers in each way, from the most to the least, without those that none has.
func (s School) Covering() (list []Count) {
	for _, c := range model.Coverages {
		if n := s.Covers[c]; n > 0 {
			list = append(list, Count{n, coverages[c].word, coverages[c].shape})
		}
	}
	return list
}

// Count is how many topics a policy covers in one way.
type Count struct {
	N           int
	Word, Shape string
}

var coverages = map[model.Coverage]struct{ word, shape string }{
	model.Covered: {"covered", "full"}, model.Partly: {"partly", "half"}, model.Elsewhere: {"elsewhere", "half"},
	model.Not: {"not covered", "none"}, model.Unknown: {"nobody has judged", "none"},
}

//go:embed overview.html
var text string

//go:embed overview.css
var own string

var page = template.Must(template.New("overview.html").Funcs(template.FuncMap{
	"count": func(thing string, n int) string { return english.Count(n, thing) },
	"day":   kind.InWords,
}).Parse(text))

// shown is what the template takes.
type shown struct {
	Schools []School
	Topics  int
	Style   template.CSS
	Policy  string
}

// Sum adds up something of all schools. A school of which nothing is known counts as that, and in no other sum.
func (s shown) Sum(what string) (n int) {
	for _, school := range s.Schools {
		switch {
		case what == "unknown" && !school.Known():
			n++
		case !school.Known():
		case what == "stale":
			n += school.Stale
		case what == "trouble" && school.Trouble != "", what == "unreviewed" && school.Reviewed == "":
			n++
		}
	}
	return n
}

// Write writes the page. project is the folder of the project, with the styles and the fonts of its pages.
func Write(w io.Writer, project fs.FS, schools []School) error {
	style, err := alone.Style(project, own)
	if err != nil {
		return err
	}
	schools = slices.SortedFunc(slices.Values(schools), func(a, b School) int { return cmp.Compare(strings.ToLower(a.Title()), strings.ToLower(b.Title())) })
	return page.Execute(w, shown{schools, len(schools), template.CSS(style), alone.Policy(style, "", false)})
}
