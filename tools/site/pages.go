package main

import (
	"embed"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"

	"safeonline/tools/internal/export"
	"safeonline/tools/internal/slideshow"
)

// previewParts are files that the preview adds to the pages of the site. No build contains them.
//
//go:embed preview
var previewParts embed.FS

// addition is the HTML that the preview adds at the end of each page.
var addition = template.Must(template.ParseFS(previewParts, "preview/page.html"))

// below begins the addresses of the preview's own parts. No page of the site has such an address.
const below = "/_preview/"

// ServeHTTP sends the headers that the host will send, so that authors notice what these forbid. Browsers may not cache
// anything.
func (p *preview) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if p.imports != nil && path.Clean(r.URL.Path)+"/" == importAt && p.env.imported() {
		p.imports.ServeHTTP(w, r)
		return
	}
	now := p.state()
	now.rules.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		part, is := strings.CutPrefix(r.URL.Path, below)
		switch {
		case is:
			now.part(w, r, part)
		case (path.Ext(r.URL.Path) == ".pptx" || strings.HasPrefix(r.URL.Path, "/"+export.Folder+"/")) && p.made(w, now.folder, strings.TrimPrefix(r.URL.Path, "/")):
		default:
			now.file(w, r)
		}
	})).ServeHTTP(w, r)
}

// made serves a file for another program, made of the files as they are now. It reports whether there is one. A build makes all of them,
// which would make the preview of each edit wait.
func (p *preview) made(w http.ResponseWriter, folder, name string) bool {
	root := os.DirFS(p.env.root)
	s, faults, err := load(root, p.env.school)
	if err != nil || faults.Failed() {
		return false // what is wrong stands above each page
	}
	words, err := textsOf(root)
	if err != nil {
		return false
	}
	var body []byte
	if strings.HasPrefix(name, export.Folder+"/") {
		body, err = export.One(s, words, "", os.DirFS(folder), name)
	} else {
		body, err = slideshow.One(s, words, root, name)
	}
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			fmt.Fprintln(p.env.stderr, err)
		}
		return false
	}
	w.Write(body)
	return true
}

// part serves a part of the preview itself. Pages poll for the version rather than keep a connection open: a browser opens
// at most six to one host, so the seventh tab would wait for ever.
func (now shown) part(w http.ResponseWriter, r *http.Request, name string) {
	if name == "version" {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Write([]byte(now.version))
		return
	}
	http.ServeFileFS(w, r, previewParts, path.Join("preview", path.Clean("/"+name)))
}

// file serves a file of the last good build. It appends the addition to pages.
func (now shown) file(w http.ResponseWriter, r *http.Request) {
	name := path.Clean("/" + r.URL.Path)
	if strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	full := filepath.Join(now.folder, filepath.FromSlash(name))
	if info, err := os.Stat(full); now.folder != "" && err == nil && info.IsDir() {
		http.Redirect(w, r, name+"/", http.StatusFound)
		return
	}
	if path.Ext(name) != ".html" && now.folder != "" {
		if _, err := os.Stat(full); err == nil {
			http.ServeFile(w, r, full)
			return
		}
	}
	body, err := os.ReadFile(full)
	status := http.StatusOK
	if now.folder == "" {
		body = []byte("<!doctype html><html lang=\"en-GB\"><title>Not built yet</title><body>\n")
	} else if err != nil {
		body, _ = os.ReadFile(filepath.Join(now.folder, "404.html"))
		status = http.StatusNotFound
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	w.Write(body)
	addition.Execute(w, struct {
		Version, Notice string
		Built           bool
	}{now.version, now.notice, now.folder != ""}) // an error means that the browser has gone
}
