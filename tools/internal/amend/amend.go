// Package amend writes a value into a YAML file that a person looks after, and leaves every other line as it is.
package amend

import (
	"bytes"
	"errors"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Step leads to an entry of a list: the field with the list, and the id of the entry.
type Step struct{ Field, ID string }

// ErrPlace means that the file is written in a way in which the place of the value cannot be found.
var ErrPlace = errors.New("the file is written in a way in which a program cannot add to it")

// Put returns a text in which the entry at the end of a way from the top has a field with a value, which is one line. It adds entries
// that the text has not. The entry must not have the field yet.
func Put(text []byte, way []Step, field, value string) ([]byte, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		return nil, err
	}
	e := editor{lines: lineForm.FindAllString(string(text), -1), end: "\n"}
	if bytes.Contains(text, []byte("\r\n")) {
		e.end = "\r\n"
	}
	if len(doc.Content) == 0 {
		return e.insert(len(e.lines), 0, written(way, field, value))
	}
	at := doc.Content[0]
	for i, step := range way {
		list := valueOf(at, step.Field)
		if list == nil {
			return e.add(at, at == doc.Content[0], written(way[i:], field, value))
		}
		if list.Kind != yaml.SequenceNode || list.Style&yaml.FlowStyle != 0 || len(list.Content) == 0 {
			return nil, ErrPlace
		}
		entry := slices.IndexFunc(list.Content, func(n *yaml.Node) bool {
			id := valueOf(n, "id")
			return id != nil && id.Value == step.ID
		})
		if entry < 0 {
			return e.insert(e.endOf(list), list.Column-1, outdented(written(way[i:], field, value)[1:]))
		}
		at = list.Content[entry]
	}
	if valueOf(at, field) != nil {
		return nil, ErrPlace
	}
	return e.add(at, false, []string{field + ": " + value})
}

// lineForm matches a line with its end.
var lineForm = regexp.MustCompile(`[^\n]*\n|[^\n]+`)

// written returns the lines of a field with a list that has one entry, which leads on to a value.
func written(way []Step, field, value string) (lines []string) {
	if len(way) == 0 {
		return []string{field + ": " + value}
	}
	lines = []string{way[0].Field + ":", "- id: " + way[0].ID}
	for _, line := range written(way[1:], field, value) {
		lines = append(lines, "  "+line)
	}
	for i := range lines[1:] {
		lines[i+1] = "  " + lines[i+1]
	}
	return lines
}

// outdented returns lines without the two spaces that each begins with.
func outdented(lines []string) []string {
	for i := range lines {
		lines[i] = lines[i][2:]
	}
	return lines
}

// editor adds lines to a text.
type editor struct {
	lines []string
	end   string // of each line
}

// insert adds lines after some of the text's, indented like their surroundings.
func (e editor) insert(after, indent int, added []string) ([]byte, error) {
	if after > 0 && !strings.HasSuffix(e.lines[after-1], "\n") {
		e.lines[after-1] += e.end
	}
	for i := range added {
		added[i] = strings.Repeat(" ", indent) + added[i] + e.end
	}
	return []byte(strings.Join(slices.Insert(e.lines, after, added...), "")), nil
}

// add adds lines to fields: at the end of the text to those at its top, and after the id to those of an entry.
func (e editor) add(to *yaml.Node, top bool, added []string) ([]byte, error) {
	switch id := valueOf(to, "id"); {
	case to.Kind != yaml.MappingNode, !top && id == nil:
		return nil, ErrPlace
	case to.Style&yaml.FlowStyle != 0:
		return e.within(id, added)
	case top:
		return e.insert(len(e.lines), to.Column-1, added)
	default:
		return e.insert(id.Line, to.Column-1, added)
	}
}

// within adds one line to fields in braces, after their id.
func (e editor) within(id *yaml.Node, added []string) ([]byte, error) {
	if id == nil || id.Style != 0 || len(added) != 1 {
		return nil, ErrPlace
	}
	line := []rune(e.lines[id.Line-1])
	after := id.Column - 1 + len([]rune(id.Value))
	e.lines[id.Line-1] = string(line[:after]) + ", " + added[0] + string(line[after:])
	return []byte(strings.Join(e.lines, "")), nil
}

// endOf returns the number of lines up to the end of a list.
func (e editor) endOf(list *yaml.Node) int {
	end := list.Content[len(list.Content)-1].Line
	for i := end; i < len(e.lines); i++ {
		bare := strings.TrimLeft(e.lines[i], " ")
		if strings.TrimSpace(bare) == "" {
			continue
		}
		if len(e.lines[i])-len(bare) < list.Column {
			break
		}
		end = i + 1
	}
	return end
}

func valueOf(n *yaml.Node, name string) *yaml.Node {
	for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == name {
			return n.Content[i+1]
		}
	}
	return nil
}
