package main

import (
	"net/http/httptest"
	"strings"
	"testing"

	"safeonline/tools/internal/headers"
)

// The preview sends the host's headers, but lets nothing be kept; and it adds nothing to a page that they would forbid.
func TestThePreviewSendsTheHostsHeaders(t *testing.T) {
	p := newPreview(&env{stderr: t.Output()}, "/")
	p.rules, p.notice = headers.Of([]string{"/ks2/"}, nil), "a fault"
	for _, path := range []string{"/", "/_preview/follow.js", "/_preview/banner.css"} {
		answer := httptest.NewRecorder()
		p.ServeHTTP(answer, httptest.NewRequest("GET", path, nil))
		sent := answer.Header()
		if sent.Get("Content-Security-Policy") != p.rules.For("/").Get("Content-Security-Policy") || sent.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: sent %v", path, sent)
		}
		if body := answer.Body.String(); strings.Contains(body, "<style") || strings.Contains(body, "style=") {
			t.Errorf("%s: a style in the page: %s", path, body)
		}
	}
}
