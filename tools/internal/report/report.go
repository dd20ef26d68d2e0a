// Package report shows what an import made of a school's files: each line as it was in the file, beside what became of it, and what is
// still to be answered. It makes one HTML file that needs nothing else, and the same as a page on which a click answers; the command
// writes the first and serves the second. It is for whoever imports, in English, as what the command prints.
//
// Whatever a file says is only ever text: html/template escapes it, and the page's own security policy allows no script but this package's.
package report

import (
	"embed"
	"io"
	"io/fs"

	"safeonline/tools/internal/draft"
)

// Import is an import, as far as it is reported.
type Import struct {
	Folder  string // of the school, such as "schools/elm-lane"
	Sources []draft.Source
	Draft   *draft.Draft
	Changes string // what became of tracked changes, as --changes names it: "accept" or "reject"
	Live    *Live  // nil for the file
}

// Live is what a page needs whose buttons answer. Its forms are sent to the page's own address, with the fields of Form.
type Live struct {
	Token   string // that each form sends back
	Trouble string // why the last answer was not written; empty if it was
}

// The fields of the forms. What is undone has no answer.
const (
	FieldToken  = "token"
	FieldAsk    = "ask"
	FieldAbout  = "about"
	FieldAnswer = "answer"
	FieldUndo   = "undo"
)

//go:embed report.html report.css report.js
var parts embed.FS

// Write writes the page. project is the folder of the project, with the style sheets and the fonts of its pages; a project without
// them has a page without a look. It returns the security policy that the page has, for those who serve it.
func Write(w io.Writer, project fs.FS, of Import) (policy string, err error) {
	shown := newShown(of)
	if err := shown.dress(project); err != nil {
		return "", err
	}
	return shown.Policy, page.Execute(w, shown)
}
