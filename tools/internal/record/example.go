package record

import (
	"reflect"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// nameBefore finds the name of a field before its value, or the hyphen of an entry, with a space after it.
var nameBefore = regexp.MustCompile(`([A-Za-z][\w-]*:|-) $`)

// example returns how a struct is written in place of another value: with that value in the field that it belongs to, if only
// one is likely, beside an id.
func (m members) example(n *yaml.Node) string {
	fields := m.required
	if len(fields) == 0 {
		fields = m.names[:min(1, len(m.names))]
	}
	beside := len(fields) == 2 && slices.Contains(fields, "id")
	value := "…"
	if n.Kind == yaml.ScalarNode && n.Value != "" && (len(fields) == 1 || beside) {
		value = flow(n.Value)
	}
	if last := len(fields) - 1; last >= 0 && m.byName[fields[last]].into.Kind() == reflect.Slice {
		value = "[…]"
	}
	if slices.Contains(m.names, n.Value) {
		fields, value = []string{n.Value}, "…"
	}
	var written []string
	for _, name := range fields {
		if name == "id" && beside {
			written = append(written, "id: …")
		} else {
			written = append(written, name+": "+value)
		}
	}
	return "{ " + strings.Join(written, ", ") + " }"
}

// oneText returns how to write one text in place of another value: a list in brackets without them.
func oneText(n *yaml.Node) string {
	var words []string
	for _, word := range n.Content {
		words = append(words, word.Value)
	}
	if n.Kind != yaml.SequenceNode || len(words) == 0 || slices.Contains(words, "") {
		return "write it on one line, in \"quotes\" if it has : or # in it"
	}
	return "write one text: " + quoted(strings.Join(words, ", "))
}

// digits finds the numbers in a text.
var digits = regexp.MustCompile(`\d+`)

// oneNumber returns how to write a number in place of a text.
func oneNumber(text string) string {
	if found := digits.FindAllString(text, -1); len(found) == 1 && found[0][0] != '0' && len(found[0]) < 10 {
		return "write digits only: " + found[0]
	}
	return "write digits only, and no 0 before them"
}

// entryHint returns how to write a list, of entries of a type, in place of another value.
func entryHint(n *yaml.Node, of reflect.Type) string {
	switch {
	case n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle != 0:
		return "put square brackets around it: [{ … }]"
	case n.Kind == yaml.MappingNode:
		return `begin the first line of each entry with "- "`
	case of.Kind() == reflect.Struct && of != textType:
		return `begin each entry with "- ", as in - ` + membersOf(of).example(n)
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
