//go:build listen

package listen

import (
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"safeonline/tools/internal/headers"
)

var folder = flag.String("site", "../../public", "the built site's `folder`")

// server serves the built site.
var server *httptest.Server

func TestMain(m *testing.M) {
	if os.Getenv(voiceFile) != "" {
		os.Exit(speakOnly())
	}
	flag.Parse()
	os.Exit(run(m))
}

func run(m *testing.M) int {
	if _, err := os.Stat(filepath.Join(*folder, "index.html")); err != nil {
		return fail(fmt.Sprintf("there is no built site in %s: run `make build`", *folder))
	}
	rules, err := headers.Read(os.DirFS(*folder))
	if err != nil {
		return fail(err)
	}
	server = httptest.NewServer(rules.Handler(http.FileServer(http.Dir(*folder))))
	defer server.Close()
	return m.Run()
}

func fail(why any) int {
	fmt.Fprintln(os.Stderr, "tools/listen:", why)
	return 1
}
