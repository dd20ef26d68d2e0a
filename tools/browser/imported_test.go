package browser

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
	"golang.org/x/tools/txtar"

	"safeonline/tools/internal/wordfile"
)

// importSchool builds the site of an invented school from a Word file of four documents, in a copy of the project.
func importSchool(t *testing.T) *builtSite {
	t.Helper()
	root := filepath.Join(t.TempDir(), "imported")
	archive, err := txtar.ParseFile("../internal/draft/testdata/together.txtar")
	if err == nil {
		err = copyProject(project, root)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(root, "policy.docx"), wordfile.Lines(t, string(archive.Files[0].Data)), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	run := exec.Command(command(), "import", "policy.docx", "--school", "schools/fernleigh")
	run.Dir = root
	if said, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	if err := build(command(), root, "--school", "schools/fernleigh"); err != nil {
		t.Fatal(err)
	}
	site := &builtSite{root: root}
	if err := site.readPages(); err != nil {
		t.Fatal(err)
	}
	site.serveFor(t)
	return site
}

// The pages of an imported school are accessible: those that together have every structure of its site.
func TestEachKindOfPageOfAnImportedSchool(t *testing.T) {
	t.Parallel()
	site := importSchool(t)
	pages := site.read()
	due := newStructure(pages, signature)
	if len(due) < 10 {
		t.Errorf("only %d pages are looked at", len(due))
	}
	b := visitAt(t, site.url+"/")
	for _, p := range pages {
		if !due[p.address] {
			continue
		}
		b.do(chromedp.Navigate(site.url + p.address))
		b.inspectAll(p, p.address)
		b.do(screen(narrow, 640))
		b.fits(p.address)
		b.do(screen(1280, 800))
	}
}
