package slideshow

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"safeonline/tools/internal/deck"
	"safeonline/tools/internal/pptx"
	"safeonline/tools/internal/raster"
	"safeonline/tools/internal/sample"
	"safeonline/tools/internal/site"
)

var update = flag.Bool("update", false, "rewrite the wanted texts of testdata by what is made now")

// project has the pages and styles, and school the sample, with its pictures.
const (
	project = "../../.."
	school  = "../../site/testdata/sample"
)

// presentations returns those of a lesson of the sample project, by the names of its routes.
func presentations(t *testing.T, lesson string) map[string]pptx.Presentation {
	t.Helper()
	s := sample.Site(t)
	m := newMaker(s, sample.Words(t), newDrawings(os.DirFS(school), raster.PNG))
	i := slices.IndexFunc(s.Rules, func(r site.Rule) bool { return r.Lesson.Name == lesson })
	d := deck.Lesson(m.view, s.Rules[i])
	all := map[string]pptx.Presentation{}
	for _, route := range d.Plans() {
		all[route.Name] = made(t, m, d.Only(route.Name))
	}
	d = d.Only(deck.Everything) // no plan of the sample shows a question of each kind
	d.Parts = slices.DeleteFunc(d.Parts, func(p deck.Part) bool { return p.Name != "question" })
	all["all questions"] = made(t, m, d)
	return all
}

