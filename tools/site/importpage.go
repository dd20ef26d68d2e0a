package main

import (
	"bytes"
	"crypto/rand"
	"crypto/subtle"
	"fmt"
	"html/template"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"

	"safeonline/tools/internal/draft"
	"safeonline/tools/internal/report"
)

// importPage is the page of serve on which somebody answers what an import asks. It keeps nothing: each answer is written to the school's
// files, and the page is made of these.
//
// Whatever can send a request to this machine could change the school's files. So it answers only this machine, under a name that no other
// host can have, and only forms that it has sent itself.
type importPage struct {
	project fs.FS
	imports answerable
	token   string
	mu      sync.Mutex // one answer at a time
}

// answerable is an import as the page knows it. The words of its errors are for whoever answers.
type answerable interface {
	// Report reads the school's files again, and writes nothing.
	Report() (report.Import, error)
	// Answer writes an answer, and imports again. Without an answer it takes the one that was given back.
	Answer(draft.Answer) error
}

// importAt is the address of the page. No page of the site has it.
const importAt = "/import/"

func newImportPage(project fs.FS, of answerable) *importPage {
	return &importPage{project: project, imports: of, token: rand.Text()}
}

func (p *importPage) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("X-Frame-Options", "DENY")
	w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
	w.Header().Set("Cross-Origin-Resource-Policy", "same-origin")
	w.Header().Set("Referrer-Policy", "same-origin") // with no-referrer, browsers would not say where a form comes from
	if why := refused(r); why != "" {
		sayTrouble(w, http.StatusForbidden, why)
		return
	}
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		p.show(w, http.StatusOK, "")
	case http.MethodPost:
		p.answer(w, r)
	default:
		w.Header().Set("Allow", "GET, HEAD, POST")
		sayTrouble(w, http.StatusMethodNotAllowed, "This page is read, or answered with its forms.")
	}
}

// refused says why a request is refused that may come from elsewhere, or "".
func refused(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.Host)
	if err != nil {
		host = r.Host
	}
	from, _, _ := net.SplitHostPort(r.RemoteAddr)
	if !isHere(from) || !isHere(host) {
		return "This page is only for the machine that serves it. Open it there, at http://127.0.0.1 with the number that serve printed."
	}
	if r.Method == http.MethodGet || r.Method == http.MethodHead {
		return ""
	}
	if of := r.Header.Get("Sec-Fetch-Site"); r.Header.Get("Origin") != "http://"+r.Host || of != "" && of != "same-origin" {
		return "This answer does not come from the page of the import. Open the page again, and answer there."
	}
	return ""
}

// isHere reports whether a host is this machine, by an address or by the one name that always is.
func isHere(host string) bool {
	ip := net.ParseIP(strings.Trim(host, "[]"))
	return ip != nil && ip.IsLoopback() || strings.EqualFold(host, "localhost")
}

// mostAnswer is how many bytes a form may have: a clause is rarely longer than a page.
const mostAnswer = 1 << 16

// answer writes the answer of a form, and leads to its question.
func (p *importPage) answer(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, mostAnswer)
	if err := r.ParseForm(); err != nil {
		sayTrouble(w, http.StatusBadRequest, "The answer could not be read: it is too long, or cut off.")
		return
	}
	if subtle.ConstantTimeCompare([]byte(r.PostForm.Get(report.FieldToken)), []byte(p.token)) != 1 {
		sayTrouble(w, http.StatusForbidden, "The page is older than this preview, which was started again. Open it again, and answer there.")
		return
	}
	a := given(r.PostForm)
	of, err := p.imports.Report()
	if err != nil {
		sayTrouble(w, http.StatusInternalServerError, err.Error())
		return
	}
	why := report.Refuses(of, a)
	if a.Answer == "" && !r.PostForm.Has(report.FieldUndo) {
		why = "Nothing was written into the field."
	}
	if why != "" {
		p.show(w, http.StatusUnprocessableEntity, why)
		return
	}
	if err := p.imports.Answer(a); err != nil {
		p.show(w, http.StatusInternalServerError, err.Error())
		return
	}
	http.Redirect(w, r, importAt+"#"+report.Ref(a), http.StatusSeeOther)
}

// given returns the answer of a form.
func given(form url.Values) draft.Answer {
	field := func(name string) string { return strings.ReplaceAll(form.Get(name), "\r\n", "\n") } // forms send line ends so
	return draft.Answer{
		Ask:    draft.Ask(field(report.FieldAsk)),
		About:  field(report.FieldAbout),
		Answer: strings.TrimSpace(field(report.FieldAnswer)),
	}
}

// show sends the page, with what went wrong with the last answer.
func (p *importPage) show(w http.ResponseWriter, status int, trouble string) {
	of, err := p.imports.Report()
	if err != nil {
		sayTrouble(w, http.StatusInternalServerError, strings.TrimSpace(trouble+"\n"+err.Error()))
		return
	}
	of.Live = &report.Live{Token: p.token, Trouble: trouble}
	var page bytes.Buffer
	policy, err := report.Write(&page, p.project, of)
	if err != nil {
		sayTrouble(w, http.StatusInternalServerError, fmt.Sprintf("The page could not be made: %v", err))
		return
	}
	w.Header().Set("Content-Security-Policy", policy+"; frame-ancestors 'none'")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	w.Write(page.Bytes())
}

// troublePage says that there is no page, and why.
var troublePage = template.Must(template.New("").Parse(`<!doctype html>
<html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>The import</title>
<h1>The page of the import can’t be shown</h1>
<pre>{{ . }}</pre>
<p><a href="` + importAt + `">Open it again</a></p>
</html>
`))

func sayTrouble(w http.ResponseWriter, status int, why string) {
	w.Header().Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	troublePage.Execute(w, why) // an error means that the browser has gone
}
