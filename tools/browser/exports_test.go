package browser

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"safeonline/tools/internal/offline"
)

// fileLinks matches the links of a page to files that a lesson is taken along in.
var fileLinks = regexp.MustCompile(`href="?/(take/[^" >]+)`)

// A plan is long: a link above the objective leads to what can be taken along, which begins with what is printed.
func TestPlansLeadToWhatCanBeTakenAlong(t *testing.T) {
	t.Parallel()
	plans, err := fs.Glob(os.DirFS(built().public()), "teachers/*/*/index.html")
	if err != nil || len(plans) < 20 {
		t.Fatalf("found %d plans; %v", len(plans), err)
	}
	for _, name := range plans {
		text, err := os.ReadFile(path.Join(built().public(), name))
		if err != nil {
			t.Fatal(err)
		}
		link := strings.Index(string(text), "#files")
		objective := strings.Index(string(text), "plan__aim")
		taken := regexp.MustCompile(`id="?files\b`).FindIndex(text)
		if taken == nil || link < 0 || objective < link {
			t.Errorf("%s: nothing above the objective leads to what can be taken along", name)
			continue
		}
		if _, card, _ := strings.Cut(string(text[taken[1]:]), "<li"); !strings.Contains(card[:strings.Index(card, "</li>")], "/print/") {
			t.Errorf("%s: the first card has nothing to print", name)
		}
	}
}

// Lessons in files for other programs are for teachers: their plans link to each, no other page to any, and the offline copy has none.
func TestExportsAreForTeachers(t *testing.T) {
	t.Parallel()
	site := os.DirFS(built().public())
	linked := map[string]bool{}
	pages := func(name string, entry fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".html" {
			return err
		}
		page, err := fs.ReadFile(site, name)
		for _, m := range fileLinks.FindAllSubmatch(page, -1) {
			if linked[string(m[1])] = true; !strings.HasPrefix(name, "teachers/") {
				t.Errorf("%s links to %s", name, m[1])
			}
		}
		return err
	}
	if err := fs.WalkDir(site, ".", pages); err != nil {
		t.Fatal(err)
	}
	copied, err := offline.Files(site)
	if err != nil {
		t.Fatal(err)
	}
	files := 0
	if err := fs.WalkDir(site, "take", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasSuffix(name, ".schema.json") {
			return err
		}
		if files++; !linked[name] {
			t.Errorf("no plan links to %s", name)
		}
		delete(linked, name)
		if _, is := copied[name]; is {
			t.Errorf("the offline copy has %s", name)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	for name := range linked {
		t.Errorf("a plan links to %s, which is not there", name)
	}
	if files < 200 {
		t.Errorf("found only %d files", files)
	}
}
