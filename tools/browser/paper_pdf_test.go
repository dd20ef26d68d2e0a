package browser

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The life of the PDF files: made, the same each time, offered where they are, refused when their words have changed, and
// missed by no page when they are gone.
func TestThePDFFilesAreMadeOfferedRefusedAndMissed(t *testing.T) {
	root := filepath.Join(t.TempDir(), "project")
	if err := copyProject(project, root); err != nil {
		t.Fatal(err)
	}
	p := pdfProject{t, command(), root}
	files := filepath.Join(root, "static", "downloads")
	if err := os.RemoveAll(files); err != nil {
		t.Fatal(err)
	}

	p.builds()
	p.offers()

	p.runs("pdf")
	first := p.read()
	school := schoolData(t)
	policy := school.Slug + "-policy.pdf"
	p.builds()
	p.offers(school.Slug+"-agreement-ks1.pdf", school.Slug+"-agreement-ks2.pdf", school.Slug+"-agreement-staff.pdf", policy)
	for name, body := range first {
		for _, date := range []string{"CreationDate", "ModDate"} {
			if bytes.Contains(body, []byte(date)) {
				t.Errorf("%s tells a day on which it was made", name)
			}
		}
		s := sheet{t, filepath.Join(files, name), body}
		s.isAccessible(p.title(name))
		if strings.Contains(s.text(), "127.0.0.1") {
			t.Errorf("%s tells an address of this machine", name)
		}
	}
	p.runs("pdf", "--base-url", "https://school.example/safe/")
	if s := (sheet{t, filepath.Join(files, policy), nil}); !strings.Contains(s.text(), "school.example/safe/print/policy/") {
		t.Error("the policy does not tell the address that the site will have")
	}
	p.runs("pdf")
	for name, body := range p.read() {
		if !bytes.Equal(body, first[name]) {
			t.Errorf("%s: printing it again gives other bytes", name)
		}
	}

	p.edit("data/policy/staff.yaml", "abide by copyright", "keep to copyright") // no lesson teaches it: only files are stale
	if said, err := p.run("build"); err == nil || !strings.Contains(said, "not built: 2 files") {
		t.Errorf("a build with stale files: %v\n%s", err, said)
	}
	p.runs("pdf")
	p.builds()
}

// pdfProject is a copy of the project, and the command to work on it.
type pdfProject struct {
	t             *testing.T
	command, root string
}

func (p pdfProject) run(args ...string) (string, error) {
	run := exec.Command(p.command, args...)
	run.Dir = p.root
	said, err := run.CombinedOutput()
	return string(said), err
}

func (p pdfProject) runs(args ...string) {
	p.t.Helper()
	if said, err := p.run(args...); err != nil {
		p.t.Fatalf("site %v: %v\n%s", args, err, said)
	}
}

func (p pdfProject) builds() { p.t.Helper(); p.runs("build") }

func (p pdfProject) edit(file, was, now string) {
	p.t.Helper()
	name := filepath.Join(p.root, filepath.FromSlash(file))
	text, err := os.ReadFile(name)
	if err != nil || strings.Count(string(text), was) != 1 {
		p.t.Fatalf("%s: %v, or it does not say %q once", file, err, was)
	}
	if err := os.WriteFile(name, []byte(strings.Replace(string(text), was, now, 1)), 0o644); err != nil {
		p.t.Fatal(err)
	}
}

// read gives the PDF files by name.
func (p pdfProject) read() map[string][]byte {
	p.t.Helper()
	all, err := filepath.Glob(filepath.Join(p.root, "static", "downloads", "*"))
	if err != nil {
		p.t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, name := range all {
		if files[filepath.Base(name)], err = os.ReadFile(name); err != nil {
			p.t.Fatal(err)
		}
	}
	return files
}

// pages reads the built copy.
func (p pdfProject) pages() *builtSite {
	p.t.Helper()
	s := &builtSite{root: p.root}
	if err := s.readPages(); err != nil {
		p.t.Fatal(err)
	}
	return s
}

// offers: the pages of the built copy lead to just these files, and each is there.
func (p pdfProject) offers(names ...string) {
	p.t.Helper()
	var found []string
	for _, page := range p.pages().read() {
		for _, to := range links(page.doc) {
			if name, below := strings.CutPrefix(to, "/downloads/"); below {
				found = append(found, name)
				if _, err := os.Stat(filepath.Join(p.root, "public", "downloads", name)); err != nil {
					p.t.Errorf("%s leads to a file that is not there: %v", page.address, err)
				}
			}
		}
	}
	slices.Sort(found)
	if found = slices.Compact(found); !slices.Equal(found, names) {
		p.t.Errorf("the pages lead to %v, want %v", found, names)
	}
}

// title is the title of the page that a file is a print of.
func (p pdfProject) title(name string) string {
	p.t.Helper()
	address := "/print/policy/"
	if _, id, is := strings.Cut(strings.TrimSuffix(name, ".pdf"), "-agreement-"); is {
		address = "/policy/" + id + "/"
	}
	for e := range elements(p.pages().page(address).doc, "title") {
		return text(e)
	}
	p.t.Fatalf("%s has no title", address)
	return ""
}
