package view

import (
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// Erratum is a correction as readers see it. Where is the id of its clause or section, and In the heading above it.
type Erratum struct {
	Was   string `json:"was"`
	Now   string `json:"now"`
	Where string `json:"where"`
	In    string `json:"in"`
}

// Documents returns the policy, and then the agreements.
func (v *Site) Documents() (list []Record) {
	for _, d := range v.site.Documents {
		list = append(list, v.Document(d))
	}
	return list
}

// Document returns a document: what model.Document has, with its address, whether its clauses are rules for pupils (set), and
// whether there is a slip for a parent. Its sections have the adopted words as they are published, and whether they
// speak of a behaviour policy whose address is known (behaviour), and whether an answer to parents quotes them (answers).
func (v *Site) Document(d model.Document) Record {
	var sections []Record
	for _, s := range d.Sections {
		sections = append(sections, With(s, Record{
			"passages": Passages(s.Passages), "clauses": v.clauses(s.Clauses), "closing": Passages(s.Closing),
			"behaviour": v.behaviour(s), "answers": v.answers(s),
		}))
	}
	pupils := d.Stage.Value != ""
	return With(d, Record{
		"name": or(d.Name, d.Title), "url": d.URL(), "set": pupils, "slip": pupils && d.OneSigns(), "sections": sections,
	})
}

// behaviour reports whether a section speaks of the school's behaviour policy, and the school says where that is.
func (v *Site) behaviour(s model.Section) bool {
	words := slices.Concat(Passages(s.Passages), Passages(s.Closing))
	for c := range s.AllClauses() {
		words = append(words, site.Published(c.Text, c.Errata))
	}
	return v.namesBehaviour(words...)
}

// namesBehaviour reports whether words name the school's behaviour policy, and the school says where that is.
func (v *Site) namesBehaviour(words ...string) bool {
	named := v.Text("behaviour_policy", nil)
	return v.site.School.Behaviour.Value != "" && slices.ContainsFunc(words, func(text string) bool {
		return strings.Contains(strings.ToLower(text), named)
	})
}

// Guided returns what the law and the guidance say to clauses of a document, with the marks of these.
func (v *Site) Guided(d model.Document) (list []Record) {
	for _, g := range v.site.Guided(d) {
		list = append(list, With(g.Guidance, Record{"marks": g.Marks}))
	}
	return list
}

// Passages returns adopted prose as it is published.
func Passages(from []model.Passage) (to []string) {
	for _, p := range from {
		to = append(to, site.Published(p.Text, p.Errata))
	}
	return to
}

func (v *Site) clauses(from []model.Clause) (to []Record) {
	for _, c := range from {
		to = append(to, v.clause(c))
	}
	return to
}

// clause returns a clause. If it is a rule for pupils, it also has what the rule is called, its hue, what the site adds to it
// (caution), the address of its lesson, and whether its stage shows rules with their pictures (large).
func (v *Site) clause(c model.Clause) Record {
	more := Record{"text": site.Published(c.Text, c.Errata), "picture": v.Picture(c.Picture), "clauses": v.clauses(c.Clauses)}
	if r, ok := v.rules[c.ID.Value]; ok {
		more["call"], more["hue"], more["caution"], more["large"] = v.Call(r), r.Theme.Hue.Value, Typeset(r.Caution), r.Stage.Large
		if r.Taught() {
			more["url"] = r.URL()
		}
	}
	return With(c, more)
}

// Errata returns every correction, in the order of the documents.
func Errata(documents []model.Document) (list []Erratum) {
	add := func(in string, where diag.Text, errata []model.Erratum) {
		for _, e := range errata {
			list = append(list, Erratum{Was: e.Was.Value, Now: e.Now.Value, Where: where.Value, In: in})
		}
	}
	for _, d := range documents {
		for _, s := range d.Sections {
			where := s.ID
			if !d.IsPolicy() { // on the page of the policy, an agreement is one part
				where = d.ID
			}
			in := s.Heading.Value
			if in == "" {
				in = Typeset(d.Title)
			}
			for _, p := range slices.Concat(s.Passages, s.Closing) {
				add(in, where, p.Errata)
			}
			for c := range s.AllClauses() {
				add(in, c.ID, c.Errata)
			}
		}
	}
	return list
}
