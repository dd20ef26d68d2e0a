package site

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/words"
)

// say gives each clause its whole sentence, which goes on from a stem if there is one. The parts of a clause go on from its
// text.
func (c *checker) say(stem string, clauses []model.Clause) {
	for i := range clauses {
		cl := &clauses[i]
		text := Published(cl.Text, cl.Errata)
		whole := text
		if stem != "" {
			whole = Joined(stem, text)
			c.readsWrong(stem, *cl)
		}
		if cl.Say.Value == "" {
			cl.Say.Value = whole
		}
		c.say(cl.Say.Value, cl.Clauses)
	}
}

// Repeats reports whether plain words only repeat a sentence: nobody has written any. An import gives them a full stop.
func Repeats(plain, whole string) bool {
	bare := func(text string) string { return strings.TrimRight(text, " .,;") }
	return words.Same(bare(plain), bare(whole))
}

// readsWrong reports a clause that begins with "I" below a stem: the whole sentence would be "I will not I share".
func (c *checker) readsWrong(stem string, cl model.Clause) {
	if cl.Say.Value != "" || !startsWithI(strings.TrimLeft(Published(cl.Text, cl.Errata), "… ")) {
		return
	}
	c.faults.Add(diag.Fault{
		Pos: cl.Text.Pos, Code: diag.StemReadsWrong,
		Message: fmt.Sprintf("with its stem, the clause reads %q", Joined(stem, cl.Text.Value)),
		Hint:    "add a line say: … with the whole sentence, for posters and slides",
	})
}

// Joined returns the sentence that a text makes with the stem above its list: "I will not:" and "Use rude words" make "I will
// not use rude words".
func Joined(stem, text string) string {
	stem = strings.TrimRight(strings.TrimSpace(stem), ":…. –—-")
	text = strings.TrimSpace(strings.TrimLeft(text, "… "))
	first, size := utf8.DecodeRuneInString(text)
	second, _ := utf8.DecodeRuneInString(text[size:])
	if size > 0 && !unicode.IsUpper(second) && !startsWithI(text) { // an abbreviation, such as ICT, keeps its capitals
		text = string(unicode.ToLower(first)) + text[size:]
	}
	return stem + " " + text
}

// startsWithI reports whether a text begins with the word I.
func startsWithI(text string) bool {
	rest, found := strings.CutPrefix(text, "I")
	next, _ := utf8.DecodeRuneInString(rest)
	return found && !unicode.IsLetter(next)
}
