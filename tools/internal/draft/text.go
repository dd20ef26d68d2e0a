package draft

import (
	"regexp"
	"strings"
	"unicode"

	"safeonline/tools/internal/block"
)

var (
	blanks = regexp.MustCompile(`\s+`)
	raised = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")
)

// adopted returns the words of runs as they were adopted, on one line. The mark of a footnote is raised, as it was, and the address of a
// link follows it unless it is what the link says. Where the link ends within a word, as in “[guide]s”, it follows the word.
func adopted(runs []block.Run) string {
	var out strings.Builder
	address := "" // what is to follow the word that a link ends in
	for i, r := range runs {
		if r.Note != "" {
			out.WriteString(address + raised.Replace(r.Note))
			address = ""
			continue
		}
		rest := r.Text
		if address != "" {
			rest = strings.TrimLeftFunc(r.Text, ofWord)
			out.WriteString(strings.TrimSuffix(r.Text, rest))
		}
		if rest != "" {
			out.WriteString(address + rest)
			address = ""
		}
		if last := i+1 == len(runs) || runs[i+1].Link != r.Link; last && leadsElsewhere(r.Link, linked(runs[:i+1])) {
			address += " (" + strings.TrimPrefix(r.Link, "mailto:") + ")"
		}
	}
	return tidy(out.String() + address)
}

// ofWord reports whether a character is one of those that a word has.
func ofWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || r == '’' || r == '\''
}

// tidy puts a text on one line, with single blanks.
func tidy(text string) string { return strings.TrimSpace(blanks.ReplaceAllString(text, " ")) }

// linked returns the words of the link that runs end with.
func linked(runs []block.Run) (words string) {
	link := runs[len(runs)-1].Link
	for i := len(runs) - 1; i >= 0 && runs[i].Link == link; i-- {
		words = runs[i].Text + words
	}
	return words
}

var scheme = regexp.MustCompile(`^(?:[a-z]+:(?://)?)?(?:www\.)?`)

// leadsElsewhere reports whether an address says what the words of its link do not.
func leadsElsewhere(link, words string) bool {
	if link == "" || strings.HasPrefix(link, "#") {
		return false
	}
	bare := func(s string) string {
		return strings.TrimRight(scheme.ReplaceAllString(strings.ToLower(strings.TrimSpace(s)), ""), "/.")
	}
	return !strings.Contains(bare(words), bare(link))
}
