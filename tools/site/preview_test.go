package main

import (
	"io"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/headers"
)

// The preview sends the host's headers, and forbids caching. It adds nothing to a page that the headers would forbid.
func TestThePreviewSendsTheHostsHeaders(t *testing.T) {
	rules := headers.Of([]string{"/ks2/"}, nil)
	p := &preview{now: shown{rules: rules, notice: "a fault", version: "1"}}
	for path, kind := range map[string]string{
		"/":                     "text/html",
		"/_preview/follow.js":   "text/javascript",
		"/_preview/answers.js":  "text/javascript",
		"/_preview/preview.css": "text/css",
		"/_preview/version":     "text/plain",
	} {
		answer := httptest.NewRecorder()
		p.ServeHTTP(answer, httptest.NewRequest("GET", path, nil))
		sent := answer.Header()
		if sent.Get("Content-Security-Policy") != rules.For("/").Get("Content-Security-Policy") || sent.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: sent %v", path, sent)
		}
		if answer.Code != 200 || !strings.HasPrefix(sent.Get("Content-Type"), kind) {
			t.Errorf("%s: status %d and %v", path, answer.Code, sent)
		}
		if body := answer.Body.String(); strings.Contains(body, "<style") || strings.Contains(body, "style=") {
			t.Errorf("%s: a style in the page: %s", path, body)
		}
	}
}

// A fault is where the help, the README and the guide for authors say that it is.
func TestAFaultIsShownWhereWeSay(t *testing.T) {
	texts := map[string]string{"serve --help": serveHelp}
	for _, name := range []string{"README.md", "docs/authoring.md", "tools/site/preview/preview.css"} {
		text, err := os.ReadFile(filepath.Join(project, name))
		must(t, err)
		texts[name] = string(text)
	}
	for name, text := range texts {
		want := "at the foot of the window, over each page"
		if strings.HasSuffix(name, ".css") {
			want = ".preview-notice { position: fixed; inset: auto 0 0;"
		}
		if !strings.Contains(strings.Join(strings.Fields(text), " "), want) {
			t.Errorf("%s does not say %q", name, want)
		}
	}
}

// A file for another program is made when somebody asks for it, with the type that the host sends. One that is not there is a page that says so.
func TestThePreviewMakesFilesForOtherPrograms(t *testing.T) {
	p := &preview{env: &env{root: project, school: folder.School, stderr: io.Discard}, now: shown{rules: headers.Of(nil, nil), folder: t.TempDir()}}
	for path, want := range map[string]struct {
		code int
		kind string
	}{
		"/present/ks2/passwords/10/passwords-10.pptx": {200, "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
		"/present/ks2/passwords/10/passwords-11.pptx": {404, "text/html; charset=utf-8"},
		"/take/ks2/passwords/passwords-moodle.xml":    {200, "text/xml; charset=utf-8"},
		"/take/ks2/passwords/passwords.zip":           {404, "text/html; charset=utf-8"},
	} {
		answer := httptest.NewRecorder()
		p.ServeHTTP(answer, httptest.NewRequest("GET", path, nil))
		if kind := answer.Header().Get("Content-Type"); answer.Code != want.code || kind != want.kind || answer.Body.Len() == 0 {
			t.Errorf("%s: status %d, %q, %d bytes; want %v", path, answer.Code, kind, answer.Body.Len(), want)
		}
	}
}
