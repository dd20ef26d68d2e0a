package diag

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// twins maps letters that look like a Latin letter to that letter. A reader sees no difference, and a search does not
// find the word.
var twins = pairs("аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwӏlүyѵvгrпn" + "АAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSҮYԚQԜWӀI" +
	"οoνvρpαaιiυuκkγyηnχxτtωw" + "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX" + "օoսuհhոnցgԼLՍUՕOᏢPᎪAᏚSᎳWᎬEᎻHᏴBᏟCᎠDᏀGᎢTᏙVᏃZ" +
	"ɑaɡgɩiſs")

// distinct are the twins that a reader can tell from their Latin letter. They count as odd in a mixed word only: a word
// of them alone is in another language, such as "ναι".
const distinct = "гпραιυκγηχτω"

func pairs(s string) map[rune]rune {
	m := map[rune]rune{}
	for r := []rune(s); len(r) > 1; r = r[2:] {
		m[r[0]] = r[1]
	}
	return m
}

// compatible are the variants of ordinary letters, digits and signs that Unicode has for other encodings or for
// mathematics: full-width, double-struck and circled ones, Roman numerals, ligatures.
var compatible = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x02b0, 0x02b8, 1}, {0x02e1, 0x02e3, 1}, {0x1d2c, 0x1d6a, 1}, {0x2071, 0x2071, 1}, {0x207f, 0x207f, 1}, {0x2090, 0x209c, 1},
		{0x2102, 0x2115, 1}, {0x2119, 0x211d, 1}, {0x2124, 0x2124, 1}, {0x2128, 0x2138, 1}, {0x213c, 0x2149, 1}, {0x2160, 0x217f, 1},
		{0x249c, 0x24c1, 1}, {0x24c3, 0x24e9, 1}, {0xfb00, 0xfb06, 1}, {0xff01, 0xff5e, 1},
	},
	R32: []unicode.Range32{{0x1d400, 0x1d7ff, 1}, {0x1f110, 0x1f169, 1}, {0x1f1e6, 0x1f1ff, 1}, {0x1fbf0, 0x1fbf9, 1}},
}

// signs maps signs that look like one on the keyboard to that one.
var signs = map[rune]string{
	0x01c0: "|", 0x01c3: "!", 0x037e: ";", 0x2024: ".", 0x2236: ":", 0xa789: ":",
	0xfe50: ",", 0xfe52: ".", 0xfe55: ":", 0xfe63: "-", 0xfe6b: "@",
}

// plainForm returns what to type instead of a character that always looks like another, or "".
func plainForm(r rune) string {
	switch {
	case r < 0x80:
		return ""
	case signs[r] != "":
		return signs[r]
	case isRegional(r):
		return string('A' + r - 0x1f1e6)
	case unicode.Is(unicode.Latin, r) && twins[r] != 0:
		return string(twins[r])
	case unicode.Is(compatible, r):
		if s := norm.NFKC.String(string(r)); isASCII(s) || r >= 0x1d400 && s != string(r) {
			return s
		}
		return enclosed(r)
	case r >= 0x1d00 && r <= 0x1d2b || r >= 0x0250 && r <= 0x02af:
		if letter, ok := strings.CutPrefix(name(r)[len("U+1D00 "):], "LATIN LETTER SMALL CAPITAL "); ok && len(letter) == 1 {
			return letter
		}
	}
	return ""
}

// enclosed returns the letter in a square or circle, where Unicode does not give the plain form, or "".
func enclosed(r rune) string {
	switch {
	case r >= 0x1f150 && r <= 0x1f169:
		return string('A' + r - 0x1f150)
	case r >= 0x1f130 && r <= 0x1f149:
		return string('A' + r - 0x1f130)
	}
	return ""
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 || r < ' ' }) < 0
}

