package browser

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"safeonline/tools/internal/clause"
	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/headers"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// project is the path of the project's folder from a test of this package.
const project = "../.."

// parts lists the files and folders of the project that a build reads.
var parts = []string{"hugo.toml", "netlify.toml", "LICENSE", "tsconfig.json", "data", "content", "layouts", "assets", "static", "i18n"}

// builtSite is a build of the project in a folder of its own, so that tests do not change the project's public/.
type builtSite struct {
	root  string   // holds generated/ and public/
	url   string   // where it is served, without a slash at the end
	pages []page   // every page, sorted by address
	sets  []string // the addresses of the sets of rules
}

// page is one HTML file of the build.
type page struct {
	address string // "/ks2/passwords/"
	source  []byte
	doc     *html.Node
}

// named returns the name of the subtest of a page, so that -run EveryPage/ks2/passwords selects it.
func named(address string) string {
	if address == "/" {
		return "home"
	}
	return strings.Trim(address, "/")
}

// leads returns the address that a page redirects to, as /ks2/5/ does, or nothing.
func (p page) leads() string {
	for meta := range elements(p.doc, "meta") {
		if attr(meta, "http-equiv") == "refresh" {
			_, to, _ := strings.Cut(attr(meta, "content"), "url=")
			return to
		}
	}
	return ""
}

// forPupils reports whether children read the page. Such pages need the higher contrast.
func (p page) forPupils() bool {
	a := p.address
	ofSet := func(set string) bool { return strings.HasPrefix(a, set) }
	return a == "/" || a == "/help/" || a == galleryAt || slices.ContainsFunc(built().sets, ofSet)
}

// onTheWall reports whether the page is a deck of slides, which a class reads from the back row. It needs the higher contrast too.
func (p page) onTheWall() bool { return byAttr(p.doc, "data-deck") != nil }

// buildSite compiles the site command and runs it, in a folder below dir, on a copy of the project in from.
func buildSite(from, dir string) (*builtSite, error) {
	command, err := filepath.Abs(filepath.Join(dir, "site-command"))
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	compile := exec.Command("go", "build", "-o", command, "./tools/site")
	compile.Dir = project
	if said, err := compile.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("the site command does not compile: %v\n%s", err, said)
	}
	root := filepath.Join(dir, "project")
	if err := copyProject(from, root); err != nil {
		return nil, err
	}
	if err := build(command, root); err != nil {
		return nil, err
	}
	s := &builtSite{root: root}
	return s, s.readPages()
}

func copyProject(from, to string) error {
	for _, part := range parts {
		info, err := os.Stat(filepath.Join(from, part))
		if err != nil {
			return err
		}
		if info.IsDir() {
			err = os.CopyFS(filepath.Join(to, part), os.DirFS(filepath.Join(from, part)))
		} else {
			err = copyFile(filepath.Join(from, part), filepath.Join(to, part))
		}
		if err != nil {
			return err
		}
	}
	// Add the page with every kind of question. A copy of a copy has it already.
	if err := os.CopyFS(to, os.DirFS(filepath.Join("testdata", "gallery"))); errors.Is(err, fs.ErrExist) {
		return nil
	} else if err != nil {
		return err
	}
	const lesson = "content/lessons/ks2/checked.md"
	if err := addMatch(filepath.Join(to, lesson)); err != nil {
		return err
	}
	return compared(to, lesson)
}

// compared records that a lesson was compared with its clause: a build refuses a lesson that has changed since.
func compared(root, lesson string) error {
	text, err := os.ReadFile(filepath.Join(root, lesson))
	if err != nil {
		return err
	}
	data, _, err := clause.Read(os.DirFS(root), folder.School)
	if err != nil {
		return err
	}
	name := strings.TrimSuffix(path.Base(lesson), ".md")
	for _, d := range data.Documents {
		for _, c := range d.Clauses() {
			if c.Lesson == nil || c.Lesson.Name.Value != name || d.Stage.Value != path.Base(path.Dir(lesson)) {
				continue
			}
			now := site.Fingerprint(c, model.Lesson{Pos: diag.Pos{Source: diag.NewSource(lesson, text)}})
			file := filepath.Join(root, d.Pos.Source.Name)
			policy, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			return os.WriteFile(file, []byte(strings.Replace(string(policy), "read: "+c.Lesson.Read.Value, "read: "+now, 1)), 0o644)
		}
	}
	return fmt.Errorf("no clause names %s", lesson)
}

// addMatch puts a question of the kind "match" in the place of another question of a lesson, because no lesson has one: it is
// to be seen on slides, in notes and on worksheets too.
func addMatch(lesson string) error {
	text, err := os.ReadFile(lesson)
	if err != nil {
		return err
	}
	match, err := os.ReadFile(filepath.Join("testdata", "match.md"))
	if err != nil {
		return err
	}
	before, rest, found := strings.Cut(string(text), "### The call home {#call-home}\n")
	_, after, ends := strings.Cut(rest, "\n### ")
	if !found || !ends {
		return fmt.Errorf("%s has no question call-home to replace: choose another one", lesson)
	}
	return os.WriteFile(lesson, []byte(before+string(match)+"### "+after), 0o644)
}

