package record

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"safeonline/tools/internal/diag"
)

// commas reports each value in { } that a comma ends too early, and returns the mapping without the words after the comma,
// which YAML takes for the names of fields.
func (d *decoder) commas(n *yaml.Node, m members) *yaml.Node {
	if n.Kind != yaml.MappingNode || n.Style&yaml.FlowStyle == 0 {
		return n
	}
	kept := *n
	kept.Content = nil
	for i := 0; i+1 < len(n.Content); {
		end := i + 2
		for end+1 < len(n.Content) && d.afterComma(n.Content[end], n.Content[end+1], m) {
			end += 2
		}
		kept.Content = append(kept.Content, n.Content[i], n.Content[i+1])
		if val := n.Content[i+1]; end > i+2 && val.Kind == yaml.ScalarNode && !d.colonless(val) {
			d.comma(n.Content[i+1:end], m)
		} else {
			kept.Content = append(kept.Content, n.Content[i+2:end]...)
		}
		i = end
	}
	return &kept
}

// afterComma reports whether a field in { } is words of the value before it: it has no colon, or a name with a space, which
// resembles no field's.
func (d *decoder) afterComma(key, val *yaml.Node, m members) bool {
	if key.Kind != yaml.ScalarNode || val.Kind != yaml.ScalarNode {
		return false
	}
	return d.colonless(val) || strings.Contains(key.Value, " ") && m.meant(key.Value, true) == ""
}

// colonless reports whether a value in { } is missing because its field has no colon.
func (d *decoder) colonless(val *yaml.Node) bool {
	return val.Tag == "!!null" && val.Value == "" && !strings.HasSuffix(d.before(val), ":")
}

// bare returns the text in { } without any field, as one value. It returns false if a field is there.
func (d *decoder) bare(n *yaml.Node, m members) (*yaml.Node, bool) {
	if n.Style&yaml.FlowStyle == 0 || len(n.Content) == 0 {
		return nil, false
	}
	text := *n.Content[0]
	text.Value = ""
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if _, known := m.byName[key.Value]; known || key.Kind != yaml.ScalarNode || !d.colonless(n.Content[i+1]) {
			return nil, false
		}
		if i > 0 {
			text.Value += "," + d.spaces(key)
		}
		text.Value += key.Value
	}
	return &text, true
}

// comma reports a value that a comma ends. parts are the value, and then the names and values that YAML takes its other words
// for.
func (d *decoder) comma(parts []*yaml.Node, m members) {
	whole, key := parts[0].Value, parts[1]
	for i := 1; i+1 < len(parts); i += 2 {
		whole += "," + d.spaces(parts[i]) + parts[i].Value
		if val := parts[i+1].Value; val != "" {
			whole += ": " + val
		}
	}
	at := d.at(key)
	if before := d.before(key); strings.HasSuffix(before, ",") {
		at.Col = utf8.RuneCountInString(before)
	}
	hint := inQuotes(whole)
	if name, value, ok := strings.Cut(key.Value, " "); ok && slices.Contains(m.names, name) && len(parts) == 3 && parts[2].Value == "" {
		hint += ", or, if " + name + " is a field, " + typeField(name, value)
	}
	d.faults.Add(diag.Fault{
		Pos: at, Code: diag.BadYAML,
		Message: fmt.Sprintf("the comma ends the value, and %q is read as another field", key.Value),
		Hint:    hint,
	})
}

// before returns the text before a value on its line, without the spaces at its end.
func (d *decoder) before(n *yaml.Node) string {
	line := d.textOf(n.Line)
	return strings.TrimRight(line[:len(line)-len(skip(line, n.Column-1))], " ")
}

// spaces returns the spaces between a comma and the value after it.
func (d *decoder) spaces(n *yaml.Node) string {
	before := d.before(n)
	if !strings.HasSuffix(before, ",") {
		return " " // the comma ends the line above
	}
	return strings.Repeat(" ", n.Column-1-utf8.RuneCountInString(before))
}
