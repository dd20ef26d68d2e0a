package main

import (
	"cmp"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/site"
)

// schools are invented schools. Their policies have another shape than that of this project's own school: thistledown has one
// set of rules in two lists with stems; gull-harbour has an agreement for each of its readers, two sets of rules for pupils of each
// stage, clauses with parts, and two people who sign.
var schools = []string{"thistledown", "gull-harbour"}

// TestOtherSchools builds each invented school with the project's own layouts, content and lessons. Its pages show all that
// its policy says, and nothing of another school's.
func TestOtherSchools(t *testing.T) {
	t.Parallel()
	home, faults, err := load(os.DirFS(project), folder.School)
	if err != nil || home == nil {
		t.Fatal(faults, err)
	}
	for _, name := range schools {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir, school := copyProject(t), "schools/"+name
			must(t, os.CopyFS(filepath.Join(dir, school), os.DirFS(filepath.Join("testdata", school))))
			b := buildSchool(t, dir, school)
			t.Run("shows its documents", func(t *testing.T) { b.showsDocuments(t) })
			t.Run("shows its rules", func(t *testing.T) { b.showsRules(t) })
			t.Run("asks families for its years", func(t *testing.T) { b.asksForItsYears(t) })
			t.Run("quotes itself", func(t *testing.T) { b.quotesItself(t) })
			t.Run("adds cautions", func(t *testing.T) { b.addsCautions(t) })
			t.Run("says whole sentences", func(t *testing.T) { b.saysWholeSentences(t) })
			t.Run("names its sets", func(t *testing.T) { b.namesItsSets(t) })
			t.Run("filters its lessons", func(t *testing.T) { b.filtersLessons(t) })
			t.Run("reads right", func(t *testing.T) { b.readsRight(t) })
			t.Run("names its lessons", func(t *testing.T) { b.namesItsLessons(t) })
			t.Run("shows what is expected", func(t *testing.T) { b.showsExpected(t) })
			t.Run("leads somewhere", func(t *testing.T) { b.leadsSomewhere(t) })
			t.Run("shows no other school", func(t *testing.T) { b.showsNoOther(t, foreignTo(t, b.site, home)) })
		})
	}
}

// builtSchool is the built site of a school: its pages by address, its other files that are text, and the addresses of all files.
type builtSchool struct {
	site  *site.Site
	pages map[string]schoolPage
	files map[string]string
	all   map[string]bool
}

// schoolSite is where the site of an invented school is.
const schoolSite = "https://school.example/"

// buildSchool builds the site of an invented school in a project. Nobody reads the lessons for an invented school,
// so the test itself records their reviews, which would be stale whenever a lesson changes.
func buildSchool(t *testing.T, dir, school string) builtSchool {
	t.Helper()
	command := func(args ...string) {
		t.Helper()
		cmd := exec.Command("site", args...)
		cmd.Dir = dir
		if said, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("site %s: %v\n%s", strings.Join(args, " "), err, said)
		}
	}
	s := reviewAll(t, dir, school)
	command("build", "--base-url", schoolSite, "--school", school)
	b := builtSchool{site: s, pages: map[string]schoolPage{}, files: map[string]string{}, all: map[string]bool{}}
	b.read(t, filepath.Join(dir, "public"))
	return b
}

// inventedSite reads an invented school with the library and the pages of the project.
func inventedSite(t *testing.T, name string) *site.Site {
	t.Helper()
	s, faults, err := load(os.DirFS(project), "tools/site/testdata/schools/"+name)
	if err != nil || s == nil {
		t.Fatal(faults, err)
	}
	return s
}

// read reads the pages and the other files of text of a built site.
func (b builtSchool) read(t *testing.T, public string) {
	t.Helper()
	must(t, filepath.WalkDir(public, func(name string, entry fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(public, name)
		address := "/" + filepath.ToSlash(rel)
		b.all[address] = err == nil && !entry.IsDir()
		if err != nil || entry.IsDir() || !slices.Contains([]string{".html", ".js", ".json", ".txt", ".xml", ""}, filepath.Ext(name)) {
			return err
		}
		text, err := os.ReadFile(name)
		if filepath.Ext(name) != ".html" {
			if !strings.HasPrefix(address, "/licences/") && !strings.HasPrefix(address, "/fonts/") { // the words of lawyers
				b.files[address] = string(text)
			}
			return err
		}
		root, parseErr := html.Parse(strings.NewReader(string(text)))
		must(t, parseErr)
		address = strings.TrimSuffix(address, "index.html")
		b.pages[address] = schoolPage{root, blocksOf(root)}
		return err
	}))
	if len(b.pages) < 30 || len(b.files) < 3 {
		t.Fatalf("only %d pages and %d other files are built", len(b.pages), len(b.files))
	}
}

// schoolPage is a page of a built site.
type schoolPage struct {
	root   *html.Node
	blocks []block
}

// block is a stretch of words that a reader sees or hears as one: a paragraph, a cell, an attribute. Where says what it is in.
type block struct {
	where, text string
}

// inline are elements within a sentence.
var inline = []string{"a", "abbr", "b", "bdi", "button", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "wbr"}

// worded are attributes whose values are words for readers.
var worded = []string{"alt", "aria-label", "content", "label", "placeholder", "title", "value"}

// blocksOf returns the words of a page.
func blocksOf(root *html.Node) (blocks []block) {
	var now strings.Builder
	where := ""
	flush := func() {
		if text := strings.Join(strings.Fields(now.String()), " "); text != "" {
			blocks = append(blocks, block{where, text})
		}
		now.Reset()
	}
	var visit func(*html.Node)
	visit = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			now.WriteString(n.Data)
			return
		case n.Type == html.ElementNode && (n.Data == "script" || n.Data == "style"):
			return
		}
		for _, a := range n.Attr {
			if slices.Contains(worded, a.Key) || strings.HasPrefix(a.Key, "data-") {
				blocks = append(blocks, block{n.Data + " " + a.Key, strings.Join(strings.Fields(a.Val), " ")})
			}
		}
		breaks := n.Type == html.ElementNode && !slices.Contains(inline, n.Data)
		if breaks {
			flush()
			where = n.Data
		}
		if n.Data == "span" {
			now.WriteString(" ")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c)
		}
		if n.Data == "span" {
			now.WriteString(" ")
		}
		if breaks {
			flush()
			where = cmp.Or(parentName(n), where)
		}
	}
	visit(root)
	flush()
	return blocks
}

func parentName(n *html.Node) string {
	if n.Parent == nil {
		return ""
	}
	return n.Parent.Data
}

// wordsIn returns the words of a page or of a part of it, on one line.
func wordsIn(n *html.Node) string {
	var all []string
	for _, b := range blocksOf(n) {
		if !strings.Contains(b.where, " ") {
			all = append(all, b.text)
		}
	}
	return strings.Join(all, " ")
}

// elements returns the elements below a node that match.
func elements(root *html.Node, matches func(*html.Node) bool) (found []*html.Node) {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && matches(n) {
			found = append(found, n)
		}
	}
	return found
}

// withClass matches the elements of a class.
func withClass(name string) func(*html.Node) bool {
	return func(n *html.Node) bool { return slices.Contains(strings.Fields(attributeOf(n, "class")), name) }
}

// attributeOf returns the value of an attribute, or nothing.
func attributeOf(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
