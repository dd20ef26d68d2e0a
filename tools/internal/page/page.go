// Package page turns a checked site into the files that Hugo renders: Markdown with JSON front matter, and one data
// file. It is pure: files are values, and package out writes them.
//
// Texts of lessons are typeset here (curly quotes). Adopted words are not: they are published letter by letter.
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

// origin says which file a page came from, for templates' own errors and for "Edit this page".
type origin struct {
	Source string `json:"source"`
	Edit   string `json:"edit"`
}

// All returns every generated file, in a fixed order. words are those of the interface.
func All(s *site.Site, words i18n.Words) ([]File, error) {
	b := builder{site: s, words: words, sets: s.Sets(), rules: map[string]site.Rule{}, leads: map[string]site.Rule{}, teach: map[string][]string{}, old: map[string][]string{}}
	for _, r := range s.Rules {
		b.rules[r.Clause.ID.Value] = r
		if r.Leads() {
			b.leads[r.URL()] = r
			lesson := site.LessonID(r.Lesson.Stage, r.Lesson.Name)
			b.teach[lesson] = append(b.teach[lesson], r.Clause.ID.Value)
		}
	}
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
	words i18n.Words
	sets  []site.Set
	rules map[string]site.Rule // by the clause's id
	leads map[string]site.Rule // those after which the page of a lesson is named, by its address
	teach map[string][]string  // ids of the rules that lead to a lesson, by the lesson's stage and name
	old   map[string][]string  // addresses that redirect to a page, by its address
	files []File
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

// origin returns the file and the line of a place, and the address of its editor if the repository is known.
func (b *builder) origin(at diag.Pos) origin {
	line := max(at.Line, 1)
	o := origin{Source: fmt.Sprintf("%s:%d", at.Source.Name, line)}
	if repo := b.site.School.Repository.Value; repo != "" {
		o.Edit = strings.TrimSuffix(repo, "/") + "/" + at.Source.Name
	}
	return o
}

func (b *builder) picture(emoji diag.Text) *picture {
	p, ok := b.site.Picture(emoji)
	if !ok {
		return nil
	}
	return &picture{File: p.File.Value, Alt: p.Alt.Value, Role: p.Role.Value}
}

// picture is a picture as templates see it. Role is setting, person, face or thing.
type picture struct {
	File string `json:"file"`
	Alt  string `json:"alt"`
	Role string `json:"role"`
}

func values(texts []diag.Text) []string {
	list := make([]string, len(texts))
	for i, t := range texts {
		list[i] = t.Value
	}
	return list
}

// title returns what readers see of a text: typeset, or a word of the interface if it is empty.
func (b *builder) title(t diag.Text, key string) string {
	if t.Value == "" {
		return b.words.Text(key, nil)
	}
	return typeset(t)
}
