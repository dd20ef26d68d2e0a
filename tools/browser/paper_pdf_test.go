package browser

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/sweep"
)

// The PDF files are made, the same each time, linked where they exist, and left out of the site when their words have changed or they
// are gone.
func TestThePDFFilesAreMadeLinkedAndLeftOut(t *testing.T) {
	t.Parallel()
	root := filepath.Join(t.TempDir(), "project")
	if err := copyProject(project, root); err != nil {
		t.Fatal(err)
	}
	p := pdfProject{t, command(), root}
	if err := os.RemoveAll(filepath.Join(root, "data", "school", "downloads")); err != nil {
		t.Fatal(err)
	}
	p.links(p.builds())

	const base = "https://school.example/safe/"
	p.runs("pdf", "--base-url", base)
	first := p.read()
	school := schoolData(t)
	policy := school.Slug + "-policy.pdf"
	site := p.builds()
	want := []string{policy, school.Slug + "-one-page.pdf"}
	for _, d := range documents(t)[1:] {
		want = append(want, school.Slug+"-agreement-"+d.ID+".pdf")
		if d.Stage != "" {
			want = append(want, school.Slug+"-slip-"+d.ID+".pdf")
		}
	}
	slices.Sort(want)
	p.links(site, want...)
	for name, body := range first {
		p.isFit(name, body, title(t, site, name))
	}
	p.edit("data/school/policy/staff.yaml", "abide by copyright", "keep to copyright") // no lesson teaches it: only files are stale
	stale := func(name string) bool { return name == policy || strings.HasSuffix(name, "-staff.pdf") }
	p.links(p.builds(), slices.DeleteFunc(slices.Clone(want), stale)...)
	p.runs("pdf", "--base-url", base)
	p.builds()
	for name, body := range p.read() {
		if !stale(name) && !bytes.Equal(body, first[name]) {
			t.Errorf("%s, whose words are the same, has other bytes when it is made again", name)
		}
	}
	if sweep.Full() {
		p.runs("pdf")
		for name, body := range p.read() {
			p.isFit(name, body, title(t, site, name))
		}
	}
}

// A file that ships with the site says what its page says on paper now, the words of its template and of the interface
// included: the mark of a file covers only the data.
func TestThePDFFilesThatShipSayWhatTheirPagesSay(t *testing.T) {
	files := ready(t)
	if len(files) == 0 {
		t.Fatal("no PDF file ships with the site: run go run ./tools/site pdf")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			address := printOf(filepath.Base(file))
			b := borrowAt(t, address)
			got, want := sheet{t: t, file: file}.withoutAddress(), b.onA4(t).withoutAddress()
			if at := firstDifference(got, want); at >= 0 {
				t.Errorf("it is stale: where it has %q, %s now has %q; run go run ./tools/site pdf", from(got, at), address, from(want, at))
			}
		})
	}
}

// orAt matches the address at which a slip says that its rules can be read.
var orAt = regexp.MustCompile(`,orat[^ ,]+?/\.`)

// withoutAddress returns the words of a sheet without the address that the site was built for.
func (s sheet) withoutAddress() string { return orAt.ReplaceAllString(s.text(), ".") }

// firstDifference returns where two texts begin to differ, or -1.
func firstDifference(a, b string) int {
	if a == b {
		return -1
	}
	at := 0
	for at < min(len(a), len(b)) && a[at] == b[at] {
		at++
	}
	return at
}

// from returns some of a text from a place in it.
func from(s string, at int) string { return strings.ToValidUTF8(s[at:min(len(s), at+60)], "") }

// isFit checks that a file is accessible, and that it names neither the day on which nor the machine on which it was made.
func (p pdfProject) isFit(name string, body []byte, title string) {
	p.t.Helper()
	for _, date := range []string{"CreationDate", "ModDate"} {
		if bytes.Contains(body, []byte(date)) {
			p.t.Errorf("%s names the day on which it was made", name)
		}
	}
	s := sheet{p.t, p.file(name), body}
	s.isAccessible(title)
	if strings.Contains(s.text(), "127.0.0.1") {
		p.t.Errorf("%s names an address of this machine", name)
	}
}

// pdfProject is a copy of the project, with the command that works on it.
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

// builds builds the site and reads its pages.
func (p pdfProject) builds() *builtSite {
	p.t.Helper()
	p.runs("build")
	s := &builtSite{root: p.root}
	if err := s.readPages(); err != nil {
		p.t.Fatal(err)
	}
	return s
}

// file returns the path of a PDF file.
func (p pdfProject) file(name string) string {
	return filepath.Join(p.root, "data", "school", "downloads", name)
}

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

// read returns the PDF files by name.
func (p pdfProject) read() map[string][]byte {
	p.t.Helper()
	all, err := filepath.Glob(p.file("*"))
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

// links checks that the pages of the site link to just these files, and that each exists.
func (p pdfProject) links(site *builtSite, names ...string) {
	p.t.Helper()
	var found []string
	for _, page := range site.read() {
		for _, to := range links(page.doc) {
			if name, below := strings.CutPrefix(to, "/downloads/"); below {
				found = append(found, name)
				if _, err := os.Stat(filepath.Join(p.root, "public", "downloads", name)); err != nil {
					p.t.Errorf("%s links to a file that does not exist: %v", page.address, err)
				}
			}
		}
	}
	slices.Sort(found)
	if found = slices.Compact(found); !slices.Equal(found, names) {
		p.t.Errorf("the pages link to %v, expected %v", found, names)
	}
}

// printOf returns the address of the page that a file is a print of.
func printOf(name string) string {
	name = strings.TrimSuffix(name, ".pdf")
	if _, id, is := strings.Cut(name, "-agreement-"); is {
		return "/policy/" + id + "/"
	}
	if _, id, is := strings.Cut(name, "-slip-"); is {
		return "/print/slip/" + id + "/"
	}
	if strings.HasSuffix(name, "-one-page") {
		return "/parents/one-page/"
	}
	return "/print/policy/"
}

// title returns the title of the page that a file is a print of.
func title(t *testing.T, site *builtSite, name string) string {
	t.Helper()
	for e := range elements(site.page(printOf(name)).doc, "title") {
		return text(e)
	}
	t.Fatalf("%s has no title", printOf(name))
	return ""
}
