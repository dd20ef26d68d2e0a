package headers_test

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"safeonline/tools/internal/headers"
)

// ours are the rules of a site with two folders of lessons and two platforms.
var ours = headers.Of([]string{"/smart/", "/ks2/"}, []string{"https://classroom.google.com", "https://*.moodle.example"})

const policyName = "Content-Security-Policy"

func TestTheLastOfSeveralRulesApplies(t *testing.T) {
	rules := headers.Rules{
		{"/*", []headers.Header{{"A", "all"}, {"B", "all"}}},
		{"/css/*", []headers.Header{{"B", "css"}}},
		{"/css/one", []headers.Header{{"C", "one"}}},
		{"/css/*.x", []headers.Header{{"C", "x"}}},
	}
	for path, want := range map[string]string{
		"/": "A=all B=all", "/css": "A=all B=all", "/css/": "A=all B=css", "/css/one": "A=all B=css C=one", "/css/one/more": "A=all B=css",
		"/css/a/b.x": "A=all B=css C=x", "/css/.xy": "A=all B=css", "/c.x": "A=all B=all",
	} {
		var got []string
		all := rules.For(path)
		for _, name := range slices.Sorted(maps.Keys(all)) {
			got = append(got, name+"="+all.Get(name))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s gets %v, want %s", path, got, want)
		}
	}
}

func TestTheNextHandlerMayChangeHeaders(t *testing.T) {
	answer := httptest.NewRecorder()
	ours.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
	})).ServeHTTP(answer, httptest.NewRequest("GET", "/x", nil))
	if got := answer.Header(); got.Get("Referrer-Policy") == "" || got.Get("Cache-Control") != "no-store" {
		t.Errorf("sent %v", got)
	}
}

var update = flag.Bool("update", false, "rewrite the goldens")

// sorts has an address for each kind of file on the site, and one that does not exist.
var sorts = []string{
	"/", "/smart/", "/smart/s/", "/ks2/passwords/", "/ks2/mix/", "/present/ks2/passwords/", "/present/ks2/passwords/10/passwords-10.pptx", "/nowhere", "/404.html", "/worker.js", "/manifest.json",
	"/css/lesson.0123456789.css", "/js/site.0123456789.js", "/fonts/andika-400.woff2", "/pictures/key.svg", "/css", "/ks2", "/smarter/",
}

// The headers of each kind of file, as they are sent.
func TestHeadersOfEachKindOfFile(t *testing.T) {
	const golden = "testdata/headers.txtar"
	archive := &txtar.Archive{Comment: []byte("The headers of each sort of file. Rewritten with -update.\n\n")}
	for _, path := range sorts {
		var text strings.Builder
		all := ours.For(path)
		for _, name := range slices.Sorted(maps.Keys(all)) {
			fmt.Fprintf(&text, "%s: %s\n", name, strings.Join(all[name], "\n"))
		}
		archive.Files = append(archive.Files, txtar.File{Name: path, Data: []byte(text.String())})
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
	for i, file := range txtar.Parse(want).Files {
		if i >= len(archive.Files) || archive.Files[i].Name != file.Name {
			t.Fatalf("%s is not about the paths of this test: run it with -update", golden)
		}
		differ(t, file.Name, lines(archive.Files[i].Data), lines(file.Data))
	}
	if !bytes.Equal(got, want) && !t.Failed() {
		t.Errorf("%s differs in its form: run this test with -update", golden)
	}
}

func lines(data []byte) []string { return strings.Split(strings.TrimSpace(string(data)), "\n") }

// differ reports the headers of a path that are missing, and those that are not expected.
func differ(t *testing.T, path string, got, want []string) {
	t.Helper()
	for _, header := range want {
		if !slices.Contains(got, header) {
			t.Errorf("%s is sent without the header %q", path, header)
		}
	}
	for _, header := range got {
		if !slices.Contains(want, header) {
			t.Errorf("%s is sent with the header %q, which is not expected; if it is right, run this test with -update", path, header)
		}
	}
}

// All pages have the same policy, except for who may frame them.
func TestPoliciesDifferOnlyInWhoMayFrameAPage(t *testing.T) {
	const own, lessons = "frame-ancestors 'self';", "frame-ancestors 'self' https://classroom.google.com https://*.moodle.example;"
	home := ours.For("/").Get(policyName)
	for _, path := range []string{"/smart/s/", "/ks2/passwords/"} {
		got := ours.For(path).Get(policyName)
		if !strings.Contains(got, lessons) || strings.Replace(got, lessons, own, 1) != home {
			t.Errorf("%s: %s\nwant, but for %s\n%s", path, got, lessons, home)
		}
	}
	for _, loose := range []string{"unsafe", "data:", "blob:", "http:", "https:", "*"} {
		if strings.Contains(home, loose) {
			t.Errorf("the policy holds %q: %s", loose, home)
		}
	}
	if got := strings.Replace(home, own+" ", "", 1); got != headers.Meta() {
		t.Errorf("a page has the policy\n%s\nwant the header's without frame-ancestors, which is ignored there:\n%s", headers.Meta(), got)
	}
}

func TestWithoutPlatformsALessonHasTheHeadersOfAnyPage(t *testing.T) {
	rules := headers.Of([]string{"/ks2/"}, nil)
	if lesson, home := rules.For("/ks2/passwords/"), rules.For("/"); !maps.EqualFunc(lesson, home, slices.Equal) {
		t.Errorf("a lesson has %v\nwant %v", lesson, home)
	}
}
