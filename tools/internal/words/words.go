// Package words compares texts as people mean them. Two texts that differ in the shape of their apostrophes, in capitals
// or in where a line was wrapped are the same text to whoever wrote them.
package words

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// shapes maps the shapes of a mark to the one that is on every keyboard.
var shapes = strings.NewReplacer(
	"‘", "'", "’", "'", "ʼ", "'", "´", "'", "`", "'",
	"“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`,
	"‐", "-", "‑", "-", "‒", "-", "–", "-", "—", "-",
	"…", "...",
)

// Fold returns a text in the one form that all its spellings share: small letters, straight quotes, plain hyphens, and a
// single space between words.
func Fold(text string) string {
	return strings.Join(strings.Fields(shapes.Replace(strings.ToLower(norm.NFC.String(text)))), " ")
}

// Same reports whether two texts are the same to a reader.
func Same(a, b string) bool { return Fold(a) == Fold(b) }

// wrapped is what may stand between two words of a phrase in a Markdown file: blanks, and the end of a line with the
// marks of a quote at the head of the next.
const wrapped = `[\s>]+`

// Pattern returns a regular expression, without its delimiters, that finds a phrase however it is written: with any shape
// of apostrophe, quote or hyphen, and wrapped over lines.
func Pattern(phrase string) string {
	var parts []string
	for _, word := range strings.Fields(Fold(phrase)) {
		parts = append(parts, quoted(word))
	}
	return strings.Join(parts, wrapped)
}

func quoted(word string) string {
	word = regexp.QuoteMeta(word)
	for _, mark := range []struct{ straight, any string }{
		{"'", "['‘’ʼ´`]"}, {`"`, `["“”„«»]`}, {"-", "[-‐‑‒–—]"}, {`\.\.\.`, `(?:\.\.\.|…)`},
	} {
		word = strings.ReplaceAll(word, mark.straight, mark.any)
	}
	return word
}
