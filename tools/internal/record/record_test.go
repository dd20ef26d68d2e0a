package record_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/kind"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/record"
)

// Values keep their places, so that a fault can point at the value.
func ExampleDecode() {
	src := diag.NewSource("data/library/cast.yaml", []byte("- name: Ada\n  born: 2017\n  likes: [maps, tea]\n  shoes: red\n"))
	var cast []struct {
		Pos   diag.Pos
		Name  diag.Text `yaml:"name,required"`
		Born  int       `yaml:"born"`
		Likes []string  `yaml:"likes"`
	}
	faults := record.Decode(src, &cast)
	fmt.Println(cast[0].Name, "at", cast[0].Name.Pos)
	fmt.Println(cast[0].Born, cast[0].Likes)
	faults.Fprint(os.Stdout)
	// Output:
	// Ada at data/library/cast.yaml:1:9
	// 2017 [maps tea]
	// data/library/cast.yaml:4:3: error: there is no field "shoes" here
	//     4 |   shoes: red
	//       |   ^
	//   hint: known here: name, born, likes  [unknown-field]
}

// person has a field of every supported type.
type person struct {
	Pos   diag.Pos
	Name  diag.Text            `yaml:"name,required"`
	Alias string               `yaml:"alias"`
	Born  int                  `yaml:"born"`
	Likes []diag.Text          `yaml:"likes"`
	Pet   *pet                 `yaml:"pet"`
	Marks map[string]diag.Text `yaml:"marks"`
	Notes string               // not read: it has no tag
}

type pet struct {
	Name diag.Text `yaml:"name,required"`
}

func TestEachMistakeIsOneFaultAtItsPlace(t *testing.T) {
	for _, c := range []struct{ what, text, faults string }{
		{"all is well", "name: Ada\nalias: A\nborn: 2017\nlikes: [tea]\npet: { name: Rex }\nmarks: { maths: good }\n", ""},
		{"a number is text where text is wanted", "name: 1984\n", ""},
		{"so is a date, and yes", "name: 2026-09-01\nalias: yes\n", ""},
		{"so is a quoted nothing, where nothing must be said", "name: Ada\nalias: \"\"\n", ""},
		{"but not where something must", "name: \"\"\n", "1:7 empty-value"},
		{"nor are blanks", "name: \" \"\npet: { name: '  ' }\n", "1:7 empty-value; 2:14 empty-value"},
		{"nor an empty block", "name: |\n\nborn: 2017\n", "1:7 empty-value"},
		{"an empty file lacks what is required", "", "1:1 missing-field"},
		{"a comment alone too", "# nobody\n", "1:1 missing-field"},
		{"nothing where a value belongs", "name:\n", "1:6 empty-value"},
		{"null", "name: ~\n", "1:7 empty-value"},
		{"a list for text", "name: [Ada]\n", "1:7 wrong-type"},
		{"text for a list", "name: Ada\nlikes: tea\n", "2:8 wrong-type"},
		{"fields for a number", "name: Ada\nborn: { year: 2017 }\n", "2:7 wrong-type"},
		{"a number with a point", "name: Ada\nborn: 20.17\n", "2:7 wrong-type"},
		{"a number that is too large", "name: Ada\nborn: 99999999999999999999\n", "2:7 wrong-type"},
		{"text for fields", "name: Ada\npet: Rex\n", "2:6 wrong-type"},
		{"a list for a table", "name: Ada\nmarks: [good]\n", "2:8 wrong-type"},
		{"a field within a field", "name: Ada\npet:\n  nam: Rex\n", "3:3 unknown-field"},
		{"a name in capitals is another name", "Name: Ada\n", "1:1 unknown-field"},
		{"an untagged field cannot be set", "name: Ada\nNotes: x\n", "2:1 unknown-field"},
		{"a field twice", "name: Ada\nname: Bea\n", "2:1 field-twice"},
		{"in a table too", "name: Ada\nmarks:\n  maths: good\n  maths: fair\n", "4:3 field-twice"},
		{"every slip, not the first alone", "nam: Ada\nborn: x\npet: [y]\n", "1:1 unknown-field; 2:7 wrong-type; 3:6 wrong-type"},
		{"an anchor", "name: &a Ada\n", "1:7 yaml-alias"},
		{"an alias", "name: Ada\nlikes: &a [tea]\nmarks: *a\n", "2:8 yaml-alias; 3:8 yaml-alias"},
		{"a merge", "name: Ada\npet: &p { name: Rex }\n<<: *p\n", "2:6 yaml-alias; 3:1 unknown-field"},
		{"a type of YAML's", "name: !!str Ada\n", "1:7 wrong-type"},
		{"a type of one's own", "name: !crest Ada\n", "1:7 wrong-type"},
		{"no YAML, on the first line", "name: Ada: Bea\n", "1:7 bad-yaml"},
		{"no YAML, further down", "name: Ada\nborn: 2017\nalias: @x\n", "3:8 bad-yaml"},
		{"a quote that is not closed", "name: \"Ada\nborn: 2017\n", "1:7 bad-yaml"},
		{"a character that YAML refuses", "name: Ada\nalias: \x01\n", "2:1 bad-yaml"},
		{"an alias of nothing", "name: Ada\nalias: *x\n", "2:8 bad-yaml"},
		{"a rare end of line does not lead past the file", "name: [Ada]\u2028", "1:7 wrong-type"},
		{"two documents", "name: Ada\n---\nname: Bea\n", "bad-yaml"},
	} {
		var into person
		faults := record.Decode(diag.NewSource("f", []byte(c.text)), &into)
		if got := brief(faults); got != c.faults {
			t.Errorf("%s:\n got %s\nwant %s", c.what, got, c.faults)
		}
	}
}

