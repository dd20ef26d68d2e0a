package pptx

import (
	"bytes"
	"embed"
	"encoding/xml"
	"fmt"
	"math"
	"slices"
	"strings"
	"text/template"
)

//go:embed parts/*.xml
var parts embed.FS

// templates make the parts. A text enters one only through the function text, and a colour through the function colour.
var templates = template.Must(template.New("").Funcs((&writer{}).functions(nil)).ParseFS(parts, "parts/*.xml"))

// render makes a part with its template. What the template relates the part to is added to its relations.
func (w *writer) render(name string, of any, related *relations) ([]byte, error) {
	t, err := templates.Clone()
	if err != nil {
		return nil, err
	}
	t.Funcs(w.functions(related))
	t.Funcs(template.FuncMap{"item": func(id int, i Item) (string, error) {
		var out strings.Builder
		err := t.ExecuteTemplate(&out, i.part(), struct {
			ID int
			Of Item
		}{id, i})
		return out.String(), err
	}})
	var out bytes.Buffer
	err = t.ExecuteTemplate(&out, name, of)
	return out.Bytes(), err
}

// functions are those that templates call.
func (w *writer) functions(related *relations) template.FuncMap {
	return template.FuncMap{
		"add":        func(a, b int) int { return a + b },
		"bare":       bare,
		"colour":     Colour.xml,
		"corner":     corner,
		"emu":        emu,
		"hundredths": func(points float64) int { return int(math.Round(points * 100)) },
		"item":       func(int, Item) string { return "" },
		"language":   func() string { return w.Language },
		"lines":      func(s string) []string { return strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n") },
		"media":      w.picture,
		"related":    func(kind, target string) string { return related.id(kind, target) },
		"text":       text,
	}
}

// emu gives a length in English Metric Units, of which an inch has 914,400 and a point 12,700 (ISO/IEC 29500-1, 20.1.10.16).
func emu(points float64) int { return int(math.Round(points * 12700)) }

// text gives a text as it stands in XML, in elements and in attributes. In the place of each character that XML 1.0 does not allow is
// the replacement character, U+FFFD.
func text(s string) (string, error) {
	var out strings.Builder
	err := xml.EscapeText(&out, []byte(s))
	return out.String(), err
}

// xml gives a colour as an element of DrawingML.
func (c Colour) xml() string {
	if rgb, is := strings.CutPrefix(string(c), "#"); is {
		return `<a:srgbClr val="` + strings.ToUpper(rgb) + `"/>`
	}
	return `<a:schemeClr val="` + string(c) + `"/>`
}

// bare reports whether a shape is a mere text box.
func bare(s Shape) bool { return s.Fill == "" && s.Line == "" }

// corner gives the radius of the corners in the unit of a roundRect: 1/100,000 of the shorter side, and at most half of it.
func corner(s Shape) int {
	return int(math.Round(min(s.Round/min(s.Box.W, s.Box.H), 0.5) * 100000))
}

// relations are the other parts to which a part refers, by ids.
type relations []relation

type relation struct{ Type, Target string }

// relatives makes relations from kinds and targets in turn.
func relatives(pairs ...string) (r relations) {
	for pair := range slices.Chunk(pairs, 2) {
		r.id(pair[0], pair[1])
	}
	return r
}

// id gives the id of a relation, which is added if need be.
func (r *relations) id(kind, target string) string {
	is := relation{"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind, target}
	if !slices.Contains(*r, is) {
		*r = append(*r, is)
	}
	return fmt.Sprintf("rId%d", slices.Index(*r, is)+1)
}

// packaged are the relations of the file as a whole.
var packaged = append(relatives("officeDocument", "ppt/presentation.xml", "extended-properties", "docProps/app.xml"),
	relation{"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"})
