package export

import (
	"bytes"
	"encoding/xml"
)

// element is an element of a file in XML. What is inside is other elements, lists of them, and texts.
type element struct {
	name       string
	attributes []string // names and values in turns
	inside     []any
}

// el returns an element with what is inside it.
func el(name string, inside ...any) element { return element{name: name, inside: inside} }

// with returns the element with attributes: names and values in turns. Without a value, an attribute is left out.
func (e element) with(attributes ...string) element {
	for i := 0; i < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			e.attributes = append(e.attributes[:len(e.attributes):len(e.attributes)], attributes[i:i+2]...)
		}
	}
	return e
}

// holding returns the element with more inside it.
func (e element) holding(more ...any) element {
	e.inside = append(e.inside[:len(e.inside):len(e.inside)], more...)
	return e
}

// document returns the element as a whole file.
func (e element) document() []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e.write(&b)
	b.WriteByte('\n')
	return b.Bytes()
}

// markup returns the element as a text, for formats that hold HTML in a text.
func (e element) markup() string {
	var b bytes.Buffer
	e.write(&b)
	return b.String()
}

func (e element) write(b *bytes.Buffer) {
	b.WriteString("<" + e.name)
	for i := 0; i < len(e.attributes); i += 2 {
		b.WriteString(" " + e.attributes[i] + `="`)
		xml.EscapeText(b, []byte(e.attributes[i+1]))
		b.WriteByte('"')
	}
	if len(e.inside) == 0 {
		b.WriteString("/>")
		return
	}
	b.WriteByte('>')
	for _, part := range e.inside {
		switch part := part.(type) {
		case element:
			part.write(b)
		case []element:
			for _, one := range part {
				one.write(b)
			}
		case string:
			xml.EscapeText(b, []byte(part))
		}
	}
	b.WriteString("</" + e.name + ">")
}
