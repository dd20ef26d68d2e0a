package view

import (
	"reflect"
	"strings"

	"safeonline/tools/internal/diag"
)

// Fields returns a record of the model, or a list of records, as templates see it: each field by its name in YAML, with _ in
// place of -. Words are typeset, except in fields that have the tag typeset:"no", such as adopted words and names of files, or
// whose kind package kind checks, such as addresses. A field that is added to a record reaches the templates without a change
// here.
func Fields(record any) any { return asData(reflect.ValueOf(record), false) }

var textType = reflect.TypeFor[diag.Text]()

func asData(v reflect.Value, exact bool) any {
	switch {
	case v.Type() == textType:
		if exact {
			return v.Interface().(diag.Text).Value
		}
		return Typeset(v.Interface().(diag.Text))
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
	case v.Kind() == reflect.Struct:
		object := map[string]any{}
		for i := range v.NumField() {
			tag := v.Type().Field(i).Tag
			if name, _, _ := strings.Cut(tag.Get("yaml"), ","); name != "" {
				object[strings.ReplaceAll(name, "-", "_")] = asData(v.Field(i), tag.Get("kind") != "" || tag.Get("typeset") == "no")
			}
		}
		return object
	}
	return v.Interface() // a number, or true or false
}
