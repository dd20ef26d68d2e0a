//go:build engines

package engines

import (
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"strings"
	"sync/atomic"
	"testing"

	"safeonline/tools/internal/offline"
	"safeonline/tools/internal/program"
)

// After one visit, each page for children works without a network in every engine, with its styles, pictures and quiz.
func TestPagesForChildrenWorkOfflineAfterOneVisit(t *testing.T) {
	site := os.DirFS(*folder)
	files, err := offline.Files(site)
	if err != nil {
		t.Fatal(err)
	}
	inEachEngine(t, func(t *testing.T, b browser) {
		var down atomic.Bool
		network := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if down.Load() {
				panic(http.ErrAbortHandler)
			}
			server.Config.Handler.ServeHTTP(w, r)
		}))
		t.Cleanup(func() { network.CloseClientConnections(); network.Close() })
		v := &visitor{t, b, byKeyboard}
		v.open(network.URL + "/")
		v.waitFor(3*program.Timeout, `document.querySelector("[data-offline]").textContent === "Ready without internet"`, "the offline copy")
		down.Store(true)
		asked := network.URL + "/ - Failed to load resource" // by /find/, whether there is a network
		for _, address := range pages(t, site) {
			if files[address] == "" || address == "offline/" {
				continue
			}
			v.open(network.URL + "/" + address)
			v.waitUntil(pageComplete+` && !document.title.startsWith("No internet")`, "the whole page /"+address)
			if v.expectNoConsoleErrors(asked); t.Failed() {
				t.Fatalf("on /%s", address)
			}
		}
		v.doLessonAt(network.URL, "/ks2/passwords/", "/ks2/", "choice", "several", "sort", "order", "gaps", "spot", "chat")
	})
}

// pageComplete is a JavaScript expression for whether the page has loaded with its styles, its script and all its pictures.
const pageComplete = `document.readyState === "complete" && document.querySelector("h1")
	&& [...document.styleSheets].some(sheet => sheet.cssRules.length > 5)
	&& ![...document.querySelectorAll(".foot [data-forget]")].some(button => button.hidden)
	&& [...document.images].every(image => (image.loading = "eager", image.complete && image.naturalWidth > 0))`

// pages returns the paths of all pages, except those that only redirect.
func pages(t *testing.T, site fs.FS) (addresses []string) {
	t.Helper()
	err := fs.WalkDir(site, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || path.Base(name) != "index.html" {
			return err
		}
		text, err := fs.ReadFile(site, name)
		if !strings.Contains(string(text), `http-equiv="refresh"`) {
			addresses = append(addresses, strings.TrimSuffix(name, "index.html"))
		}
		return err
	})
	if err != nil || len(addresses) < 60 {
		t.Fatalf("found %d pages, want at least 60 (error: %v)", len(addresses), err)
	}
	return addresses
}

// pressEverything shows all questions, presses every control in them that the script has not hidden, and returns the number of
// questions. Violations of the content security policy are logged as errors.
const pressEverything = `(() => {
	addEventListener("securitypolicyviolation", v => console.error("the policy forbids " + v.violatedDirective + " " + v.blockedURI))
	for (const question of document.querySelectorAll("[data-question]")) {
		question.hidden = false
		for (const control of question.querySelectorAll("input, button, [data-goto], summary")) {
			if (!control.closest("[hidden]")) control.click()
		}
	}
	return document.querySelectorAll("[data-question]").length
})()`

// With the headers that the host sends, no engine logs a warning or an error on any page, or when all controls of its quiz are
// pressed.
func TestNoPageLogsErrors(t *testing.T) {
	site := os.DirFS(*folder)
	inEachEngine(t, func(t *testing.T, b browser) {
		v := &visitor{t, b, byMouse}
		quizzes := 0
		for _, address := range pages(t, site) {
			v.open(server.URL + "/" + address)
			v.waitUntil(pageComplete, "the whole page /"+address)
			quizzes += min(evaluate[int](v, pressEverything), 1)
			if v.expectNoConsoleErrors(); t.Failed() {
				t.Fatalf("on /%s", address)
			}
		}
		if quizzes < 24 { // those of the lessons, and two mixes
			t.Errorf("found %d quizzes, want at least 24", quizzes)
		}
	})
}
