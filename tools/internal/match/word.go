package match

import (
	"regexp"
	"slices"
	"strings"

	"safeonline/tools/internal/english"
)

// word is a word of a rule, and where it stands.
type word struct {
	bare, stem string
	from, to   int // in bytes
	sentence   int
	small      bool // most sentences have it
}

var (
	// token matches a word, or the end of a sentence. An apostrophe is part of a word, and so is a hyphen after one or two letters, as in
	// "e-mail" and "on-line".
	token = regexp.MustCompile(`[.!?;]+(?:\s|$)|\b\pL{1,2}-\pL+|[\pL\d]+(?:['’]\pL+)?`)
	bare  = strings.NewReplacer("'", "", "’", "", "-", "")
)

// split are words that some write as two.
var split = map[string]bool{"e mail": true, "i pad": true, "off line": true, "on line": true, "pass word": true, "web site": true, "wi fi": true}

// read splits a rule into its words.
func read(text string) (list []word) {
	sentence := 0
	for _, at := range token.FindAllStringIndex(text, -1) {
		w := text[at[0]:at[1]]
		if strings.ContainsAny(w[:1], ".!?;") {
			sentence++
			continue
		}
		w = bare.Replace(strings.ToLower(w))
		if last := len(list) - 1; last >= 0 && at[0] == list[last].to+1 && split[list[last].bare+" "+w] {
			w, at[0] = list[last].bare+w, list[last].from
			list = list[:last]
		}
		list = append(list, word{w, english.Stem(w), at[0], at[1], sentence, english.Small(w)})
	}
	return list
}

// stretches returns the parts of a rule whose words were met. Words with no more than one between them are one stretch.
func stretches(text string, words []word, met map[int]bool) (list []string) {
	last := -3
	from := 0
	for i, w := range words {
		if !met[i] {
			continue
		}
		if i-last > 2 || words[i].sentence != words[max(last, 0)].sentence {
			from = w.from
			list = append(list, "")
		}
		list[len(list)-1] = text[from:w.to]
		last = i
	}
	return slices.Compact(list)
}
