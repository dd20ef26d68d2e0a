package record

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/kind"
)

// fields calls each for the pairs of a mapping, and reports a key that is there twice. Several such keys one after the other are
// one mistake.
func (d *decoder) fields(n *yaml.Node, each func(key, val *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		d.wrong(n, "fields", "write name: value, one a line")
		return
	}
	seen := map[string]int{}
	again := false // whether the field before was there already
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		line := seen[key.Value]
		if line != 0 && !again {
			hint := "keep one of the two"
			if n.Style&yaml.FlowStyle == 0 {
				hint += `, or, if another entry of a list begins here, type "- " before it`
			}
			d.faults.Add(diag.Fault{
				Pos: d.at(key), Code: diag.FieldTwice,
				Message: fmt.Sprintf("%q is already on line %d", key.Value, line),
				Hint:    hint, Field: key.Value,
			})
		}
		if again = line != 0; again {
			continue
		}
		seen[key.Value] = d.at(key).Line
		each(key, n.Content[i+1])
	}
}

// kind checks the value or values of a field against the kind in its tag.
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

// Advised is a struct that has advice about some fields that it does not have.
type Advised interface {
	// Advice returns the hint for an unknown field, or "" for the usual hint.
	Advice(field string) string
}

// member is a field of a struct: where its value goes, the kind of its value, if a kind is checked, and whether it may be a name alone.
type member struct {
	into    reflect.Value
	kind    string
	emptied bool
}

// members are the fields of a struct by their names in YAML, including those of embedded structs.
type members struct {
	byName          map[string]member
	names, required []string
	written         map[string]bool
}

// collect adds the fields of a struct, and sets its place.
func (m *members) collect(v reflect.Value, at diag.Pos) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.Type == posType {
			v.Field(i).Set(reflect.ValueOf(at))
			continue
		}
		if f.Anonymous {
			m.collect(reflect.Indirect(v.Field(i)), at)
			continue
		}
		name, must, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if name == "" {
			continue
		}
		m.byName[name] = member{v.Field(i), f.Tag.Get("kind"), must == "emptied"}
		m.names = append(m.names, name)
		if must == "required" {
			m.required = append(m.required, name)
		}
	}
}

// membersOf returns the fields of a type of struct.
func membersOf(of reflect.Type) members {
	m := members{byName: map[string]member{}}
	m.collect(reflect.New(of).Elem(), diag.Pos{})
	return m
}

func (d *decoder) object(n *yaml.Node, v reflect.Value) {
	m := members{byName: map[string]member{}, written: map[string]bool{}}
	m.collect(v, d.at(n))
	if n.Kind != yaml.MappingNode {
		d.wrong(n, "fields", "write "+nameBefore.FindString(d.before(n)+" ")+m.example(n))
		return
	}
	if d.slipped(n, m.byName) {
		return
	}
	if text, ok := d.bare(n, m); ok {
		d.wrong(text, "fields", "write "+nameBefore.FindString(d.before(n)+" ")+m.example(text))
		return
	}
	for i := 0; i < len(n.Content); i += 2 {
		m.written[n.Content[i].Value] = true
	}
	if d.lacking(n, m) {
		return
	}
	d.fields(d.commas(n, m), func(key, val *yaml.Node) {
		field, ok := m.byName[key.Value]
		if !ok {
			d.unknown(key, v, m)
			return
		}
		if field.emptied && val.Tag == "!!null" && val.Value == "" {
			return
		}
		before := len(d.faults)
		d.value(val, field.into)
		if field.kind != "" && len(d.faults) == before {
			d.kind(field.kind, val, field.into)
		}
		for i := before; i < len(d.faults); i++ {
			d.faults[i].Field = cmp.Or(d.faults[i].Field, key.Value)
		}
	})
	d.required(n, m)
}

// required reports the fields that must have a value, and are missing or empty.
func (d *decoder) required(n *yaml.Node, m members) {
	for _, name := range m.required {
		if !m.written[name] {
			d.faults.Add(diag.Fault{
				Pos: d.at(n), Code: diag.MissingField,
				Message: fmt.Sprintf("the field %q is missing", name),
				Hint:    "add a line " + name + ": …", Field: name,
			})
			continue
		}
		if t, ok := m.byName[name].into.Interface().(diag.Text); ok && t.Pos.Line > 0 && strings.TrimSpace(t.Value) == "" {
			d.faults.Add(diag.Fault{
				Pos: t.Pos, Code: diag.EmptyValue,
				Message: "the value is missing",
				Hint:    "write a value: this field must have one", Field: name,
			})
		}
	}
}

// unknown reports a field that a struct does not have. The field that it means is not missing.
func (d *decoder) unknown(key *yaml.Node, v reflect.Value, m members) {
	hint, field := "", key.Value
	if a, ok := v.Addr().Interface().(Advised); ok {
		hint = a.Advice(key.Value)
	}
	within, place := holder(key.Value, v.Type())
	switch meant := m.meant(key.Value, within == ""); {
	case hint != "":
	case meant != "":
		hint, field = fmt.Sprintf("did you mean %q?", meant), meant
		m.written[meant] = true
	case within != "":
		hint = place
		m.written[within] = true
	default:
		hint = "known here: " + strings.Join(m.names, ", ")
	}
	d.faults.Add(diag.Fault{
		Pos: d.at(key), Code: diag.UnknownField,
		Message: fmt.Sprintf("there is no field %q here", key.Value),
		Hint:    hint, Field: field,
	})
}

// holder returns the field of a struct whose own fields have a name, and says that the name belongs there.
func holder(name string, of reflect.Type) (field, place string) {
	for i := range of.NumField() {
		f := of.Field(i)
		field, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		in, where := f.Type, "in "
		if in.Kind() == reflect.Slice {
			in, where = in.Elem(), "in an entry of "
		} else if in.Kind() == reflect.Pointer {
			in = in.Elem()
		}
		if field != "" && in.Kind() == reflect.Struct && slices.Contains(membersOf(in).names, name) {
			return field, fmt.Sprintf("it belongs %s%q", where, field)
		}
	}
	return "", ""
}
