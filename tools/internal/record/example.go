package record

import (
	"reflect"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"safeonline/tools/internal/diag"
)

// nameBefore finds the name of a field before its value, or the hyphen of an entry, with a space after it.
var nameBefore = regexp.MustCompile(`([A-Za-z][\w-]*:|-) $`)

// example returns how a struct is written in place of another value: with that value in the field that it belongs to, if only
// one is likely.
func (m members) example(n *yaml.Node) string {
	fields := m.required
	if len(fields) == 0 {
		fields = m.names[:min(1, len(m.names))]
	}
	value := "…"
	if n.Kind == yaml.ScalarNode && n.Value != "" && len(fields) == 1 {
		value = flow(n.Value)
	}
	if slices.Contains(m.names, n.Value) {
		fields, value = []string{n.Value}, "…"
	}
	return "{ " + strings.Join(fields, ": …, ") + ": " + value + " }"
}

// entryHint returns how to write a list, of entries of a type, in place of another value.
func entryHint(n *yaml.Node, of reflect.Type) string {
	switch {
	case n.Kind == yaml.MappingNode:
		return `begin the first line of each entry with "- "`
	case of.Kind() == reflect.Struct && of != textType:
		m := members{byName: map[string]member{}}
		m.collect(reflect.New(of).Elem(), diag.Pos{})
		return `begin each entry with "- ", as in - ` + m.example(n)
	}
	return `begin each entry with "- "`
}

// flow returns a text as it is written in { }: in quotes, if it has a character that means something there.
func flow(s string) string {
	if s = short(s); strings.ContainsAny(s, ",:#{}[]\"'`&*!|>%@") {
		return quoted(s)
	}
	return s
}
