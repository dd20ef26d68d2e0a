package record

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// region is the lines of a file, from one on and up to another, that hold a node.
type region struct {
	lines    []string
	from, to int
}

// edited returns the lines of a node as it is now. What means the same as before stands as before.
func edited(was, now *yaml.Node, r region) []string {
	if was.Kind == yaml.SequenceNode {
		return editedList(was, now, r)
	}
	return editedFields(was, now, r)
}

// entry is an entry of a list, or a field: its node, and its lines with the comments above them.
type entry struct {
	key, value *yaml.Node // the key is nil in a list
	region
	at int // the line on which it begins, below its comments
}

// partsOf returns the entries of a list, or the fields of an object, that stand on lines of their own.
func partsOf(n *yaml.Node, r region) (list []entry) {
	step := 1
	if n.Kind == yaml.MappingNode {
		step = 2
	}
	for i := 0; i+step <= len(n.Content); i += step {
		e := entry{value: n.Content[i+step-1], region: region{r.lines, r.from, r.to}, at: n.Content[i].Line - 1}
		if step == 2 {
			e.key = n.Content[i]
		}
		if len(list) > 0 {
			e.from = e.at
			for e.from > list[len(list)-1].at+1 && idle(r.lines[e.from-1]) {
				e.from--
			}
			list[len(list)-1].to = e.from
		}
		list = append(list, e)
	}
	return list
}

// idle reports whether a line has nothing but a comment, if anything.
func idle(line string) bool {
	line = strings.TrimSpace(line)
	return line == "" || line[0] == '#'
}

// above returns the comments above an entry, and below those that follow it at the end of a file.
func (e entry) above() []string { return e.lines[e.from:e.at] }

func (e entry) below() []string {
	from := e.to
	for from > e.at+1 && idle(e.lines[from-1]) {
		from--
	}
	return e.lines[from:e.to]
}

func (e entry) whole() []string { return e.lines[e.from:e.to] }

func editedFields(was, now *yaml.Node, r region) (lines []string) {
	old := partsOf(was, r)
	indent := was.Column - 1
	for _, name := range fieldOrder(was, now) {
		value := valueOf(now, name)
		i := slices.IndexFunc(old, func(e entry) bool { return e.key.Value == name })
		if i < 0 {
			lines = append(lines, freshField(name, value, indent)...)
			continue
		}
		lines = append(lines, editedField(old[i], value, indent)...)
	}
	return lines
}

// fieldOrder returns the names of the fields that there are now: in the order in which they were, each new one after the one that comes
// before it in the model.
func fieldOrder(was, now *yaml.Node) (names []string) {
	for i := 0; i < len(was.Content); i += 2 {
		if name := was.Content[i].Value; valueOf(now, name) != nil {
			names = append(names, name)
		}
	}
	for i := 0; i < len(now.Content); i += 2 {
		name := now.Content[i].Value
		if slices.Contains(names, name) {
			continue
		}
		at := min(1, len(names))
		for j := 0; j < i; j += 2 {
			if before := slices.Index(names, now.Content[j].Value); before >= 0 {
				at = before + 1
			}
		}
		names = slices.Insert(names, at, name)
	}
	return names
}

func editedField(e entry, value *yaml.Node, indent int) []string {
	switch {
	case same(e.value, value):
		return e.whole()
	case e.value.Kind == value.Kind && e.value.Kind != yaml.ScalarNode && e.value.Style&yaml.FlowStyle == 0 && len(value.Content) > 0 && e.value.Line > e.key.Line:
		head := e.lines[e.from : e.value.Line-1]
		below := region{e.lines, e.value.Line - 1, e.to}
		for below.from > e.at+1 && idle(e.lines[below.from-1]) { // comments above its first entry
			below.from--
		}
		return slices.Concat(head[:below.from-e.from], edited(e.value, value, below))
	}
	if e.value.Style&yaml.FlowStyle != 0 && value.Kind != yaml.ScalarNode {
		value.Style |= yaml.FlowStyle
	}
	lines := freshField(e.key.Value, value, indent)
	if comment := e.value.LineComment; comment != "" && len(lines) == 1 {
		lines[0] += " " + comment
	}
	return slices.Concat(e.above(), lines, e.below())
}

// editedList returns the lines of a list whose entries stand on lines of their own.
func editedList(was, now *yaml.Node, r region) (lines []string) {
	if was.Style&yaml.FlowStyle != 0 || len(was.Content) == 0 {
		return fresh(now, max(was.Column-1, 0))
	}
	old := partsOf(was, r)
	indent := strings.IndexByte(r.lines[old[0].at], '-')
	pairs := paired(was, now)
	for i, value := range now.Content {
		if j := pairs[i]; j >= 0 {
			lines = append(lines, editedEntry(old[j], value, indent)...)
		} else {
			lines = append(lines, freshEntry(value, indent)...)
		}
	}
	return lines
}

