package record

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"safeonline/tools/internal/diag"
)

// Encode returns a struct or a slice as YAML: the opposite of Decode. was is the file as it is, or nil if there is none. What is in it
// already stays as it stands there, letter by letter, with its comments: entries of a list are known by their field id, or else by what
// they hold.
func Encode(value any, was []byte) ([]byte, error) {
	now := nodeOf(reflect.ValueOf(value), member{})
	if now == nil {
		now = &yaml.Node{Kind: yaml.MappingNode}
	}
	text := bytes.TrimPrefix(was, []byte("\ufeff"))
	windows := bytes.Contains(text, []byte("\r\n"))
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		return nil, fmt.Errorf("the file as it was cannot be read: %w", err)
	}
	if doc.Kind == 0 {
		var b strings.Builder
		b.Write(text) // comments alone
		writeAll(&b, fresh(now, 0))
		return []byte(b.String()), nil
	}
	if doc.Content[0].Kind != now.Kind {
		return nil, errors.New("the file as it was holds something else")
	}
	if same(doc.Content[0], now) {
		return was, nil
	}
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	var b strings.Builder
	writeAll(&b, edited(doc.Content[0], now, region{lines, 0, len(lines)}))
	if windows {
		return []byte(strings.ReplaceAll(b.String(), "\n", "\r\n")), nil
	}
	return []byte(b.String()), nil
}

func writeAll(b *strings.Builder, lines []string) {
	for _, l := range lines {
		b.WriteString(l)
		b.WriteByte('\n')
	}
}

// nodeOf returns a value as YAML, or nil if it is empty: then nothing is written.
func nodeOf(v reflect.Value, of member) *yaml.Node {
	switch {
	case v.Type() == textType:
		return textNode(v.Interface().(diag.Text).Value, of.kind)
	case v.Kind() == reflect.String:
		return textNode(v.String(), of.kind)
	case v.Type() == numberType:
		if n := v.Interface().(diag.Number); n.Value != 0 || n.Pos.Source != nil {
			return plainNode(strconv.Itoa(n.Value))
		}
		return nil
	case v.Kind() == reflect.Int && v.Int() != 0:
		return plainNode(strconv.FormatInt(v.Int(), 10))
	case v.Kind() == reflect.Bool && v.Bool():
		return plainNode("true")
	case v.Kind() == reflect.Pointer && !v.IsNil():
		return nodeOf(v.Elem(), of)
	case v.Kind() == reflect.Struct:
		return objectNode(v)
	case v.Kind() == reflect.Slice && !v.IsNil():
		return listNode(v, of)
	}
	return nil
}

func plainNode(text string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Value: text} }

// mostPlain is how many words a text may have that stands without quotes. Of more, a colon or a # is likely when somebody edits it.
const mostPlain = 4

func textNode(text, kind string) *yaml.Node {
	switch {
	case text == "":
		return nil
	case kind == "" && (len(strings.Fields(text)) > mostPlain || !isPlain(text)):
		return &yaml.Node{Kind: yaml.ScalarNode, Value: text, Style: yaml.DoubleQuotedStyle}
	}
	return plainNode(text)
}

// isPlain reports whether a text means itself in YAML without quotes, also inside { }.
func isPlain(text string) bool {
	if text != strings.TrimSpace(text) || strings.ContainsFunc(text, func(r rune) bool { return strings.ContainsRune(":#{}[],&*!|>'\"%@`\\?", r) || r < ' ' || r > 0x24f }) {
		return false
	}
	if strings.HasPrefix(text, "-") || strings.HasPrefix(text, "=") || strings.HasPrefix(text, "~") {
		return false
	}
	var n yaml.Node
	return yaml.Unmarshal([]byte(text), &n) == nil && len(n.Content) == 1 && n.Content[0].Tag == "!!str" &&
		!slices.Contains([]string{"yes", "no", "on", "off", "y", "n"}, strings.ToLower(text))
}

func listNode(v reflect.Value, of member) *yaml.Node {
	list := &yaml.Node{Kind: yaml.SequenceNode}
	for i := range v.Len() {
		if n := nodeOf(v.Index(i), of); n != nil {
			list.Content = append(list.Content, n)
		}
	}
	if !slices.ContainsFunc(list.Content, func(n *yaml.Node) bool { return n.Kind != yaml.ScalarNode }) {
		list.Style = yaml.FlowStyle
	}
	return list
}

// objectNode returns a struct as fields. One that can hold single values only stands in braces.
func objectNode(v reflect.Value) *yaml.Node {
	fields := &yaml.Node{Kind: yaml.MappingNode}
	if v.Type() != reflect.TypeFor[diag.Pos]() && single(v.Type()) {
		fields.Style = yaml.FlowStyle
	}
	m := members{byName: map[string]member{}}
	copied := reflect.New(v.Type()).Elem()
	copied.Set(v)
	m.collect(copied, diag.Pos{})
	for _, name := range m.names {
		if value := nodeOf(m.byName[name].into, m.byName[name]); value != nil {
			fields.Content = append(fields.Content, plainNode(name), value)
		}
	}
	if len(fields.Content) == 0 {
		return nil
	}
	return fields
}

// single reports whether all fields of a type of struct are single values.
func single(of reflect.Type) bool {
	for i := range of.NumField() {
		switch f := of.Field(i).Type; {
		case f == textType, f == numberType, f == posType:
		case f.Kind() == reflect.Slice, f.Kind() == reflect.Struct, f.Kind() == reflect.Pointer, f.Kind() == reflect.Map:
			return false
		}
	}
	return true
}

// same reports whether two nodes mean the same. The order of fields means nothing.
func same(a, b *yaml.Node) bool {
	switch {
	case a.Kind != b.Kind || len(a.Content) != len(b.Content):
		return false
	case a.Kind == yaml.ScalarNode:
		return a.Value == b.Value
	case a.Kind == yaml.SequenceNode:
		return slices.EqualFunc(a.Content, b.Content, same)
	}
	for i := 0; i < len(a.Content); i += 2 {
		if other := valueOf(b, a.Content[i].Value); other == nil || !same(a.Content[i+1], other) {
			return false
		}
	}
	return true
}

// valueOf returns the value of a field, or nil.
func valueOf(n *yaml.Node, name string) *yaml.Node {
	for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == name {
			return n.Content[i+1]
		}
	}
	return nil
}
