// Package adopt joins the documents that an import makes of a school's files with those that the school has. Adopted words, their order
// and who signs come from the files; ids, and all that is this site's own, stay as they are. It says what changed, clause by clause.
package adopt

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// Joined is what the school has now.
type Joined struct {
	Documents []model.Document
	Dropped   []string // ids that are no longer there, which nothing else may have
	Changes   []Change
	IDs       map[string]string // the ids of now, by those that the import made
}

// Asked is a question of an import whose answer was given or taken back: what the import makes of it now takes the place of what is there.
type Asked struct {
	Ask              model.Ask
	Document, Clause string // ids, as the import made them
	About            string
}

// joiner joins documents.
type joiner struct {
	taken    map[string]bool   // ids that are not free
	given    map[string]bool   // ids that are there now
	slugged  map[string]string // the id of the clause that has a slug
	asked    []Asked
	clauses  map[string]*model.Clause  // what was, by the id of what the import made
	sections map[string]*model.Section // the same
	result   Joined

	stemsWere, stems map[string]string // what the clauses went on from, by their ids, and go on from, by those that the import made
}

// Join joins what was with what an import made. No new id is one of those of what was, or of used.
func Join(was, made []model.Document, used []string, asked []Asked) Joined {
	j := &joiner{
		taken: map[string]bool{}, given: map[string]bool{}, slugged: map[string]string{}, asked: asked,
		clauses: map[string]*model.Clause{}, sections: map[string]*model.Section{}, stemsWere: map[string]string{}, stems: map[string]string{},
	}
	j.result.IDs = map[string]string{}
	for _, id := range used {
		j.taken[id] = true
	}
	for _, d := range was {
		for _, id := range idsOf(d) {
			j.taken[id] = true
		}
		for c := range d.AllClauses() {
			j.slugged[c.Slug.Value] = c.ID.Value
		}
		stemsOf(d, j.stemsWere)
	}
	for _, d := range made {
		stemsOf(d, j.stems)
	}
	pairs := documentPairs(was, made)
	j.pair(was, made, pairs)
	for i := range made {
		old, found := pairs[i]
		if !found {
			j.result.Documents = append(j.result.Documents, j.joined(model.Document{}, made[i]))
			continue
		}
		j.result.Documents = append(j.result.Documents, j.joined(was[old], made[i]))
	}
	for i := range was {
		if !slices.Contains(values(pairs), i) {
			j.kept(was[i])
		}
	}
	j.drop(was)
	j.orders(was)
	return j.result
}

func values(pairs map[int]int) (list []int) {
	for _, v := range pairs {
		list = append(list, v)
	}
	return list
}

// idsOf returns the ids of a document, its sections and its clauses.
func idsOf(d model.Document) (ids []string) {
	ids = append(ids, d.ID.Value)
	for _, s := range d.Sections {
		ids = append(ids, s.ID.Value)
	}
	for c := range d.AllClauses() {
		ids = append(ids, c.ID.Value)
	}
	return ids
}

// kept keeps a document of which the import made nothing.
func (j *joiner) kept(d model.Document) {
	j.result.Documents = append(j.result.Documents, d)
	for _, id := range idsOf(d) {
		j.given[id] = true
	}
	j.note(Change{Kind: Untouched, Document: d.ID.Value})
}

// joined returns a document as it is now.
func (j *joiner) joined(was, made model.Document) model.Document {
	if j.answered(model.WhichAudience, made.ID.Value, "") {
		forget(&was, &made)
	}
	now := made
	j.merge(reflect.ValueOf(&now).Elem(), reflect.ValueOf(was), reflect.ValueOf(made))
	j.slugs(&now)
	themes(&now)
	if now.Stage.Value == "" {
		for c := range now.AllClauses() {
			c.Lesson = nil // nobody learns it here
		}
	}
	if was.ID.Value == "" {
		j.note(Change{Kind: AddedDocument, Document: now.ID.Value, Now: now.Title.Value})
	} else {
		j.compare(was, now)
	}
	return now
}

