package draft

import (
	"fmt"
	"strings"

	"safeonline/tools/internal/kind"
	"safeonline/tools/internal/site"
)

// ids gives out names that nothing else has. It maps each name to the last number that was put behind it, from 1.
type ids map[string]int

// take returns the id that a text becomes, with a number if it is taken.
func (taken ids) take(text, otherwise string) string {
	id := kind.MakeID(strings.NewReplacer("'", "", "’", "").Replace(text))
	if id == "" {
		id = otherwise
	}
	return taken.free(id)
}

// section returns the id of a section. One that is the id of a document gets another ending than clauses have.
func (taken ids) section(name, document string) string {
	id := kind.MakeID(strings.NewReplacer("'", "", "’", "").Replace(name))
	if id == "" {
		id = document
	}
	if taken[id] > 0 {
		id += "-section"
	}
	return taken.free(id)
}

// free returns an id itself, or with the first number behind it that is not taken.
func (taken ids) free(id string) string {
	one, n := id, taken[id]
	for taken[one] > 0 {
		n++
		one = fmt.Sprintf("%s-%d", id, n)
	}
	taken[id] = max(n, 1)
	taken[one] = max(taken[one], 1)
	return one
}

// slug returns a free slug for a title.
func (taken ids) slug(title string) string {
	id := kind.MakeID(strings.NewReplacer("'", "", "’", "").Replace(title))
	if !site.CanBeSlug(id) {
		id = strings.Trim("rule-"+id, "-")
	}
	return taken.free(id)
}
