package view

import (
	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
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
	calls := v.calls()
	for _, e := range v.site.Expected.Topics {
		j, known := judged[e.ID.Value]
		coverage := model.Unknown
		if known {
			coverage = j.Coverage()
		}
		more := Record{"coverage": coverage, "lacks": Typeset(j.Lacks), "elsewhere": Typeset(j.Elsewhere)}
		var named []any
		for _, id := range e.Sources {
			named = append(named, sources[id.Value])
		}
		var clauses []Quoted
		for _, id := range j.Clauses {
			clauses = append(clauses, v.quoted(id, calls))
		}
		more["sources"], more["clauses"] = named, clauses
		to.Topics = append(to.Topics, With(e, more))
	}
	to.Counts = counted(to.Topics)
	return to
}

// calls returns how many rules are called the same, by what they are called.
func (v *Site) calls() map[string]int {
	calls := map[string]int{}
	for _, r := range v.site.Rules {
		calls[v.Call(r)]++
	}
	return calls
}

// quoted returns what a clause or a section is called. A rule has its short name, as in "Rule 5", unless a rule of another set has the same
// one; calls says how many have it.
func (v *Site) quoted(id diag.Text, calls map[string]int) Quoted {
	cited, _ := site.Cite(v.site.Documents, model.Cited{Of: id})
	title, name := or(cited.Document.Name, cited.Document.Title), cited.Section.Heading.Value
	switch {
	case cited.Clause != nil:
		r, rule := v.rules[id.Value]
		if rule {
			title, name = Typeset(cited.Document.Rules.Name), v.Call(r)
		}
		if !rule || calls[name] > 1 {
			name = v.Text("look_clause", i18n.Values{"title": title, "mark": cited.Clause.Mark.Value})
		}
	case name == "":
		name = title
	}
	return Quoted{name, cited.Anchor()}
}
