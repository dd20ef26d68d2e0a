package record

import (
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// isRecord reports whether a type is a struct with fields of its own.
func isRecord(of reflect.Type) bool {
	return of.Kind() == reflect.Struct && of != textType && of != numberType && of != posType
}

// keyOf returns the field that tells records of a type apart, or "".
func keyOf(of reflect.Type) string {
	if !isRecord(of) {
		return ""
	}
	fields := fieldsOf(of)
	if _, has := fields["id"]; has {
		return "id"
	}
	for name, f := range fields {
		if f.Tag.Get("over") == "key" {
			return name
		}
	}
	return ""
}

// isPlaced reports whether a new entry of a type has to say after which it stands. Without that, one with all its fields could still be
// meant to change another, whose id is misspelt or no longer there.
func isPlaced(of reflect.Type) bool { return fieldsOf(of)["id"].Tag.Get("over") == "placed" }

// fieldsOf returns the fields of a type of struct by their names in YAML.
func fieldsOf(of reflect.Type) map[string]reflect.StructField {
	fields := map[string]reflect.StructField{}
	if !isRecord(of) {
		return fields
	}
	for _, f := range reflect.VisibleFields(of) {
		if name, _, _ := strings.Cut(f.Tag.Get("yaml"), ","); name != "" {
			fields[name] = f
		}
	}
	return fields
}

// indexOf returns the place of a field among names and values, or a negative number.
func indexOf(content []*yaml.Node, name string) int {
	for i := 0; i+1 < len(content); i += 2 {
		if content[i].Value == name {
			return i
		}
	}
	return -1
}

// valueOf returns the value of a field of a mapping, or nil.
func valueOf(n *yaml.Node, name string) *yaml.Node {
	if n.Kind == yaml.MappingNode {
		if i := indexOf(n.Content, name); i >= 0 {
			return n.Content[i+1]
		}
	}
	return nil
}

// without returns a mapping without a field.
func without(n *yaml.Node, name string) *yaml.Node {
	i := indexOf(n.Content, name)
	if i < 0 {
		return n
	}
	kept := *n
	kept.Content = slices.Delete(slices.Clone(n.Content), i, i+2)
	return &kept
}
