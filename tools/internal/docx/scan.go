package docx

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"safeonline/tools/internal/block"
)

// Limits of a part. Word's own files nest elements about 60 deep, in a table within a text box, and have about 30 namespaces.
const (
	deepest        = 400
	mostNamespaces = 256
)

// scanner reads the elements of a part in order. It is not encoding/xml because that takes two seconds for 100,000 paragraphs as Word
// writes them, and makes a value of each attribute. The scanner makes one only of what somebody asks for. It reads the XML that the Open
// Packaging Conventions allow (ECMA-376 part 2, 8.1.4): in UTF-8, without a document type, and so without entities of its own.
//
// The first fault ends the reading: from then on there are no more elements. Whoever uses a scanner looks at fault at the end.
type scanner struct {
	text   []byte
	at     int
	open   []name // elements that have begun and not ended
	closed bool   // the last of them has no content: it is written <x/>
	bound  []binding
	known  map[string]space // what prefixes mean at this place
	names  map[string]string
	fault  *block.Fault
}

// name is the name of an element or attribute: the namespace, as far as it matters here, and the rest.
type name struct {
	space space
	local string
}

// binding says what a prefix means in an element, and in those inside it.
type binding struct {
	prefix string
	space  space
	depth  int
}

// element is the beginning of an element.
type element struct {
	name
	attributes []byte // as they are written
	scan       *scanner
}

