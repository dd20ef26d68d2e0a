// Package i18n has the words of the interface, which Hugo's templates have too: those of i18n/<language>.yaml. Pages that are
// made in Go take from here what people read, so that every word is in one place for each language.
package i18n

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"text/template"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/record"
)

// File is the file of the one language that the project has.
const File = "i18n/en.yaml"

// Words are the texts of one language, by their keys.
type Words map[string]*template.Template

// Read reads the words below fsys.
func Read(fsys fs.FS) (Words, diag.List, error) {
	src, faults, err := diag.Read(fsys, File)
	if errors.Is(err, fs.ErrNotExist) {
		faults.Add(diag.Fault{
			Pos: diag.WholeFile(File), Code: diag.MissingFile,
			Message: "the file is missing",
			Hint:    "restore it from the project's history",
		})
		return nil, faults, nil
	}
	if src == nil || err != nil {
		return nil, faults, err
	}
	if err := others(fsys, &faults); err != nil {
		return nil, faults, err
	}
	var texts map[string]diag.Text
	faults = append(faults, record.Decode(src, &texts)...)
	words := Words{}
	for key, text := range texts {
		parsed, err := template.New(key).Option("missingkey=error").Parse(text.Value)
		if err != nil {
			faults.Add(diag.Fault{
				Pos: text.Pos, Code: diag.InterfaceText,
				Message: fmt.Sprintf("the text %q is not a valid template: %v", key, err),
				Hint:    "each {{ needs its }}, as in {{ .title }}",
			})
			continue
		}
		words[key] = parsed
	}
	return words, faults, nil
}

// Values are what a text fills in, by their names.
type Values map[string]any

// others reports the words of other languages, which no page would show.
func others(fsys fs.FS, faults *diag.List) error {
	return folder.Walk(fsys, path.Dir(File), func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && path.Ext(name) == ".yaml" && name != File {
			faults.Add(diag.Fault{
				Pos: diag.WholeFile(name), Code: diag.UnreadFile,
				Message: "the site does not use this file",
				Hint:    "the words of the interface are in " + File + "; docs/architecture.md says how to change the language",
			})
		}
		return err
	})
}

// Text returns the text with a key. It panics if there is none, or if it needs a value that is not given: then the program
// and the file do not fit.
func (w Words) Text(key string, values Values) string {
	text := w[key]
	if text == nil {
		panic(fmt.Sprintf("%s has no text %q", File, key))
	}
	var b strings.Builder
	if err := text.Execute(&b, values); err != nil {
		panic(fmt.Sprintf("%s: %v", File, err))
	}
	return b.String()
}

// Number returns a number as it is written in a sentence: as a word if the text "numbers" has one for it, and otherwise in
// digits.
func (w Words) Number(n int) string {
	words := strings.Split(w.Text("numbers", nil), ", ")
	if n < 1 || n > len(words) {
		return strconv.Itoa(n)
	}
	return words[n-1]
}