func copyFile(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o644)
}

// published is the address that the tests' site is built for: its QR codes and its sitemap contain it. What pages load and link
// to is relative, so the tests can serve the site at another address.
const published = "https://school.example/"

func build(command, root string, flags ...string) error { return buildIn(nil, command, root, flags...) }

// buildIn is build with variables added to the environment.
func buildIn(env []string, command, root string, flags ...string) error {
	run := exec.Command(command, append([]string{"build", "--base-url", published}, flags...)...)
	run.Dir = root
	run.Env = append(os.Environ(), env...)
	if said, err := run.CombinedOutput(); err != nil {
		return fmt.Errorf("the site does not build: %v\n%s", err, said)
	}
	return nil
}

// rebuilt builds a copy of the project after an edit. Its pages are not read yet.
func rebuilt(t *testing.T, edit func(root string), flags ...string) *builtSite {
	t.Helper()
	root := filepath.Join(t.TempDir(), "project")
	if err := copyProject(project, root); err != nil {
		t.Fatal(err)
	}
	edit(root)
	if err := build(command(), root, flags...); err != nil {
		t.Fatal(err)
	}
	return &builtSite{root: root}
}

// command returns the path of the compiled site command.
func command() string { return filepath.Join(filepath.Dir(built().root), "site-command") }

func (s *builtSite) public() string { return filepath.Join(s.root, "public") }

func (s *builtSite) readPages() error {
	err := fs.WalkDir(os.DirFS(s.public()), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".html" {
			return err
		}
		source, err := os.ReadFile(filepath.Join(s.public(), name))
		if err != nil {
			return err
		}
		doc, err := html.Parse(strings.NewReader(string(source)))
		s.pages = append(s.pages, page{strings.TrimSuffix("/"+name, "index.html"), source, doc})
		return err
	})
	slices.SortFunc(s.pages, func(a, b page) int { return strings.Compare(a.address, b.address) })
	var data struct{ Sets []struct{ URL string } }
	err = errors.Join(err, s.data(&data))
	for _, set := range data.Sets {
		s.sets = append(s.sets, set.URL)
	}
	return err
}

// serve serves the build as its host does: with the headers that the build lists, and its own page for unknown addresses.
func (s *builtSite) serve() (*httptest.Server, error) {
	rules, err := headers.Read(os.DirFS(s.public()))
	if err != nil {
		return nil, err
	}
	server := httptest.NewServer(rules.Handler(s))
	s.url = server.URL
	return server, nil
}

// serveFor serves the build until a test has ended.
func (s *builtSite) serveFor(t *testing.T) {
	t.Helper()
	server, err := s.serve()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Close)
}

func (s *builtSite) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if _, err := os.Stat(filepath.Join(s.public(), filepath.FromSlash(path.Clean("/"+r.URL.Path)))); err != nil {
		w.WriteHeader(http.StatusNotFound)
		lost, _ := os.ReadFile(filepath.Join(s.public(), "404.html"))
		w.Write(lost)
		return
	}
	http.FileServer(http.Dir(s.public())).ServeHTTP(w, r)
}

// read returns the pages without redirects.
func (s *builtSite) read() []page {
	return slices.DeleteFunc(slices.Clone(s.pages), func(p page) bool { return p.leads() != "" })
}

// page returns the page at an address. A page that does not exist has an empty document.
func (s *builtSite) page(address string) page {
	at, found := slices.BinarySearchFunc(s.pages, address, func(p page, a string) int { return strings.Compare(p.address, a) })
	if !found {
		return page{address: address, doc: &html.Node{}}
	}
	return s.pages[at]
}

// rule holds what the tests need of a rule in generated/data/site.json.
type rule struct {
	ID, Set, Mark, URL, Anchor, Text, Plain string
	Leads                                   bool // to a lesson of its own: the first of those that share one
}

// rules returns all rules for pupils, from the data that the pages were made of.
func (s *builtSite) rules() (rules []rule, err error) {
	var data struct{ Sets []struct{ Rules []rule } }
	err = s.data(&data)
	for _, set := range data.Sets {
		rules = append(rules, set.Rules...)
	}
	return rules, err
}

// data reads the data that all pages are made of.
func (s *builtSite) data(into any) error {
	text, err := os.ReadFile(filepath.Join(s.root, "generated", "data", "site.json"))
	if err != nil {
		return err
	}
	return json.Unmarshal(text, into)
}

// params reads the front matter of a generated page, which its template is given.
func (s *builtSite) params(address string, into any) error {
	base := filepath.Join(s.root, "generated", "content", filepath.FromSlash(strings.Trim(address, "/")))
	text, err := os.ReadFile(base + ".md")
	if err != nil {
		if text, err = os.ReadFile(filepath.Join(base, "_index.md")); err != nil {
			return err
		}
	}
	front := struct{ Params any }{into}
	return json.NewDecoder(strings.NewReader(string(text))).Decode(&front)
}
