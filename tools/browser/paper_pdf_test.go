package browser

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/sweep"
)

// The PDF files are made, linked where they exist, and left out of the site when their words have changed or they are gone. Among the long
// tests they are made again, too: the same each time, and without the site's address.
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
	for _, l := range lessons(t) {
		want = append(want, tabletFiles(l)...)
	}
	slices.Sort(want)
	p.links(site, want...)
	for name, body := range first {
		if strings.HasSuffix(name, ".pdf") {
			p.isFit(name, body, title(t, site, name))
		}
	}
	p.edit("data/school/policy/staff.yaml", "abide by copyright", "keep to copyright") // no lesson teaches it: only files are stale
	stale := func(name string) bool { return name == policy || strings.HasSuffix(name, "-staff.pdf") }
	p.links(p.builds(), slices.DeleteFunc(slices.Clone(want), stale)...)
	if !sweep.Full() {
		return // to make them again takes as long as all of the above
	}
	p.runs("pdf", "--base-url", base)
	p.builds()
	for name, body := range p.read() {
		if !stale(name) && !bytes.Equal(body, first[name]) {
			t.Errorf("%s, whose words are the same, has other bytes when it is made again", name)
		}
	}
	p.runs("pdf")
	for name, body := range p.read() {
		if strings.HasSuffix(name, ".pdf") {
			p.isFit(name, body, title(t, site, name))
		}
	}
}

// tabletFiles returns the names of the files of a lesson's pages for a tablet: one of all, and a picture for each question, of which the exit slip has
// two. Older children have none.
func tabletFiles(l lesson) (names []string) {
	if l.Set != "ks1" {
		return nil
	}
	name := "tablet" + strings.TrimSuffix(l.address, "/")
	for i := range len(l.Quiz) + 2 {
		names = append(names, fmt.Sprintf("%s-%d.png", name, i+1))
	}
	return append(names, name+".pdf")
}

// A file that ships with the site says what its page says on paper now, the words of its template and of the interface
// included: the mark of a file covers only the data.
func TestThePDFFilesThatShipSayWhatTheirPagesSay(t *testing.T) {
	downloads := filepath.Join(built().public(), "downloads")
	forTablets, err := filepath.Glob(filepath.Join(downloads, "tablet", "*", "*.pdf"))
	if err != nil || len(forTablets) == 0 || len(ready(t)) == 0 {
		t.Fatalf("no PDF file ships with the site, or none for tablets: run go run ./tools/site pdf (%v)", err)
	}
	for _, file := range append(ready(t), forTablets...) {
		name, err := filepath.Rel(downloads, file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			address := printOf(filepath.ToSlash(name))
			b := borrowAt(t, address)
			got, want := sheet{t: t, file: file}.withoutAddress(), b.onA4(t).withoutAddress()
			if at := firstDifference(got, want); at >= 0 {
				t.Errorf("it is stale: where it has %q, %s now has %q; run go run ./tools/site pdf", from(got, at), address, from(want, at))
			}
		})
	}
}

// What sheets say of the address of the site: where the rules of a slip can be read, and where the lesson of a page for tablets is.
var (
	orAt      = regexp.MustCompile(`,orat[^ ,]+?/\.`)
	theLesson = regexp.MustCompile(`·school\.example/\w+/\w+?Free`)
)

// withoutAddress returns the words of a sheet without the address that the site was built for.
func (s sheet) withoutAddress() string {
	return theLesson.ReplaceAllString(orAt.ReplaceAllString(s.text(), "."), "Free")
}

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
	paper := a4
	if strings.HasPrefix(name, "tablet/") {
		paper = ofTablet
	}
	s.isAccessible(title, paper)
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

// read returns the PDF files and the pictures by their paths.
func (p pdfProject) read() map[string][]byte {
	p.t.Helper()
	files := map[string][]byte{}
	folder := os.DirFS(p.file(""))
	if err := fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			files[name], err = fs.ReadFile(folder, name)
		}
		return err
	}); err != nil {
		p.t.Fatal(err)
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
	if lesson, is := strings.CutPrefix(name, "tablet"); is {
		return "/print" + lesson + "/tablet/"
	}
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
