package docx

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/tdewolff/parse/v2/xml"

	"safeonline/tools/internal/block"
)

// mostText is how long the text of a paragraph may be, in bytes. That of a whole policy has about 50 KB.
const mostText = 1 << 20

func tooLong() *block.Fault {
	return &block.Fault{Kind: block.TooLarge, Message: fmt.Sprintf("the file has a paragraph of more than %d MB", mostText>>20), Hint: tooLargeHint}
}

// content returns the text directly in the current element, up to its end.
func (s *scanner) content() string {
	if s.closed {
		s.closed = false
		s.pop()
		return ""
	}
	var out strings.Builder
	depth := len(s.open)
	for s.fault == nil && len(s.open) >= depth {
		token, _ := s.lexer.Next()
		text := s.lexer.Text()
		switch within := len(s.open) == depth; {
		case token == xml.ErrorToken:
			s.brokenOff()
		case len(text)+out.Len() > mostText:
			s.refuse(tooLong())
		case token == xml.TextToken && within:
			out.WriteString(s.unescape(text))
		case token == xml.CDATAToken && within:
			out.Write(text)
		case token == xml.StartTagToken:
			if s.begin(); s.closed {
				s.closed = false
				s.pop()
			}
		case token == xml.EndTagToken:
			s.end()
		default:
			s.aside(token)
		}
	}
	return out.String()
}

// unescape returns a text as it is meant: with characters in the place of their escapes, and line ends as one character (XML 1.0, 2.11
// and 4.6).
func (s *scanner) unescape(written []byte) string {
	if bytes.IndexByte(written, '\r') >= 0 {
		written = bytes.ReplaceAll(written, []byte("\r\n"), []byte("\n"))
		written = bytes.ReplaceAll(written, []byte("\r"), []byte("\n"))
	}
	i := bytes.IndexByte(written, '&')
	if i < 0 {
		return string(written)
	}
	var out strings.Builder
	for ; i >= 0; i = bytes.IndexByte(written, '&') {
		out.Write(written[:i])
		end := bytes.IndexByte(written[i:], ';')
		r := rune(-1)
		if end > 0 && end < 12 {
			r = escaped(string(written[i+1 : i+end]))
		}
		if r < 0 {
			s.fail("it uses an entity that it does not define")
			return ""
		}
		out.WriteRune(r)
		written = written[i+end+1:]
	}
	out.Write(written)
	return out.String()
}

// escaped returns the character that an escape stands for, without its & and ;. It is -1 if there is none.
func escaped(text string) rune {
	switch text {
	case "amp":
		return '&'
	case "lt":
		return '<'
	case "gt":
		return '>'
	case "quot":
		return '"'
	case "apos":
		return '\''
	}
	number, is := strings.CutPrefix(text, "#")
	base := 10
	if hex, isHex := strings.CutPrefix(number, "x"); isHex {
		number, base = hex, 16
	}
	n, err := strconv.ParseUint(number, base, 32)
	if !is || err != nil || !legal(rune(n)) {
		return -1
	}
	return rune(n)
}

// legal reports whether XML allows a character (XML 1.0, 2.2).
func legal(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r <= 0xd7ff || r >= 0xe000 && r <= 0xfffd || r >= 0x10000 && r <= 0x10ffff
}
