package main

import (
	"archive/zip"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"safeonline/tools/internal/office"
	"safeonline/tools/internal/sweep"
)

// builtSlideshows builds the school's site, and returns the folder with its decks and the names of the PowerPoint files in it.
func builtSlideshows(t *testing.T) (folder string, files []string) {
	t.Helper()
	root := copyProject(t)
	build := exec.Command("site", "build") // a process of its own: Hugo has another environment, and other tests run beside this one
	build.Dir = root
	if said, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	folder = filepath.Join(root, "public", "present")
	files, err := filepath.Glob(filepath.Join(folder, "*", "*", "*", "*.pptx"))
	must(t, err)
	if len(files) < 40 {
		t.Fatalf("found %d PowerPoint files", len(files))
	}
	return folder, files
}

// A PowerPoint file has at most so many KB, so that it can be sent by email, and all of them together have at most so many for each.
const largestFile, meanFile = 400, 250

// Each PowerPoint file is valid, small, large enough to be read from the back row, and says what its deck says. When everything is tried,
// each is validated and laid out: all words are within their boxes.
func TestPowerPointFiles(t *testing.T) {
	t.Parallel()
	_, files := builtSlideshows(t)
	var sum, largest int64
	for i, file := range files {
		info, err := os.Stat(file)
		must(t, err)
		largest = max(largest, info.Size())
		if sum += info.Size(); info.Size() > largestFile<<10 {
			t.Errorf("%s has %d KB", filepath.Base(file), info.Size()>>10)
		}
		if sweep.Full() || i%len(files) == 1 || i%len(files) == len(files)/2 {
			if err := office.Validate(t.Context(), project, file); err != nil {
				t.Error(filepath.Base(file), err)
			}
		}
		checkSizes(t, file)
		checkWords(t, file)
	}
	t.Logf("%d PowerPoint files have %d KB, and the largest %d", len(files), sum>>10, largest>>10)
	if sum > int64(len(files)*meanFile<<10) {
		t.Errorf("%d files have %d KB", len(files), sum>>10)
	}
	if sweep.Full() {
		layOut(t, files)
	}
}

// layOut makes PDF files of PowerPoint files, and compares them.
func layOut(t *testing.T, files []string) {
	t.Helper()
	folder := t.TempDir()
	var names []string
	for _, file := range files {
		names = append(names, filepath.Base(file))
		must(t, os.Link(file, filepath.Join(folder, filepath.Base(file))))
	}
	must(t, office.PDF(t.Context(), folder, names...))
	for _, name := range names {
		file := filepath.Join(folder, name)
		wrong, err := office.Overflows(t.Context(), file, strings.TrimSuffix(file, ".pptx")+".pdf")
		if err != nil || len(wrong) > 0 {
			t.Errorf("%s: %v\n%s", name, err, strings.Join(wrong, "\n"))
		}
	}
}

var (
	shapes = regexp.MustCompile(`(?s)<p:sp>.*?name="([^"]*)".*?</p:sp>`)
	sizes  = regexp.MustCompile(` sz="(\d+)"`)
)

// checkSizes holds that a rule is at least 9% of a slide's height, and options and what is said about them 4.5%. What is at the margin, the
// title of a question and the number, is smaller.
func checkSizes(t *testing.T, file string) {
	t.Helper()
	for _, slide := range slidesIn(t, file) {
		for _, shape := range shapes.FindAllStringSubmatch(slide, -1) {
			least := 2430 // hundredths of a point
			switch shape[1] {
			case "Title", "Footer", "Number":
				continue
			case "Rule":
				least = 4860
			}
			for _, size := range sizes.FindAllStringSubmatch(shape[0], -1) {
				if n, _ := strconv.Atoi(size[1]); n < least {
					t.Errorf("%s: %s has letters of %.1f points", filepath.Base(file), shape[1], float64(n)/100)
				}
			}
		}
	}
}

// slidesIn reads the parts of a PowerPoint file that are slides.
func slidesIn(t *testing.T, file string) (slides []string) {
	t.Helper()
	z, err := zip.OpenReader(file)
	must(t, err)
	defer z.Close()
	for _, f := range z.File {
		if strings.HasPrefix(f.Name, "ppt/slides/slide") {
			r, err := f.Open()
			must(t, err)
			body, err := io.ReadAll(r)
			must(t, err)
			slides = append(slides, string(body))
		}
	}
	return slides
}

// checkWords holds that the slides made of each slide of a deck have its words together, and no others.
func checkWords(t *testing.T, file string) {
	t.Helper()
	slides, err := office.Slides(file)
	must(t, err)
	f, err := os.Open(filepath.Join(filepath.Dir(file), "index.html"))
	must(t, err)
	defer f.Close()
	doc, err := html.Parse(f)
	must(t, err)
	next := 0
	for n := range doc.Descendants() {
		if n.Data != "section" || !hasClass(n, "slide") {
			continue
		}
		row := rowOf(t, n)
		if next+row > len(slides) {
			t.Fatalf("%s has only %d slides", filepath.Base(file), len(slides))
		}
		compareWords(t, filepath.Base(file), n, slides[next:next+row])
		next += row
	}
	if next != len(slides) {
		t.Errorf("%s has %d slides, and the deck makes %d", filepath.Base(file), len(slides), next)
	}
}

// rowOf returns how many slides are made of one of a deck.
func rowOf(t *testing.T, section *html.Node) int {
	t.Helper()
	var play struct {
		Presses int
		Goes    map[string]string
	}
	for _, a := range section.Attr {
		if a.Key == "data-slide" {
			must(t, json.Unmarshal([]byte(a.Val), &play))
		}
	}
	if play.Goes != nil {
		return 1 + len(play.Goes)
	}
	return 1 + play.Presses
}

// compareWords compares a slide of a deck with those that are made of it.
func compareWords(t *testing.T, file string, section *html.Node, row []([]office.Box)) {
	t.Helper()
	want, got, titles := map[string]bool{}, map[string]bool{}, map[string]bool{}
	seenWords(section, want)
	for _, slide := range row {
		for _, b := range slide {
			switch b.Name {
			case "Footer", "Number":
			case "Title":
				gather(titles, b.Words) // with more than the deck says: which slide of a question it is
			case "Time":
			default:
				gather(got, b.Words)
			}
		}
	}
	for word := range want {
		if !got[word] && !titles[word] {
			t.Errorf("%s: the deck says %q, and no slide does: %v", file, word, row[0][0].Words)
		}
	}
	for word := range got {
		if !want[word] {
			t.Errorf("%s: a slide says %q, and the deck does not: %v", file, word, row[0][0].Words)
		}
	}
}

// apart are the parts of a deck's slide that are controls, or say once more what other words say.
var apart = []string{"slide__foot", "tally", "routes", "via", "vh"}

// seenWords adds the words of an element that are seen, and those of its heading.
func seenWords(n *html.Node, words map[string]bool) {
	for _, class := range apart {
		if hasClass(n, class) && !strings.HasPrefix(n.Data, "h") {
			return
		}
	}
	if n.Type == html.TextNode {
		gather(words, strings.Fields(n.Data))
	}
	for c := range n.ChildNodes() {
		seenWords(c, words)
	}
}

// gather adds words without what stands around them.
func gather(to map[string]bool, words []string) {
	for _, w := range words {
		if w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }); w != "" {
			to[w] = true
		}
	}
}

func hasClass(n *html.Node, class string) bool {
	for _, a := range n.Attr {
		if a.Key == "class" && slices.Contains(strings.Fields(a.Val), class) {
			return true
		}
	}
	return false
}
