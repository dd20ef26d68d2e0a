package diag

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Printable returns a text for one line of a terminal. Characters that a terminal would obey, or not show, are written
// as code points, as in \u{1B}; so are line ends and tabs. Bytes that are not text become U+FFFD.
func Printable(s string) string {
	s, _ = escape(s, 0)
	return strings.NewReplacer("\n", codePoint('\n'), "\t", codePoint('\t')).Replace(s)
}

// Writer returns a writer that makes text printable and writes it to w, with line ends and tabs unchanged. One call is
// one text: no character may be split between two calls.
func Writer(w io.Writer) io.Writer { return writer{w} }

type writer struct{ to io.Writer }

func (w writer) Write(text []byte) (int, error) {
	s, _ := escape(string(text), 0)
	if _, err := io.WriteString(w.to, s); err != nil {
		return 0, err
	}
	return len(text), nil
}

// escape writes the hidden characters of a text as code points, and returns the new place of byte i.
func escape(s string, i int) (escaped string, at int) {
	s = strings.ToValidUTF8(s, "\ufffd")
	var b strings.Builder
	done := 0
	for o := range odds([]byte(s)) {
		if o.kind != hidden {
			continue
		}
		b.WriteString(s[done:o.from])
		for n, r := range s[o.from:o.to] {
			if o.from+n < i {
				at += len(codePoint(r)) - utf8.RuneLen(r)
			}
			b.WriteString(codePoint(r))
		}
		done = o.to
	}
	b.WriteString(s[done:])
	return b.String(), i + at
}

// codePoint writes a character as its number, except U+FFFD, which already says that a character cannot be shown.
func codePoint(r rune) string {
	if r == utf8.RuneError {
		return string(r)
	}
	return fmt.Sprintf(`\u{%X}`, r)
}
