package main

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/fstest"

	ofFile "safeonline/tools/internal/block"
	"safeonline/tools/internal/draft"
	"safeonline/tools/internal/report"
)

// answered is an import that only remembers what it was told.
type answered struct {
	got  []draft.Answer
	fail error
}

func (a *answered) Report() (report.Import, error) {
	line := ofFile.Block{Runs: []ofFile.Run{{Text: "[name of school] has rules"}}, Place: ofFile.Place{Paragraph: 1}}
	q := draft.Question{Ask: draft.WhichBlank, About: "[name of school]", Text: "What is to be here?", Must: true}
	for _, got := range a.got {
		q.Answer = got.Answer
	}
	return report.Import{
		Folder:  "schools/elm-lane",
		Sources: []draft.Source{{Name: "policy.docx", File: &ofFile.File{Blocks: []ofFile.Block{line}}}},
		Draft:   &draft.Draft{Lines: []draft.Line{{Block: line, Role: draft.Unplaced}}, Questions: []draft.Question{q}},
	}, nil
}

func (a *answered) Answer(given draft.Answer) error {
	if a.fail == nil {
		a.got = append(a.got, given)
	}
	return a.fail
}

const here = "127.0.0.1:1313"

// ask sends a request to the page as a browser on this machine does, after a change to it.
func ask(p *importPage, method string, form url.Values, change func(*http.Request)) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://"+here+importAt, strings.NewReader(form.Encode()))
	r.RemoteAddr = "127.0.0.1:50000"
	if method == "POST" {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Origin", "http://"+here)
		r.Header.Set("Sec-Fetch-Site", "same-origin")
	}
	if change != nil {
		change(r)
	}
	w := httptest.NewRecorder()
	p.ServeHTTP(w, r)
	return w
}

func blank(p *importPage, answer string) url.Values {
	return url.Values{"token": {p.token}, "ask": {"blank"}, "about": {"[name of school]"}, "answer": {answer}}
}

func TestAnAnswerIsWrittenAndCanBeTakenBack(t *testing.T) {
	a := &answered{}
	p := newImportPage(fstest.MapFS{}, a)
	if w := ask(p, "GET", nil, nil); w.Code != 200 || !strings.Contains(w.Body.String(), p.token) || !strings.Contains(w.Body.String(), "1 question before you build") {
		t.Fatalf("status %d: %s", w.Code, w.Body)
	}
	w := ask(p, "POST", blank(p, " Elm Lane\r\nPrimary "), nil)
	want := draft.Answer{Ask: draft.WhichBlank, About: "[name of school]", Answer: "Elm Lane\nPrimary"}
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != importAt+"#"+report.Ref(want) || len(a.got) != 1 || a.got[0] != want {
		t.Fatalf("status %d to %s, and %q was written", w.Code, w.Header().Get("Location"), a.got)
	}
	if body := ask(p, "GET", nil, nil).Body.String(); !strings.Contains(body, "All questions are answered") || !strings.Contains(body, "Undo") || !strings.Contains(body, "See the site") {
		t.Errorf("answered, the page is %s", body)
	}
	undo := blank(p, "")
	undo.Set("undo", "yes")
	if w := ask(p, "POST", undo, nil); w.Code != http.StatusSeeOther || a.got[1].Answer != "" {
		t.Errorf("undone: status %d, %q", w.Code, a.got)
	}
}

