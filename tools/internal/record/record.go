// Package record reads YAML into Go structs and keeps the place of every value, so that a fault can point at it.
//
// Fields are named by `yaml` tags. A field whose tag ends in ",required" must be there; a list whose tag ends in ",emptied" may have lost
// its last entry, so that its name stands alone. A `kind` tag says what its values are (package kind). A field that the struct does not have, that is there twice, or that has another type, is a
// fault. Only plain YAML is read: no anchors, aliases, merges or custom tags.
package record

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"safeonline/tools/internal/diag"
)

// Decode reads the YAML in src.Text into the struct or slice that into points to. It supports structs, slices, pointers
// to structs, map[string]T, string, int, bool, diag.Text and diag.Number (with their places). If a struct has a field `Pos
// diag.Pos`, Decode sets it. The fields of embedded structs, and of pointers to embedded structs that are not nil, are
// the struct's own.
func Decode(src *diag.Source, into any) diag.List {
	return DecodeAt(src, src.Text, 0, into)
}

// DecodeAt is like Decode, for YAML that is part of a file: text is that part, and above is the number of lines before
// it.
func DecodeAt(src *diag.Source, text []byte, above int, into any) diag.List {
	d := newDecoder(src, text, above, into)
	if root := d.parse(); root != nil {
		d.value(root, reflect.ValueOf(into).Elem())
	}
	return d.faults
}

// decoder reads one text, or several that are laid over one another. Their lines are then counted one text after another.
type decoder struct {
	sheets []sheet
	text   []byte   // of the first sheet
	texts  []string // the lines of all
	lines  int      // how many
	slips  slips
	fresh  map[*yaml.Node]fresh
	faults diag.List
}

// sheet is the text of a file, or of a part of it.
type sheet struct {
	src    *diag.Source
	above  int // how many lines of the file are before the text
	before int // how many lines are in the sheets before this one
}

func newDecoder(src *diag.Source, text []byte, above int, into any) *decoder {
	d := &decoder{sheets: []sheet{{src: src, above: above}}, text: text, texts: strings.Split(string(text), "\n"), slips: newSlips(reflect.TypeOf(into))}
	d.lines = len(d.texts)
	return d
}

// parse returns the value in the text, or nil if that is not YAML. A text without a value has no fields.
func (d *decoder) parse() *yaml.Node {
	var doc yaml.Node
	parser := yaml.NewDecoder(bytes.NewReader(d.text))
	if err := parser.Decode(&doc); err != nil {
		if !errors.Is(err, io.EOF) {
			d.syntax(err)
			return nil
		}
		doc = yaml.Node{Kind: yaml.DocumentNode, Content: []*yaml.Node{{Kind: yaml.MappingNode, Tag: "!!map", Line: 1, Column: 1}}}
	}
	if err := parser.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		d.faults.Add(diag.Fault{
			Pos: diag.Pos{Source: d.sheets[0].src}, Code: diag.BadYAML,
			Message: "the file has more than one document",
			Hint:    "keep one, and delete the lines ---",
		})
		return nil
	}
	return doc.Content[0]
}

func (d *decoder) at(n *yaml.Node) diag.Pos { return d.place(n.Line, n.Column) }

// place converts the parser's line to the file's. The parser may name a line after the end when something is missing
// there, and counts rare characters (such as U+2028) as line ends.
func (d *decoder) place(line, col int) diag.Pos {
	line = min(line, d.lines)
	in := d.sheets[0]
	for _, s := range d.sheets[1:] {
		if line > s.before {
			in = s
		}
	}
	return diag.Pos{Source: in.src, Line: line - in.before + in.above, Col: col}
}

var (
	textType   = reflect.TypeFor[diag.Text]()
	numberType = reflect.TypeFor[diag.Number]()
	posType    = reflect.TypeFor[diag.Pos]()
)

