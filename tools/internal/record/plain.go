package record

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"safeonline/tools/internal/diag"
)

// empty reports a value that is missing, or that YAML takes for an empty one.
func (d *decoder) empty(n *yaml.Node) {
	switch rest := strings.TrimSpace(d.after(n)); {
	case n.Value != "":
		d.faults.Add(diag.Fault{
			Pos: d.at(n), Code: diag.EmptyValue,
			Message: fmt.Sprintf("YAML takes %q for an empty value", n.Value),
			Hint:    "write a value, or delete the line; if you mean the word itself, write " + quoted(n.Value),
		})
	case strings.HasPrefix(rest, "#"):
		d.faults.Add(diag.Fault{
			Pos: d.at(n), Code: diag.CutValue,
			Message: "the value is missing: text after # is a comment",
			Hint:    cutHint(rest),
		})
	case d.colonless(n):
		d.faults.Add(diag.Fault{
			Pos: d.at(n), Code: diag.EmptyValue,
			Message: "the value is missing",
			Hint:    "write a colon, a space and a value after the name",
		})
	default:
		d.faults.Add(diag.Fault{
			Pos: d.at(n), Code: diag.EmptyValue,
			Message: "the value is missing",
			Hint:    "write a value, or delete the line",
		})
	}
}

const cutMessage = "the value ends before the #: the rest is a comment"

func cutHint(whole string) string {
	return "if the # belongs to the value, write " + short(quoted(whole)) + "; put a comment on its own line"
}

// mended returns a value as its author means it, and reports where YAML would read something else. One mistake is one
// fault, so nothing else is said of the value.
func (d *decoder) mended(n *yaml.Node) string {
	text := n.Value
	if n.Style == 0 {
		d.whole(n)
		text = d.straight(n)
	}
	d.faults.Characters(diag.Text{Value: text, Pos: d.at(n)})
	return text
}

// whole reports an unquoted value that a comment follows: " #" begins a comment anywhere, but whoever writes "Rule #1"
// means all of it.
func (d *decoder) whole(n *yaml.Node) {
	if comment := strings.TrimSpace(d.after(n)); strings.HasPrefix(comment, "#") {
		d.faults.Add(diag.Fault{
			Pos: d.at(n), Code: diag.CutValue,
			Message: cutMessage,
			Hint:    cutHint(n.Value + " " + comment),
		})
	}
}

// after returns the text after an unquoted value, on the value's last line.
func (d *decoder) after(n *yaml.Node) string {
	line, text := n.Line, skip(d.textOf(n.Line), n.Column-1)
	for _, word := range strings.Fields(n.Value) {
		for text = strings.TrimLeft(text, " \t"); text == "" && line < d.lines; text = strings.TrimLeft(text, " \t") {
			line++
			text = d.textOf(line)
		}
		rest, ok := strings.CutPrefix(text, word)
		if !ok {
			return ""
		}
		text = rest
	}
	return text
}

// skip returns a line without its first characters.
func skip(line string, characters int) string {
	for range characters {
		_, size := utf8.DecodeRuneInString(line)
		line = line[size:]
	}
	return line
}

// straight reports a value in curly quotes, which would be printed with it. Quotes at the beginning of a longer value
// are right: “Tell me,” she said.
func (d *decoder) straight(n *yaml.Node) string {
	text := n.Value
	first, size := utf8.DecodeRuneInString(text)
	last, lastSize := utf8.DecodeLastRuneInString(text)
	if !strings.ContainsRune(opening, first) || len(text) <= size {
		return text
	}
	inner := text[size:]
	closed := strings.ContainsAny(inner, ending+`"`)
	ends := strings.ContainsRune(ending+`"'`, last)
	if ends {
		inner = inner[:len(inner)-lastSize]
	}
	if closed && (!ends || strings.ContainsAny(inner, "“”„«»")) {
		return text
	}
	hint := "put straight quotes around the whole value, or none"
	if closed {
		hint = "type straight quotes: " + short(quoted(inner))
	}
	d.faults.Add(diag.Fault{
		Pos: d.at(n), Code: diag.CurlyQuotes,
		Message: fmt.Sprintf("the curly quote %c would be shown as part of the value", first),
		Hint:    hint,
	})
	return inner
}

// slipped reports a field whose name shows a mistake in its line. Otherwise the line would count as an unknown field,
// and the field that is meant as missing.
func (d *decoder) slipped(n *yaml.Node, fields map[string]member) bool {
	before := len(d.faults)
	for i := 0; i+1 < len(n.Content) && n.Kind == yaml.MappingNode; i += 2 {
		key := n.Content[i]
		if _, ok := fields[key.Value]; ok || key.Kind != yaml.ScalarNode {
			continue
		}
		if name, value, ok := strings.Cut(key.Value, ":"); ok && d.slips.names[name] {
			d.faults.Add(diag.Fault{
				Pos: d.at(key), Code: diag.BadYAML,
				Message: fmt.Sprintf("there is no space after %q", name+":"),
				Hint:    typeField(name, value),
			})
		} else if s, ok := d.slips.atHead(d.textOf(key.Line)); ok {
			d.slip(key.Line, s)
		}
	}
	return len(d.faults) > before
}
