package docx

import (
	"bytes"
	"strconv"
)

// attribute is one attribute, as it is written.
type attribute struct {
	name, value []byte
	ok          bool
}

// nextAttribute returns the first attribute of a text, and what is after it.
func nextAttribute(text []byte) (a attribute, rest []byte) {
	text = bytes.TrimLeft(text, " \t\r\n")
	i := bytes.IndexByte(text, '=')
	if i < 0 {
		return a, nil
	}
	a.name, text = bytes.TrimRight(text[:i], " \t\r\n"), bytes.TrimLeft(text[i+1:], " \t\r\n")
	if len(text) == 0 || text[0] != '"' && text[0] != '\'' {
		return a, nil
	}
	if i = bytes.IndexByte(text[1:], text[0]); i < 0 {
		return a, nil
	}
	a.value, a.ok = text[1:1+i], true
	return a, text[i+2:]
}

// get returns the value of an attribute and whether the element has it. Word writes its attributes with the prefix of their element;
// the namespace of an attribute without a prefix is bare.
func (e element) get(in space, local string) (string, bool) {
	for a, rest := nextAttribute(e.attributes); a.ok; a, rest = nextAttribute(rest) {
		if !bytes.HasSuffix(a.name, []byte(local)) {
			continue
		}
		is := name{bare, string(a.name)}
		if bytes.IndexByte(a.name, ':') >= 0 {
			is = e.scan.name(a.name)
		}
		if is == (name{in, local}) {
			return e.scan.unescape(a.value), true
		}
	}
	return "", false
}

// val returns the attribute w:val, which most elements of WordprocessingML have and no other.
func (e element) val() string {
	text, _ := e.get(w, "val")
	return text
}

// number returns an attribute of WordprocessingML as a whole number between least and most, and least if it is none.
func (e element) number(local string, least, most int) int {
	text, _ := e.get(w, local)
	n, err := strconv.Atoi(text)
	if err != nil {
		return least
	}
	return min(max(n, least), most)
}
