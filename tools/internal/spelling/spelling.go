// Package spelling knows how words are spelt in British English.
//
// Its list is british.txt.gz: the words of the list "british-english" of SCOWL (Spell Checker Oriented Word Lists, by Kevin Atkinson and
// others), as Debian's package wbritish 2020.12.07 has it, without the forms that end in 's: 74,000 words, names of people and places among
// them, in 200 KB. LICENSE has its terms, which allow this use without a fee.
package spelling

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed british.txt.gz
var list []byte

// dictionary is the words of the list.
type dictionary struct {
	has     map[string]bool
	longest int // in bytes
}

// words is read when a word is first looked up: most commands look up none.
var words = sync.OnceValue(func() dictionary {
	unzipped, err := gzip.NewReader(bytes.NewReader(list))
	if err != nil {
		panic(err) // the list is part of the program
	}
	known := dictionary{has: make(map[string]bool, 75_000)}
	lines := bufio.NewScanner(unzipped)
	for lines.Scan() {
		known.has[lines.Text()] = true
		known.longest = max(known.longest, len(lines.Bytes()))
	}
	if lines.Err() != nil {
		panic(lines.Err())
	}
	return known
})

// IsKnown reports whether a word is in the list. A word in capitals, or with a capital at its beginning, may stand in the list in small
// letters. An apostrophe is straight.
func IsKnown(word string) bool {
	known := words().has
	small := strings.ToLower(word)
	if known[word] || known[small] {
		return true
	}
	return word == strings.ToUpper(word) && known[capital(small)]
}

// Suggest returns the words of the list that differ from a word in one letter: two letters that changed places, one that is missing, one too
// many, or a wrong one, in this order. There are at most four, and those that begin with the same letter come first.
func Suggest(word string) (similar []string) {
	small := strings.ToLower(word)
	upper := word != small
	known := words()
	if len(small) > known.longest+utf8.UTFMax { // with one letter less it is still longer than each word of the list
		return nil
	}
	for _, other := range oneAway(small) {
		if known.has[other] && other != small && !slices.Contains(similar, other) {
			similar = append(similar, other)
		}
	}
	slices.SortStableFunc(similar, func(a, b string) int { return differs(a, small) - differs(b, small) })
	similar = similar[:min(len(similar), 4)]
	if upper {
		for i := range similar {
			similar[i] = capital(similar[i])
		}
	}
	return similar
}

// differs returns 1 if two words begin with different letters, and otherwise 0.
func differs(a, b string) int {
	if strings.HasPrefix(a, b[:min(1, len(b))]) {
		return 0
	}
	return 1
}

// oneAway returns what one slip of a finger makes of a word.
func oneAway(word string) (list []string) {
	const letters = "abcdefghijklmnopqrstuvwxyz'"
	w := []rune(word)
	for i := range len(w) - 1 {
		swapped := slices.Clone(w)
		swapped[i], swapped[i+1] = swapped[i+1], swapped[i]
		list = append(list, string(swapped))
	}
	for i := range len(w) + 1 {
		for _, l := range letters {
			list = append(list, string(slices.Insert(slices.Clone(w), i, l)))
		}
	}
	for i := range w {
		list = append(list, string(slices.Delete(slices.Clone(w), i, i+1)))
	}
	for i := range w {
		for _, l := range letters {
			other := slices.Clone(w)
			other[i] = l
			list = append(list, string(other))
		}
	}
	return list
}

func capital(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(first)) + word[size:]
}
