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
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"safeonline/tools/internal/headers"
)

// ours are the project's own rules.
func ours(t testing.TB) headers.Rules {
	t.Helper()
	rules, faults, err := headers.Read(os.DirFS("../../.."))
	if err != nil || len(faults) > 0 || len(rules) == 0 {
		t.Fatalf("%d rules, %v, %v", len(rules), faults, err)
	}
	return rules
}

func from(text string) (headers.Rules, string) {
	rules, faults, err := headers.Read(fstest.MapFS{headers.File: {Data: []byte(text)}})
	said := ""
	for _, f := range faults {
		said += fmt.Sprintf("%s %s: %s\n", f.Pos, f.Code, f.Message)
	}
	if err != nil {
		said = err.Error()
	}
	return rules, said
}

func TestTheLastOfSeveralRulesHolds(t *testing.T) {
	rules, said := from(`
[[headers]]
for = "/*"
[headers.values]
A = "all"
B = "all"
[[headers]]
for = "/css/*"
[headers.values]
b = "css"
[[headers]]
for = "/css/one"
[headers.values]
C = "one"
`)
	if said != "" {
		t.Fatal(said)
	}
	for path, want := range map[string]string{
		"/": "A=all B=all", "/css": "A=all B=all", "/css/": "A=all B=css", "/css/one": "A=all B=css C=one", "/css/one/more": "A=all B=css",
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

func TestAProjectWithoutTheFileHasNoRules(t *testing.T) {
	if rules, faults, err := headers.Read(fstest.MapFS{}); len(rules)+len(faults) > 0 || err != nil {
		t.Errorf("%v, %v, %v", rules, faults, err)
	}
}

func TestWhatCannotHoldIsAFaultWithItsPlace(t *testing.T) {
	for text, want := range map[string]string{
		"[[headers]\nfor = \"/\"":                                         "netlify.toml:1:",
		"x = 1\n[[headers]]\nfor = 7":                                     "netlify.toml:3:",
		"[[headers]]\nfor = \"css/*\"":                                    "a path begins with /",
		"[[headers]]\nfor = \"/*/x\"":                                     "written out",
		"[[headers]]\nfor = \"/:page\"":                                   "written out",
		"[[headers]]\nfor = \"/\"\n[headers.values]\n\"A B\" = \"x\"":     "no name of a header",
		"[[headers]]\nfor = \"/\"\n[headers.values]\nA = \"x\\r\\nB: y\"": "one line",
		"[[headers]]\nfor = \"/\"\n[headers.values]\nA = [\"x\", \"y\"]":  "netlify.toml:4:",
		"[[headers]]\nfor = \"/\"\n[[headers]]\nfor = \"\"":               "netlify.toml:3:1",
		strings.Repeat("x", 5000):                                         "line-too-long",
	} {
		rules, said := from(text)
		if rules != nil || !strings.Contains(said, want) {
			t.Errorf("%q gives %v and says %q, want %q", text, rules, said, want)
		}
	}
}

func TestHandlerAddsWhatMayBeChanged(t *testing.T) {
	rules, _ := from("[[headers]]\nfor = \"/*\"\n[headers.values]\nA = \"1\"\nCache-Control = \"public\"")
	answer := httptest.NewRecorder()
	rules.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
	})).ServeHTTP(answer, httptest.NewRequest("GET", "/x", nil))
	if got := answer.Header(); got.Get("A") != "1" || got.Get("Cache-Control") != "no-store" {
		t.Errorf("sent %v", got)
	}
}

var update = flag.Bool("update", false, "rewrite the goldens")

// What is sent, for each sort of file that the site has.
func TestHeadersOfEachSortOfFile(t *testing.T) {
	const golden = "testdata/headers.txtar"
	rules := ours(t)
	archive := &txtar.Archive{Comment: []byte("The headers of netlify.toml, for each sort of file. Rewritten with -update.\n\n")}
	for _, path := range []string{"/", "/ks2/passwords/", "/nowhere", "/worker.js", "/css/lesson.0123456789.css", "/fonts/andika-400.woff2"} {
		var text strings.Builder
		all := rules.For(path)
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
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("%v; the headers are\n%s\nwant\n%s", err, got, want)
	}
}

// One policy for all, but for who may frame a page.
func TestThePoliciesDifferOnlyInWhoMayFrame(t *testing.T) {
	rules := ours(t)
	const name, lessons = "Content-Security-Policy", "frame-ancestors 'self' https:;"
	home := rules.For("/").Get(name)
	for _, path := range []string{"/smart/s/", "/ks2/passwords/"} {
		got := rules.For(path).Get(name)
		if !strings.Contains(got, lessons) || strings.Replace(got, lessons, "frame-ancestors 'self';", 1) != home {
			t.Errorf("%s: %s\nwant, but for %s\n%s", path, got, lessons, home)
		}
	}
	for _, loose := range []string{"unsafe", "data:", "blob:", "http:", "*"} {
		if strings.Contains(home, loose) {
			t.Errorf("the policy holds %q: %s", loose, home)
		}
	}
}

// FuzzRead holds that reading ends, that a fault stands in the file, and that what passes can be sent as it is.
func FuzzRead(f *testing.F) {
	text, err := os.ReadFile("../../../netlify.toml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	for _, text := range []string{"", "[[headers]]", "[[headers]]\nfor=\"/\"\nvalues={a=\"\\u0000\"}", "a.b.c=1\n[a]", "\"\"\""} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		rules, faults, err := headers.Read(fstest.MapFS{headers.File: {Data: text}})
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Count(strings.ReplaceAll(string(text), "\r", "\n"), "\n") + 1
		for _, fault := range faults {
			if fault.Pos.Line > lines {
				t.Errorf("a fault at line %d of %d: %s", fault.Pos.Line, lines, fault.Message)
			}
		}
		for _, values := range rules.For("/") {
			if strings.ContainsAny(strings.Join(values, ""), "\r\n\x00") {
				t.Errorf("%q can't be sent", values)
			}
		}
	})
}
