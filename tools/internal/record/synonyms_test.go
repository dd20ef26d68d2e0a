package record

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/model"
)

// A synonym that leads to a field which no struct has would be dead, and its field may have another name now.
func TestSynonymsLeadToFieldsOfTheModel(t *testing.T) {
	fields := slips{names: map[string]bool{}}
	for data, i := reflect.TypeFor[model.Data](), 0; i < data.NumField(); i++ {
		fields.add(data.Field(i).Type, map[reflect.Type]bool{})
	}
	for word, meant := range synonyms {
		for _, field := range meant {
			if !fields.names[field] {
				t.Errorf("%q leads to %q, which is no field", word, field)
			}
		}
		if slices.Contains(meant, word) {
			t.Errorf("%q leads to itself", word)
		}
	}
}

func TestAFieldIsMeantByItsNameBySynonymOrBySpelling(t *testing.T) {
	for _, c := range []struct{ word, fields, want string }{
		{"phone", "name telephone", "telephone"},
		{"Phone", "name telephone", "telephone"},
		{"key stage", "title stage", "stage"},
		{"Text", "title text", "text"},
		{"titel", "title text", "title"},
		{"name", "title heading", "title"},
		{"logo", "title text", ""},
	} {
		m := members{byName: map[string]member{}, written: map[string]bool{}}
		for _, f := range strings.Fields(c.fields) {
			m.byName[f], m.names = member{}, append(m.names, f)
		}
		if got := m.meant(c.word, true); got != c.want {
			t.Errorf("%q among %q means %q, want %q", c.word, c.fields, got, c.want)
		}
	}
}

func TestAFieldThatIsWrittenIsNotMeantByASynonym(t *testing.T) {
	m := members{byName: map[string]member{"title": {}, "heading": {}}, names: []string{"title", "heading"}, written: map[string]bool{"title": true}}
	if got := m.meant("name", true); got != "heading" {
		t.Errorf("means %q", got)
	}
}
