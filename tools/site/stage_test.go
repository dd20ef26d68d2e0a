package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"

	"safeonline/tools/internal/folder"
)

// A stage is data: with the project's own layouts and library, one more stage has every page that the others have, and looks and
// speaks as its record says.
func TestAnotherStageIsDataAlone(t *testing.T) {
	t.Parallel()
	home, faults, err := load(os.DirFS(project), folder.School)
	if err != nil || home == nil {
		t.Fatal(faults, err)
	}
	b := buildSchool(t, withAnotherStage(t), "schools/kiln-lane")
	b.showsDocuments(t)
	b.showsRules(t)
	b.asksForItsYears(t)
	b.namesItsSets(t)
	b.filtersLessons(t)
	b.readsRight(t)
	b.showsNoOther(t, foreignTo(t, b.site, home))
	for _, a := range b.site.Addresses {
		if _, built := b.pages[a.URL]; !built && a.Leads == "" && strings.HasSuffix(a.URL, "/") {
			t.Errorf("there is no page %s", a.URL)
		}
	}
	for address, words := range map[string]string{
		"/":                                    "Kiln years",
		"/senior/":                             "Kiln years",
		"/senior/spoiled-day/":                 "What would you choose?",
		"/senior/mix/":                         "One question",
		"/senior/certificate/":                 "Kiln Lane",
		"/present/senior/spoiled-day/":         "Question 1 of 3",
		"/teachers/":                           "Kiln years",
		"/print/senior/spoiled-day/worksheet/": "I show a member of staff",
	} {
		if text := b.pageText(t, address); !strings.Contains(text, words) {
			t.Errorf("%s does not say %q: %s", address, words, text)
		}
	}
	for _, address := range []string{"/senior/", "/senior/spoiled-day/", "/present/senior/spoiled-day/"} {
		if len(elements(b.pages[address].root, func(n *html.Node) bool { return attributeOf(n, "data-hue") == "plum" })) == 0 {
			t.Errorf("nothing on %s has the colour of the stage", address)
		}
	}
}

// withAnotherStage returns a copy of the project in which the library has one stage more, with a lesson, and a school has rules
// for it. The lesson is that of another stage, told by somebody else.
func withAnotherStage(t *testing.T) (dir string) {
	t.Helper()
	dir = copyProject(t)
	added, err := txtar.ParseFile("testdata/stage.txtar")
	must(t, err)
	lesson := strings.ReplaceAll(string(contents(t, lessons+"ks1/tell.md")), "**Bo:**", "**Odalys:**")
	added.Files = append(added.Files, txtar.File{Name: lessons + "kiln/say-so.md", Data: []byte(lesson)})
	for _, f := range added.Files {
		name := filepath.Join(dir, f.Name)
		must(t, os.MkdirAll(filepath.Dir(name), 0o755))
		to, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
		must(t, err)
		_, err = to.Write(f.Data)
		must(t, err)
		must(t, to.Close())
	}
	return dir
}
