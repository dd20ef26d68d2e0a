package browser

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"golang.org/x/net/html"

	"safeonline/tools/internal/offline"
	"safeonline/tools/internal/sweep"
)

// The largest sizes of the parts of a lesson, in bytes compressed by brotli, so that a page arrives in the first round trips on
// a slow network.
const (
	heaviestPage   = 12 * 1024 // HTML
	heaviestStyles = 8 * 1024
	heaviestScript = 9 * 1024 // all scripts that the page loads
)

func TestALessonIsLight(t *testing.T) {
	t.Parallel()
	for _, part := range []struct {
		what  string
		limit int
		bytes func(l lesson) int
	}{
		{"HTML", heaviestPage, func(l lesson) int { return compressed(t, l.page().source) }},
		{"styles", heaviestStyles, func(l lesson) int { return weight(t, files(l.page().doc, "link", "href", "stylesheet")) }},
		{"script", heaviestScript, func(l lesson) int { return weight(t, files(l.page().doc, "script", "src", "")) }},
	} {
		most, of := 0, ""
		for _, l := range lessons(t) {
			n := part.bytes(l)
			if n > part.limit {
				t.Errorf("%s: its %s is %d bytes, more than %d", l.address, part.what, n, part.limit)
			}
			if n > most {
				most, of = n, l.address
			}
		}
		if most == 0 {
			t.Errorf("no lesson has any %s", part.what)
		}
		t.Logf("the largest %s of a lesson: %d bytes (brotli), in %s", part.what, most, of)
	}
}

// The largest sizes of a first view of a lesson, of the pictures of its story, of each of these, and of the offline copy without the
// lessons and for each of them, in bytes as they are sent.
const (
	heaviestView    = 60 * 1024
	heaviestStory   = 15 * 1024
	heaviestPicture = 4 * 1024
	heaviestRest    = 98 * 1024
	heaviestShare   = 41 * 1024
)

// A first view is all that the browser requests until the page has loaded and is read to its end, images and fonts included. The pictures
// of the story have a limit of their own.
func TestAFirstViewIsLight(t *testing.T) {
	t.Parallel()
	most, of, story := 0, "", 0 // without the pictures of the story, and these
	for _, l := range heaviestLessons(t) {
		b := visit(t, l.address, withoutWorker)
		b.readToTheEnd()
		files, bytes := b.received()
		drawn := 0
		for _, file := range drawings(l) {
			drawn += sent(t, file)
		}
		if files < 8 || bytes-drawn > heaviestView {
			t.Errorf("%s: a first view of %d files takes %d bytes without the pictures of the story, more than %d", l.address, files, bytes-drawn, heaviestView)
		}
		if bytes-drawn > most {
			most, of, story = bytes-drawn, l.address, drawn
		}
	}
	t.Logf("the heaviest first view is of %s: %d bytes, and %d of the story's pictures", of, most, story)
}

func TestThePicturesOfAStoryAreLight(t *testing.T) {
	t.Parallel()
	most, of := 0, ""
	for _, l := range lessons(t) {
		all := 0
		for _, file := range drawings(l) {
			n := sent(t, file)
			if all += n; n > heaviestPicture {
				t.Errorf("%s: %s takes %d bytes, more than %d", l.address, file, n, heaviestPicture)
			}
		}
		if all > heaviestStory {
			t.Errorf("%s: the pictures of its story take %d bytes, more than %d", l.address, all, heaviestStory)
		}
		if all > most {
			most, of = all, l.address
		}
	}
	t.Logf("the heaviest pictures of a story are those of %s: %d bytes", of, most)
}

// drawings returns the pictures of a lesson's story.
func drawings(l lesson) (list []string) {
	for _, file := range files(l.page().doc, "img", "src", "") {
		if strings.Contains(file, "/scenes/") {
			list = append(list, file)
		}
	}
	return list
}

// received returns how many files a tab has received, and their size as they are sent.
func (b *tab) received() (files, bytes int) {
	b.t.Helper()
	seen := map[string]bool{}
	for _, r := range b.asked() {
		seen[strings.TrimPrefix(r.url, built().url)] = true
	}
	for file := range seen {
		if strings.HasSuffix(file, "/") {
			file += "index.html"
		}
		bytes += sent(b.t, file)
	}
	return len(seen), bytes
}

