package svg_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/svg"
)

func ExampleCheck() {
	src := diag.NewSource("assets/pictures/key.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">
  <path d="M0 3h8v2H0z" onclick="steal()"/>
</svg>
`))
	for _, fault := range svg.Check(src) {
		fmt.Printf("%s: %s\n", fault.Pos, fault.Message)
	}
	// Output: assets/pictures/key.svg:2:25: onclick runs a script
}

func TestTheSchoolsPicturesHaveNoFaults(t *testing.T) {
	names, err := filepath.Glob("../../../assets/pictures/*.svg")
	if err != nil || len(names) < 100 {
		t.Fatalf("found %d pictures: %v", len(names), err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range svg.Check(diag.NewSource(filepath.Base(name), text)) {
			t.Errorf("%s: %s", fault.Pos, fault.Message)
		}
	}
}

// first returns the place and code of the first fault, or "".
func first(text string) string {
	for _, f := range svg.Check(diag.NewSource("x", []byte(text))) {
		return fmt.Sprintf("%s %s", strings.TrimPrefix(f.Pos.String(), "x:"), f.Code)
	}
	return ""
}

func TestWhatIsAllowedInAPicture(t *testing.T) {
	for _, inside := range []string{
		`<path d="M0 3h8v2H0z" fill="#f9c23c" fill-rule="evenodd"/>`,
		`<title>A key</title><desc>A door key &amp; more</desc>`,
		`<defs><linearGradient id="a" x1="1" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#fff"/></linearGradient></defs><path fill="url(#a)"/>`,
		`<defs><clipPath id="a"><path d="M0 0"/></clipPath></defs><g clip-path="url( '#a' )"><rect width="3" height="4" rx="1"/></g>`,
		`<symbol id="s"><circle r="3"/></symbol><use href="#s"/><use xlink:href="#s" x="3"/>`,
		`<g transform="translate(1 2) rotate(30)" style="fill:rgb(1,2,3);stroke:none"/>`,
		`<!-- made by hand --><g aria-label="ours: a key" class="a" id="on" xml:space="preserve"/>`,
		`<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><g filter="url(#f)"/>`,
	} {
		text := `<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 8 8">` + inside + `</svg>`
		if got := first(text); got != "" {
			t.Errorf("%s: %s", inside, got)
		}
		if got := first("\ufeff" + text); got != "" {
			t.Errorf("%s, after a byte order mark: %s", inside, got)
		}
	}
}

func TestWhatIsNotAllowedInAPicture(t *testing.T) {
	for _, inside := range []string{
		`<script>alert(1)</script>`, `<script href="#x"/>`, `<svg:script xmlns:svg="http://www.w3.org/2000/svg"/>`,
		`<script xmlns="http://www.w3.org/1999/xhtml"/>`, `<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>`,
		`<foreignObject/>`, `<iframe/>`, `<image href="#x"/>`, `<image href="https://example.org/x.png"/>`, `<a href="#x"/>`,
		`<text>words</text>`, `<style>a{}</style>`, `<style>@import "x";</style>`, `<feImage href="#x"/>`, `<metadata/>`,
		`<animate attributeName="href" to="javascript:x"/>`, `<set attributeName="onload" to="x"/>`, `<handler/>`, `<discard/>`,
		`<g><svg/><video/></g>`, `<Path d="M0 0"/>`, `<g><g><g><script/></g></g></g>`,
	} {
		held(t, inside, "svg-active")
	}
	for _, attribute := range []string{
		`onload="x()"`, `onLoad="x()"`, `ONCLICK="x()"`, `on="x"`, `href="other.svg#a"`, `href="https://example.org/#a"`, `href="//example.org"`,
		`href="javascript:alert(1)"`, `href=" #a"`, `href=""`, `xlink:href="data:image/svg+xml,x"`, `src="x"`, `xml:base="https://example.org/"`, `base="x"`,
		`fill="url(https://example.org/x)"`, `fill="url(other.svg#a)"`, `fill="URL('//example.org/#a')"`, `mask="url(&#104;ttps://example.org)"`,
		`filter="url(  &quot;x#a&quot;)"`, `fill="u\72l(x)"`, `fill="url/**/(x)"`, `style="background:image-set('x' 1x)"`, `style="fill:url(x)"`,
		`style="@import 'x'"`, `style="width:expression(alert(1))"`, `style="-moz-binding:url(x#y)"`, `style="behavior:url(x)"`,
		`style="background:src('x')"`, `cursor="url(x),auto"`, `to="javascript:x"`, `values="java&#115;cript:x"`, `fill="var(--x)"`, `content="attr(x)"`,
	} {
		held(t, "<g "+attribute+"/>", "svg-active")
	}
	for inside, code := range map[string]string{
		`<?xml-stylesheet href="x.css"?>`: "svg-active", `<?php x ?>`: "svg-active", `<!-- <script/> -->`: "svg-active", `<!--><img/>-->`: "svg-active",
		`<title><![CDATA[<img/>]]></title>`: "svg-active", `&xxe;`: "bad-svg", `<g>`: "bad-svg", `<g></p>`: "bad-svg", `<g a=b/>`: "bad-svg",
		strings.Repeat("<g>", 40) + strings.Repeat("</g>", 40):         "svg-active",
		`<g id="a">` + strings.Repeat(`<use href="#a"/>`, 17) + `</g>`: "svg-active",
		"\x00": "bad-svg", "\xff": "bad-svg",
	} {
		held(t, inside, code)
	}
}

