// Package wordfile makes Word files for tests: from the XML of their parts, or from lines that say what each paragraph is.
package wordfile

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
)

// Namespaces are those that the XML of the tests uses.
const Namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
	`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
	`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
	`xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ` +
	`xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ` +
	`xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ` +
	`xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ` +
	`xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ` +
	`xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ` +
	`xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" ` +
	`xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`

// Kinds is how the kinds of relationships begin.
const Kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

// Parts makes a Word file. Each part is given by its name, such as "document" or "styles", as the XML inside its outermost element; of
// "links", each line is an id and an address.
func Parts(t testing.TB, given map[string]string) []byte {
	t.Helper()
	outer := map[string]string{"document": "document", "styles": "styles", "numbering": "numbering", "settings": "settings", "footnotes": "footnotes", "endnotes": "endnotes"}
	related, main := "", `<Relationship Id="main" Type="`+Kinds+`officeDocument" Target="word/document.xml"/>`
	parts := map[string]string{}
	for name, inner := range given {
		if root, is := outer[name]; is {
			if name == "document" {
				inner = "<w:body>" + inner + "</w:body>"
			}
			parts["word/"+name+".xml"] = fmt.Sprintf("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:%s %s>%s</w:%s>", root, Namespaces, inner, root)
			related += fmt.Sprintf(`<Relationship Id="%s" Type="%s%s" Target="%s.xml"/>`, name, Kinds, name, name)
		} else if name != "links" {
			parts[name] = inner
		}
	}
	for line := range strings.Lines(given["links"]) {
		id, to, _ := strings.Cut(strings.TrimSpace(line), " ")
		related += fmt.Sprintf(`<Relationship Id="%s" Type="%shyperlink" Target="%s" TargetMode="External"/>`, id, Kinds, to)
	}
	parts["word/_rels/document.xml.rels"] = Relationships(related)
	parts["_rels/.rels"] = Relationships(main)
	return Pack(t, parts)
}

// Relationships makes the part that says which parts belong to which.
func Relationships(inner string) string {
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + inner + `</Relationships>`
}

// Pack makes a zip file of parts.
func Pack(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var names []string
	for name := range parts {
		names = append(names, name)
	}
	slices.Sort(names)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	z.RegisterCompressor(zip.Deflate, func(to io.Writer) (io.WriteCloser, error) { return flate.NewWriter(to, flate.BestSpeed) })
	for _, name := range names {
		to, err := z.Create(name)
		if err == nil {
			_, err = to.Write([]byte(parts[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// P makes a paragraph of runs or of plain words.
func P(inner string) string {
	if !strings.HasPrefix(inner, "<") {
		inner = R(inner)
	}
	return "<w:p>" + inner + "</w:p>"
}

// R makes a run.
func R(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }
