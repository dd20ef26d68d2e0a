package view

import (
	"reflect"
	"strings"

	"safeonline/tools/internal/diag"
)

// Record is a record of the model as templates see it.
type Record = map[string]any

// Fields returns a record of the model, or a list of records, as templates see it: each field by its name in YAML, with _ in
// place of -. Words are typeset, except in fields that have the tag typeset:"no", such as adopted words and names of files, or
// whose kind package kind checks, such as addresses. A field that is added to a record reaches the templates without a change
// here.
func Fields(record any) any { return asData(reflect.ValueOf(record), false) }

// With returns a record as Fields does, with other values in addition, or in the place of its own.
func With(record any, others Record) Record { return object(reflect.ValueOf(record), others) }

var textType, numberType = reflect.TypeFor[diag.Text](), reflect.TypeFor[diag.Number]()

func asData(v reflect.Value, exact bool) any {
	switch {
	case v.Type() == textType:
		if exact {
			return v.Interface().(diag.Text).Value
		}
		return Typeset(v.Interface().(diag.Text))
	case v.Type() == numberType:
		return v.Interface().(diag.Number).Value
	case v.Kind() == reflect.Pointer && v.IsNil():
		return nil
	case v.Kind() == reflect.Pointer:
		return asData(v.Elem(), exact)
	case v.Kind() == reflect.Slice:
		list := make([]any, v.Len())
		for i := range list {
			list[i] = asData(v.Index(i), exact)
		}
		return list
	case v.Kind() == reflect.Map:
		named := Record{}
		for key, value := range v.Seq2() {
			named[key.String()] = asData(value, exact)
		}
		return named
	case v.Kind() == reflect.Struct:
		return object(v, Record{})
	}
	return v.Interface() // a number, or true or false
}

// object adds the fields of a record to those that are there already, and returns them.
func object(v reflect.Value, to Record) Record {
	for i := range v.NumField() {
		field := v.Type().Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("yaml"), ",")
		name = strings.ReplaceAll(name, "-", "_")
		if _, there := to[name]; name != "" && !there {
			to[name] = asData(v.Field(i), field.Tag.Get("kind") != "" || field.Tag.Get("typeset") == "no")
		}
		if field.Anonymous {
			object(v.Field(i), to)
		}
	}
	return to
}