// A request is refused that a page of another site could have sent, or another machine.
func TestOnlyThePageItselfOnThisMachineMayAnswer(t *testing.T) {
	for name, change := range map[string]func(*http.Request){
		"from another origin":        func(r *http.Request) { r.Header.Set("Origin", "https://evil.example") },
		"from a page without origin": func(r *http.Request) { r.Header.Set("Origin", "null") },
		"without an origin":          func(r *http.Request) { r.Header.Del("Origin") },
		"from another port":          func(r *http.Request) { r.Header.Set("Origin", "http://127.0.0.1:8000") },
		"from another site":          func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") },
		"to another name": func(r *http.Request) {
			r.Host = "evil.example:1313"
			r.Header.Set("Origin", "http://evil.example:1313")
		},
		"to a name that begins alike": func(r *http.Request) {
			r.Host = "127.0.0.1.evil.example"
			r.Header.Set("Origin", "http://127.0.0.1.evil.example")
		},
		"from another machine": func(r *http.Request) { r.RemoteAddr = "192.0.2.7:50000" },
	} {
		a := &answered{}
		p := newImportPage(fstest.MapFS{}, a)
		if w := ask(p, "POST", blank(p, "x"), change); w.Code != http.StatusForbidden || len(a.got) > 0 || strings.Contains(w.Body.String(), p.token) {
			t.Errorf("%s: status %d, %q was written", name, w.Code, a.got)
		}
	}
	for name, change := range map[string]func(*http.Request){
		"another name":    func(r *http.Request) { r.Host = "evil.example:1313" },
		"another machine": func(r *http.Request) { r.RemoteAddr = "192.0.2.7:50000" },
	} {
		p := newImportPage(fstest.MapFS{}, &answered{})
		if w := ask(p, "GET", nil, change); w.Code != http.StatusForbidden || strings.Contains(w.Body.String(), "elm-lane") {
			t.Errorf("read by %s: status %d", name, w.Code)
		}
	}
	a := &answered{}
	p := newImportPage(fstest.MapFS{}, a)
	old := blank(p, "x")
	old.Set("token", "x")
	if w := ask(p, "POST", old, nil); w.Code != http.StatusForbidden || len(a.got) > 0 {
		t.Errorf("with another token: status %d, %q was written", w.Code, a.got)
	}
	if w := ask(p, "PUT", nil, func(r *http.Request) { r.Header.Set("Origin", "http://"+here) }); w.Code != http.StatusMethodNotAllowed {
		t.Errorf("PUT: status %d", w.Code)
	}
	for _, name := range []string{"localhost:1313", "[::1]:1313", "127.0.0.1"} {
		if w := ask(p, "GET", nil, func(r *http.Request) { r.Host = name }); w.Code != 200 {
			t.Errorf("at %s: status %d", name, w.Code)
		}
	}
}

// What goes wrong is said in words, above the page as it is.
func TestAnAnswerThatIsNotWrittenSaysWhy(t *testing.T) {
	a := &answered{fail: errors.New("policy.docx is <not> there any more")}
	p := newImportPage(fstest.MapFS{}, a)
	w := ask(p, "POST", blank(p, "x"), nil)
	if body := w.Body.String(); w.Code != 500 || !strings.Contains(body, "policy.docx is &lt;not&gt; there any more") || !strings.Contains(body, "What is to be here?") {
		t.Errorf("status %d: %s", w.Code, body)
	}
	if w := ask(p, "POST", blank(p, "  "), nil); w.Code != 422 || !strings.Contains(w.Body.String(), "Nothing was written into the field") {
		t.Errorf("an empty answer: status %d", w.Code)
	}
	a.fail = nil
	for field, value := range map[string]string{"about": "[of another page]", "ask": "lesson"} {
		other := blank(p, "x")
		other.Set(field, value)
		if w := ask(p, "POST", other, nil); w.Code != 422 || len(a.got) > 0 || !strings.Contains(w.Body.String(), "The import does not ask this, or no longer") {
			t.Errorf("an answer to %s %s: status %d, %q was written", field, value, w.Code, a.got)
		}
	}
	if w := ask(p, "POST", blank(p, strings.Repeat("x", mostAnswer)), nil); w.Code != 400 {
		t.Errorf("a long answer: status %d", w.Code)
	}
	policy := ask(p, "GET", nil, nil).Header().Get("Content-Security-Policy")
	if !strings.Contains(policy, "default-src 'none'") || !strings.Contains(policy, "frame-ancestors 'none'") || strings.Contains(policy, "unsafe") {
		t.Errorf("the policy is %s", policy)
	}
}
