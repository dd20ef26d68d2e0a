// Package page turns a checked site into the files that Hugo renders: Markdown with JSON front matter, and one data
// file. It is pure: files are values, and package out writes them. All lists the pages; each has a function that takes what the
// page shows.
package page

import (
	"bytes"
	"encoding/json"
	"runtime"
	"strings"
	"sync"

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
	b.addFiles(diag.WholeFile("data"), func() []File {
		return append([]File{{"data/site.json", encoded(dataOf(v, s, sets))}}, findFiles(v, s)...)
	})
	b.add(s.Policy().Pos, func() []page { return policyPages(v, s) })
	for _, d := range s.Agreements() {
		b.add(d.Pos, func() []page { return agreementPages(v, s, d) })
	}
	for _, set := range sets {
		b.add(set.Document.Pos, func() []page { return setPages(v, s, set) })
		taught := set.Lessons()
		for i, r := range taught {
			b.add(r.Lesson.Pos, func() []page { return lessonPages(v, s, taught, i) })
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
	files, err := b.files()
	if err != nil {
		return nil, err
	}
	for _, drawn := range v.Drawn() {
		files = append(files, File{"static/" + drawn.File, drawn.Body})
	}
	return files, nil
}

// book gathers what makes the files.
type book struct {
	old   map[string][]string // addresses that redirect to a page, by its address
	parts []part
}

// part makes some of the files, from the words of one of the project's. Its faults are those of the program while it does.
type part struct {
	from   diag.Pos
	make   func() []File
	files  []File
	faults diag.List
}

// add adds pages that show the words of a file, with the old addresses that redirect to them.
func (b *book) add(from diag.Pos, pages func() []page) {
	b.addFiles(from, func() (files []File) {
		for _, p := range pages() {
			p.Aliases = append(p.Aliases, b.old[model.AddressOf(p.path)]...)
			files = append(files, File{"content/" + p.path, append(encoded(p), p.text...)})
		}
		return files
	})
}

// addFiles adds files that have the words of a file.
func (b *book) addFiles(from diag.Pos, files func() []File) {
	b.parts = append(b.parts, part{from: from, make: files})
}

// files makes the files on all processors, and returns them in the order in which they were added. It turns a panic into a fault: whoever
// edits a file has to know which one it is.
func (b *book) files() (files []File, err error) {
	parts := make(chan *part)
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for p := range parts {
				p.faults.Guard(p.from, func() { p.files = p.make() })
			}
		})
	}
	for i := range b.parts {
		parts <- &b.parts[i]
	}
	close(parts)
	wait.Wait()
	var faults diag.List
	for _, p := range b.parts {
		files, faults = append(files, p.files...), append(faults, p.faults...)
	}
	return files, faults.Err()
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
