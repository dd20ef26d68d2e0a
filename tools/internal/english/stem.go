package english

import "strings"

// irregular has forms of words that no ending shows, each with its word.
var irregular = map[string]string{
	"bought": "buy", "broke": "break", "broken": "break", "brought": "bring", "children": "child", "chosen": "choose", "did": "do", "does": "do",
	"done": "do", "felt": "feel", "found": "find", "gave": "give", "given": "give", "goes": "go", "gone": "go", "held": "hold",
	"hidden": "hide", "kept": "keep", "left": "leave", "lent": "lend", "logged": "log", "lying": "lie", "made": "make", "men": "man",
	"met": "meet", "paid": "pay", "people": "person", "said": "say", "saw": "see", "seen": "see", "sent": "send", "shown": "show",
	"spent": "spend", "spoke": "speak", "spoken": "speak", "stole": "steal", "stolen": "steal", "taken": "take", "taught": "teach",
	"told": "tell", "took": "take", "used": "use", "using": "use", "went": "go", "women": "woman", "worn": "wear", "written": "write", "wrote": "write",
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
