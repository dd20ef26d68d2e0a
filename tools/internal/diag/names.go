package diag

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/runenames"
)

// controls are the ASCII names of the control characters up to U+001F, which Unicode does not name.
var controls = strings.Split("NULL,START OF HEADING,START OF TEXT,END OF TEXT,END OF TRANSMISSION,ENQUIRY,ACKNOWLEDGE,BELL,BACKSPACE,"+
	"TABULATION,LINE FEED,LINE TABULATION,FORM FEED,CARRIAGE RETURN,SHIFT OUT,SHIFT IN,DATA LINK ESCAPE,DEVICE CONTROL ONE,"+
	"DEVICE CONTROL TWO,DEVICE CONTROL THREE,DEVICE CONTROL FOUR,NEGATIVE ACKNOWLEDGE,SYNCHRONOUS IDLE,END OF TRANSMISSION BLOCK,"+
	"CANCEL,END OF MEDIUM,SUBSTITUTE,ESCAPE,INFORMATION SEPARATOR FOUR,INFORMATION SEPARATOR THREE,INFORMATION SEPARATOR TWO,"+
	"INFORMATION SEPARATOR ONE", ",")

// name returns a character's code point and name, such as "U+200B ZERO WIDTH SPACE".
func name(r rune) string {
	s := runenames.Name(r)
	switch {
	case int(r) < len(controls):
		s = controls[r]
	case r == 0x7f:
		s = "DELETE"
	case r == 0x85:
		s = "NEXT LINE"
	case unicode.Is(unicode.Cc, r):
		s = "CONTROL"
	case isNoncharacter(r):
		s = "NONCHARACTER"
	case unicode.Is(unicode.Co, r):
		s = "PRIVATE USE"
	case s == "":
		s = "UNASSIGNED"
	}
	return fmt.Sprintf("U+%04X %s", r, s)
}

func isNoncharacter(r rune) bool { return r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef }

// turning are the characters that change the direction of the text after them.
var turning = &unicode.RangeTable{R16: []unicode.Range16{{0x061c, 0x061c, 1}, {0x200e, 0x200f, 1}, {0x202a, 0x202e, 1}, {0x2066, 0x2069, 1}}}

// hiddenSort returns a description of a run of hidden characters, by the first of them.
func hiddenSort(r rune, n int) string {
	sort := "invisible character"
	switch {
	case r == utf8.RuneError:
		return "a character was lost here when the file was saved or copied"
	case unicode.Is(turning, r):
		sort = "character that changes the direction of the text"
	case r == 0x2028 || r == 0x2029 || r == 0x85:
		sort = "unusual line ending"
	case unicode.Is(unicode.Cc, r):
		sort = "control character"
	case unicode.Is(unicode.Co, r):
		sort = "private-use character"
	case !unicode.IsGraphic(r) && !unicode.Is(unicode.Cf, r):
		sort = "character that Unicode does not define"
	}
	if n > 1 {
		return fmt.Sprintf("%d hidden characters, the first", n)
	}
	return sort
}

// hiddenHint returns how to fix a run of hidden characters, and between which letters it is.
func hiddenHint(r rune, text []byte, o odd) string {
	what := "delete it"
	switch {
	case r == utf8.RuneError:
		what = "type the right character"
	case r == 0x2028 || r == 0x2029 || r == 0x85:
		what = "delete it, and press Enter"
	case r >= 0x80 && r < 0xa0:
		// The old encoding of Windows has letters where Latin-1, which it is often mistaken for, has control
		// characters.
		if c := charmap.Windows1252.DecodeByte(byte(r)); c != utf8.RuneError && c != r {
			return fmt.Sprintf("type %q: the file was saved in an old encoding of Windows", string(c))
		}
	case o.to-o.from > utf8.RuneLen(r):
		what = "delete them"
	}
	before, after := neighbours(text, o.from, o.to)
	switch {
	case before != "" && after != "":
		return fmt.Sprintf("%s, between %q and %q", what, before, after)
	case before != "":
		return fmt.Sprintf("%s, after %q", what, before)
	case after != "":
		return fmt.Sprintf("%s, before %q", what, after)
	}
	return what
}

// near is how many characters a hint quotes on either side of a hidden one.
const near = 12

// neighbours returns the characters directly before and after a run of bytes, up to the next space or quote.
func neighbours(text []byte, from, to int) (before, after string) {
	for n := 0; n < near && from > 0; n++ {
		r, size := utf8.DecodeLastRune(text[:from])
		if r == ' ' || r == '"' || !unicode.IsGraphic(r) || isHidden(r) {
			break
		}
		before, from = string(r)+before, from-size
	}
	for n := 0; n < near && to < len(text); n++ {
		r, size := utf8.DecodeRune(text[to:])
		if r == ' ' || r == '"' || !unicode.IsGraphic(r) || isHidden(r) {
			break
		}
		after, to = after+string(r), to+size
	}
	return before, after
}
