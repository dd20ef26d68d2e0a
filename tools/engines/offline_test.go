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
)

// One visit, and the line goes: in every engine each page for children is there, with its look, its pictures and its quiz.
func TestAllThatChildrenNeedIsThereAfterOneVisit(t *testing.T) {
	site := os.DirFS(*folder)
	files, err := offline.Files(site)
	if err != nil {
		t.Fatal(err)
	}
	inEachEngine(t, func(t *testing.T, b browser) {
		var down atomic.Bool
		line := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if down.Load() {
				panic(http.ErrAbortHandler)
			}
			whole.Config.Handler.ServeHTTP(w, r)
		}))
		t.Cleanup(func() { line.CloseClientConnections(); line.Close() })
		c := &child{t, b, byKeyboard}
		c.open(line.URL + "/")
		c.waits(3*patience, `document.querySelector("[data-offline]").textContent === "Ready without internet"`, "the copy")
		down.Store(true)
		for _, address := range pages(t, site) {
			if files[address] == "" || address == "offline/" {
				continue
			}
			c.open(line.URL + "/" + address)
			c.until(isWhole+` && !document.title.startsWith("No internet")`, "all of /"+address)
			if c.hearsNothingBad(); t.Failed() {
				t.Fatalf("on /%s", address)
			}
		}
		c.doesLessonAt(line.URL, "/ks2/passwords/", "/ks2/", "choice", "several", "sort", "order", "gaps", "spot", "chat")
	})
}

// isWhole: the page is there, as it is when there is a line: with its look, its script, and all its pictures.
const isWhole = `document.readyState === "complete" && document.querySelector("h1")
	&& [...document.styleSheets].some(sheet => sheet.cssRules.length > 5)
	&& ![...document.querySelectorAll(".foot [data-forget]")].some(button => button.hidden)
	&& [...document.images].every(image => (image.loading = "eager", image.complete && image.naturalWidth > 0))`

// pages are the addresses of the pages that are there to be read: not of those that lead on at once.
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
		t.Fatalf("there are %d pages: %v", len(addresses), err)
	}
	return addresses
}

// everything presses all that a quiz has, one after the other, as often as there are questions, and has whoever listens told of
// what the policy forbids meanwhile.
const everything = `(() => {
	addEventListener("securitypolicyviolation", v => console.error("the policy forbids " + v.violatedDirective + " " + v.blockedURI))
	for (const question of document.querySelectorAll("[data-question]")) {
		question.hidden = false
		for (const control of question.querySelectorAll("input, button, [data-goto], summary")) control.click()
	}
	return document.querySelectorAll("[data-question]").length
})()`

// Every page of the site and every quiz, with the headers of the host: no engine has a complaint, of a policy or of anything
// else.
func TestNoPageMeetsAComplaint(t *testing.T) {
	site := os.DirFS(*folder)
	inEachEngine(t, func(t *testing.T, b browser) {
		c := &child{t, b, byMouse}
		quizzes := 0
		for _, address := range pages(t, site) {
			c.open(whole.URL + "/" + address)
			c.until(isWhole, "all of /"+address)
			quizzes += min(see[int](c, everything), 1)
			if c.hearsNothingBad(); t.Failed() {
				t.Fatalf("on /%s", address)
			}
		}
		if quizzes < 24 { // the lessons' and two mixes
			t.Errorf("pressed through %d quizzes", quizzes)
		}
	})
}
