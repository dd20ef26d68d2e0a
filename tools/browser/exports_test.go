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
