package main

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/headers"
	"safeonline/tools/internal/out"
	"safeonline/tools/internal/render"
)

// preview serves the last good build, with what is wrong with the newest edit above each page.
type preview struct {
	env  *env
	home string // the address served on, ends in a slash

	mu      sync.Mutex
	folder  string // the last good build; empty until there is one
	rules   headers.Rules
	notice  string // what is wrong now; empty when nothing is
	changed chan struct{}
}

func newPreview(e *env, home string) *preview {
	// Until there is a build, no page may be framed.
	return &preview{env: e, home: home, rules: headers.Of(nil, nil), changed: make(chan struct{})}
}

// rebuild builds what is there now. Only a good build takes the place of the one before.
func (p *preview) rebuild() {
	began := time.Now()
	folder, faults, err := p.build()
	var notice bytes.Buffer
	faults.Fprint(&notice)
	if err != nil {
		fmt.Fprintln(&notice, err)
	}
	p.env.stderr.Write(notice.Bytes())
	if err == nil && !faults.Failed() {
		fmt.Fprintf(p.env.stdout, "built in %d ms\n", time.Since(began).Milliseconds())
		p.show(folder, "") // warnings are for this terminal
		return
	}
	fmt.Fprintln(p.env.stdout, "not built: the last good site stays")
	p.show(folder, notice.String())
}

// build makes a build in a folder of its own. With a fault or an error there is no folder.
func (p *preview) build() (folder string, faults diag.List, err error) {
	s, faults, err := load(os.DirFS(p.env.root))
	if err != nil || faults.Failed() {
		return "", faults, err
	}
	unlock, err := out.Lock(p.env.root)
	if err != nil {
		return "", faults, err
	}
	defer unlock()
	folder, err = os.MkdirTemp("", "site-preview-")
	if err != nil {
		return "", faults, err
	}
	o := render.Options{Root: p.env.root, Destination: folder, BaseURL: p.home, Environment: "preview"}
	if err := errors.Join(renderInto(o, s), writeWorker(folder, true)); err != nil { // a copy would hide edits
		os.RemoveAll(folder)
		return "", faults, err
	}
	return folder, faults, nil
}

// show takes a new folder, if there is one, and a new notice, and tells the open pages.
func (p *preview) show(folder, notice string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if folder != "" {
		rules, err := headers.Read(os.DirFS(folder))
		if err != nil {
			fmt.Fprintln(p.env.stderr, err)
		}
		p.rules = rules
		os.RemoveAll(p.folder)
		p.folder = folder
	}
	p.notice = notice
	close(p.changed)
	p.changed = make(chan struct{})
}

func (p *preview) close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	os.RemoveAll(p.folder)
}

func (p *preview) state() (folder, notice string, changed <-chan struct{}) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.folder, p.notice, p.changed
}

//go:embed preview.js
var followScript []byte

//go:embed preview.css
var bannerStyle []byte

//go:embed preview.html
var bannerText string

var banner = template.Must(template.New("banner").Parse(bannerText))

// below is the address under which the preview's own parts are, which no page of the site has.
const below = "/_preview/"

// ServeHTTP sends the host's headers, so that what they forbid is seen while it is written. Nothing is kept.
func (p *preview) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	rules := p.rules
	p.mu.Unlock()
	rules.Handler(http.HandlerFunc(p.answer)).ServeHTTP(w, r)
}

func (p *preview) answer(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	switch r.URL.Path {
	case below + "follow.js":
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		w.Write(followScript)
	case below + "banner.css":
		w.Header().Set("Content-Type", "text/css; charset=utf-8")
		w.Write(bannerStyle)
	case below + "changes":
		p.events(w, r)
	default:
		p.file(w, r)
	}
}

// events sends a line whenever there is something new to see.
func (p *preview) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	flusher, _ := w.(http.Flusher)
	for {
		_, _, changed := p.state()
		fmt.Fprint(w, ": open\n\n")
		flusher.Flush()
		select {
		case <-changed:
			fmt.Fprint(w, "data: changed\n\n")
			flusher.Flush()
		case <-r.Context().Done():
			return
		}
	}
}

// file serves a file of the last good build, and adds the banner to a page.
func (p *preview) file(w http.ResponseWriter, r *http.Request) {
	folder, notice, _ := p.state()
	name := path.Clean("/" + r.URL.Path)
	if strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	full := filepath.Join(folder, filepath.FromSlash(name))
	if info, err := os.Stat(full); folder != "" && err == nil && info.IsDir() {
		http.Redirect(w, r, r.URL.Path+"/", http.StatusFound)
		return
	}
	if path.Ext(name) != ".html" && folder != "" {
		if _, err := os.Stat(full); err == nil {
			http.ServeFile(w, r, full)
			return
		}
	}
	body, err := os.ReadFile(full)
	status := http.StatusOK
	if folder == "" {
		body = []byte("<!doctype html><html lang=\"en-GB\"><title>Not built yet</title><body>")
	} else if err != nil {
		body, _ = os.ReadFile(filepath.Join(folder, "404.html"))
		status = http.StatusNotFound
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	w.Write(body)
	if err := banner.Execute(w, notice); err != nil {
		fmt.Fprintln(p.env.stderr, err)
	}
}
