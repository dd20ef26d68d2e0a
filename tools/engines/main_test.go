//go:build engines

package engines

import (
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"safeonline/tools/internal/headers"
)

var folder = flag.String("site", "../../public", "the built site's `folder`")

// server serves the built site. On scriptlessServer all scripts are blocked, as by a filter or a bad connection.
var server, scriptlessServer *httptest.Server

// screenshots is the folder for screenshots of tests that fail.
var screenshots string

func TestMain(m *testing.M) {
	flag.Parse()
	os.Exit(run(m))
}

func run(m *testing.M) int {
	if _, err := os.Stat(filepath.Join(*folder, "index.html")); err != nil {
		return fail(fmt.Sprintf("there is no built site in %s: run `make build`", *folder))
	}
	for _, e := range engines {
		if _, err := e.find(); err != nil {
			return fail(err)
		}
	}
	var err error
	if screenshots, err = os.MkdirTemp("", "engines-screenshots-"); err != nil {
		return fail(err)
	}
	defer os.Remove(screenshots) // fails if it holds screenshots

	rules, err := headers.Read(os.DirFS(*folder))
	if err != nil {
		return fail(err)
	}
	files := rules.Handler(http.FileServer(http.Dir(*folder)))
	server = httptest.NewServer(files)
	defer server.Close()
	scriptlessServer = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ".js") {
			http.Error(w, "blocked", http.StatusForbidden)
			return
		}
		files.ServeHTTP(w, r)
	}))
	defer scriptlessServer.Close()
	return m.Run()
}

func fail(why any) int {
	fmt.Fprintln(os.Stderr, "tools/engines:", why)
	return 1
}