func made(t *testing.T, m *maker, d deck.Deck) pptx.Presentation {
	t.Helper()
	p, err := m.presentation(d)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// The outline of each slide of a route: its title, its words in reading order, where they lead, and its notes.
func TestTheSlidesOfARoute(t *testing.T) {
	for lesson, route := range map[string]string{"passwords": "30", "kind-messages": "all questions"} {
		golden := "testdata/" + lesson + ".txtar"
		archive := &txtar.Archive{Comment: []byte("The slides of a lesson of the sample. Rewritten with -update.\n\n")}
		before := ""
		for i, s := range presentations(t, lesson)[route].Slides {
			told := notesOf(s)
			if told == before {
				told = "| as before\n"
			} else {
				before = told
			}
			archive.Files = append(archive.Files, txtar.File{Name: fmt.Sprint("slide ", i+1), Data: []byte(outline(s) + told)})
		}
		got := txtar.Format(archive)
		if *update {
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		wanted := txtar.Parse(want).Files
		for i, f := range archive.Files {
			if i >= len(wanted) || string(f.Data) != string(wanted[i].Data) {
				t.Fatalf("%s: %s is\n%s\nIf that is right, run this test with -update", golden, f.Name, f.Data)
			}
		}
		if len(wanted) != len(archive.Files) {
			t.Errorf("%s has %d slides, want %d", golden, len(archive.Files), len(wanted))
		}
	}
}

// outline writes a slide as text.
func outline(s pptx.Slide) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s", textOf(s.Title.Text))
	if s.Hidden {
		b.WriteString(" (hidden)")
	}
	b.WriteString("\n")
	for _, item := range s.Items {
		switch item := item.(type) {
		case pptx.Picture:
			fmt.Fprintf(&b, "picture %s\n", strings.TrimSpace(item.Name+" "+item.Alt))
		case pptx.Shape:
			if len(item.Text) > 0 {
				fmt.Fprintf(&b, "%s: %s", item.Name, textOf(item.Text))
				if item.To > 0 {
					fmt.Fprintf(&b, " => slide %d", item.To)
				}
				b.WriteString("\n")
			}
		}
	}
	return b.String()
}

// notesOf writes the notes to a slide as text.
func notesOf(s pptx.Slide) string {
	var b strings.Builder
	for _, p := range s.Notes {
		fmt.Fprintf(&b, "| %s\n", textOf([]pptx.Paragraph{p}))
	}
	return b.String()
}

func textOf(list []pptx.Paragraph) string {
	var texts []string
	for _, p := range list {
		var text strings.Builder
		for _, r := range p.Runs {
			text.WriteString(r.Text)
		}
		texts = append(texts, text.String())
	}
	return strings.Join(texts, " / ")
}

// A title names one slide: in outlines, in the lists of links, and for screen readers.
func TestEachSlideHasATitleOfItsOwn(t *testing.T) {
	for _, lesson := range []string{"passwords", "kind-messages", "tell"} {
		for route, p := range presentations(t, lesson) {
			seen := map[string]bool{}
			for _, s := range p.Slides {
				title := textOf(s.Title.Text)
				if seen[title] && !strings.HasPrefix(title, sample.Words(t).Text("part_ready", nil)) {
					t.Errorf("%s, %s: two slides have the title %q", lesson, route, title)
				}
				seen[title] = true
			}
		}
	}
}

// Each reply of a chat leads to a slide that says why, and that one to the scene that comes next. Every hidden slide is led to.
func TestChatsAreLinks(t *testing.T) {
	chats := 0
	for _, lesson := range []string{"passwords", "kind-messages"} {
		for route, p := range presentations(t, lesson) {
			led := map[int]bool{}
			for _, s := range p.Slides {
				for _, item := range s.Items {
					if shape, ok := item.(pptx.Shape); ok && shape.To > 0 {
						led[shape.To] = true
						if shape.Name == "Go on" && !strings.HasSuffix(textOf(shape.Text), lastOf(textOf(p.Slides[shape.To-1].Title.Text))) {
							t.Errorf("%s, %s: %q leads to %q", lesson, route, textOf(shape.Text), textOf(p.Slides[shape.To-1].Title.Text))
						}
					}
				}
			}
			for i, s := range p.Slides {
				if s.Hidden {
					if chats++; !led[i+1] {
						t.Errorf("%s, %s: nothing leads to slide %d", lesson, route, i+1)
					}
				}
			}
		}
	}
	if chats == 0 {
		t.Error("no slide of a chat was found")
	}
}

// lastOf returns the part of a title after its last dot.
func lastOf(title string) string { return title[strings.LastIndex(title, "· ")+len("· "):] }

// All makes a file for each plan, whose bytes do not depend on which processor does what; and one by itself is the same.
func TestFilesAreTheSameEachTime(t *testing.T) {
	s, words := sample.Site(t), sample.Words(t)
	once := func() map[string][]byte {
		files := map[string][]byte{}
		if err := All(s, words, os.DirFS(school), raster.PNG, func(f File) error {
			files[f.Path] = f.Body
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		return files
	}
	first, second := once(), once()
	if len(first) != 6 {
		t.Errorf("made %d files, want two of each of three lessons", len(first))
	}
	for name, body := range first {
		one, err := One(s, words, os.DirFS(school), name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(body, second[name]) || !bytes.Equal(body, one) {
			t.Errorf("%s differs from time to time", name)
		}
		if want := regexp.MustCompile(`^present/.+/(\d+)/[a-z-]+-(\d+)\.pptx$`).FindStringSubmatch(name); want == nil || want[1] != want[2] {
			t.Errorf("a file has the address %s", path.Clean(name))
		}
	}
	if _, err := One(s, words, os.DirFS(school), "present/nothing.pptx"); !os.IsNotExist(err) {
		t.Errorf("a file that is not there: %v", err)
	}
}

// A picture that is missing is named, and does not leave a hole.
func TestAMissingPictureIsAnError(t *testing.T) {
	_, err := One(sample.Site(t), sample.Words(t), os.DirFS(t.TempDir()), "present/ks2/passwords/10/passwords-10.pptx")
	if err == nil || !strings.Contains(err.Error(), "assets/pictures/") {
		t.Errorf("without pictures: %v", err)
	}
}

// The colours are those of the style sheets, and those of options are those of the templates.
func TestColoursAreThoseOfThePages(t *testing.T) {
	css := read(t, "assets/css/tokens.css")
	for name, h := range hues {
		for step, colour := range map[string]pptx.Colour{"100": h.tint, "400": h.mark, "800": h.deep} {
			if !strings.Contains(css, fmt.Sprintf("--%s-%s: %s;", name, step, colour)) {
				t.Errorf("tokens.css has another colour for %s-%s than %s", name, step, colour)
			}
		}
	}
	for name, colour := range map[string]pptx.Colour{"ink-900": ink} {
		if !strings.Contains(css, fmt.Sprintf("--%s: %s;", name, colour)) {
			t.Errorf("tokens.css has another colour for %s than %s", name, colour)
		}
	}
	template := read(t, "layouts/_partials/slide/hue.html")
	for letter, hue := range ofLetters {
		if !strings.Contains(template, fmt.Sprintf("%q %q", letter, hue)) {
			t.Errorf("hue.html has another hue for %s than %s", letter, hue)
		}
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(path.Join(project, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestLongWordsAreBroken(t *testing.T) {
	long := strings.Repeat("m", 100)
	if n := linesOf(long, 40, 400, false); n < 8 || n > 14 {
		t.Errorf("a word ten lines long takes %d", n)
	}
	if n, apart := linesOf("one two"+hard+"three four", 40, 200, false), linesOf("one two three four", 40, 200, false); n != 3 || apart != 2 {
		t.Errorf("words that belong together make %d lines of %d", n, apart)
	}
	if n := linesOf("one\ntwo", 40, 400, false); n != 2 {
		t.Errorf("two lines are %d", n)
	}
	if n := linesOf("a "+long+" b", 40, 400, false); n < linesOf(long, 40, 400, false) {
		t.Errorf("with words around it, the word takes only %d lines", n)
	}
}
