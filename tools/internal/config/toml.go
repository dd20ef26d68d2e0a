package config

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"safeonline/tools/internal/diag"
)

// setting is one value of a TOML file, however it is written: with a dotted key, below the heading of a table, or in
// braces.
type setting struct {
	path  string // "module.mounts[2].source"
	value string // as TOML, on one line; empty for a table
	table bool   // the heading of a table, or an empty table in braces
	at    diag.Pos
}

var index = regexp.MustCompile(`\[\d+\]`)

// shape returns the path without the numbers of entries: "module.mounts[].source".
func (s setting) shape() string { return index.ReplaceAllString(s.path, "[]") }

// name returns the path as a person would write it: "module.mounts.source".
func (s setting) name() string { return index.ReplaceAllString(s.path, "") }

// last returns the last part of the name.
func (s setting) last() string { return s.name()[len(above(s.name())):] }

// largest is how large a settings file may be, in bytes. The largest of ours has 2 KB.
const largest = 16 << 10

// settings returns the settings of a file, in order, or none if the file has a fault.
func settings(src *diag.Source, faults *diag.List) []setting {
	if len(src.Text) > largest {
		faults.Add(diag.Fault{
			Pos: diag.Pos{Source: src}, Code: diag.FileTooLarge,
			Message: fmt.Sprintf("the file is larger than %d KB", largest>>10),
			Hint:    "delete what the site does not need",
		})
		return nil
	}
	if err := toml.Unmarshal(src.Text, new(map[string]any)); err != nil {
		at := diag.Pos{Source: src}
		if where := new(toml.DecodeError); errors.As(err, &where) {
			at.Line, at.Col = where.Position()
		}
		faults.Add(diag.Fault{
			Pos: at, Code: diag.BadTOML,
			Message: fmt.Sprintf("this is not TOML: %s", strings.TrimPrefix(err.Error(), "toml: ")),
			Hint:    "write name = value, with text in \"quotes\"",
		})
		return nil
	}
	w := walker{src: src, entries: map[string]int{}}
	w.parser.Reset(src.Text)
	for w.parser.NextExpression() {
		w.expression(w.parser.Expression())
	}
	return w.found
}

// walker collects settings from the expressions of a valid TOML file.
type walker struct {
	src     *diag.Source
	parser  unstable.Parser
	table   string         // the table of the current line
	entries map[string]int // how many entries a table in [[brackets]] has so far
	found   []setting
}

func (w *walker) expression(e *unstable.Node) {
	switch e.Kind {
	case unstable.Table:
		w.table = w.join("", e.Key())
		w.add(e.Child(), setting{path: w.table, table: true})
	case unstable.ArrayTable:
		w.table = w.entry(e.Key())
		w.add(e.Child(), setting{path: w.table, table: true})
	case unstable.KeyValue:
		w.keyValue(w.table, e)
	}
}

// join adds the parts of a key to a path. A part that is a list of tables stands for its last entry.
func (w *walker) join(path string, parts unstable.Iterator) string {
	for parts.Next() {
		path = w.last(below(path, parts.Node()))
	}
	return path
}

// entry returns the path of a new entry of a list of tables.
func (w *walker) entry(parts unstable.Iterator) (path string) {
	for parts.Next() {
		path = below(w.last(path), parts.Node())
	}
	w.entries[path]++
	return w.last(path)
}

// last returns a path, or that of its last entry if it is a list of tables.
func (w *walker) last(path string) string {
	if n := w.entries[path]; n > 0 {
		return fmt.Sprintf("%s[%d]", path, n-1)
	}
	return path
}

// below adds a part of a key to a path.
func below(path string, part *unstable.Node) string {
	name := string(part.Data)
	if !plain.MatchString(name) {
		name = strconv.Quote(name)
	}
	if path == "" {
		return name
	}
	return path + "." + name
}

// plain matches a name that needs no quotes. Other names are quoted, so that they cannot be mistaken for a path.
var plain = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)

func (w *walker) add(where *unstable.Node, s setting) {
	s.at = w.src.At(int(where.Raw.Offset))
	w.found = append(w.found, s)
}

func (w *walker) keyValue(table string, e *unstable.Node) {
	parts := e.Key()
	first := parts
	first.Next()
	w.value(w.join(table, parts), first.Node(), e.Value())
}

// value adds a value, or its content. where is the place of its key.
func (w *walker) value(path string, where, v *unstable.Node) {
	children := v.Children()
	switch {
	case v.Kind == unstable.InlineTable:
		w.add(where, setting{path: path, table: true})
		for children.Next() {
			w.keyValue(path, children.Node())
		}
	case v.Kind == unstable.Array && holdsTables(v):
		for i := 0; children.Next(); i++ {
			w.value(fmt.Sprintf("%s[%d]", path, i), where, children.Node())
		}
	default:
		w.add(where, setting{path: path, value: text(v)})
	}
}

func holdsTables(array *unstable.Node) bool {
	for children := array.Children(); children.Next(); {
		if n := children.Node(); n.Kind == unstable.InlineTable || n.Kind == unstable.Array && holdsTables(n) {
			return true
		}
	}
	return false
}

// quoted returns a text as TOML, in the quotes that need no backslash if there are any.
func quoted(s string) string {
	if strings.Contains(s, `"`) && !strings.ContainsAny(s, "'\n\r\t\\") {
		return "'" + s + "'"
	}
	return strconv.Quote(s)
}

// text returns a value as TOML, on one line.
func text(v *unstable.Node) string {
	switch v.Kind {
	case unstable.String:
		return quoted(string(v.Data))
	case unstable.Array:
		var parts []string
		for children := v.Children(); children.Next(); {
			if n := children.Node(); n.Kind != unstable.Comment {
				parts = append(parts, text(n))
			}
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return string(v.Data)
}
