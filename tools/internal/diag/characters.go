package diag

import (
	"bytes"
	"fmt"
	"iter"
	"unicode"
	"unicode/utf8"
)

// reported is how many odd characters of a file are reported one by one. A file that a program has damaged may have
// tens of thousands.
const reported = 10

// stacked is how many accents a letter may have. Vietnamese has two, pointed Hebrew and Bengali up to four.
const stacked = 4

// oddity says what is wrong with a character.
type oddity int

const (
	hidden    oddity = iota + 1 // it cannot be seen, or is not a character for text
	blank                       // it is not the space of the keyboard
	lookalike                   // it looks like another one
	mixed                       // it is from another script than the rest of its word
	marks                       // it is one accent too many on a letter
)

// odd is a run of characters, as bytes of a text, that look like something else, or like nothing.
type odd struct {
	kind     oddity
	from, to int
	word     [2]int // the word with the characters, when they are from another script than the rest of it
}

// odds returns the odd characters of a text. Neighbours of one kind form one run: a word in full-width letters is one
// mistake.
func odds(text []byte) iter.Seq[odd] {
	return func(yield func(odd) bool) {
		s := scanner{text: text}
		var run odd
		for i := 0; i < len(text); {
			if b := text[i]; b >= ' ' && b < 0x7f || b == '\n' || b == '\t' {
				i++
				continue
			}
			found, size := s.at(i)
			switch {
			case found.kind == 0:
			case found.kind == run.kind && run.to == i && found.word == run.word:
				run.to = found.to
			default:
				if run.kind != 0 && !yield(run) {
					return
				}
				run = found
			}
			i += size
		}
		if run.kind != 0 {
			yield(run)
		}
	}
}

// scanner remembers what it knows about the current word and line.
type scanner struct {
	text  []byte
	words words
	marks int // how many accents are before the next character
	pair  int // where the second half of a flag begins, once the first was read
}

// at examines the character at a byte offset, and returns its length in bytes.
func (s *scanner) at(i int) (odd, int) {
	r, size := utf8.DecodeRune(s.text[i:])
	if unicode.Is(unicode.Mn, r) {
		if last, _ := utf8.DecodeLastRune(s.text[:i]); !unicode.Is(unicode.Mn, last) {
			s.marks = 0
		}
		s.marks++
	}
	found := odd{from: i, to: i + size}
	switch {
	case isHidden(r) && !s.joins(r, i, i+size), r == utf8.RuneError:
		found.kind = hidden
	case unicode.Is(unicode.Zs, r) && !(r == 0x3000 && s.besideEastAsian(i, i+size)):
		found.kind = blank
	case plainForm(r) != "" && !s.pairs(r, i, i+size) && (unicode.IsLetter(r) || unicode.IsNumber(r) || !s.besideEastAsian(i, i+size)):
		found.kind = lookalike
	case unicode.Is(unicode.Mn, r) && s.marks > stacked:
		found.kind = marks
	case unicode.IsLetter(r):
		if word, stranger := s.words.stranger(s.text, i); stranger.from < stranger.to {
			found = odd{kind: mixed, from: stranger.from, to: stranger.to, word: word}
		}
	}
	return found, size
}

// unseen are the characters without a shape, beside the categories that isHidden knows.
var unseen = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x034f, 0x034f, 1}, {0x115f, 0x1160, 1}, {0x17b4, 0x17b5, 1}, {0x180b, 0x180f, 1}, {0x2800, 0x2800, 1},
		{0x3164, 0x3164, 1}, {0xfe00, 0xfe0f, 1}, {0xffa0, 0xffa0, 1}, {0xfffc, 0xfffc, 1},
	},
	R32: []unicode.Range32{{0x16fe4, 0x16fe4, 1}, {0xe0100, 0xe01ef, 1}},
}

// numberSigns are the visible characters of category Cf: signs of Arabic, Syriac and Kaithi.
var numberSigns = &unicode.RangeTable{
	R16: []unicode.Range16{{0x0600, 0x0605, 1}, {0x06dd, 0x06dd, 1}, {0x070f, 0x070f, 1}, {0x0890, 0x0891, 1}, {0x08e2, 0x08e2, 1}},
	R32: []unicode.Range32{{0x110bd, 0x110bd, 1}, {0x110cd, 0x110cd, 1}},
}

// isHidden reports whether a character is a control, format, private-use or unassigned character, or has no shape.
// Places that Unicode reserves for future emoji do not count: keyboards are newer than this program.
func isHidden(r rune) bool {
	switch {
	case unicode.IsGraphic(r):
		return unicode.Is(unseen, r)
	case unicode.Is(numberSigns, r), r == '\n', r == '\t':
		return false
	}
	return !(r >= 0x1f000 && r <= 0x1faff || r >= 0x1fc00 && r <= 0x1fffd)
}

// joins reports whether a hidden character, from byte i to byte end, is used as intended: it joins emoji, chooses their
// form, spells a flag, or shapes the letters of a script that needs it.
func (s *scanner) joins(r rune, i, end int) bool {
	before, _ := utf8.DecodeLastRune(s.text[:i])
	after, _ := utf8.DecodeRune(s.text[end:])
	switch {
	case r == 0xfe0e || r == 0xfe0f:
		return isEmoji(before) || unicode.In(before, unicode.So, unicode.Sm) || isKey(before) && after == 0x20e3
	case r == 0x200d && (isEmoji(before) || before == 0xfe0f):
		return isEmoji(after)
	case r == 0x200d:
		return unicode.In(before, shaped...)
	case r == 0x200c:
		return unicode.In(before, shaped...) && unicode.In(after, shaped...)
	case r >= 0xfe00 && r <= 0xfe0d, r >= 0xe0100 && r <= 0xe01ef:
		return unicode.Is(unicode.Han, before)
	case r >= 0xe0020 && r <= 0xe007f:
		return s.inFlag(i)
	}
	return false
}

