package docx_test

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

// namespaces are those that the XML of the tests uses.
const namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
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

const kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

// word makes a Word file. Each part is given by its name, such as "document" or "styles", as the XML inside its outermost element; of
// "links", each line is an id and an address.
func word(t testing.TB, given map[string]string) []byte {
	t.Helper()
	outer := map[string]string{"document": "document", "styles": "styles", "numbering": "numbering", "settings": "settings", "footnotes": "footnotes", "endnotes": "endnotes"}
	related, main := "", `<Relationship Id="main" Type="`+kinds+`officeDocument" Target="word/document.xml"/>`
	parts := map[string]string{}
	for name, inner := range given {
		if root, is := outer[name]; is {
			if name == "document" {
				inner = "<w:body>" + inner + "</w:body>"
			}
			parts["word/"+name+".xml"] = fmt.Sprintf("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:%s %s>%s</w:%s>", root, namespaces, inner, root)
			related += fmt.Sprintf(`<Relationship Id="%s" Type="%s%s" Target="%s.xml"/>`, name, kinds, name, name)
		} else if name != "links" {
			parts[name] = inner
		}
	}
	for line := range strings.Lines(given["links"]) {
		id, to, _ := strings.Cut(strings.TrimSpace(line), " ")
		related += fmt.Sprintf(`<Relationship Id="%s" Type="%shyperlink" Target="%s" TargetMode="External"/>`, id, kinds, to)
	}
	parts["word/_rels/document.xml.rels"] = relationships(related)
	parts["_rels/.rels"] = relationships(main)
	return pack(t, parts)
}

func relationships(inner string) string {
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + inner + `</Relationships>`
}

// pack makes a zip file of parts.
func pack(t testing.TB, parts map[string]string) []byte {
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

// p makes a paragraph of runs or of plain words, and r a run.
func p(inner string) string {
	if !strings.HasPrefix(inner, "<") {
		inner = r(inner)
	}
	return "<w:p>" + inner + "</w:p>"
}

func r(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }
