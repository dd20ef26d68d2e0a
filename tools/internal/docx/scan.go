package docx

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/xml"

	"safeonline/tools/internal/block"
)

// Limits of a part. Word's own files nest elements about 60 deep, in a table within a text box, and have about 30 namespaces.
const (
	deepest        = 400
	mostNamespaces = 256
	mostAttributes = 1000 // of an element
)

// scanner reads the elements of a part in order. The tokens come from the lexer of tdewolff/parse, since encoding/xml takes two seconds
// for 100,000 paragraphs as Word writes them. It reads the XML that the Open Packaging Conventions allow (ECMA-376 part 2, 8.1.4): in
// UTF-8, without a document type, and so without entities of its own.
//
// The first fault ends the reading: from then on there are no more elements. Whoever uses a scanner looks at fault at the end.
type scanner struct {
	lexer      *xml.Lexer
	open       []opened    // elements that have begun and not ended
	attributes []attribute // of all of them
	closed     bool        // the last of them has no content: it is written <x/>
	bound      []binding
	known      map[string]space // what prefixes mean at this place
	names      map[string]string
	fault      *block.Fault
}

// opened is an element that has begun.
type opened struct {
	name
	attributes int // of the elements around it
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

// element is the beginning of an element. Its attributes are there until the next element that is not in it begins.
type element struct {
	name
	attributes []attribute
	scan       *scanner
}

func newScanner(text []byte) *scanner {
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	s := &scanner{lexer: xml.NewLexer(parse.NewInputBytes(text)), known: map[string]space{}, names: map[string]string{}}
	if !utf8.Valid(text) || control(text) {
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
	for s.fault == nil {
		switch token, _ := s.lexer.Next(); token {
		case xml.StartTagToken:
			return s.begin()
		case xml.EndTagToken:
			s.end()
			return element{}, false
		case xml.ErrorToken:
			if len(s.open) > 0 {
				s.brokenOff()
			}
			return element{}, false
		default:
			s.aside(token)
		}
	}
	return element{}, false
}

func (s *scanner) brokenOff() { s.fail("it breaks off in the middle") }

// aside passes over what is no element and no text of one. It refuses a document type.
func (s *scanner) aside(token xml.TokenType) {
	switch token {
	case xml.DOCTYPEToken:
		s.refuse(&block.Fault{
			Kind: block.Entities, Message: "the file has a document type (DTD) in it, which no Word file has",
			Hint: "do not open it in other programs; ask whoever sent it for a new copy",
		})
	case xml.StartTagPIToken:
		for token == xml.StartTagPIToken || token == xml.AttributeToken {
			token, _ = s.lexer.Next()
		}
		if token != xml.StartTagClosePIToken {
			s.fail("it has a processing instruction that does not end")
		}
	}
}

// begin reads the rest of the beginning of an element.
func (s *scanner) begin() (element, bool) {
	written := s.lexer.Text()
	if len(written) == 0 || !(written[0] == '_' || written[0] >= 'A') {
		s.fail("it has an element without a name")
		return element{}, false
	}
	if len(s.open) == deepest {
		s.refuse(&block.Fault{
			Kind: block.TooDeep, Message: fmt.Sprintf("its tables and boxes are more than %d deep inside one another", deepest),
			Hint: "copy the words into a new file in Word, and save that",
		})
		return element{}, false
	}
	around := len(s.attributes)
	token, _ := s.lexer.Next()
	for ; token == xml.AttributeToken; token, _ = s.lexer.Next() {
		if len(s.attributes)-around == mostAttributes {
			s.fail("it has an element with too many attributes")
			return element{}, false
		}
		s.attributes = append(s.attributes, attribute{s.lexer.Text(), unquote(s.lexer.AttrVal())})
	}
	if token == xml.ErrorToken {
		s.brokenOff()
		return element{}, false
	}
	s.closed = token == xml.StartTagCloseVoidToken
	e := element{attributes: s.attributes[around:len(s.attributes):len(s.attributes)], scan: s}
	s.bind(e.attributes)
	e.name = s.name(written)
	s.open = append(s.open, opened{e.name, around})
	return e, s.fault == nil
}

// end reads the end of an element.
func (s *scanner) end() {
	if len(s.open) == 0 || s.open[len(s.open)-1].name != s.name(s.lexer.Text()) {
		s.fail("its elements do not end in the order in which they begin")
		return
	}
	s.pop()
}

// pop leaves the current element, and what its prefixes mean.
func (s *scanner) pop() {
	depth := len(s.open)
	s.attributes = s.attributes[:s.open[depth-1].attributes]
	s.open = s.open[:depth-1]
	for n := len(s.bound); n > 0 && s.bound[n-1].depth == depth; n-- {
		s.bound = s.bound[:n-1]
		clear(s.known)
	}
}

// bind notes what prefixes mean in an element.
func (s *scanner) bind(attributes []attribute) {
	for _, a := range attributes {
		prefix, is := bytes.CutPrefix(a.name, []byte("xmlns"))
		if !is || len(prefix) > 0 && prefix[0] != ':' {
			continue
		}
		if len(s.bound) == mostNamespaces {
			s.fail("it has too many namespaces")
			return
		}
		s.bound = append(s.bound, binding{strings.TrimPrefix(string(prefix), ":"), spaces[string(a.value)], len(s.open) + 1})
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
