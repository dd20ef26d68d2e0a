package site

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/model"
)

// unasked are the fields of a school that no family misses: those that it must have, and those of the site itself.
var unasked = []string{"inherits", "name", "short", "site", "slug", "crest", "domain", "repository", "security", "frames", "people"}

// A field that is added to school.yaml is one that the school is asked for, or one that nobody misses.
func TestTheSchoolIsAskedForEachField(t *testing.T) {
	asked := (&Site{}).Unknown().Fields
	for i := range reflect.TypeFor[model.School]().NumField() {
		name, _, _ := strings.Cut(reflect.TypeFor[model.School]().Field(i).Tag.Get("yaml"), ",")
		if name != "" && slices.Contains(asked, name) == slices.Contains(unasked, name) {
			t.Errorf("%s: add it to Unknown, or to the fields that nobody misses", name)
		}
	}
}
