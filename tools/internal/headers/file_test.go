package headers_test

import (
	"maps"
	"net/http"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"safeonline/tools/internal/headers"
)

func written(t testing.TB, rules headers.Rules) string {
	t.Helper()
	text, err := rules.File()
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestParseReturnsTheRulesThatWereWritten(t *testing.T) {
	got, err := headers.Read(fstest.MapFS{headers.Name: {Data: []byte(written(t, ours))}})
	if err != nil || !reflect.DeepEqual(got, ours) {
		t.Errorf("%v; read back as\n%v\nwant\n%v", err, got, ours)
	}
	if _, err := headers.Read(fstest.MapFS{}); err == nil {
		t.Error("a site without the file is read as if it had one")
	}
}

// host is how a host that reads the file chooses the headers of a path.
type host func(t *testing.T, text, path string) http.Header

// Each host sends exactly what the table says, although they treat a header in two rules differently.
func TestEveryHostSendsTheHeadersOfTheTable(t *testing.T) {
	text := written(t, ours)
	for name, send := range map[string]host{"Netlify": netlify, "Cloudflare": cloudflare} {
		for _, path := range sorts {
			if path == "/css" || path == "/ks2" {
				continue // a folder without its slash: hosts redirect before they look at the rules
			}
			if got, want := send(t, text, path), ours.For(path); !maps.EqualFunc(got, want, slices.Equal) {
				t.Errorf("%s, %s: sends\n%v\nwant\n%v", name, path, got, want)
			}
		}
	}
}

// netlify ignores lines without a colon, and takes the last of several values of a header (netlify/build,
// packages/headers-parser; netlify/primitives, packages/headers).
func netlify(t *testing.T, text, path string) http.Header {
	t.Helper()
	all := http.Header{}
	matches := false
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		name, value, colon := strings.Cut(line, ":")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "/"):
			matches = regexp.MustCompile(`(?i)^` + strings.Replace(line, "*", ".*", 1) + `/?$`).MatchString(path)
		case colon && matches:
			all.Set(name, strings.TrimSpace(value))
		}
	}
	return all
}

// cloudflare joins several values of a header with a comma, but first removes the header that a line "! Name" names. It
// truncates long lines, and reads at most a hundred rules
// (https://developers.cloudflare.com/pages/configuration/headers/).
func cloudflare(t *testing.T, text, path string) http.Header {
	t.Helper()
	all := http.Header{}
	matches, rules := false, 0
	for line := range strings.Lines(text) {
		if len(strings.TrimRight(line, "\n")) > 2000 {
			t.Errorf("the line is too long: %s", line)
		}
		line = strings.TrimSpace(line)
		name, value, colon := strings.Cut(line, ":")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "/"):
			rules++
			matches = regexp.MustCompile(`^` + strings.Replace(line, "*", ".*", 1) + `$`).MatchString(path)
		case strings.HasPrefix(line, "!") && matches:
			all.Del(strings.TrimSpace(line[1:]))
		case colon && matches && all.Get(name) != "":
			all.Set(name, all.Get(name)+", "+strings.TrimSpace(value))
		case colon && matches:
			all.Set(name, strings.TrimSpace(value))
		}
	}
	if rules > 100 {
		t.Errorf("the file has %d rules", rules)
	}
	return all
}

// A value that would do more than set its own header is never written, wherever it comes from.
func TestAValueCannotAddALine(t *testing.T) {
	for _, value := range []string{
		"", " ", "x\nX: y", "x\r\nX: y", "x\rX: y", "x\x00", "x\ty", " x", "x ", "é", "x\u2028y", "x\u0085y", "to :splat", strings.Repeat("x", 2000),
	} {
		for _, rules := range []headers.Rules{
			{{"/*", []headers.Header{{"A", value}}}},
			headers.Of([]string{"/ks2/"}, []string{"https://x.example" + value + "\n"}),
		} {
			if text, err := rules.File(); err == nil {
				t.Errorf("%q is written as\n%s", value, text)
			}
		}
	}
	for _, r := range []headers.Rule{{Path: "*"}, {Path: "/a b"}, {Path: "/x\n/y"}, {Path: "/*/x"}, {Path: "/*x"}, {Path: "/*.x*"}, {Path: "/:page"}, {Path: ""},
		{"/", []headers.Header{{"A B", "x"}}}, {"/", []headers.Header{{"A:", "x"}}}, {"/", []headers.Header{{"! A", "x"}}}, {"/", []headers.Header{{"", "x"}}}} {
		if text, err := (headers.Rules{r}).File(); err == nil {
			t.Errorf("%v is written as\n%s", r, text)
		}
	}
}

// FuzzFile checks that the name of a platform can change nothing but who may frame a lesson.
func FuzzFile(f *testing.F) {
	for _, platform := range []string{"https://a.example", "x\ny: z", "'unsafe-inline'", "; script-src *", ":splat", "\u2028"} {
		f.Add(platform)
	}
	f.Fuzz(func(t *testing.T, platform string) {
		rules := headers.Of([]string{"/ks2/"}, []string{platform})
		text, err := rules.File()
		if err != nil {
			return
		}
		back, err := headers.Parse(text)
		if err != nil || !reflect.DeepEqual(back, rules) {
			t.Errorf("%q: read back as %v (%v)", platform, back, err)
		}
	})
}

// FuzzParse checks that parsing ends, and that accepted rules can be sent and written again.
func FuzzParse(f *testing.F) {
	f.Add(written(f, ours))
	for _, text := range []string{"", "/", "/*\n A: b\n ! A", "A: b", "/*\nA:b", "/*\n: b", "! A"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		rules, err := headers.Parse([]byte(text))
		if err != nil {
			return
		}
		written(t, rules)
		for _, values := range rules.For("/") {
			if strings.ContainsAny(strings.Join(values, ""), "\r\n\x00") {
				t.Errorf("%q can't be sent", values)
			}
		}
	})
}
