// Package english holds what the program knows of English text: where sentences end, what counts as a word, and how a number
// of things is written.
package english

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentenceEnd matches the end of a sentence and the beginning of the next, which has a capital or a digit. So "etc.) in"
// does not end a sentence. Quotes and brackets belong to the sentence that they close or open.
var sentenceEnd = regexp.MustCompile(`[.!?…]["'”’)]*\s+(["'“‘(]*[\p{Lu}\d])`)

// Sentences splits a text into its sentences, without the blanks between them.
func Sentences(text string) (list []string) {
	for {
		m := sentenceEnd.FindStringSubmatchIndex(text)
		if m == nil {
			return append(list, strings.TrimSpace(text))
		}
		next := m[2]
		list = append(list, strings.TrimSpace(text[:next]))
		text = text[next:]
	}
}

// CountWords returns the number of words of a text, as a reader counts them: of the texts between spaces, those that contain a
// letter or a digit.
func CountWords(text string) (n int) {
	for _, f := range strings.Fields(text) {
		if strings.ContainsFunc(f, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}

// Count returns a number of things, such as "1 lesson" or "3 lessons". The plural of the thing must end in s.
func Count(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return strconv.Itoa(n) + " " + thing
}

// Capital returns a text with its first letter as a capital.
func Capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

// WithoutArticle returns a title without the article at its beginning, as an index sorts it.
func WithoutArticle(title string) string {
	if first, rest, found := strings.Cut(title, " "); found {
		switch strings.ToLower(first) {
		case "a", "an", "the":
			return rest
		}
	}
	return title
}
