package browser

import (
	"archive/zip"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"safeonline/tools/internal/sweep"
)

// platform is a learning platform: scorm-again, which is not ours. It keeps what it is told in the name of the window, which outlasts the
// page, and lists what it is asked for.
const platform = `
	window.API = new Scorm12API({ autocommit: false, logLevel: 5 })
	window.wanted = []
	if (name) API.loadFromJSON(JSON.parse(name))
	API.on("LMSGetValue", element => wanted.push(element))
	for (const done of ["LMSCommit", "LMSFinish"]) API.on(done, () => { name = JSON.stringify(API.renderCMIToJSONObject()) })`

// onPlatform opens the package of a lesson, unpacked, as a platform shows it.
func onPlatform(t *testing.T, l lesson, more ...string) *tab {
	t.Helper()
	code, err := os.ReadFile(filepath.Join(project, "node_modules", "scorm-again", "dist", "scorm12.js"))
	if err != nil {
		t.Fatal("scorm-again is missing: run `make tools`")
	}
	return visitAt(t, packaged(t, l)+"/index.html", early(string(code)+platform+strings.Join(more, "\n")))
}

// packaged serves the package of a lesson, and returns its address.
func packaged(t *testing.T, l lesson) string {
	t.Helper()
	name := strings.Trim(l.address, "/")
	z, err := zip.OpenReader(filepath.Join(built().public(), "take", name, filepath.Base(name)+"-scorm.zip"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { z.Close() })
	server := httptest.NewServer(http.FileServerFS(z))
	t.Cleanup(server.Close)
	return server.URL
}

// told returns what the platform has been told.
func (b *tab) told(element string) string {
	b.t.Helper()
	return ask[string](b, fmt.Sprintf(`"" + API.cmi.%s`, element))
}

// A platform that is not ours plays lessons: it learns how much is right and that all is done, and brings a child back to where they were. The
// page asks for nobody, keeps nothing on the device, and sends nothing anywhere.
func TestAPlatformPlaysALesson(t *testing.T) {
	t.Parallel()
	all := lessons(t)
	if !sweep.Full() {
		all = slices.DeleteFunc(all, func(l lesson) bool { return l.address != "/ks2/polite/" && l.address != "/smart/t/" })
	}
	for _, l := range all {
		t.Run(named(l.address), func(t *testing.T) {
			b := onPlatform(t, l)
			if got := b.told("core.lesson_status"); got != "incomplete" {
				t.Errorf("at the start, the status is %q", got)
			}
			own := l.own()
			for i, q := range own {
				b.answerWrongly(q)
				b.check(q)
				b.answerRightly(q)
				b.check(q)
				b.scores(i+1, len(own))
				b.next(q)
				if i == 0 {
					b.comesBack(own[0], own[1])
				}
			}
			if got := b.told("core.lesson_status"); got != "completed" {
				t.Errorf("at the end, the status is %q", got)
			}
			if !ask[bool](b, `[...document.querySelectorAll("[data-earned]")].every(e => !e.hidden)`) {
				t.Error("the end brings no star")
			}
			wanted := ask[[]string](b, `window.wanted`)
			if slices.ContainsFunc(wanted, func(e string) bool { return strings.Contains(e, "student") }) {
				t.Errorf("the page asks the platform for %v", wanted)
			}
			b.staysInside()
			b.quiet()
		})
	}
}

// scores waits until the platform knows the score, in per cent: what comes after a check comes a little later.
func (b *tab) scores(right, questions int) {
	b.t.Helper()
	want := fmt.Sprint((200*right + questions) / (2 * questions))
	b.until(fmt.Sprintf(`"" + API.cmi.core.score.raw === %q`, want), "a score of "+want)
}

// comesBack leaves a lesson and opens it again: it goes on where it was, knows what was answered, and does not ask who is there.
func (b *tab) comesBack(answered, next question) {
	b.t.Helper()
	was := ask[string](b, `document.querySelector("[data-path-step][data-now]").id`)
	kept := b.told("suspend_data")
	at := ask[string](b, `location.href = location.origin + "/index.html?again", location.origin`)
	b.until(`location.search && document.documentElement.hasAttribute("data-path")`, "the lesson again on "+at)
	if now := ask[string](b, `document.querySelector("[data-path-step][data-now]").id`); now != was {
		b.t.Errorf("a child who was at #%s comes back to #%s", was, now)
	}
	if now := b.told("suspend_data"); now != kept || !strings.Contains(kept, answered.Key) || strings.Contains(kept, next.Key) {
		b.t.Errorf("the platform kept %s, and gave back %s", kept, now)
	}
	if ask[bool](b, `[...document.querySelectorAll("main *")].some(e => e.getClientRects().length && e.innerText === "Hello! Still you?")`) {
		b.t.Error("the page asks who is there, which the platform knows")
	}
}

// staysInside checks that the page has asked only for its package, and has kept nothing on the device.
func (b *tab) staysInside() {
	b.t.Helper()
	for _, r := range b.asked() {
		if at := ask[string](b, `location.origin`); !strings.HasPrefix(r.url, at+"/") {
			b.t.Errorf("the page asks for %s", r.url)
		}
	}
	b.do(chromedp.Navigate(ask[string](b, `location.origin`) + "/pictures/"))
	b.keepsNothing()
}

// A platform shows a lesson in a frame. It has no room for more than 4,096 characters, and may refuse what it is told: the page then says
// that it cannot keep the stars, and works all the same.
func TestAPlatformThatKeepsNothing(t *testing.T) {
	t.Parallel()
	l := lessonAt(t, "/smart/t/")
	b := onPlatform(t, l)
	if !ask[bool](b, `(() => { try { localStorage.setItem("safe-online", "x".repeat(4097)) } catch { return API.cmi.suspend_data === "" } })()`) {
		t.Error("a platform is given more than it has to keep")
	}
	refusing := onPlatform(t, l, `API.LMSSetValue = () => "false"`)
	q := l.own()[0]
	refusing.answerRightly(q)
	refusing.check(q)
	refusing.says(q, "Yes.")
	refusing.until(fmt.Sprintf(`document.getElementById(%q).innerText.includes("can’t be kept")`, q.ID), "a note that stars can’t be kept")

	code, err := os.ReadFile(filepath.Join(project, "node_modules", "scorm-again", "dist", "scorm12.js"))
	if err != nil {
		t.Fatal(err)
	}
	framed := visitAt(t, packaged(t, l)+"/scorm.js", early(`if (self === top) {`+string(code)+`; var Scorm12API = this.Scorm12API;`+platform+`}`))
	ask[bool](framed, `document.body.append(Object.assign(document.createElement("iframe"), { src: "index.html" })), true`)
	framed.until(`"" + API.cmi.core.lesson_status === "incomplete"`, "a word from the frame")
}
