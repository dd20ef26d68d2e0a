package export

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"safeonline/tools/internal/sample"
)

// Question sets hold what their content types ask for, and a set that does not is refused.
func TestQuestionSetsMeetTheirSemantics(t *testing.T) {
	words, f := sample.Words(t), format(t, "h5p")
	var content []byte // at last, that of the hostile lesson, which has every kind of question
	for _, l := range someLessons(t) {
		file, err := f.File(words, l, nil)
		must(t, err)
		content, err = fs.ReadFile(unpacked(t, file.Body), "content/content.json")
		must(t, err)
		for _, fault := range faultsOfSet(t, content) {
			t.Errorf("%s: %s", file.Path, fault)
		}
	}
	for _, wrong := range [][2]string{
		{`"introPage":`, `"intro":`}, {`"progressType":"dots"`, `"progressType":"stars"`}, {`"passPercentage":50`, `"passPercentage":"50"`},
		{`"passPercentage":50`, `"passPercentage":101`}, {`"showAnimations":false,`, ``}, {`"showResultPage":true`, `"showResultPage":1`},
		{`H5P.MultiChoice 1.16`, `H5P.MultiChoice 1.99`}, {`"library":"H5P.DragText`, `"kind":"H5P.DragText`}, {`"correct":true`, `"correct":"yes"`},
		{`"type":"single"`, `"type":"one"`}, {`"text":"\u003cp\u003e`, `"text":"\u003ctable\u003e`}, {`"text":"\u003cp\u003e`, `"text":"\u003cp id='x'\u003e`},
		{`"textField":"`, `"textField":"\u003cb\u003e`}, {`"taskDescription":`, `"task":`}, {`"from":0`, `"from":-1`}, {`"answers":[`, `"answers":[null,`},
		{`"overallFeedback":[{"from":0,"to":100}]`, `"overallFeedback":[]`},
	} {
		spoilt := strings.Replace(string(content), wrong[0], wrong[1], 1)
		if spoilt == string(content) {
			t.Errorf("the question set lacks %s", wrong[0])
		} else if faultsOfSet(t, []byte(spoilt)) == nil {
			t.Errorf("a question set may have %s in place of %s", wrong[1], wrong[0])
		}
	}
}

func faultsOfSet(t *testing.T, content []byte) []string {
	t.Helper()
	var set any
	must(t, json.Unmarshal(content, &set))
	return semanticsOf(t, questionSet.Name).faults(t, "the set", set)
}

// field is a value that a content type of H5P asks for, as its semantics describe it (https://h5p.org/semantics).
type field struct {
	Name, Type       string
	Optional, Common bool // common are the words of buttons, which a host has
	Default          any
	Fields           []field  // of a group
	Field            *field   // of each value of a list
	Options          []any    // of a select or a library
	Tags             []string // that a text may have; if it is nil, the text is no HTML
	Min, Max         *float64
}

// semanticsOf returns what a content type asks for: a group.
func semanticsOf(t *testing.T, name string) field {
	t.Helper()
	folder := "testdata/semantics"
	if *theirs != "" {
		folder = *theirs
	}
	body, err := os.ReadFile(filepath.Join(folder, name+".json"))
	must(t, err)
	of := field{Type: "group"}
	must(t, json.Unmarshal(body, &of.Fields))
	return of
}

// faults returns what is wrong with a value.
func (f field) faults(t *testing.T, at string, value any) (found []string) {
	t.Helper()
	if f.Type == "group" && len(f.Fields) == 1 { // H5P writes the only field of a group in its place
		return f.Fields[0].faults(t, at, value)
	}
	switch value := value.(type) {
	case []any:
		if f.Type == "list" && f.within(float64(len(value))) {
			for i, one := range value {
				found = append(found, f.Field.faults(t, fmt.Sprintf("%s[%d]", at, i), one)...)
			}
			return found
		}
	case map[string]any:
		switch f.Type {
		case "group":
			return f.faultsOfGroup(t, at, value)
		case "library":
			return f.faultsOfLibrary(t, at, value)
		}
	}
	if !f.fits(value) {
		return []string{fmt.Sprintf("%s is %v, want a %s that fits", at, value, f.Type)}
	}
	return nil
}

// fits reports whether a value is of the field's type and within its limits.
func (f field) fits(value any) bool {
	switch value := value.(type) {
	case bool:
		return f.Type == "boolean"
	case float64:
		return f.Type == "number" && f.within(value)
	case string:
		return f.Type == "select" && f.offers(value) || f.Type == "text" && f.allows(value)
	}
	return false
}

func (f field) within(number float64) bool {
	return (f.Min == nil || number >= *f.Min) && (f.Max == nil || number <= *f.Max)
}

// offers reports whether a choice is one of the options, which are texts, or values with labels.
func (f field) offers(choice string) bool {
	return slices.ContainsFunc(f.Options, func(o any) bool {
		if labelled, is := o.(map[string]any); is {
			o = labelled["value"]
		}
		return o == choice
	})
}

// allows reports whether a text has no elements but those that may be in it, without attributes. H5P adds four to each list.
func (f field) allows(text string) bool {
	for tokens := html.NewTokenizer(strings.NewReader(text)); ; {
		switch tokens.Next() {
		case html.ErrorToken:
			return true
		case html.TextToken:
		default:
			tag := tokens.Token()
			if f.Tags == nil || len(tag.Attr) > 0 || !slices.Contains(append([]string{"div", "span", "p", "br"}, f.Tags...), tag.Data) {
				return false
			}
		}
	}
}

func (f field) faultsOfGroup(t *testing.T, at string, values map[string]any) (found []string) {
	t.Helper()
	for _, asked := range f.Fields {
		value, has := values[asked.Name]
		switch {
		case has:
			found = append(found, asked.faults(t, at+"."+asked.Name, value)...)
		case asked.needed():
			found = append(found, fmt.Sprintf("%s lacks %s", at, asked.Name))
		}
	}
	for name := range values {
		if !slices.ContainsFunc(f.Fields, func(asked field) bool { return asked.Name == name }) {
			found = append(found, fmt.Sprintf("%s has %s, which nobody asked for", at, name))
		}
	}
	return found
}

// needed reports whether a value may not be left out.
func (f field) needed() bool {
	if f.Optional || f.Common || f.Default != nil {
		return false
	}
	return f.Type != "group" || slices.ContainsFunc(f.Fields, field.needed)
}

// faultsOfLibrary returns what is wrong with a question, which is of a content type of its own.
func (f field) faultsOfLibrary(t *testing.T, at string, values map[string]any) []string {
	t.Helper()
	library, _ := values["library"].(string)
	if !f.offers(library) {
		return []string{fmt.Sprintf("%s is of the content type %q, want one of %v", at, library, f.Options)}
	}
	name, _, _ := strings.Cut(library, " ")
	return semanticsOf(t, name).faults(t, at, values["params"])
}
