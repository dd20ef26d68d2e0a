package site

import (
	"reflect"
	"regexp"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// blank is where the words of a trust name the school, as pages do.
var blank = regexp.MustCompile(`\{\{<\s*school\s+([\w-]+)\s*>\}\}`)

// fill puts words of the school into the blanks of a part of its files: a trust's words are for all of its schools.
func (c *checker) fill(part any) {
	each(reflect.ValueOf(part), func(t *diag.Text) {
		if !strings.Contains(t.Value, "{{<") {
			return
		}
		t.Value = blank.ReplaceAllStringFunc(t.Value, func(written string) string {
			switch field := blank.FindStringSubmatch(written)[1]; field {
			case "name":
				return c.data.School.Name.Value
			case "short":
				return c.data.School.Short.Value
			default:
				if t.Pos.Source == nil {
					return written // a sentence that was made of others
				}
				c.known(diag.UnknownField, "blank for", diag.Text{Value: field, Pos: t.Pos}, blanks, "write {{< school name >}} or {{< school short >}}")
				return written
			}
		})
	})
}

// blanks are the fields of a school that its trust's words can have.
var blanks = namesOf("name", "short")

// fillDocuments fills the documents. A clause with blanks keeps what it was: its review is of that, and the same for each school.
func (c *checker) fillDocuments() {
	for _, d := range c.data.Documents {
		for cl := range d.AllClauses() {
			if cl.Blank == nil && blank.MatchString(cl.Text.Value+cl.Say.Value) {
				was := *cl
				cl.Blank = &was
			}
		}
	}
	c.fill(c.data.Documents)
	c.fill(c.data.History.Editions)
}

var (
	aText  = reflect.TypeFor[diag.Text]()
	aPlace = reflect.TypeFor[diag.Pos]()
	asIs   = reflect.TypeFor[*model.Clause]() // with its blanks
)

// each calls f for each text of a record, or of a list of them.
func each(v reflect.Value, f func(*diag.Text)) {
	switch {
	case v.Type() == aText:
		f(v.Addr().Interface().(*diag.Text))
	case v.Type() == aPlace, v.Type() == asIs:
	case v.Kind() == reflect.Pointer && !v.IsNil():
		each(v.Elem(), f)
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			each(v.Index(i), f)
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			each(v.Field(i), f)
		}
	}
}
