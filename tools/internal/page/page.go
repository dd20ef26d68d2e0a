// Package page turns a checked site into the files that Hugo renders: Markdown with JSON front matter, and one data
// file. It is pure: files are values, and package out writes them. All lists the pages; each has a function that takes what the
// page shows.
package page

import (
	"bytes"
	"encoding/json"
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

// page is a page that Hugo renders: the path of its file below the folder content, its front matter, and its text if it has one.
// Layout names the template, layouts/<layout>.html.
type page struct {
	path        string
	Title       string   `json:"title"`
	Description string   `json:"description"`
	Layout      string   `json:"layout"`
	Aliases     []string `json:"aliases,omitempty"`
	Params      any      `json:"params"`
	text        []byte
}

// All returns every generated file, in a fixed order. words are those of the interface.
func All(s *site.Site, words i18n.Words) ([]File, error) {
	v, sets, b := view.New(s, words), s.Sets(), book{old: map[string][]string{}}
	for _, r := range s.Redirects {
		b.old[r.To.Value] = append(b.old[r.To.Value], r.From.Value)
	}
	b.faults.Guard(diag.WholeFile("data"), func() {
		b.files = append(b.files, File{"data/site.json", encoded(dataOf(v, s, sets))})
		b.files = append(b.files, findFiles(v, s)...)
	})
	b.add(s.Policy().Pos, func() []page { return policyPages(v, s) })
	for _, d := range s.Agreements() {
		b.add(d.Pos, func() []page { return agreementPages(v, s, d) })
	}
	for _, set := range sets {
		b.add(set.Document.Pos, func() []page { return setPages(v, s, set) })
		taught := set.Lessons()
		for i, r := range taught {
			b.add(r.Lesson.Pos, func() []page { return lessonPages(v, taught, i) })
		}
		if len(taught) > 0 {
			b.add(diag.WholeFile("content/lessons"), func() []page { return mixPages(v, set) })
		}
	}
	for _, r := range s.Rules {
		b.add(r.Clause.Pos, func() []page { return []page{posterPage(v, r)} })
	}
	for _, p := range s.Pages {
		b.add(p.Pos, func() []page { return []page{prosePage(v, s, p)} })
	}
	for _, drawn := range v.Drawn() {
		b.files = append(b.files, File{"static/" + drawn.File, drawn.Body})
	}
	return b.files, b.faults.Err()
}

// book gathers the files.
type book struct {
	files  []File
	old    map[string][]string // addresses that redirect to a page, by its address
	faults diag.List           // of the program, while it makes pages
}

// add adds pages that show the words of a file, with the old addresses that redirect to them. It turns a panic into a fault:
// whoever edits the file has to know which one it is.
func (b *book) add(at diag.Pos, pages func() []page) {
	b.faults.Guard(at, func() {
		for _, p := range pages() {
			p.Aliases = append(p.Aliases, b.old[model.AddressOf(p.path)]...)
			b.files = append(b.files, File{"content/" + p.path, append(encoded(p), p.text...)})
		}
	})
}

// encoded returns values as JSON on one line: only Hugo reads it, and indenting that of a large site takes seconds.
func encoded(v any) []byte {
	var buf bytes.Buffer
	e := json.NewEncoder(&buf)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // it is all text and numbers
	}
	return buf.Bytes()
}

// file returns the path of the Markdown file of a page with an address, below the folder content.
func file(address string) string { return strings.Trim(address, "/") + ".md" }
