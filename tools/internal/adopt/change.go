package adopt

import (
	"slices"
	"strings"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/words"
)

// Change is something that is not as it was.
type Change struct {
	Kind     Kind
	Document string // its id
	Of       string // the id of the clause, or words that say what it is, such as "the heading"
	Was, Now string
}

// Kind is the kind of a change.
type Kind string

// The kinds of changes.
const (
	AddedDocument Kind = "new document"
	Untouched     Kind = "not in the files" // a document that the school has
	Added         Kind = "new"
	Dropped       Kind = "dropped"
	Reworded      Kind = "changed"
	Moved         Kind = "moved"
)

func (j *joiner) note(c Change) { j.result.Changes = append(j.result.Changes, c) }

// compare notes what has changed in a document.
func (j *joiner) compare(was, now model.Document) {
	text := func(of, old, new string) {
		switch {
		case words.Same(old, new) && old == new:
		case old == "":
			j.note(Change{Added, now.ID.Value, of, "", new})
		case new == "":
			j.note(Change{Dropped, now.ID.Value, of, old, ""})
		default:
			j.note(Change{Reworded, now.ID.Value, of, old, new})
		}
	}
	text("the heading", was.Heading.Value, now.Heading.Value)
	for _, s := range now.Sections {
		i := slices.IndexFunc(was.Sections, func(o model.Section) bool { return o.ID.Value == s.ID.Value })
		old := model.Section{}
		if i >= 0 {
			old = was.Sections[i]
		}
		text("the heading of "+s.ID.Value, old.Heading.Value, s.Heading.Value)
		text("the beginning of sentences in "+s.ID.Value, old.Stem.Value, s.Stem.Value)
		text("the text of "+s.ID.Value, passages(old.Passages), passages(s.Passages))
		text("the end of "+s.ID.Value, passages(old.Closing), passages(s.Closing))
	}
	j.compareClauses(was, now)
	text("who signs, and what", signs(was), signs(now))
	text("the author", was.Author.Value, now.Author.Value)
}

// compareClauses notes which clauses are new, dropped, changed or moved.
func (j *joiner) compareClauses(was, now model.Document) {
	old, order := map[string]model.Clause{}, [2][]string{}
	for c := range was.AllClauses() {
		old[c.ID.Value] = *c
	}
	stay := map[string]bool{}
	for c := range now.AllClauses() {
		id := c.ID.Value
		before, found := old[id]
		switch {
		case !found:
			j.note(Change{Added, now.ID.Value, id, "", c.Text.Value})
			continue
		case before.Text.Value != c.Text.Value:
			j.note(Change{Reworded, now.ID.Value, id, before.Text.Value, c.Text.Value})
		}
		stay[id] = true
		order[1] = append(order[1], id)
	}
	for c := range was.AllClauses() {
		if stay[c.ID.Value] {
			order[0] = append(order[0], c.ID.Value)
		} else {
			j.note(Change{Dropped, now.ID.Value, c.ID.Value, c.Text.Value, ""})
		}
	}
	_, kept := words.Common(order[0], order[1])
	for i, id := range order[1] {
		if !kept[i] {
			j.note(Change{Moved, now.ID.Value, id, old[id].Text.Value, old[id].Text.Value})
		}
	}
}

func passages(list []model.Passage) string {
	var texts []string
	for _, p := range list {
		texts = append(texts, p.Text.Value)
	}
	return strings.Join(texts, "\n")
}

// signs returns all adopted words of the end of an agreement.
func signs(d model.Document) string {
	var texts []string
	for _, s := range d.Signoff {
		texts = append(texts, s.Who.Value, s.Heading.Value, s.Agree.Value)
		for _, f := range s.Fields {
			texts = append(texts, f.Label.Value)
		}
	}
	return strings.Join(strings.Fields(strings.Join(texts, " ")), " ")
}