func (d *decoder) value(n *yaml.Node, v reflect.Value) {
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		d.faults.Add(diag.Fault{
			Pos: d.at(n), Code: diag.YAMLAlias,
			Message: "anchors (&) and aliases (*) are not used here",
			Hint:    "write the value itself in each place",
		})
		return
	}
	switch {
	case v.Type() == textType:
		if s, ok := d.scalar(n, "text"); ok {
			v.Set(reflect.ValueOf(diag.Text{Value: s, Pos: d.at(n)}))
		}
	case v.Kind() == reflect.String:
		if s, ok := d.scalar(n, "text"); ok {
			v.SetString(s)
		}
	case v.Type() == numberType:
		if i, ok := d.number(n); ok {
			v.Set(reflect.ValueOf(diag.Number{Value: i, Pos: d.at(n)}))
		}
	case v.Kind() == reflect.Int:
		if i, ok := d.number(n); ok {
			v.SetInt(int64(i))
		}
	case v.Kind() == reflect.Bool:
		d.yes(n, v)
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(n, v.Elem())
	case v.Kind() == reflect.Struct:
		d.object(n, v)
	case v.Kind() == reflect.Slice:
		d.list(n, v)
	case v.Kind() == reflect.Map:
		d.table(n, v)
	default:
		panic(fmt.Sprintf("record: no reader for %s", v.Type()))
	}
}

func (d *decoder) wrong(n *yaml.Node, want, hint string) {
	if s, ok := d.slips.atHead(d.textOf(n.Line)); ok {
		d.slip(n.Line, s)
		return
	}
	if n.Tag == "!!null" {
		d.empty(n)
		return
	}
	found := map[yaml.Kind]string{yaml.MappingNode: "fields", yaml.SequenceNode: "a list"}[n.Kind]
	if found == "" {
		found = fmt.Sprintf("%q", n.Value)
	}
	d.faults.Add(diag.Fault{
		Pos: d.at(n), Code: diag.WrongType,
		Message: fmt.Sprintf("expected %s, found %s", want, found),
		Hint:    hint,
	})
}

// scalar returns the text of a value, even if YAML takes it for a number, a date or a boolean, but not if it is null.
func (d *decoder) scalar(n *yaml.Node, want string) (string, bool) {
	if n.Kind != yaml.ScalarNode {
		hint := "write it on one line, without brackets"
		if want == "text" {
			hint = oneText(n)
		}
		d.wrong(n, want, hint)
		return "", false
	}
	if n.Tag == "!!null" {
		d.empty(n)
		return "", false
	}
	if n.Style&yaml.TaggedStyle != 0 {
		d.faults.Add(diag.Fault{
			Pos: d.at(n), Code: diag.WrongType,
			Message: "tags are not used here",
			Hint:    "delete the word that begins with !, or put the whole value in \"quotes\"",
		})
		return "", false
	}
	return d.mended(n), true
}

func (d *decoder) number(n *yaml.Node) (int, bool) {
	before := len(d.faults)
	s, ok := d.scalar(n, "a whole number")
	if !ok || len(d.faults) > before {
		return 0, false
	}
	i, err := strconv.Atoi(s)
	if err != nil || strconv.Itoa(i) != s { // some programs read 017 as 15, others as 17
		d.wrong(n, "a whole number", oneNumber(s))
		return 0, false
	}
	return i, true
}

func (d *decoder) yes(n *yaml.Node, v reflect.Value) {
	s, ok := d.scalar(n, "true or false")
	if !ok {
		return
	}
	if n.Style != 0 || s != "true" && s != "false" {
		d.wrong(n, "true or false", "write the word true or false, without quotes")
		return
	}
	v.SetBool(s == "true")
}

func (d *decoder) list(n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.SequenceNode {
		d.wrong(n, "a list", entryHint(n, v.Type().Elem()))
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content)))
	for i, c := range n.Content {
		d.value(c, v.Index(i))
	}
}

func (d *decoder) table(n *yaml.Node, v reflect.Value) {
	v.Set(reflect.MakeMap(v.Type()))
	d.fields(n, func(key, val *yaml.Node) {
		e := reflect.New(v.Type().Elem()).Elem()
		d.value(val, e)
		v.SetMapIndex(reflect.ValueOf(key.Value).Convert(v.Type().Key()), e)
	})
}
