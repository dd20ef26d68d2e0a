// Package words compares texts as people read them, and word by word (Diff). To a reader, two texts are the same if they differ only in
// the shape of their apostrophes, in capitals or in line breaks.
package words

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// shapes maps the shapes of a mark to the one on every keyboard.
var shapes = strings.NewReplacer(
	"‘", "'", "’", "'", "ʼ", "'", "´", "'", "`", "'",
	"“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`,
	"‐", "-", "‑", "-", "‒", "-", "–", "-", "—", "-",
	"…", "...",
)

// Straight returns a text with each of its marks in the shape that is on every keyboard.
func Straight(text string) string { return shapes.Replace(text) }

// Fold returns the form that all spellings of a text share: small letters, straight quotes, plain hyphens, and single
// spaces between words.
func Fold(text string) string {
	return strings.Join(strings.Fields(shapes.Replace(strings.ToLower(norm.NFC.String(text)))), " ")
}

// Same reports whether two texts are the same to a reader.
func Same(a, b string) bool { return Fold(a) == Fold(b) }

// wrapped matches what may be between two words of a phrase in a Markdown file: spaces, or a line end with the marks of
// a quote at the beginning of the next line.
const wrapped = `[\s>]+`

// Pattern returns a regular expression, without delimiters, that finds a phrase however it is written: with any shape
// of apostrophe, quote or hyphen, and over several lines.
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
