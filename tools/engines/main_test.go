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

// The site as it is, and as it is where its script is blocked, by a filter or a bad line.
var whole, scriptless *httptest.Server

// pictures is where a test that fails leaves a picture of what the browser showed.
var pictures string

func TestMain(m *testing.M) {
	flag.Parse()
	os.Exit(run(m))
}

func run(m *testing.M) int {
	if _, err := os.Stat(filepath.Join(*folder, "index.html")); err != nil {
		return fail(fmt.Sprintf("no site is built in %s: run `make build`", *folder))
	}
	for _, e := range engines {
		if _, err := e.find(); err != nil {
			return fail(err)
		}
	}
	var err error
	if pictures, err = os.MkdirTemp("", "engines-pictures-"); err != nil {
		return fail(err)
	}
	defer os.Remove(pictures) // stays if a picture is in it

	rules, err := headers.Read(os.DirFS(*folder))
	if err != nil {
		return fail(err)
	}
	files := rules.Handler(http.FileServer(http.Dir(*folder)))
	whole = httptest.NewServer(files)
	defer whole.Close()
	scriptless = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ".js") {
			http.Error(w, "blocked", http.StatusForbidden)
			return
		}
		files.ServeHTTP(w, r)
	}))
	defer scriptless.Close()
	return m.Run()
}

func fail(why any) int {
	fmt.Fprintln(os.Stderr, "tools/engines:", why)
	return 1
}