func newScanner(text []byte) *scanner {
	s := &scanner{text: bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")), known: map[string]space{}, names: map[string]string{}}
	if !utf8.Valid(s.text) || control(s.text) {
		s.fail("it is not XML in UTF-8")
	}
	return s
}

// control reports whether a text has a character that XML does not allow (XML 1.0, 2.2).
func control(text []byte) bool {
	for _, c := range text {
		if c < ' ' && c != '\n' && c != '\t' && c != '\r' {
			return true
		}
	}
	return bytes.Contains(text, []byte("\uffff")) || bytes.Contains(text, []byte("\ufffe"))
}

// fail notes a fault, if it is the first.
func (s *scanner) fail(what string) { s.refuse(damaged(what)) }

func (s *scanner) refuse(f *block.Fault) {
	if s.fault == nil {
		s.fault = f
	}
	s.at = len(s.text)
}

// root calls f with the element that holds all others.
func (s *scanner) root(f func(element)) {
	found := false
	s.children(func(e element) {
		if found {
			s.fail("there is more after its end")
			return
		}
		found = true
		f(e)
	})
	if !found {
		s.fail("it holds nothing")
	}
}

// children calls f for each element in the current one, up to its end. What f does not read of an element is skipped.
//
// In the place of mc:AlternateContent it calls f with what is in the first choice: that is what Word shows, and the fallback says the
// same to older programs (ECMA-376 part 3, 7.3).
func (s *scanner) children(f func(element)) {
	depth := len(s.open)
	for {
		e, more := s.next()
		if !more {
			return
		}
		if e.is(mc, "AlternateContent") {
			s.alternative(f)
		} else {
			f(e)
		}
		for len(s.open) > depth && s.fault == nil {
			s.next()
		}
	}
}

// alternative calls f for what is in the first choice, or in the fallback if there is no choice.
func (s *scanner) alternative(f func(element)) {
	taken := false
	s.children(func(e element) {
		if !taken && e.space == mc && (e.local == "Choice" || e.local == "Fallback") {
			taken = true
			s.children(f)
		}
	})
}

// next returns the next beginning of an element in the current one, or false at its end, or at the end of the part.
func (s *scanner) next() (element, bool) {
	if s.closed {
		s.closed = false
		s.pop()
		return element{}, false
	}
	for s.at < len(s.text) {
		skipped := bytes.IndexByte(s.text[s.at:], '<')
		if skipped < 0 {
			break
		}
		s.at += skipped
		switch rest := s.text[s.at:]; {
		case bytes.HasPrefix(rest, []byte("</")):
			s.end()
			return element{}, false
		case bytes.HasPrefix(rest, []byte("<?")), bytes.HasPrefix(rest, []byte("<!")):
			s.aside()
		default:
			return s.begin()
		}
	}
	if len(s.open) > 0 {
		s.fail("it breaks off in the middle")
	}
	s.at = len(s.text)
	return element{}, false
}

// aside skips a comment, a processing instruction or a section of bare text, and refuses a document type.
func (s *scanner) aside() {
	for _, kind := range [][2]string{{"<!--", "-->"}, {"<?", "?>"}, {"<![CDATA[", "]]>"}} {
		if rest := s.text[s.at:]; bytes.HasPrefix(rest, []byte(kind[0])) {
			end := bytes.Index(rest[len(kind[0]):], []byte(kind[1]))
			if end < 0 {
				s.fail("it breaks off in the middle")
				return
			}
			s.at += len(kind[0]) + end + len(kind[1])
			return
		}
	}
	s.refuse(&block.Fault{
		Kind: block.Entities, Message: "the file has a document type (DTD) in it, which no Word file has",
		Hint: "do not open it in other programs; ask whoever sent it for a new copy",
	})
}

// begin reads the beginning of an element.
func (s *scanner) begin() (element, bool) {
	end := tagEnd(s.text, s.at+1)
	if end < 0 {
		s.fail("it breaks off in the middle")
		return element{}, false
	}
	tag := s.text[s.at+1 : end]
	s.at = end + 1
	if tag, s.closed = bytes.CutSuffix(tag, []byte("/")); len(s.open) == deepest {
		s.refuse(&block.Fault{
			Kind: block.TooDeep, Message: fmt.Sprintf("its tables and boxes are more than %d deep inside one another", deepest),
			Hint: "copy the words into a new file in Word, and save that",
		})
		return element{}, false
	}
	written, attributes := tag, []byte(nil)
	if i := bytes.IndexAny(tag, " \t\r\n"); i >= 0 {
		written, attributes = tag[:i], tag[i:]
	}
	if bytes.Contains(attributes, []byte("xmlns")) {
		s.bind(attributes)
	}
	if len(written) == 0 || !(written[0] == '_' || written[0] >= 'A') {
		s.fail("it has an element without a name")
	}
	e := element{name: s.name(written), attributes: attributes, scan: s}
	s.open = append(s.open, e.name)
	return e, s.fault == nil
}

// tagEnd returns where the > is that ends a tag, or -1. There may be others in the values of attributes.
func tagEnd(text []byte, at int) int {
	for at < len(text) {
		switch c := text[at]; c {
		case '>':
			return at
		case '"', '\'':
			i := bytes.IndexByte(text[at+1:], c)
			if i < 0 {
				return -1
			}
			at += i + 1
		}
		at++
	}
	return -1
}

// end reads the end of an element.
func (s *scanner) end() {
	end := bytes.IndexByte(s.text[s.at:], '>')
	if end < 0 {
		s.fail("it breaks off in the middle")
		return
	}
	written := bytes.TrimRight(s.text[s.at+2:s.at+end], " \t\r\n")
	s.at += end + 1
	if len(s.open) == 0 || s.open[len(s.open)-1] != s.name(written) {
		s.fail("its elements do not end in the order in which they begin")
		return
	}
	s.pop()
}

// pop leaves the current element, and what its prefixes mean.
func (s *scanner) pop() {
	depth := len(s.open)
	s.open = s.open[:depth-1]
	for n := len(s.bound); n > 0 && s.bound[n-1].depth == depth; n-- {
		s.bound = s.bound[:n-1]
		clear(s.known)
	}
}

// bind notes what prefixes mean in an element.
func (s *scanner) bind(attributes []byte) {
	for a, rest := nextAttribute(attributes); a.ok; a, rest = nextAttribute(rest) {
		prefix, is := strings.CutPrefix(string(a.name), "xmlns")
		if !is || prefix != "" && prefix[0] != ':' {
			continue
		}
		if len(s.bound) == mostNamespaces {
			s.fail("it has too many namespaces")
			return
		}
		s.bound = append(s.bound, binding{strings.TrimPrefix(prefix, ":"), spaces[string(a.value)], len(s.open) + 1})
		clear(s.known)
	}
}

// name takes a name apart.
func (s *scanner) name(written []byte) name {
	prefix, local, has := bytes.Cut(written, []byte(":"))
	if !has {
		prefix, local = nil, written
	}
	space, known := s.known[string(prefix)]
	if !known {
		for i := len(s.bound) - 1; i >= 0 && !known; i-- {
			if s.bound[i].prefix == string(prefix) {
				space, known = s.bound[i].space, true
			}
		}
		s.known[string(prefix)] = space
	}
	return name{space, s.intern(local)}
}

// intern returns the same string each time for the same name.
func (s *scanner) intern(local []byte) string {
	if known, is := s.names[string(local)]; is {
		return known
	}
	text := string(local)
	if len(s.names) < 1000 {
		s.names[text] = text
	}
	return text
}

// is reports whether the element has a name.
func (e element) is(s space, local string) bool { return e.space == s && e.local == local }