// shaped are the scripts in which U+200C separates letters and U+200D joins them.
var shaped = []*unicode.RangeTable{
	unicode.Arabic, unicode.Bengali, unicode.Devanagari, unicode.Gujarati, unicode.Gurmukhi, unicode.Kannada, unicode.Khmer,
	unicode.Malayalam, unicode.Myanmar, unicode.Oriya, unicode.Sinhala, unicode.Syriac, unicode.Tamil, unicode.Telugu,
}

// flags are those of England, Scotland and Wales: a black flag, tags that spell the place, and a closing tag.
var flags = [][]byte{flag("gbeng"), flag("gbsct"), flag("gbwls")}

func flag(place string) []byte {
	tags := []rune{0x1f3f4}
	for _, r := range place {
		tags = append(tags, 0xe0000+r)
	}
	return []byte(string(append(tags, 0xe007f)))
}

// inFlag reports whether the tag at byte i is part of a flag.
func (s *scanner) inFlag(i int) bool {
	begin := bytes.LastIndex(s.text[max(0, i-len(flags[0])):i], []byte("\U0001f3f4"))
	if begin < 0 {
		return false
	}
	begin += max(0, i-len(flags[0]))
	for _, f := range flags {
		if bytes.HasPrefix(s.text[begin:], f) {
			return i < begin+len(f)
		}
	}
	return false
}

// pairs reports whether a regional indicator, from byte i to byte end, is one of the two that form a flag.
func (s *scanner) pairs(r rune, i, end int) bool {
	if !isRegional(r) {
		return false
	}
	if i == s.pair && i > 0 {
		return true
	}
	after, _ := utf8.DecodeRune(s.text[end:])
	s.pair = end
	return isRegional(after)
}

func isRegional(r rune) bool { return r >= 0x1f1e6 && r <= 0x1f1ff }

// isKey reports whether a character can be on a keycap emoji.
func isKey(r rune) bool { return r >= '0' && r <= '9' || r == '#' || r == '*' }

// emoji are the blocks of emoji, and single emoji in other blocks.
var emoji = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0xa9, 0xa9, 1}, {0xae, 0xae, 1}, {0x203c, 0x203c, 1}, {0x2049, 0x2049, 1}, {0x2122, 0x2122, 1}, {0x2139, 0x2139, 1},
		{0x2190, 0x21ff, 1}, {0x2300, 0x23ff, 1}, {0x24c2, 0x24c2, 1}, {0x25a0, 0x27bf, 1}, {0x2900, 0x297f, 1}, {0x2b00, 0x2bff, 1},
		{0x3030, 0x3030, 1}, {0x303d, 0x303d, 1}, {0x3297, 0x3297, 1}, {0x3299, 0x3299, 1},
	},
	R32: []unicode.Range32{{0x1f000, 0x1faff, 1}, {0x1fc00, 0x1fffd, 1}},
}

func isEmoji(r rune) bool { return unicode.Is(emoji, r) }

// characters reports the odd characters of a source, the first of them one by one.
func (s *Source) characters(faults *List) {
	n := 0
	for o := range odds(s.Text) {
		if n++; n > reported {
			faults.Add(Fault{
				Pos: Pos{Source: s}, Code: OddCharacters,
				Message: fmt.Sprintf("the file has odd characters in more than %d places; these are the first", reported),
				Hint:    "search for them in your editor, and replace them all at once",
			})
			return
		}
		o.report(faults, s.At(o.from), s.Text)
	}
}

// Characters reports the first odd character of a value that is written as an escape (YAML) or an entity (Markdown).
// Read has reported characters that are in the file as they are.
func (l *List) Characters(t Text) {
	for o := range odds([]byte(t.Value)) {
		o.report(l, t.Pos, []byte(t.Value))
		return
	}
}

func (o odd) report(faults *List, at Pos, text []byte) {
	run := text[o.from:o.to]
	r, _ := utf8.DecodeRune(run)
	switch o.kind {
	case hidden:
		faults.Add(Fault{
			Pos: at, Code: HiddenCharacter,
			Message: fmt.Sprintf("%s: %s", hiddenSort(r, utf8.RuneCount(run)), name(r)),
			Hint:    hiddenHint(r, text, o),
		})
	case blank:
		hint := "type an ordinary space"
		if utf8.RuneCount(run) > 1 {
			hint = "type ordinary spaces"
		}
		faults.Add(Fault{
			Pos: at, Code: OddSpace,
			Message: fmt.Sprintf("this space is not an ordinary one: %s", name(r)),
			Hint:    hint,
		})
	case lookalike:
		faults.Add(Fault{
			Pos: at, Code: LookAlike,
			Message: fmt.Sprintf("%q looks like %q: %s", run, plain(run), name(r)),
			Hint:    fmt.Sprintf("type %q", plain(run)),
		})
	case marks:
		faults.Add(Fault{
			Pos: at, Code: StackedMarks,
			Message: fmt.Sprintf("a letter has more than %d accents", stacked),
			Hint:    "delete the accents",
		})
	case mixed:
		reportMixed(faults, at, text, o)
	}
}
