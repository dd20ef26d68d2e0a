// Package record reads YAML into Go structs and keeps the place of every value, so that a fault can point at it.
//
// Fields are named by `yaml` tags; a tag that ends in ",required" must be there, and a `kind` tag says what its values are
// (package kind). What a struct does not know, names
// twice or has of another type is a fault. Only plain YAML is read: no anchors, aliases, merges or custom tags.
package record

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/kind"
)

// Decode reads the YAML in src.Text into the struct or slice that into points to. Supported are structs, slices,
// pointers to structs, map[string]T, string, int, and diag.Text (a string with its place). A struct with a field
// `Pos diag.Pos` gets its place.
func Decode(src *diag.Source, into any) diag.List {
	return DecodeAt(src, src.Text, 0, into)
}

// DecodeAt is Decode for YAML that is a part of a file: text is that part and above the number of lines before it.
func DecodeAt(src *diag.Source, text []byte, above int, into any) diag.List {
	d := decoder{src: src, text: text, texts: strings.Split(string(text), "\n"), above: above, slips: newSlips(reflect.TypeOf(into))}
	d.lines = len(d.texts)
	var doc yaml.Node
	parser := yaml.NewDecoder(bytes.NewReader(text))
	if err := parser.Decode(&doc); err != nil {
		if !errors.Is(err, io.EOF) {
			d.syntax(err)
			return d.faults
		}
		doc = yaml.Node{Kind: yaml.DocumentNode, Content: []*yaml.Node{{Kind: yaml.MappingNode, Tag: "!!map", Line: 1, Column: 1}}}
	}
	if err := parser.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		d.faults.Errorf(diag.Pos{Source: src}, "bad-yaml", "keep one; remove the lines ---", "the file holds more than one document")
		return d.faults
	}
	d.value(doc.Content[0], reflect.ValueOf(into).Elem())
	return d.faults
}

type decoder struct {
	src    *diag.Source
	text   []byte
	texts  []string // its lines
	lines  int      // how many
	slips  slips
	above  int
	faults diag.List
}

func (d *decoder) at(n *yaml.Node) diag.Pos {
	return diag.Pos{Source: d.src, Line: d.line(n.Line), Col: n.Column}
}

// line turns the parser's line into the file's. The parser may be a line past the end when something is missing there,
// and takes rare characters (U+2028 is one) for ends of lines.
func (d *decoder) line(n int) int {
	return min(n, d.lines) + d.above
}

var (
	textType = reflect.TypeFor[diag.Text]()
	posType  = reflect.TypeFor[diag.Pos]()
)

func (d *decoder) value(n *yaml.Node, v reflect.Value) {
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		d.faults.Errorf(d.at(n), "yaml-alias", "write the value out where it is needed", "anchors (&) and aliases (*) are not read here")
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
	case v.Kind() == reflect.Int:
		d.number(n, v)
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
	found := map[yaml.Kind]string{yaml.MappingNode: "fields", yaml.SequenceNode: "a list"}[n.Kind]
	if found == "" {
		found = fmt.Sprintf("%q", n.Value)
	}
	d.faults.Errorf(d.at(n), "wrong-type", hint, "%s is wanted here, and this is %s", want, found)
}

// scalar gives the text of a value, whatever YAML would make of it (a number, a date, yes), but not null.
func (d *decoder) scalar(n *yaml.Node, want string) (string, bool) {
	if n.Kind != yaml.ScalarNode {
		d.wrong(n, want, "write it on one line, in \"quotes\" if it holds : or #")
		return "", false
	}
	if n.Tag == "!!null" {
		d.empty(n)
		return "", false
	}
	if n.Style&yaml.TaggedStyle != 0 {
		d.faults.Errorf(d.at(n), "wrong-type", "leave out the word that begins with !, or put the whole in \"quotes\"", "tags are not read here")
		return "", false
	}
	return d.mended(n), true
}

func (d *decoder) number(n *yaml.Node, v reflect.Value) {
	before := len(d.faults)
	s, ok := d.scalar(n, "a whole number")
	if !ok || len(d.faults) > before {
		return
	}
	i, err := strconv.Atoi(s)
	if err != nil || strconv.Itoa(i) != s { // 017 is 15 to some programs, and 17 to others
		d.wrong(n, "a whole number", "write digits only, and no 0 before them")
		return
	}
	v.SetInt(int64(i))
}

func (d *decoder) list(n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.SequenceNode {
		d.wrong(n, "a list", "begin each entry with \"- \"")
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
		v.SetMapIndex(reflect.ValueOf(key.Value), e)
	})
}

// fields walks the pairs of a mapping and reports a key that stands twice.
func (d *decoder) fields(n *yaml.Node, each func(key, val *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		d.wrong(n, "fields", "write name: value, one a line")
		return
	}
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if line := seen[key.Value]; line != 0 {
			d.faults.Errorf(d.at(key), "field-twice", "keep one of the two", "%q stands on line %d already", key.Value, line)
			continue
		}
		seen[key.Value] = key.Line + d.above
		each(key, n.Content[i+1])
	}
}

// kind checks a field's values, one or several, against the kind that its tag names.
func (d *decoder) kind(name string, n *yaml.Node, v reflect.Value) {
	switch value := v.Interface().(type) {
	case diag.Text:
		kind.Check(name, value, &d.faults)
	case []diag.Text:
		for _, t := range value {
			kind.Check(name, t, &d.faults)
		}
	case int:
		kind.Check(name, diag.Text{Value: strconv.Itoa(value), Pos: d.at(n)}, &d.faults)
	default:
		panic(fmt.Sprintf("record: no kind can be checked of a %s", v.Type()))
	}
}

func (d *decoder) object(n *yaml.Node, v reflect.Value) {
	byName := map[string]int{}
	var names, required []string
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.Type == posType {
			v.Field(i).Set(reflect.ValueOf(d.at(n)))
			continue
		}
		name, must, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if name == "" {
			continue
		}
		byName[name] = i
		names = append(names, name)
		if must == "required" {
			required = append(required, name)
		}
	}
	if d.slipped(n, byName) {
		return
	}
	var found []string
	d.fields(n, func(key, val *yaml.Node) {
		i, ok := byName[key.Value]
		if !ok {
			d.faults.Errorf(d.at(key), "unknown-field", diag.DidYouMean(key.Value, names, "known here: "+strings.Join(names, ", ")),
				"there is no field %q here", key.Value)
			return
		}
		found = append(found, key.Value)
		before := len(d.faults)
		d.value(val, v.Field(i))
		if name := v.Type().Field(i).Tag.Get("kind"); name != "" && len(d.faults) == before {
			d.kind(name, val, v.Field(i))
		}
	})
	if n.Kind != yaml.MappingNode {
		return
	}
	for _, name := range required {
		if !slices.Contains(found, name) {
			d.faults.Errorf(d.at(n), "missing-field", "add a line "+name+": …", "the field %q is missing", name)
			continue
		}
		if t, ok := v.Field(byName[name]).Interface().(diag.Text); ok && t.Pos.Line > 0 && strings.TrimSpace(t.Value) == "" {
			d.faults.Errorf(t.Pos, "empty-value", "write a value: this field must have one", "there is no value here")
		}
	}
}