// plain returns what a run of characters looks like.
func plain(run []byte) string {
	var b strings.Builder
	for _, r := range string(run) {
		switch p := plainForm(r); {
		case p != "":
			b.WriteString(p)
		case twins[r] != 0:
			b.WriteRune(twins[r])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// eastAsian are the scripts that are mixed in one word, with each other and with Latin letters: "Tシャツ".
var eastAsian = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo}

// besideEastAsian reports whether a sign is in East Asian text, which has its own signs and spaces.
func (s *scanner) besideEastAsian(i, end int) bool {
	before, _ := utf8.DecodeLastRune(s.text[:i])
	after, _ := utf8.DecodeRune(s.text[end:])
	return isEastAsian(before) || isEastAsian(after)
}

func isEastAsian(r rune) bool { return unicode.In(r, eastAsian...) || r >= 0x3001 && r <= 0x301f }

// span is a stretch of bytes.
type span struct{ from, to int }

// words determines the scripts of the letters of a word, once for each word and line.
type words struct {
	word span
	line span
	own  map[string]bool // the scripts of which the line has a letter that has no Latin twin
	of   map[rune]string // the scripts of the letters met so far: Unicode has 170 tables to search
}

// stranger returns, for a letter that is not Latin, its word and the letters in it that do not belong there. It does so
// only for the first such letter of a word.
func (w *words) stranger(text []byte, i int) (word [2]int, stranger span) {
	r, _ := utf8.DecodeRune(text[i:])
	own := w.script(r)
	if own == "" || own == "Latin" || i < w.word.to && i >= w.word.from {
		return word, span{}
	}
	w.word = wordAt(text, i)
	word = [2]int{w.word.from, w.word.to}
	count, first := map[string]int{}, map[string]int{}
	for at, r := range string(text[w.word.from:w.word.to]) {
		script := w.script(r)
		if count[script] == 0 {
			first[script] = w.word.from + at
		}
		count[script]++
	}
	delete(count, "")
	switch {
	case len(count) > 1:
		least := fewest(count)
		if isASCII(plain(text[w.word.from:w.word.to])) { // a Latin word, even if most of its letters are not
			least = own
		}
		return word, w.alike(text, first[least], least)
	case w.disguised(text, i):
		return word, w.word
	}
	return word, span{}
}

// fewest returns the script with the fewest letters in a word. Of two with equally many, it is the one that is not
// Latin.
func fewest(count map[string]int) string {
	return slices.MinFunc(slices.Collect(maps.Keys(count)), func(a, b string) int {
		if c := cmp.Compare(count[a], count[b]); c != 0 {
			return c
		}
		if (a == "Latin") != (b == "Latin") {
			return map[bool]int{true: 1, false: -1}[a == "Latin"]
		}
		return cmp.Compare(a, b)
	})
}

// alike returns the run of letters of one script that begins at byte i.
func (w *words) alike(text []byte, i int, script string) span {
	end := i
	for end < w.word.to {
		r, size := utf8.DecodeRune(text[end:])
		if s := w.script(r); s != script && s != "" {
			break
		}
		end += size
	}
	return span{i, end}
}

// disguised reports whether a word of another script consists only of twins of Latin letters, in a line without other
// letters of that script: "а" for "a".
func (w *words) disguised(text []byte, i int) bool {
	for _, r := range string(text[w.word.from:w.word.to]) {
		if unicode.IsLetter(r) && (twins[r] == 0 || strings.ContainsRune(distinct, r)) {
			return false
		}
	}
	if i >= w.line.to || i < w.line.from {
		w.readLine(text, i)
	}
	r, _ := utf8.DecodeRune(text[i:])
	return !w.own[w.script(r)]
}

// readLine notes the scripts of the line that contains byte i.
func (w *words) readLine(text []byte, i int) {
	w.line = span{bytes.LastIndexByte(text[:i], '\n') + 1, len(text)}
	if n := bytes.IndexByte(text[i:], '\n'); n >= 0 {
		w.line.to = i + n
	}
	w.own = map[string]bool{}
	for _, r := range string(text[w.line.from:w.line.to]) {
		if r >= 0x80 && unicode.IsLetter(r) && (twins[r] == 0 || strings.ContainsRune(distinct, r)) {
			w.own[w.script(r)] = true
		}
	}
}

// wordAt returns the letters, marks and digits around byte i.
func wordAt(text []byte, i int) span {
	inWord := func(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.Nd) }
	from, to := i, i
	for from > 0 {
		r, size := utf8.DecodeLastRune(text[:from])
		if !inWord(r) {
			break
		}
		from -= size
	}
	for to < len(text) {
		r, size := utf8.DecodeRune(text[to:])
		if !inWord(r) {
			break
		}
		to += size
	}
	return span{from, to}
}

// script returns the name of a letter's script, or "" for characters that occur in words of all scripts: digits, marks,
// and the letters of East Asia.
func (w *words) script(r rune) string {
	switch {
	case r < 0x80 && unicode.IsLetter(r), unicode.Is(unicode.Latin, r):
		return "Latin"
	case !unicode.IsLetter(r), unicode.In(r, unicode.Common, unicode.Inherited), unicode.In(r, eastAsian...):
		return ""
	}
	if name, ok := w.of[r]; ok {
		return name
	}
	if w.of == nil {
		w.of = map[rune]string{}
	}
	for name, table := range unicode.Scripts {
		if unicode.Is(table, r) {
			w.of[r] = name
			break
		}
	}
	return w.of[r]
}

func reportMixed(faults *List, at Pos, text []byte, o odd) {
	word, run := text[o.word[0]:o.word[1]], text[o.from:o.to]
	hint := "type it in the same script as the rest of the word"
	like := plain(word)
	if isASCII(like) {
		hint = fmt.Sprintf("type %q in ordinary letters", like)
	}
	r, _ := utf8.DecodeRune(run)
	if len(word) == len(run) {
		faults.Add(Fault{
			Pos: at, Code: LookAlike,
			Message: fmt.Sprintf("%q looks like %q, but is written in letters of another script: %s", word, like, name(r)),
			Hint:    hint,
		})
		return
	}
	faults.Add(Fault{
		Pos: at, Code: LookAlike,
		Message: fmt.Sprintf("%q has a letter from another script: %s", word, name(r)),
		Hint:    hint,
	})
}
