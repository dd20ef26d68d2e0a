// Package find makes the index of what can be found on the site: rules, lessons, questions, places to get help, and pages, each
// with the words that people may look for it by. The page /find/ lists it, and assets/ts/find searches it.
package find

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"unicode"

	"safeonline/tools/internal/english"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// Entry is something to find. Text is words that it contains, which count less than the others; only the index has it.
type Entry struct {
	To    string `json:"to"` // the address
	Title string `json:"title"`
	About string `json:"about,omitempty"` // a sentence
	Kind  Kind   `json:"-"`
	What  string `json:"what"` // its kind in words: "Lesson, Years 1 and 2"

	Words []string `json:"-"` // everyday words for it
	Text  string   `json:"-"`
}

// Kind is a kind of entry. The script ranks entries by it: assets/ts/find/rank.ts has a weight for each.
type Kind string

// The kinds of entries.
const (
	Lesson   Kind = "lesson"
	Rule     Kind = "rule"
	Question Kind = "question"
	Plan     Kind = "plan"
	Clause   Kind = "clause" // and a section of the policy
	Help     Kind = "help"
	Page     Kind = "page"
	Heading  Kind = "heading" // of a page
	Sheet    Kind = "sheet"
)

// Entries returns what can be found, by title as in the index of a book. sheets are those to print that are made from the school's
// data.
func Entries(v *view.Site, s *site.Site, sheets []Entry) []Entry {
	m := maker{Site: v, site: s, topics: topics(s)}
	list := once(slices.Concat(m.sets(), m.rules(), m.documents(), m.help(), m.pages(), m.sheets(), sheets))
	slices.SortStableFunc(list, func(a, b Entry) int {
		return cmp.Or(strings.Compare(sortedBy(a.Title), sortedBy(b.Title)), strings.Compare(a.Title, b.Title))
	})
	return list
}

// once leaves out all entries but the first that have the same address.
func once(list []Entry) []Entry {
	there := map[string]bool{}
	return slices.DeleteFunc(list, func(e Entry) bool {
		again := there[e.To]
		there[e.To] = true
		return again
	})
}

// sortedBy returns what an index sorts a title by: its letters and digits, without an article.
func sortedBy(title string) string {
	return strings.Join(split(english.WithoutArticle(strings.TrimLeftFunc(title, unicode.IsPunct))), " ")
}

// Letter is part of the list of entries: those that begin with a letter, or with a digit.
type Letter struct {
	Letter  string  `json:"letter"`
	Entries []Entry `json:"entries"`
}

// Letters groups sorted entries by their first letters.
func Letters(entries []Entry) (list []Letter) {
	for _, e := range entries {
		first := "0–9"
		if r := []rune(sortedBy(e.Title) + " ")[0]; unicode.IsLetter(r) {
			first = string(unicode.ToUpper(r))
		}
		if last := len(list) - 1; last < 0 || list[last].Letter != first {
			list = append(list, Letter{Letter: first})
		}
		last := &list[len(list)-1]
		last.Entries = append(last.Entries, e)
	}
	return list
}

// Index returns the entries for the script: as JSON, a list of the words that are not looked for, and of each entry its address,
// title, sentence, kind, kind in words, everyday words, and the other words of its text.
func Index(words i18n.Words, entries []Entry) string {
	small := strings.Split(words.Text("find_small", nil), ", ")
	rows := make([][7]string, len(entries))
	for i, e := range entries {
		said := strings.Join(append([]string{e.Title, e.About}, e.Words...), " ")
		rows[i] = [7]string{e.To, e.Title, e.About, string(e.Kind), e.What, strings.Join(e.Words, ","), others(e.Text, append(split(said), small...))}
	}
	text, err := json.Marshal(struct {
		Small []string    `json:"small"`
		Rows  [][7]string `json:"rows"`
	}{small, rows})
	if err != nil {
		panic(err) // it is all text
	}
	return string(text)
}

// others returns the words of a text but for some, sorted, each once.
func others(text string, some []string) string {
	list := slices.DeleteFunc(split(text), func(w string) bool { return len(w) < 3 || slices.Contains(some, w) })
	slices.Sort(list)
	return strings.Join(slices.Compact(list), " ")
}

// split returns the words of a text in lower case. An apostrophe is part of a word, and left out.
func split(text string) []string {
	bare := strings.NewReplacer("’", "", "'", "").Replace(strings.ToLower(text))
	return strings.FieldsFunc(bare, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
