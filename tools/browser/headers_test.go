package browser

import (
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"safeonline/tools/internal/headers"
)

// The tests serve the site with the headers that its host is told to send, so that they find what a policy breaks.
func TestEveryPageIsServedWithTheHostsHeaders(t *testing.T) {
	rules, err := headers.Read(os.DirFS(built().public()))
	if err != nil {
		t.Fatal(err)
	}
	always := []string{
		"Content-Security-Policy", "Strict-Transport-Security", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy",
		"Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Cache-Control",
	}
	for _, p := range append(built().pages, page{address: "/nowhere/at/all"}) {
		answer, err := http.Get(built().url + p.address)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		for _, name := range always {
			if answer.Header.Get(name) == "" {
				t.Errorf("%s is served without the header %s", p.address, name)
			}
		}
		for name, want := range rules.For(p.address) {
			if got := answer.Header.Get(name); got != want[0] {
				t.Errorf("%s: %s is %q, expected %q", p.address, name, got, want[0])
			}
		}
	}
}

// A script or a style that was changed on its way must not run. Browsers keep these files for a year, so other bytes need
// another name.
func TestEveryScriptAndStyleCarriesItsHash(t *testing.T) {
	for _, p := range built().read() {
		for e := range elements(p.doc, "*") {
			file := loaded(e)
			if file == "" {
				continue
			}
			data, err := os.ReadFile(filepath.Join(built().public(), filepath.FromSlash(file)))
			if err != nil {
				t.Fatal(err)
			}
			sum := sha256.Sum256(data)
			if want := "sha256-" + base64.StdEncoding.EncodeToString(sum[:]); attr(e, "integrity") != want {
				t.Errorf("%s: %s has the integrity %q, expected %q", p.address, file, attr(e, "integrity"), want)
			}
			if !longLived(file) {
				t.Errorf("%s: the name of %s is not one that may be kept for long", p.address, file)
			}
		}
	}
}

// loaded returns the address of the script or style that an element loads, or nothing.
func loaded(e *html.Node) string {
	switch {
	case e.Data == "script":
		return attr(e, "src")
	case e.Data == "link" && (attr(e, "rel") == "stylesheet" || attr(e, "rel") == "modulepreload"):
		return attr(e, "href")
	}
	return ""
}

// longLived reports whether a file's name is a word, ten digits of a hash and an ending, in a folder that is kept for long.
func longLived(file string) bool {
	parts := strings.Split(filepath.Base(file), ".")
	return (strings.HasPrefix(file, "/css/") || strings.HasPrefix(file, "/js/")) && len(parts) == 3 &&
		len(parts[1]) == 10 && strings.Trim(parts[1], "0123456789abcdef") == ""
}

// Browsers may keep just the files that have such a name for long.
func TestFilesKeptForLongAreNamedByTheirHash(t *testing.T) {
	rules, err := headers.Read(os.DirFS(built().public()))
	if err != nil {
		t.Fatal(err)
	}
	for name := range hashes(t, built().public()) {
		long := strings.Contains(rules.For("/"+name).Get("Cache-Control"), "immutable")
		if long != longLived("/"+name) {
			t.Errorf("%s: may be kept for long: %t, expected the opposite", name, long)
		}
	}
}

// The host can't say in a header which of its addresses is a preview, so the pages tell search engines.
func TestAPreviewIsNotIndexed(t *testing.T) {
	t.Parallel()
	for _, p := range deployPreview().read() {
		if !hidden(p.doc) {
			t.Errorf("%s: search engines may index a preview", p.address)
		}
	}
	for _, p := range built().read() {
		if hidden(p.doc) {
			t.Errorf("%s: search engines may not index the site itself", p.address)
		}
	}
}

func hidden(doc *html.Node) bool {
	for meta := range elements(doc, "meta") {
		if attr(meta, "name") == "robots" && attr(meta, "content") == "noindex" {
			return true
		}
	}
	return false
}
