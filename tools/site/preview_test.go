package main

import (
	"net/http/httptest"
	"strings"
	"testing"

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