// brief returns the place and the code of each fault.
func brief(faults diag.List) string {
	faults.Sort()
	var list []string
	for _, f := range faults {
		place := strings.TrimPrefix(strings.TrimPrefix(f.Pos.String(), "f"), ":")
		list = append(list, strings.TrimSpace(place+" "+f.Code.String()))
	}
	return strings.Join(list, "; ")
}

func TestPlacesInPartOfAFileAreThoseOfTheFile(t *testing.T) {
	text := "Dear reader,\n\nname: Ada\nborn: x\n"
	src := diag.NewSource("f", []byte(text))
	var into person
	faults := record.DecodeAt(src, []byte(text[len("Dear reader,\n\n"):]), 2, &into)
	if got := into.Name.Pos.String(); got != "f:3:7" {
		t.Errorf("the name is at %s", got)
	}
	if got := into.Pos.String(); got != "f:3:1" {
		t.Errorf("the person is at %s", got)
	}
	if got := brief(faults); got != "4:7 wrong-type" {
		t.Errorf("faults: %s", got)
	}
}

func TestAMissingFieldStaysEmpty(t *testing.T) {
	var into person
	if faults := record.Decode(diag.NewSource("f", []byte("name: Ada\n")), &into); len(faults) > 0 {
		t.Fatal(faults)
	}
	if into.Pet != nil || into.Likes != nil || into.Marks != nil || into.Born != 0 {
		t.Errorf("something was made up: %+v", into)
	}
}

// FuzzDecode checks that reading any YAML ends, and that each fault is at a place in the file.
func FuzzDecode(f *testing.F) {
	files, err := filepath.Glob("../../../data/school/policy/*.yaml")
	if err != nil || len(files) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	for _, text := range []string{"", "- a", "a: &x [*x]", "a: *x", "? [a]: b", "a: |\n b", "id: \x01", "{", "a:\n\t- b", "%YAML 3.0\n---\na",
		"id:x\n– id: “y” #\n", "- { id: 'a'b\n", "id: [a}\n  b: \"c\n\td", "id: x #é\n\u2028 y", "sections:\n  -a: \"\\q\" #\n"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		src := diag.NewSource("f", bytes.ToValidUTF8(bytes.ReplaceAll(text, []byte("\r"), []byte("\n")), nil)) // diag.Read refuses other bytes
		var into model.Document
		for _, fault := range record.Decode(src, &into) {
			lines := strings.Count(string(src.Text), "\n") + 1
			if at := fault.Pos; at.Line > lines || at.Line < 0 || at.Line > 0 && at.Col > utf8.RuneCountInString(src.Line(at.Line))+1 {
				t.Errorf("%s: a fault at %s, which is not in the file", fault.Message, at)
			}
		}
	})
}

// Every kind in a tag of the model exists, and its field has a type that kinds are for.
func TestKindsInTheModelExist(t *testing.T) {
	tagged := 0
	seen := map[reflect.Type]bool{}
	var walk func(of reflect.Type)
	walk = func(of reflect.Type) {
		switch of.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Map:
			walk(of.Elem())
		case reflect.Struct:
			for i := range of.NumField() {
				f := of.Field(i)
				if name := f.Tag.Get("kind"); name != "" {
					tagged++
					kind.Check(name, diag.Text{}, new(diag.List)) // which panics if there is none
					if f.Type != reflect.TypeFor[diag.Text]() && f.Type != reflect.TypeFor[[]diag.Text]() && f.Type != reflect.TypeFor[int]() {
						t.Errorf("%s.%s has a kind, and is of the type %s", of, f.Name, f.Type)
					}
				}
				if !seen[f.Type] {
					seen[f.Type] = true
					walk(f.Type)
				}
			}
		}
	}
	walk(reflect.TypeFor[model.Data]())
	if tagged < 15 {
		t.Errorf("only %d fields have a kind", tagged)
	}
}

func TestTheValuesOfAFieldAreCheckedAgainstItsKind(t *testing.T) {
	for _, c := range []struct{ what, text, faults string }{
		{"all are", "web: https://x.org\nphones: [0800 1111, 999]\nyear: 2017\n", ""},
		{"one is not", "web: www.x.org\n", "1:6 bad-web"},
		{"some are not", "phones: [1, 999, x]\n", "1:10 bad-phone; 1:18 bad-phone"},
		{"a number is not", "year: 17\n", "1:7 bad-date"},
		{"what has another fault has no second", "web: [x]\n", "1:6 wrong-type"},
		{"nor what is cut", "web: x # y\n", "1:6 cut-value"},
		{"nor what is empty", "web: \"\"\n", ""},
	} {
		var into struct {
			Web    diag.Text   `yaml:"web" kind:"web"`
			Phones []diag.Text `yaml:"phones" kind:"phone"`
			Year   int         `yaml:"year" kind:"day"`
		}
		if got := brief(record.Decode(diag.NewSource("f", []byte(c.text)), &into)); got != c.faults {
			t.Errorf("%s: %s, want %s", c.what, got, c.faults)
		}
	}
}
