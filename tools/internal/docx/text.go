package docx

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

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
	if text, is := s.whole(); is {
		return text
	}
	var out strings.Builder
	depth := len(s.open)
	for s.fault == nil {
		i := bytes.IndexByte(s.text[s.at:], '<')
		if i < 0 {
			s.fail("it breaks off in the middle")
			break
		}
		if len(s.open) == depth {
			out.WriteString(s.unescape(s.text[s.at : s.at+i]))
		}
		if out.Len() > mostText {
			s.refuse(tooLong())
		}
		if s.fault != nil {
			break
		}
		s.at += i
		switch rest := s.text[s.at:]; {
		case len(s.open) == depth && bytes.HasPrefix(rest, []byte("<![CDATA[")):
			if end := bytes.Index(rest, []byte("]]>")); end >= 0 {
				out.Write(rest[len("<![CDATA["):end])
			}
			s.aside()
		case bytes.HasPrefix(rest, []byte("<?")), bytes.HasPrefix(rest, []byte("<!")):
			s.aside()
		default:
			if s.next(); len(s.open) < depth {
				return out.String()
			}
		}
	}
	return ""
}

// whole returns the text of the current element if it is all in one piece, as most are.
func (s *scanner) whole() (string, bool) {
	i := bytes.IndexByte(s.text[s.at:], '<')
	if i < 0 || i > mostText || !bytes.HasPrefix(s.text[s.at+i:], []byte("</")) {
		return "", false
	}
	text := s.unescape(s.text[s.at : s.at+i])
	if s.fault == nil {
		s.at += i
		s.end()
	}
	return text, true
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
