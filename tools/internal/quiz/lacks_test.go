package quiz_test

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/quiz"
)

// A kind of question is made of files that are named after it, and of entries in files that all kinds share. For a kind
// that is new, this test says what is still missing. Tests of this name in packages lesson and deck say the same of Go.
func TestWhatAKindStillLacks(t *testing.T) {
	for _, k := range quiz.All() {
		for file, what := range map[string]string{
			"assets/components/question/%s.html":         "what there is to choose from, complete without a script",
			"assets/components/question/%s-answers.html": "its answers, with the feedback to each option",
			"layouts/_partials/paper/%s.html":            "the question on a worksheet",
			"layouts/_partials/paper/%s-answers.html":    "its answer on the sheet of answers",
		} {
			name := fmt.Sprintf(file, k.Name)
			if !exists(name) {
				t.Errorf("%s lacks %s: %s", k.Name, name, what)
			}
		}
		if name := fmt.Sprintf("layouts/_partials/tablet/%s.html", k.Name); k.ByPen != exists(name) {
			t.Errorf("%s must exist just if the kind is done with a pen on a tablet", name)
		}
		for _, e := range entries(k) {
			if text := read(t, e.file); !strings.Contains(text, "\n"+e.begins) {
				t.Errorf("%s lacks an entry in %s that begins %q: %s", k.Name, e.file, e.begins, e.what)
			}
		}
		const stages = "data/library/stages.yaml"
		if allowed := regexp.MustCompile(`kinds: \{.*\b` + string(k.Name) + `: \[`); !allowed.MatchString(read(t, stages)) {
			t.Errorf("%s lacks an entry in %s, in kinds: which stage may use it, and with how many options", k.Name, stages)
		}
	}
}

// exists reports whether the project has a file.
func exists(name string) bool {
	_, err := os.Stat(filepath.Join("../../..", name))
	return err == nil
}

// entry is a line that a file needs for a kind.
type entry struct{ file, begins, what string }

func entries(k quiz.Kind) []entry {
	const words = i18n.File
	name := string(k.Name)
	list := []entry{
		{words, "kind_" + name + ":", "its name in a lesson plan"},
		{words, "task_" + name + ":", "how to answer it with a pencil"},
		{"assets/ts/question.ts", "  " + name + ":", "its view, from assets/ts/views"},
		{"assets/components/question/examples.yaml", "  kind: " + name + "\n", "an example, which the tests of all kinds try"},
		{"docs/authoring.md", "| " + name + " |", "how to write it"},
	}
	if k.ByPen {
		list = append(list, entry{words, "tablet_" + name + ":", "how to answer it with a pen on a tablet"}, entry{words, "tablet_say_" + name + ":", "what to say to it there"})
	}
	if !k.Ends {
		list = append(list, entry{words, "quiz_choose_" + name + ":", "what is said to a pupil who checks it without an answer"})
	}
	return list
}

// Only files that are named after a kind name it, the tables of packages deck and lesson, and the formats of export, which say which kinds
// other people's programs know. All else asks Kind.
func TestNoOtherCodeNamesAKind(t *testing.T) {
	var names []string
	for _, k := range quiz.All() {
		names = append(names, string(k.Name))
	}
	named := regexp.MustCompile(`(?i)\bquiz\.(` + strings.Join(names, "|") + `)\b`)
	tables := []string{"deck/question.go", "lesson/quiz.go"}
	err := filepath.WalkDir("../..", func(name string, entry fs.DirEntry, err error) error {
		rel := filepath.ToSlash(strings.TrimPrefix(name, filepath.Join("..", "..", "internal")+string(filepath.Separator)))
		of := strings.TrimSuffix(entry.Name(), ".go")
		if err != nil || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") || slices.Contains(tables, rel) || slices.Contains(names, of) || path.Dir(rel) == "export" {
			return err
		}
		text, err := os.ReadFile(name)
		if m := named.Find(text); m != nil {
			t.Errorf("%s names %s: give Kind a field for what it asks", rel, m)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("../../..", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
