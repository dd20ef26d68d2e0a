package docx

import (
	"bytes"
	"slices"
	"strconv"
)

// attribute is one attribute, as it is written.
type attribute struct {
	name, value []byte
}

// unquote returns the value of an attribute without the marks around it.
func unquote(written []byte) []byte {
	if len(written) < 2 || written[0] != '"' && written[0] != '\'' {
		return written
	}
	return written[1 : len(written)-1]
}

// get returns the value of an attribute and whether the element has it. Word writes its attributes with the prefix of their element;
// the namespace of an attribute without a prefix is bare.
func (e element) get(in space, local string) (string, bool) {
	for _, a := range e.attributes {
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

// keepsSpace reports whether spaces at the ends of texts count, in the element and in those inside it (XML 1.0, 2.10).
func (e element) keepsSpace() bool {
	return slices.ContainsFunc(e.attributes, func(a attribute) bool { return string(a.name) == "xml:space" && string(a.value) == "preserve" })
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