// held expects a fault on the second line, where inside is, and none without it.
func held(t *testing.T, inside, code string) {
	t.Helper()
	text := `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 8 8">` + "\n" + inside + `</svg>`
	if got := first(text); !strings.HasPrefix(got, "2:") || !strings.HasSuffix(got, " "+code) {
		t.Errorf("%q: found %q, want %s on line 2", inside, got, code)
	}
}

func TestAPictureIsOneSVGElementWithASize(t *testing.T) {
	const ns = `xmlns="http://www.w3.org/2000/svg"`
	for text, want := range map[string]string{
		`<svg ` + ns + ` viewBox="0 0 8 8"/>`:                  "",
		`<svg ` + ns + ` viewBox="-1.5,0, 8e1 8"/>`:            "",
		`<svg ` + ns + ` width="32" height="32px"/>`:           "",
		`<svg ` + ns + `/>`:                                    "1:1 svg-size",
		`<svg ` + ns + ` width="32"/>`:                         "1:1 svg-size",
		`<svg ` + ns + ` width="100%" height="100%"/>`:         "1:1 svg-size",
		`<svg ` + ns + ` viewBox="0 0 0 8"/>`:                  "1:1 svg-size",
		`<svg ` + ns + ` viewBox="0 0 8"/>`:                    "1:1 svg-size",
		`<svg ` + ns + ` viewBox="0 0 NaN Inf"/>`:              "1:1 svg-size",
		`<svg ` + ns + ` viewBox="big" width="8" height="8"/>`: "1:1 svg-size",
		`<svg viewBox="0 0 8 8"/>`:                             "1:1 bad-svg",
		`<html/>`:                                              "1:1 bad-svg",
		``:                                                     "1:1 bad-svg",
		`words`:                                                "1:1 bad-svg",
		"\x89PNG\r\n\x1a\n":                                    "3:1 bad-svg",
		`<svg ` + ns + ` viewBox="0 0 8 8"/><svg ` + ns + ` viewBox="0 0 8 8"/>`: "1:60 bad-svg",
		`<svg ` + ns + ` viewBox="0 0 8 8"/>after`:                               "1:60 bad-svg",
		`<!DOCTYPE svg><svg ` + ns + ` viewBox="0 0 8 8"/>`:                      "1:1 svg-active",
		`<!DOCTYPE svg [<!ENTITY a "b">]><svg ` + ns + ` viewBox="0 0 8 8"/>`:    "1:1 svg-active",
		`<?xml version="1.0" encoding="UTF-7"?><svg/>`:                           "1:1 bad-svg",
		`<svg ` + ns + ` viewBox="0 0 8 8" onload="x()"/>`:                       "1:59 svg-active",
		`<svg ` + ns + ` viewBox="0 0 8 8"/>` + strings.Repeat(" ", svg.Limit):   "x svg-size",
	} {
		if got := first(text); got != want {
			t.Errorf("%.90q: found %q, want %q", text, got, want)
		}
	}
}

// FuzzCheck checks that Check never panics, that each fault is within the file, and that accepted files have nothing
// that a browser runs or fetches.
func FuzzCheck(f *testing.F) {
	for _, seed := range []string{
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 3h8v2H0z"/></svg>`,
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><script>x</script></svg>`,
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><g fill="url(#a)" style="fill:red" href='#a'/></svg>`,
		`<!DOCTYPE svg><?xml version="1.0"?><svg/>`, "\xef\xbb\xbf<svg", "<a:b:c d:e='&#x0;'>", `<svg><![CDATA[x]]><!-- > --></svg>`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		src := diag.NewSource("x", text)
		faults := svg.Check(src)
		for _, fault := range faults {
			if p := fault.Pos; p.Line < 0 || p.Line > strings.Count(string(text), "\n")+1 || p.Col < 0 || p.Col > len(src.Bytes(p.Line))+1 {
				t.Errorf("the fault is at %s, which is not in the file", p)
			}
		}
		if faults.Failed() {
			return
		}
		lower := strings.ToLower(string(text))
		for _, word := range []string{"<script", "<foreignobject", "<!doctype", "<image", "<a ", "<!entity", "<?php", "<style"} {
			if strings.Contains(lower, word) {
				t.Errorf("%q passes, and holds %s", text, word)
			}
		}
	})
}
