package export

import (
	"bytes"
	"embed"
	"strings"
	"text/template"
)

// The parts of a document of Word, as ECMA-376 has them.
//
//go:embed parts/word
var wordParts embed.FS

var documents = template.Must(template.New("").Funcs(template.FuncMap{"xml": xmlText}).ParseFS(wordParts, "parts/word/*.xml"))

// paragraph is a paragraph of a document: the id of its style, and its text.
type paragraph struct{ Style, Text string }

// document makes a file of Word. A page may end before each question and each heading.
func document(l Lesson, text []paragraph) ([]byte, error) {
	type placed struct {
		paragraph
		Ends bool // it is not kept on a page with the next one, whatever its style says
	}
	values := struct {
		Lesson Lesson
		Text   []placed
	}{Lesson: l}
	for i, p := range text {
		ends := i+1 == len(text) || text[i+1].Style == "Question" || strings.HasPrefix(text[i+1].Style, "Heading")
		values.Text = append(values.Text, placed{p, ends})
	}
	var files []File
	for _, part := range []struct{ path, name string }{
		{"[Content_Types].xml", "types.xml"}, {"_rels/.rels", "rels.xml"}, {"docProps/core.xml", "core.xml"},
		{"word/document.xml", "document.xml"}, {"word/_rels/document.xml.rels", "document-rels.xml"}, {"word/styles.xml", "styles.xml"},
	} {
		var b bytes.Buffer
		if err := documents.ExecuteTemplate(&b, part.name, values); err != nil {
			return nil, err
		}
		files = append(files, File{part.path, b.Bytes()})
	}
	return pack(files)
}

// xmlText returns a text as XML has it, also within an attribute.
func xmlText(text string) string { return xmlEscapes.Replace(text) }

var xmlEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", "&#10;", "\t", "&#9;", "\r", "&#13;")
