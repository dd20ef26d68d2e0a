// Package svg checks that an SVG file is a still picture and nothing else: shapes and colours, in a small file. An SVG
// file can also hold scripts, pages, other pictures and links, which a browser may run or follow when the file is
// opened by itself. The package lists what is allowed; anything else is a fault. It also writes shapes with shorter paths.
package svg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"safeonline/tools/internal/diag"
)

// Limits of a picture. The largest has 5 KB, its elements are nested four deep, and none uses <use>.
const (
	Limit   = 32 << 10 // bytes
	deepest = 32       // elements inside elements
	mostUse = 16       // <use> elements: each may double what there is to draw
)

const space = "http://www.w3.org/2000/svg"

// elements are those of a still picture (https://www.w3.org/TR/SVG2/eltindex.html).
var elements = set("svg g defs symbol use title desc " +
	"path rect circle ellipse line polyline polygon " +
	"linearGradient radialGradient stop pattern clipPath mask marker " +
	"filter feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR " +
	"feGaussianBlur feMerge feMergeNode feMorphology feOffset feTile")

func set(words string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(words) {
		all[w] = true
	}
	return all
}

// Check reports what is not allowed in a picture, at its place.
func Check(src *diag.Source) (faults diag.List) {
	if len(src.Text) > Limit {
		faults.Add(diag.Fault{
			Pos: diag.Pos{Source: src}, Code: diag.SVGSize,
			Message: fmt.Sprintf("the picture is larger than %d KB", Limit>>10),
			Hint:    "save it as an optimised SVG; the school's other pictures have 1 to 5 KB",
		})
		return faults
	}
	text := bytes.TrimPrefix(src.Text, []byte("\xef\xbb\xbf"))
	c := checker{src: src, dec: xml.NewDecoder(bytes.NewReader(text)), begin: len(src.Text) - len(text), faults: &faults}
	for {
		c.from = c.begin + int(c.dec.InputOffset())
		token, err := c.dec.Token()
		if err != nil {
			c.end(err)
			return faults
		}
		c.token(token)
	}
}

type checker struct {
	src    *diag.Source
	dec    *xml.Decoder
	begin  int // the byte after a byte order mark
	from   int // the byte at which the token begins
	depth  int
	roots  int
	uses   int
	faults *diag.List
}

// end reports a file that is not complete where the parser stopped.
func (c *checker) end(err error) {
	const hint, message = "save it again from the program that made it", "this is not a whole SVG file: %s"
	switch syntax := new(xml.SyntaxError); {
	case errors.As(err, &syntax):
		c.faults.Add(diag.Fault{
			Pos: c.src.At(c.begin + int(c.dec.InputOffset())), Code: diag.BadSVG,
			Message: fmt.Sprintf(message, syntax.Msg),
			Hint:    hint,
		})
	case err != io.EOF:
		c.report(diag.BadSVG, fmt.Sprintf(message, strings.TrimPrefix(err.Error(), "xml: ")), hint)
	case c.roots == 0 && !c.faults.Failed():
		c.faults.Add(diag.Fault{
			Pos: c.src.At(0), Code: diag.BadSVG,
			Message: fmt.Sprintf(message, "expected an <svg> element, found none"),
			Hint:    hint,
		})
	}
}

// report adds a fault at the current token.
func (c *checker) report(code diag.Code, message, hint string) {
	c.faults.Add(diag.Fault{Pos: c.src.At(c.from), Code: code, Message: message, Hint: hint})
}

func (c *checker) token(token xml.Token) {
	raw := c.src.Text[c.from : c.begin+int(c.dec.InputOffset())]
	switch t := token.(type) {
	case xml.StartElement:
		c.element(t, raw)
		c.depth++
	case xml.EndElement:
		c.depth--
	case xml.Directive:
		c.report(diag.SVGActive, "a document type or an entity is not allowed in a picture", "delete this line")
	case xml.ProcInst:
		if t.Target != "xml" || c.from > c.begin {
			c.report(diag.SVGActive, fmt.Sprintf("an instruction to a program (<?%s …?>) is not allowed in a picture", t.Target), "delete it")
		}
	case xml.Comment:
		// A browser ends a comment where this parser does not: at "<!-->".
		if bytes.ContainsAny(t, "<>") {
			c.report(diag.SVGActive, "the comment has elements in it", "delete the comment")
		}
	case xml.CharData:
		switch {
		case bytes.Contains(raw, []byte("<![CDATA[")):
			c.report(diag.SVGActive, "a CDATA section is not allowed in a picture", "delete it")
		case c.depth == 0 && len(bytes.TrimSpace(t)) > 0:
			c.report(diag.BadSVG, "there is something outside the <svg> element", "delete it")
		}
	}
}