// orders gives a new document another place if one that was there has it, and puts all in their places: the policy first.
func (j *joiner) orders(was []model.Document) {
	last := 0
	for _, d := range was {
		last = max(last, d.Order.Value)
	}
	for i := range j.result.Documents {
		d := &j.result.Documents[i]
		isNew := !slices.ContainsFunc(was, func(o model.Document) bool { return o.ID.Value == d.ID.Value })
		if isNew && slices.ContainsFunc(was, func(o model.Document) bool { return !o.IsPolicy() && o.Order.Value == d.Order.Value }) {
			last++
			d.Order.Value = last
		}
	}
	slices.SortStableFunc(j.result.Documents, func(a, b model.Document) int {
		switch {
		case a.IsPolicy():
			return -1
		case b.IsPolicy():
			return 1
		}
		return a.Order.Value - b.Order.Value
	})
}

// slugs gives a new clause another slug if one that was there has it.
func (j *joiner) slugs(d *model.Document) {
	for c := range d.AllClauses() {
		slug := c.Slug.Value
		for n := 2; c.Slug.Value != "" && j.slugged[c.Slug.Value] != "" && j.slugged[c.Slug.Value] != c.ID.Value; n++ {
			c.Slug.Value = slug + "-" + strconv.Itoa(n)
		}
		j.slugged[c.Slug.Value] = c.ID.Value
	}
}

// themes gives a clause without one of the document's themes that of the clause before it, and removes themes that no clause has.
func themes(d *model.Document) {
	used := map[string]bool{}
	known := func(id string) bool {
		return slices.ContainsFunc(d.Themes, func(t model.Theme) bool { return t.ID.Value == id })
	}
	last := diag.Text{}
	if len(d.Themes) > 0 {
		last = d.Themes[0].ID
	}
	for c := range d.AllClauses() {
		if !known(c.Theme.Value) && len(c.Clauses) == 0 {
			c.Theme = last
		}
		last = c.Theme
		used[c.Theme.Value] = true
	}
	d.Themes = slices.DeleteFunc(slices.Clone(d.Themes), func(t model.Theme) bool { return !used[t.ID.Value] })
}

// forget removes from what was whatever follows from whom a document is for.
func forget(was, made *model.Document) {
	if was.Audience.Value == made.Audience.Value && was.Stage.Value == made.Stage.Value {
		return
	}
	was.Audience, was.Stage, was.Address, was.Rules, was.Title, was.Name = diag.Text{}, diag.Text{}, diag.Text{}, nil, diag.Text{}, diag.Text{}
}

// answered reports whether a question about a document or a clause was answered, or its answer taken back.
func (j *joiner) answered(ask model.Ask, document, clause string) bool {
	return slices.ContainsFunc(j.asked, func(a Asked) bool { return a.Ask == ask && a.Document == document && a.Clause == clause })
}

// drop lists the ids that are no longer there.
func (j *joiner) drop(was []model.Document) {
	for _, d := range was {
		for _, id := range idsOf(d) {
			if !j.given[id] {
				j.result.Dropped = append(j.result.Dropped, id)
			}
		}
	}
}

// id returns the id of what has one now: the one that it had, or a new one.
func (j *joiner) id(was, made string) string {
	id := was
	if id == "" {
		id = j.free(made)
	}
	j.taken[id], j.given[id] = true, true
	j.result.IDs[made] = id
	return id
}

// free returns an id like another that nothing has or had.
func (j *joiner) free(id string) string {
	if !j.taken[id] {
		return id
	}
	base := strings.TrimRight(id, "0123456789")
	if !strings.HasSuffix(base, "-") {
		base = id + "-"
	}
	most := 1
	for other := range j.taken {
		if rest, like := strings.CutPrefix(other, base); like {
			n, _ := strconv.Atoi(rest) // 0 if it is something else
			most = max(most, n)
		}
	}
	return base + strconv.Itoa(most+1)
}
