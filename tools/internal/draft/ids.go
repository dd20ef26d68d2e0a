package draft

import (
	"fmt"
	"strings"

	"safeonline/tools/internal/kind"
	"safeonline/tools/internal/site"
)

// ids gives out names that nothing else has.
type ids map[string]bool

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
	if taken[id] {
		id += "-section"
	}
	return taken.free(id)
}

func (taken ids) free(id string) string {
	one := id
	for n := 2; taken[one]; n++ {
		one = fmt.Sprintf("%s-%d", id, n)
	}
	taken[one] = true
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