// paired returns for each entry of a list as it is now the index of what it was, or -1: that with its id, with the same words, or else the
// next that nothing else was.
func paired(was, now *yaml.Node) []int {
	pairs, taken := make([]int, len(now.Content)), make([]bool, len(was.Content))
	find := func(i int, is func(a, b *yaml.Node) bool) {
		for j, old := range was.Content {
			if pairs[i] < 0 && !taken[j] && is(old, now.Content[i]) {
				pairs[i], taken[j] = j, true
			}
		}
	}
	for i := range pairs {
		pairs[i] = -1
		find(i, func(a, b *yaml.Node) bool {
			return valueOf(a, "id") != nil && valueOf(b, "id") != nil && same(valueOf(a, "id"), valueOf(b, "id"))
		})
	}
	for i := range pairs {
		find(i, same)
	}
	for i := range pairs {
		find(i, func(a, b *yaml.Node) bool {
			return valueOf(a, "id") == nil && valueOf(b, "id") == nil && a.Kind == b.Kind
		})
	}
	return pairs
}

func editedEntry(e entry, value *yaml.Node, indent int) []string {
	switch {
	case same(e.value, value):
		return e.whole()
	case e.value.Kind != yaml.MappingNode || e.value.Style&yaml.FlowStyle != 0:
		if e.value.Style&yaml.FlowStyle != 0 && value.Kind == yaml.MappingNode && flat(value) {
			value.Style |= yaml.FlowStyle
		}
		return slices.Concat(e.above(), freshEntry(value, indent), e.below())
	}
	lines := slices.Clone(e.lines)
	lines[e.at] = undashed(lines[e.at], indent)
	return slices.Concat(e.above(), dashed(editedFields(e.value, value, region{lines, e.at, e.to}), indent))
}

// flat reports whether all fields of a node are single values.
func flat(n *yaml.Node) bool {
	return !slices.ContainsFunc(n.Content, func(c *yaml.Node) bool { return c.Kind != yaml.ScalarNode })
}

// undashed returns the first line of an entry without its dash, and dashed the lines with one.
func undashed(line string, indent int) string { return line[:indent] + " " + line[indent+1:] }

func dashed(lines []string, indent int) []string {
	i := slices.IndexFunc(lines, func(l string) bool { return !idle(l) })
	if i >= 0 {
		lines[i] = lines[i][:indent] + "-" + lines[i][indent+1:]
	}
	return lines
}

// fresh returns the lines of a node that was not there.
func fresh(n *yaml.Node, indent int) (lines []string) {
	if n.Kind == yaml.SequenceNode {
		for _, value := range n.Content {
			lines = append(lines, freshEntry(value, indent)...)
		}
		return lines
	}
	for i := 0; i < len(n.Content); i += 2 {
		lines = append(lines, freshField(n.Content[i].Value, n.Content[i+1], indent)...)
	}
	return lines
}

func freshField(name string, value *yaml.Node, indent int) []string {
	head := strings.Repeat(" ", indent) + name + ":"
	if value.Kind == yaml.ScalarNode || value.Style&yaml.FlowStyle != 0 || len(value.Content) == 0 {
		return inline(head+" ", value, indent)
	}
	return append([]string{head}, fresh(value, indent+2)...)
}

func freshEntry(value *yaml.Node, indent int) []string {
	if value.Kind == yaml.ScalarNode || value.Style&yaml.FlowStyle != 0 {
		return inline(strings.Repeat(" ", indent)+"- ", value, indent)
	}
	return dashed(fresh(value, indent+2), indent)
}

// broad is from which length on, in bytes, a text is broken into lines: longer lines than diag reads are nobody's.
const broad = 2000

// inline returns a node that stands behind a head. A very long text in quotes goes on in further lines, which are joined by a space.
func inline(head string, value *yaml.Node, indent int) (lines []string) {
	text := flowing(value)
	for value.Style == yaml.DoubleQuotedStyle && len(text) > broad {
		at := strings.LastIndex(text[:broad], " ")
		if at <= 0 || text[at-1] == ' ' || text[at+1] == ' ' || text[at-1] == '\\' {
			break
		}
		lines = append(lines, head+text[:at])
		head, text = strings.Repeat(" ", indent+2), text[at+1:]
	}
	return append(lines, head+text)
}

// flowing returns a node on one line.
func flowing(n *yaml.Node) string {
	var parts []string
	switch {
	case n.Kind == yaml.ScalarNode && n.Style == yaml.DoubleQuotedStyle:
		return `"` + escaped.Replace(n.Value) + `"`
	case n.Kind == yaml.ScalarNode:
		return n.Value
	case n.Kind == yaml.SequenceNode:
		for _, c := range n.Content {
			parts = append(parts, flowing(c))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	for i := 0; i < len(n.Content); i += 2 {
		parts = append(parts, n.Content[i].Value+": "+flowing(n.Content[i+1]))
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}

var escaped = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`, "\r", `\r`)
