package record

import (
	"fmt"
	"reflect"
	"slices"

	"go.yaml.in/yaml/v3"

	"safeonline/tools/internal/diag"
)

// entriesOver lays the entries of a list over those of another.
func (o *overlay) entriesOver(of reflect.Type, under, over *yaml.Node) *yaml.Node {
	l := laying{overlay: o, of: of, key: keyOf(of), named: map[string]*yaml.Node{}, behind: map[*yaml.Node]string{}, gone: map[*yaml.Node]bool{}}
	l.list = slices.Clone(under.Content)
	for _, e := range l.list {
		if id := valueOf(e, l.key); id != nil {
			l.names = append(l.names, id.Value)
		}
	}
	for _, e := range over.Content {
		l.lay(e)
	}
	merged := joined(under, over)
	merged.Content = slices.DeleteFunc(l.list, func(e *yaml.Node) bool { return l.gone[e] })
	return merged
}

// laying is a list of entries while others are laid over it.
type laying struct {
	*overlay
	of     reflect.Type
	key    string
	names  []string // of the entries beneath
	list   []*yaml.Node
	named  map[string]*yaml.Node // where the list above names an entry
	behind map[*yaml.Node]string // new entries that have a place: the id of the entry before
	gone   map[*yaml.Node]bool   // left out, once all others have found their place
}

// find returns the place of an entry in the list, or a negative number.
func (l *laying) find(id string) int {
	return slices.IndexFunc(l.list, func(e *yaml.Node) bool {
		named := valueOf(e, l.key)
		return named != nil && named.Value == id
	})
}

// lay lays one entry over the same one beneath, or adds it.
func (l *laying) lay(e *yaml.Node) {
	id := valueOf(e, l.key)
	if id == nil {
		l.list = append(l.list, e) // that it has none is reported later
		return
	}
	if first := l.named[id.Value]; first != nil {
		l.faults.Add(diag.Fault{
			Pos: l.decoder.at(id), Code: diag.DuplicateID,
			Message: fmt.Sprintf("%q is already at %s", id.Value, l.decoder.at(first)),
			Hint:    "put the fields of both into one entry",
		})
		return
	}
	l.named[id.Value] = id
	i, why, after := l.find(id.Value), l.special(l.of, e, "omit"), l.special(l.of, e, "after")
	switch {
	case i < 0 && why != nil:
		l.nothing(id, id.Value, l.names, "to leave out")
	case i < 0:
		l.insert(e, id, after)
	case why != nil:
		l.gone[l.list[i]] = true
		l.omit(e, why, l.key, id.Value)
	default:
		if after != nil {
			l.idle(e, "after", fmt.Sprintf("%q keeps the place that it has in %s", id.Value, l.under))
		}
		l.list[i] = l.overlay.lay(l.of, l.list[i], without(e, "after"))
	}
}

// insert adds a new entry behind another, and behind those that were put there before.
func (l *laying) insert(e, id, after *yaml.Node) {
	added, at := without(e, "after"), len(l.list)
	l.fresh[added] = fresh{in: l.under, name: id.Value, others: l.names, elsewhere: named(l.whole, l.key, id.Value), placeless: after == nil && len(l.names) > 0 && isPlaced(l.of)}
	if after != nil {
		at = l.find(after.Value) + 1
		if at == 0 {
			l.nothing(after, after.Value, l.names, "to put this after")
			at = len(l.list)
		}
		for at < len(l.list) && l.behind[l.list[at]] == after.Value {
			at++
		}
		l.behind[added] = after.Value
	}
	l.list = slices.Insert(l.list, at, added)
}
