package view

import (
	"strings"
	"unicode"

	"safeonline/tools/internal/diag"
)

// Typeset returns a text with curly quotes in place of straight ones, and an ellipsis in place of three full stops. A quote
// after a space, an opening bracket or nothing opens; any other closes, as an apostrophe does.
func Typeset(t diag.Text) string {
	var b strings.Builder
	before := ' '
	for _, r := range strings.ReplaceAll(t.Value, "...", "…") {
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

// TypesetAll returns texts typeset. The list is nil if there are none.
func TypesetAll(texts []diag.Text) (list []string) {
	for _, t := range texts {
		list = append(list, Typeset(t))
	}
	return list
}
