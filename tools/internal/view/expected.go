package view

import (
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
)

// Expected is what a policy is expected to cover, and how the school's does. Compared, the day, and By are empty if nobody has compared
// the two.
type Expected struct {
	Topics   []Record `json:"topics"`
	Counts   []Count  `json:"counts"` // of the topics, by their coverage; without those that no topic has
	Sources  any      `json:"sources"`
	Compared string   `json:"compared"`
	By       string   `json:"by"`
}

// Count is how many topics a policy covers in one way.
type Count struct {
	Coverage model.Coverage `json:"coverage"`
	N        int            `json:"n"`
}

// Quoted is a clause or a section that a page refers to: what it is called, and its address.
type Quoted struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

// Expected returns the topics in the order of the library. Each has what model.Expectation has, with its sources in full, and how the
// policy covers it: coverage, clauses, lacks and elsewhere.
func (v *Site) Expected() Expected {
	from, judged := v.site.Comparison, map[string]model.Judgement{}
	for _, j := range from.Topics {
		judged[j.Topic.Value] = j
	}
	sources := map[string]any{}
	for _, s := range v.site.Expected.Sources {
		sources[s.ID.Value] = Fields(s)
	}
	to := Expected{Topics: []Record{}, Sources: Fields(v.site.Expected.Sources), Compared: from.Compared.Value, By: Typeset(from.By)}
	quoted, counts := v.quoted(), map[model.Coverage]int{}
	for _, e := range v.site.Expected.Topics {
		j, known := judged[e.ID.Value]
		coverage := model.Unknown
		if known {
			coverage = j.Coverage()
		}
		counts[coverage]++
		more := Record{"coverage": coverage, "lacks": Typeset(j.Lacks), "elsewhere": Typeset(j.Elsewhere)}
		var named []any
		for _, id := range e.Sources {
			named = append(named, sources[id.Value])
		}
		var clauses []Quoted
		for _, id := range j.Clauses {
			clauses = append(clauses, quoted[id.Value])
		}
		more["sources"], more["clauses"] = named, clauses
		to.Topics = append(to.Topics, With(e, more))
	}
	for _, c := range model.Coverages {
		if counts[c] > 0 {
			to.Counts = append(to.Counts, Count{c, counts[c]})
		}
	}
	return to
}

// quoted returns what each clause and section is called, by its id. A rule has its short name, as in "Rule 5", unless a rule of another set
// has the same one. On the page of the policy, a section of an agreement is at the anchor of the agreement.
func (v *Site) quoted() map[string]Quoted {
	named, calls := map[string]Quoted{}, map[string]int{}
	for _, r := range v.site.Rules {
		calls[v.Call(r)]++
	}
	address := v.site.Policy().URL() + "#"
	for _, d := range v.site.Documents {
		for _, s := range d.Sections {
			anchor := s.ID.Value
			if !d.IsPolicy() {
				anchor = d.ID.Value
			}
			named[s.ID.Value] = Quoted{s.Heading.Value, address + anchor}
			if s.Heading.Value == "" {
				named[s.ID.Value] = Quoted{or(d.Name, d.Title), address + anchor}
			}
		}
		for c := range d.AllClauses() {
			named[c.ID.Value] = Quoted{v.called(d, *c, calls), address + c.ID.Value}
		}
	}
	return named
}

// called returns the name of a clause. calls says how many rules have a short name.
func (v *Site) called(d model.Document, c model.Clause, calls map[string]int) string {
	title := or(d.Name, d.Title)
	if r, rule := v.rules[c.ID.Value]; rule {
		if call := v.Call(r); calls[call] == 1 {
			return call
		}
		title = Typeset(d.Rules.Name)
	}
	return v.Text("look_clause", i18n.Values{"title": title, "mark": c.Mark.Value})
}
