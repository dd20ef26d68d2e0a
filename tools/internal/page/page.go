// Package page turns a checked site into the files that Hugo renders: Markdown with JSON front matter, and one data
// file. It is pure: files are values, and package out writes them.
package page

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// File is one file to write: its path below the folder generated, and its bytes.
type File struct {
	Path string
	Body []byte
}

// frontMatter is what Hugo reads at the head of a page. Layout names the template, layouts/<layout>.html.
type frontMatter struct {
	Title       string   `json:"title"`
	Description string   `json:"description"`
	Layout      string   `json:"layout"`
	Aliases     []string `json:"aliases,omitempty"`
	Params      any      `json:"params"`
}

// All returns every generated file, in a fixed order. words are those of the interface.
func All(s *site.Site, words i18n.Words) ([]File, error) {
	b := builder{site: s, view: view.New(s, words), sets: s.Sets(), old: map[string][]string{}, drawn: map[string]bool{}}
	for _, r := range s.Redirects {
		b.old[r.To.Value] = append(b.old[r.To.Value], r.From.Value)
	}
	for _, step := range []struct {
		file string // whose words the pages show
		make func()
	}{
		{"data", b.data}, {s.Folder + "/policy", b.policy}, {s.Folder + "/policy", b.indexes}, {"content/lessons", b.lessons},
		{"content/lessons", b.mixes}, {"content/lessons", b.plans}, {"content/lessons", b.decks}, {"content/lessons", b.paper},
		{"content", b.prose},
	} {
		b.guard(diag.WholeFile(step.file), step.make)
	}
	return b.files, errors.Join(b.faults.Err(), b.err)
}

// guard makes pages from a file's words, and turns a panic into a fault: whoever edits the file has to know which one
// it is.
func (b *builder) guard(at diag.Pos, pages func()) { b.faults.Guard(at, pages) }

type builder struct {
	site  *site.Site
	view  *view.Site
	sets  []site.Set
	old   map[string][]string // addresses that redirect to a page, by its address
	files []File
	drawn map[string]bool // illustrations, by their files
	err   error

	faults diag.List // of the program, while it makes pages
}

// add writes values as JSON on one line: only Hugo reads it, and indenting that of a large site takes seconds.
func (b *builder) add(path string, v any) {
	var buf bytes.Buffer
	e := json.NewEncoder(&buf)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil && b.err == nil {
		b.err = fmt.Errorf("%s: %w", path, err)
	}
	b.files = append(b.files, File{Path: path, Body: buf.Bytes()})
}

// page adds a page, with the old addresses that redirect to it.
func (b *builder) page(path string, m frontMatter) {
	m.Aliases = append(m.Aliases, b.old[model.AddressOf(path)]...)
	b.add("content/"+path, m)
}

// file returns the path of the Markdown file of a page with an address, below the folder content.
func file(address string) string { return strings.Trim(address, "/") + ".md" }