// heaviestLessons returns the three lessons with the largest page and images, the pictures of the story excepted: these are all that
// differs between the first views of lessons. In a full sweep it returns all lessons.
func heaviestLessons(t *testing.T) []lesson {
	all := lessons(t)
	if sweep.Full() {
		return all
	}
	sizes := map[string]int{}
	for _, l := range all {
		images := slices.DeleteFunc(files(l.page().doc, "img", "src", ""), func(file string) bool { return strings.Contains(file, "/scenes/") })
		slices.Sort(images)
		sizes[l.address] = compressedAt(t, quick, l.page().source) + sentAt(t, quick, slices.Compact(images))
	}
	slices.SortFunc(all, func(a, b lesson) int { return sizes[b.address] - sizes[a.address] })
	return all[:3]
}

func TestTheOfflineCopyIsLight(t *testing.T) {
	files := []string{"/" + offline.Name}
	for path := range keptFiles(t, built()) {
		if path == "" || strings.HasSuffix(path, "/") {
			path += "index.html"
		}
		files = append(files, "/"+path)
	}
	most := heaviestRest + len(lessons(t))*heaviestShare
	// The best compression is slow, so it is used only where a faster one does not suffice.
	copied := 0
	if !sweep.Full() {
		copied = sentAt(t, quick, files)
	}
	if sweep.Full() || copied > most {
		copied = sentAt(t, brotli.BestCompression, files)
	}
	t.Logf("the offline copy: %d files, %d bytes as they are sent", len(files), copied)
	if copied > most {
		t.Errorf("the offline copy takes %d bytes, more than %d", copied, most)
	}
}

// quick is a level of brotli that takes a small part of the time of the best one, and makes files somewhat larger.
const quick = 5

// sentAt returns the size of files as they are sent, where hosts compress at a level what is not compressed already.
func sentAt(t testing.TB, level int, addresses []string) (size int) {
	t.Helper()
	for _, address := range addresses {
		data, err := os.ReadFile(filepath.Join(built().public(), filepath.FromSlash(address)))
		if err != nil {
			t.Fatal(err)
		}
		switch filepath.Ext(address) {
		case ".woff2", ".png":
			size += len(data)
		default:
			size += compressedAt(t, level, data)
		}
	}
	return size
}

// sent returns the size of a file as it is sent.
func sent(t testing.TB, address string) int {
	t.Helper()
	switch filepath.Ext(address) {
	case ".woff2", ".png":
		return sentAt(t, brotli.BestCompression, []string{address})
	}
	return weight(t, []string{address})
}

func TestNothingComesFromAnotherHost(t *testing.T) {
	for _, p := range built().pages {
		for e := range elements(p.doc, "*") {
			for _, a := range e.Attr {
				if loads(e, a.Key) && foreign(a.Val) {
					t.Errorf("%s: <%s %s=%q> is on another host", p.address, e.Data, a.Key, a.Val)
				}
			}
		}
	}
	sheets, err := filepath.Glob(filepath.Join(built().public(), "css", "*.css"))
	if err != nil || len(sheets) == 0 {
		t.Fatalf("found no style sheet: %v", err)
	}
	for _, name := range sheets {
		sheet, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(sheet, []byte("//")) || bytes.Contains(sheet, []byte("@import")) {
			t.Errorf("%s loads another file by its address", filepath.Base(name))
		}
	}
}

// loads reports whether a browser fetches what the attribute names by itself. A reader follows links.
func loads(e *html.Node, key string) bool {
	switch key {
	case "src", "srcset", "poster", "data", "action", "formaction", "ping":
		return true
	case "href":
		return e.Data != "a" && e.Data != "area" && attr(e, "rel") != "canonical"
	}
	return false
}

func foreign(address string) bool {
	return strings.Contains(address, "//") || strings.HasPrefix(address, "data:")
}

// files returns the addresses in an attribute of the elements of a page, with this rel if it is not empty.
func files(doc *html.Node, element, key, rel string) (addresses []string) {
	for e := range elements(doc, element) {
		if hasAttr(e, key) && (rel == "" || attr(e, "rel") == rel) {
			addresses = append(addresses, attr(e, key))
		}
	}
	return addresses
}

// weights holds sizes that are known already: all lessons share a style sheet and a script, and brotli is slow.
var weights = map[string]int{}

func weight(t testing.TB, addresses []string) (bytes int) {
	t.Helper()
	for _, address := range addresses {
		if _, known := weights[address]; !known {
			data, err := os.ReadFile(filepath.Join(built().public(), filepath.FromSlash(address)))
			if err != nil {
				t.Fatal(err)
			}
			weights[address] = compressed(t, data)
		}
		bytes += weights[address]
	}
	return bytes
}

// compressed returns the size of data after brotli, at the level at which hosts store files.
func compressed(t testing.TB, data []byte) int {
	t.Helper()
	return compressedAt(t, brotli.BestCompression, data)
}

func compressedAt(t testing.TB, level int, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	w := brotli.NewWriterLevel(&b, level)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}