func (c *checker) element(e xml.StartElement, raw []byte) {
	name := e.Name.Local
	switch {
	case c.depth == 0:
		c.root(e)
	case c.depth > deepest:
		c.report(diag.SVGActive, fmt.Sprintf("elements are nested more than %d deep", deepest), "save it as an optimised SVG")
	case e.Name.Space != space:
		c.report(diag.SVGActive, fmt.Sprintf("<%s> is not an element of SVG", name), "save it as a plain or optimised SVG")
		return
	case !elements[name]:
		c.report(diag.SVGActive, fmt.Sprintf("<%s> is not allowed in a picture: only shapes and colours are", name), hint(name))
		return
	case name == "use":
		if c.uses++; c.uses > mostUse {
			c.report(diag.SVGActive, fmt.Sprintf("there are more than %d <use> elements", mostUse), "save it as an optimised SVG")
		}
	}
	for _, a := range e.Attr {
		if why := attribute(a); why != "" {
			c.faults.Add(diag.Fault{
				Pos: c.src.At(c.from + place(raw, a.Name.Local)), Code: diag.SVGActive,
				Message: why,
				Hint:    "delete it, or save the picture as an optimised SVG",
			})
		}
	}
}

// root checks the outermost element: without a size, a picture may be shown at any size.
func (c *checker) root(e xml.StartElement) {
	if c.roots++; c.roots > 1 {
		c.report(diag.BadSVG, "there is something outside the <svg> element", "delete it")
		return
	}
	if e.Name.Local != "svg" || e.Name.Space != space {
		c.report(diag.BadSVG, fmt.Sprintf("expected an <svg> element of SVG, found <%s>", e.Name.Local), `an SVG file begins <svg xmlns="`+space+`" viewBox="0 0 32 32">`)
		return
	}
	values := map[string]string{}
	for _, a := range e.Attr {
		if a.Name.Space == "" {
			values[a.Name.Local] = a.Value
		}
	}
	box, drawn := values["viewBox"]
	if drawn && !positive(strings.FieldsFunc(box, func(r rune) bool { return strings.ContainsRune(", \t\r\n", r) }), 4) ||
		!drawn && !positive([]string{strings.TrimSuffix(values["width"], "px"), strings.TrimSuffix(values["height"], "px")}, 2) {
		c.faults.Add(diag.Fault{
			Pos: c.src.At(c.from), Code: diag.SVGSize,
			Message: "the picture does not say its size",
			Hint:    `write its size into the <svg> element, as in viewBox="0 0 32 32"`,
		})
	}
}

// place returns the offset of an attribute within its element.
func place(raw []byte, name string) int {
	for i := 0; ; {
		at := bytes.Index(raw[i:], []byte(name))
		if at < 0 {
			return 0
		}
		i += at
		if bytes.IndexByte([]byte(" \t\r\n:\"'"), raw[max(i-1, 0)]) >= 0 && bytes.HasPrefix(bytes.TrimLeft(raw[i+len(name):], " \t\r\n"), []byte("=")) {
			return i
		}
		i += len(name)
	}
}

// hint returns how to replace an element.
func hint(name string) string {
	switch name {
	case "style":
		return "give each shape its colours by attributes, as in fill=\"#f9c23c\": an optimised SVG has them so"
	case "text", "tspan":
		return "convert the words to paths, and repeat them in the alt text of the picture"
	case "image":
		return "a photograph inside an SVG file is not a drawing: choose another picture"
	}
	return "delete it, or choose another picture"
}
