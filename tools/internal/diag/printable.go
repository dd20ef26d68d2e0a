package diag

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Printable returns a text for one line of a terminal. What a terminal would obey, or not show, is written as its code
// point: \u{1B}. Line ends and tabs are among that; bytes that are no text become U+FFFD.
func Printable(s string) string {
	s, _ = escape(s, 0)
	return strings.NewReplacer("\n", codePoint('\n'), "\t", codePoint('\t')).Replace(s)
}

// Writer returns a writer that writes to w what is printable, and line ends and tabs as they are. One call is one text:
// no character is cut in two.
func Writer(w io.Writer) io.Writer { return writer{w} }

type writer struct{ to io.Writer }

func (w writer) Write(text []byte) (int, error) {
	s, _ := escape(string(text), 0)
	if _, err := io.WriteString(w.to, s); err != nil {
		return 0, err
	}
	return len(text), nil
}

// escape writes the hidden characters of a text as their code points, and returns where byte i of the text is in it.
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

// codePoint writes a character as its number, but for U+FFFD, which says by itself that it cannot be shown.
func codePoint(r rune) string {
	if r == utf8.RuneError {
		return string(r)
	}
	return fmt.Sprintf(`\u{%X}`, r)
}
