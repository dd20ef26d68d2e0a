package block

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean lists the characters that nobody can tell from another, or from nothing, and what takes their place. Of the spaces that are
// not here (an em space, an ideographic space), each becomes a space.
var clean = map[rune]string{
	'\u00ad': "",                                                         // soft hyphen
	'\u034f': "",                                                         // combining grapheme joiner
	'\u061c': "",                                                         // Arabic letter mark
	'\u180e': "",                                                         // Mongolian vowel separator
	'\u200b': "",                                                         // zero width space
	'\u200e': "",                                                         // left-to-right mark
	'\u200f': "",                                                         // right-to-left mark
	'\u2010': "-",                                                        // hyphen
	'\u2011': "-",                                                        // no-break hyphen
	'\u2028': "\n",                                                       // line separator
	'\u2029': "\n",                                                       // paragraph separator
	'\u202a': "", '\u202b': "", '\u202c': "", '\u202d': "", '\u202e': "", // directions of text
	'\u2060': "",                                           // word joiner
	'\u2066': "", '\u2067': "", '\u2068': "", '\u2069': "", // directions of text
	'\u206a': "", '\u206b': "", '\u206c': "", '\u206d': "", '\u206e': "", '\u206f': "",
	'\ufeff': "", // byte order mark
	'\ufffc': "", // in the place of an object
}

// Bullets are the characters that stand as bullets before what somebody typed, as they are in a class of a regular expression. The letter
// o is one too, where it stands alone, and so is what was lost with its font (U+FFFD).
const Bullets = `•·∙⋅‣▪▫◦●○■□◆◇❖✦✧★☆♦♣►▶▸▹➢➣➤➔→⇒➜➡»›✓✔☑☐❑❒✗✘\x{fffd}*–—-`

// Clean returns a text in which each character of the list, and each unusual space, is replaced, and in which none is that has a shape in
// one font alone (Unicode's private use). Each is reported to tell. Zero width joiners are kept where they do something: within emoji, and
// in scripts whose letters they shape.
func Clean(text string, tell func(Told)) string {
	if plain(text) {
		return text
	}
	var out strings.Builder
	out.Grow(len(text))
	var odd Tally
	for i, r := range text {
		to, found := cleaned(r)
		if joiner := r == '\u200c' || r == '\u200d'; joiner {
			found = !joins(r, text[:i], text[i+utf8.RuneLen(r):])
		}
		if !found {
			out.WriteRune(r)
			continue
		}
		out.WriteString(to)
		odd.Add(r)
	}
	odd.Tell(tell, func(r rune) (NoticeKind, string) {
		kind := Replaced
		if to, _ := cleaned(r); to == "" {
			kind = Removed
		}
		return kind, fmt.Sprintf("U+%04X", r)
	})
	return out.String()
}

// cleaned returns what takes the place of a character, and whether anything does.
func cleaned(r rune) (to string, found bool) {
	if r < utf8.RuneSelf {
		return "", false
	}
	to, found = clean[r]
	switch {
	case found:
	case unicode.Is(unicode.Zs, r):
		return " ", true
	case unicode.Is(unicode.Co, r):
		return "", true
	}
	return to, found
}

// plain reports whether a text has ASCII characters alone, as most have.
func plain(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// joins reports whether a zero width joiner, or a non-joiner, changes how its neighbours look.
func joins(r rune, before, after string) bool {
	a, _ := utf8.DecodeLastRuneInString(before)
	b, _ := utf8.DecodeRuneInString(after)
	if r == '\u200d' && unicode.In(b, unicode.So, unicode.Sm) {
		return unicode.In(a, unicode.So, unicode.Sk) || a == '\ufe0f'
	}
	return unicode.In(a, shaped...)
}

// shaped are the scripts in which U+200C separates letters and U+200D joins them.
var shaped = []*unicode.RangeTable{
	unicode.Arabic, unicode.Bengali, unicode.Devanagari, unicode.Gujarati, unicode.Gurmukhi, unicode.Kannada, unicode.Khmer,
	unicode.Malayalam, unicode.Myanmar, unicode.Oriya, unicode.Sinhala, unicode.Syriac, unicode.Tamil, unicode.Telugu,
}

// blank reports whether a text has nothing that can be seen.
func blank(text string) bool { return strings.TrimSpace(text) == "" }

// IsBlank reports whether the block has no words: nothing but spaces, tabs without leaders and line breaks.
func (b Block) IsBlank() bool {
	for _, r := range b.Runs {
		if !blank(r.Text) || r.Leader != "" || r.Note != "" || r.Underline && r.Text != "" {
			return false
		}
	}
	return true
}
