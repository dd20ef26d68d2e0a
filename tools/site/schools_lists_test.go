package main

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/words"
)

// namesItsSets holds that lists of the rules of several sets have a heading for each set where two sets have the same mark.
func (b builtSchool) namesItsSets(t *testing.T) {
	marks, alike := map[string]bool{}, false
	for _, r := range b.site.Rules {
		alike = alike || marks[r.Clause.Mark.Value]
		marks[r.Clause.Mark.Value] = true
	}
	b.listsBySet(t, "/print/", "gather__rules", alike, func(s site.Set) []site.Rule { return s.Rules })
	b.listsBySet(t, "/present/", "marks--many", alike, site.Set.Lessons)
}

// listsBySet holds that a page has a list of the rules of each set below its name, or one list of all.
func (b builtSchool) listsBySet(t *testing.T, address, class string, apart bool, of func(site.Set) []site.Rule) {
	var want []string
	for _, set := range b.site.Sets() {
		rules := of(set)
		if apart && len(rules) > 0 {
			want = append(want, set.Document.Rules.Name.Value+", for "+set.Stage.Years.Value)
		}
		for _, r := range rules {
			want = append(want, r.Clause.Mark.Value+" "+r.Clause.Title.Value)
		}
	}
	var got []string
	for _, list := range elements(b.pages[address].root, withClass(class)) {
		if h := elementBefore(list); h != nil && h.Data == "h3" {
			got = append(got, wordsIn(h))
		}
		for _, item := range elements(list, func(n *html.Node) bool { return n.Data == "li" }) {
			got = append(got, wordsIn(item))
		}
	}
	if !slices.EqualFunc(got, want, func(got, want string) bool { return strings.HasPrefix(words.Straight(got), words.Straight(want)) }) {
		t.Errorf("%s lists\n%q\nand not\n%q", address, got, want)
	}
}

// namesItsLessons holds that pages in prose speak of the lessons that the school's rules have, and of no others.
func (b builtSchool) namesItsLessons(t *testing.T) {
	taught, named := map[string]bool{}, 0
	for _, r := range b.site.Rules {
		if r.Taught() {
			taught[site.LessonID(r.Lesson.Stage, r.Lesson.Name)] = true
		}
	}
	for _, p := range b.site.Pages {
		for _, call := range p.Calls {
			if call.Name.Value != "taught" {
				continue
			}
			lesson, words := call.Args[0].Value, call.Args[1].Value
			named++
			if strings.Contains(b.pageText(t, p.Address()), words) != taught[lesson] {
				t.Errorf("%s: the school has the lesson %s: %t; and the page says of it, or not: %q", p.Address(), lesson, taught[lesson], words)
			}
		}
	}
	if named == 0 {
		t.Error("no page names a lesson")
	}
}

// elementBefore returns the element before another one.
func elementBefore(n *html.Node) *html.Node {
	for n = n.PrevSibling; n != nil && n.Type != html.ElementNode; n = n.PrevSibling {
	}
	return n
}

// filtersLessons holds that each choice above the table of lessons leaves the rows that say so, and that each year and theme
// of a row is a choice.
func (b builtSchool) filtersLessons(t *testing.T) {
	root := b.pages["/teachers/"].root
	rows := elements(root, func(n *html.Node) bool { return attributeOf(n, "data-filter-row") != "" })
	if len(rows) == 0 {
		t.Fatal("the table of lessons has no rows")
	}
	for list, cell := range map[string]int{"filter-years": 6, "filter-theme": 4} {
		titles := map[string]string{} // of the choices, by their values
		for _, choice := range elements(root, func(n *html.Node) bool { return attributeOf(n.Parent, "id") == list && attributeOf(n, "value") != "" }) {
			value, title := attributeOf(choice, "value"), wordsIn(choice)
			if titles[value] != "" {
				t.Errorf("%s: %q and %q have the value %q", list, titles[value], title, value)
			}
			titles[value] = title
		}
		for _, row := range rows {
			cells := elements(row, func(n *html.Node) bool { return n.Data == "td" || n.Data == "th" })
			var found []string
			for _, value := range strings.Fields(attributeOf(row, "data-filter-row")) {
				if title := titles[value]; title != "" {
					found = append(found, title)
				}
			}
			if says := wordsIn(cells[cell]); len(found) != 1 || found[0] != says {
				t.Errorf("%s: the lesson %q says %q, and these choices leave it: %q", list, wordsIn(cells[1]), says, found)
			}
		}
	}
	for _, set := range b.site.Sets() {
		n := 0
		for _, row := range rows {
			if strings.HasSuffix(wordsIn(row), " "+set.Stage.Years.Value) {
				n++
			}
		}
		if n < set.Taught() {
			t.Errorf("%d lessons say that they are for %s, and %s have %d", n, set.Stage.Years, set.Document.Rules.Name, set.Taught())
		}
	}
}

// asksForItsYears holds that families can choose each year group that has rules and no other, and that each of its pupils has the adopted
// words of these rules, and a place to sign.
func (b builtSchool) asksForItsYears(t *testing.T) {
	page := b.pages["/parents/"].root
	var offered, expected []string
	for _, box := range elements(page, func(n *html.Node) bool { return attributeOf(n, "type") == "checkbox" }) {
		offered = append(offered, attributeOf(box, "value"))
	}
	words := b.pageText(t, "/parents/")
	for i, g := range b.site.YearGroups() {
		expected = append(expected, g.Name.Value)
		lines := elements(page, func(n *html.Node) bool { return attributeOf(n, "data-family-line") == strconv.Itoa(i) })
		if len(lines) != len(g.Sets) {
			t.Errorf("a pupil in %s has %d places to sign, expected %d", g.Name, len(lines), len(g.Sets))
		}
		for _, set := range g.Sets {
			for _, c := range set.Document.Clauses() {
				if !strings.Contains(words, site.Published(c.Text, c.Errata)) {
					t.Errorf("/parents/ does not have the words of %s", c.ID)
				}
			}
		}
	}
	signed := 0
	for _, set := range b.site.Sets() {
		for _, s := range set.Document.Signoff {
			if slices.ContainsFunc(s.Fields, func(f model.Field) bool {
				return strings.HasPrefix(f.Label.Value, "Sign") && f.Label.Value != "Signed on"
			}) {
				signed++
			}
		}
	}
	if n := strings.Count(words, " signs."); n != signed {
		t.Errorf("/parents/ says of %d people that they sign, and %d have a line for it", n, signed)
	}
	if !slices.Equal(offered, expected) {
		t.Errorf("families can choose %q, expected %q", offered, expected)
	}
}
