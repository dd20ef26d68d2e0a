// Package kind knows what values of some kinds look like: web addresses, telephone numbers, emails, contacts, dates,
// ids. A field of the model names its kind in a tag, as in
//
//	Website diag.Text `yaml:"website" kind:"web"`
//
// and package record checks each value of the field when it reads it.
package kind

import (
	"fmt"

	"safeonline/tools/internal/diag"
)

// kinds maps the name in a tag to the check of a kind. A check reports at most one fault.
var kinds = map[string]func(t diag.Text, faults *diag.List){
	"web":        checkWeb,
	"repository": checkRepository,
	"phone":      checkPhone,
	"email":      checkEmail,
	"date":       checkDate,
	"day":        checkDay,
	"id":         func(t diag.Text, faults *diag.List) { CheckID(t, faults) },
	"contact":    checkContact,
}

// Check reports a value that is not of a kind. An empty value is of every kind: other checks say whether a field may be
// empty. Check panics if there is no such kind, since tags are our own.
func Check(name string, t diag.Text, faults *diag.List) {
	check := kinds[name]
	if check == nil {
		panic(fmt.Sprintf("kind: there is no kind %q", name))
	}
	if t.Value != "" {
		check(t, faults)
	}
}

// Is reports whether a value is of a kind. It panics if there is no such kind.
func Is(name, value string) bool {
	var faults diag.List
	Check(name, diag.Text{Value: value}, &faults)
	return value != "" && len(faults) == 0
}

// mended returns a hint: what to write, if that is certain, or else how such a value is written.
func mended(to, otherwise string) string {
	if to != "" {
		return "write " + to
	}
	return otherwise
}
