package page

import (
	"strings"
	"unicode"
)

// Typeset turns straight quotes into curly ones and three full stops into an ellipsis. A quote after a space, an
// opening bracket or nothing opens; any other closes, as an apostrophe does.
func Typeset(s string) string {
	var b strings.Builder
	before := ' '
	for _, r := range strings.ReplaceAll(s, "...", "…") {
		opens := unicode.IsSpace(before) || strings.ContainsRune("([{“‘–—", before)
		switch {
		case r == '"' && opens:
			r = '“'
		case r == '"':
			r = '”'
		case r == '\'' && opens:
			r = '‘'
		case r == '\'':
			r = '’'
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}
