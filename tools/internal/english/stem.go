package english

import (
	"slices"
	"strings"
)

// irregular has forms of words that no ending shows, each with its word.
var irregular = map[string]string{
	"bought": "buy", "broke": "break", "broken": "break", "brought": "bring", "children": "child", "chosen": "choose", "did": "do", "does": "do",
	"done": "do", "felt": "feel", "found": "find", "gave": "give", "given": "give", "goes": "go", "gone": "go", "held": "hold",
	"hidden": "hide", "kept": "keep", "left": "leave", "lent": "lend", "logged": "log", "lying": "lie", "made": "make", "men": "man",
	"met": "meet", "paid": "pay", "people": "person", "said": "say", "saw": "see", "seen": "see", "sent": "send", "shown": "show",
	"spent": "spend", "spoke": "speak", "spoken": "speak", "stole": "steal", "stolen": "steal", "taken": "take", "taught": "teach",
	"told": "tell", "took": "take", "used": "use", "using": "use", "went": "go", "withdrawn": "withdraw", "women": "woman", "worn": "wear", "written": "write", "wrote": "write",
}

// leastStem is the number of letters that are left when an ending is taken off: "sing" and "red" have none.
const leastStem = 3

// endings are those of number, then those of time and manner; the first of a group that fits is taken off. One that stands for
// itself stays.
var endings = [][]struct{ ending, instead string }{
	{{"ness", "ness"}, {"sses", "ss"}, {"ss", "ss"}, {"us", "us"}, {"ies", "y"}, {"ied", "y"}, {"s", ""}},
	{{"ing", ""}, {"ed", ""}, {"lly", "lly"}, {"ly", ""}, {"ness", ""}},
}

// Stem returns what the forms of an English word in small letters have in common: "share", "shares", "shared" and "sharing" have one
// stem, which need not be a word. Forms of different words may share one, too.
func Stem(word string) string {
	if base := irregular[word]; base != "" {
		word = base
	}
	for _, group := range endings {
		for _, e := range group {
			if base, found := strings.CutSuffix(word, e.ending); found && len(base)+len(e.instead) >= leastStem {
				word = base + e.instead
				break
			}
		}
	}
	return once(word)
}

// once returns a stem without what differs before an ending: a silent e, a y that is i elsewhere, and the second of two equal
// consonants.
func once(word string) string {
	word = strings.TrimSuffix(word, "e")
	if base, found := strings.CutSuffix(word, "y"); found && len(base) > 1 {
		return base + "i"
	}
	if n := len(word); n > leastStem && word[n-1] == word[n-2] && !strings.ContainsRune("aeiou", rune(word[n-1])) {
		word = word[:n-1]
	}
	return word
}

// small are words that most sentences have.
var small = strings.Fields(`a about all am an and any are as at be because been but by can could do for from has have he her his how i if in into is it its
 may me must my no not of on or our out shall she should so that the their them then there these they this to up us was we were what when
 where which who will with would you your`)

// Small reports whether a word in small letters is one that most sentences have, whatever they are about.
func Small(word string) bool {
	return slices.Contains(small, word)
}
