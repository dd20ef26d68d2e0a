package find

import (
	"regexp"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// maker makes the entries of a site.
type maker struct {
	*view.Site
	site   *site.Site
	topics map[string][]string // the words of a topic, by its id
}

// topics returns the words of the topics, with their titles.
func topics(s *site.Site) map[string][]string {
	words := map[string][]string{}
	for _, t := range s.Topics {
		words[t.ID.Value] = append(view.Values(t.Words), t.Title.Value)
	}
	return words
}

// sets returns the pages with all rules of a set, and their mixes.
func (m maker) sets() (list []Entry) {
	for _, s := range m.site.Sets() {
		years := i18n.Values{"years": view.Typeset(s.Stage.Years)}
		names := []string{s.Stage.Formal.Value, s.Stage.Years.Value, s.Document.Rules.Name.Value}
		for _, g := range s.Stage.Groups {
			names = append(names, g.Name.Value)
		}
		folder := "/" + s.Document.Folder() + "/"
		list = append(list, Entry{
			To: folder, Title: view.SetTitle(s), Kind: Page, What: m.Text("find_set", years), Words: names,
			About: m.Text("rules_about", i18n.Values{"count": len(s.Rules), "taught": s.Taught() > 0, "audience": view.Typeset(s.Document.Audience)}),
		})
		if s.Taught() > 0 {
			list = append(list, Entry{
				To: folder + "mix/", Title: m.MixTitle(s), Kind: Page, What: m.Text("find_mix", years), Words: names, About: m.Text("mix_about", nil),
			})
		}
	}
	return list
}

// rules returns the rules for pupils, each with its lesson, the plan and the questions if it leads to one.
func (m maker) rules() (list []Entry) {
	for _, r := range m.site.Rules {
		list = append(list, Entry{
			To: r.Anchor(), Title: m.Call(r) + ": " + view.Typeset(r.Clause.Title), Kind: Rule, What: m.Text("find_rule", m.years(r)),
			About: r.Say(), Words: m.topics[r.Lesson.Topic.Value], Text: view.Typeset(r.Clause.Plain),
		})
		if r.Leads() {
			list = append(list, m.lesson(r), m.plan(r))
			list = append(list, m.questions(r)...)
		}
	}
	return list
}

// years returns whose rule a rule is, and its title.
func (m maker) years(r site.Rule) i18n.Values {
	return i18n.Values{"years": view.Typeset(r.Stage.Years), "title": view.Typeset(r.Clause.Title)}
}

func (m maker) lesson(r site.Rule) Entry {
	l := r.Lesson
	text := []string{r.Say(), l.Home.Ask.Value, l.Home.Do.Value}
	words := append([]string{}, m.topics[l.Topic.Value]...)
	for _, w := range l.Words {
		words, text = append(words, w.Term.Value), append(text, w.Meaning.Value)
	}
	for _, s := range l.Story {
		words = append(words, s.Title.Value)
		for _, line := range s.Lines {
			text = append(text, line.Text.Value)
		}
	}
	return Entry{
		To: r.URL(), Title: view.Typeset(r.Clause.Title), Kind: Lesson, What: m.Text("find_lesson", m.years(r)),
		About: view.Typeset(r.Clause.Plain), Words: words, Text: strings.Join(text, " "),
	}
}

func (m maker) plan(r site.Rule) Entry {
	text := []string{r.Lesson.Teach.KeepSafe.Value}
	for _, heard := range r.Lesson.Teach.ListenFor {
		text = append(text, heard.Text.Value)
	}
	words := append(strings.Split(m.Text("find_plan_words", nil), ", "), m.topics[r.Lesson.Topic.Value]...)
	return Entry{
		To: "/teachers" + r.URL(), Title: m.Text("plan_page", m.years(r)), Kind: Plan, What: m.Text("find_plan", m.years(r)),
		About: view.Typeset(r.Lesson.Teach.Objective), Words: words, Text: strings.Join(text, " "),
	}
}

func (m maker) questions(r site.Rule) (list []Entry) {
	for _, q := range r.Lesson.Quiz {
		list = append(list, Entry{
			To: r.URL() + "#" + q.ID.Value, Title: view.Typeset(q.Title), Kind: Question, What: m.Text("find_question", m.years(r)), Text: q.Stem.Value,
		})
	}
	return list
}

// documents returns the policy, its sections, and the clauses that are no rules for pupils.
func (m maker) documents() (list []Entry) {
	policy := m.site.Policy()
	list = append(list, Entry{
		To: policy.URL(), Title: view.Typeset(policy.Title), Kind: Page, What: m.Text("find_section", nil),
		About: m.Text("policy_about", i18n.Values{"title": view.Typeset(policy.Title), "school": view.Typeset(m.site.School.Name)}),
	})
	for i, d := range m.site.Documents {
		what := view.Typeset(d.Title)
		if d.Name.Value != "" {
			what = view.Typeset(d.Name)
		}
		for _, s := range d.Sections {
			if i == 0 {
				list = append(list, m.section(s, what))
			}
			if d.Stage.Value == "" {
				list = append(list, m.clauses(s, what)...)
			}
		}
	}
	return list
}

func (m maker) section(s model.Section, what string) Entry {
	text := append(view.Passages(s.Passages), view.Passages(s.Closing)...)
	title := s.Heading.Value
	if title == "" {
		title = what
	}
	return Entry{To: "/policy/#" + s.ID.Value, Title: title, Kind: Clause, What: m.Text("find_section", nil), About: view.Typeset(s.Short), Text: strings.Join(text, " ")}
}

func (m maker) clauses(s model.Section, what string) (list []Entry) {
	within := model.Document{Sections: []model.Section{s}}
	for c := range within.AllClauses() {
		list = append(list, Entry{
			To: "/policy/#" + c.ID.Value, Title: m.Text("find_clause", i18n.Values{"document": what, "mark": c.Mark.Value}), Kind: Clause,
			What: m.Text("find_section", nil), About: site.Published(c.Text, c.Errata),
		})
	}
	return list
}

// help returns the services that help.
func (m maker) help() (list []Entry) {
	for _, h := range m.site.Help {
		if !h.Reachable() {
			continue // the page does not show it
		}
		list = append(list, Entry{
			To: "/help/#" + h.ID.Value, Title: view.Typeset(h.Name), Kind: Help, What: m.Text("find_help", nil),
			About: view.Typeset(h.For), Words: view.Values(h.Words), Text: h.Who.Value,
		})
	}
	return list
}

// unlisted are pages that nobody looks for: the home page, which is where people look, and the page in place of one that is
// not kept offline.
var unlisted = map[string]bool{"/": true, "/offline/": true}

// pages returns the pages in prose, and their headings.
func (m maker) pages() (list []Entry) {
	for _, p := range m.site.Pages {
		if unlisted[p.Address()] {
			continue
		}
		title := view.Typeset(p.Title)
		list = append(list, Entry{
			To: p.Address(), Title: title, Kind: Page, What: m.Text("find_page", nil), About: view.Typeset(p.Description),
			Words: append(view.Values(p.Words), m.words(p.Topics)...), Text: strings.Join(append(steps(p.Case), p.Lead.Value, plain(p.Body)), " "),
		})
		for _, h := range p.Heads {
			list = append(list, Entry{
				To: p.Address() + "#" + h.ID.Value, Title: view.Typeset(h.Title), Kind: Heading, What: m.Text("find_heading", i18n.Values{"title": title}),
			})
		}
	}
	return list
}

// words returns the words of topics, by their ids.
func (m maker) words(topics []diag.Text) (list []string) {
	for _, id := range topics {
		list = append(list, m.topics[id.Value]...)
	}
	return list
}

// steps returns what a page about something that has happened says to do and to say.
func steps(c model.Case) []string {
	list := []string{c.Say.Value, c.Then.Value}
	for _, s := range c.First {
		list = append(list, s.Do.Value, s.Text.Value, s.But.Value)
	}
	return list
}

// sheets returns the sheets that pages list by name.
func (m maker) sheets() (list []Entry) {
	for _, p := range m.site.Pages {
		for _, g := range p.Groups {
			for _, sheet := range g.Items {
				if sheet.Each.Value == "" {
					list = append(list, SheetOf(m.Site, sheet))
				}
			}
		}
	}
	return list
}

// mark matches what a reader does not see of a page's Markdown: shortcodes, addresses of links, and ids.
var mark = regexp.MustCompile(`\{\{<.*?>\}\}|\]\([^)]*\)|\{#[^}]*\}`)

// plain returns the words of Markdown.
func plain(markdown []byte) string { return string(mark.ReplaceAll(markdown, []byte(" "))) }

// SheetOf returns the entry of a sheet to print.
func SheetOf(v *view.Site, s model.Sheet) Entry {
	return Entry{To: s.To.Value, Title: view.Typeset(s.Name), Kind: Sheet, What: v.Text("find_sheet", nil), About: view.Typeset(s.Text)}
}
