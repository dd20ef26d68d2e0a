package docx

import (
	"cmp"
	"fmt"
	"strings"

	"safeonline/tools/internal/block"
)

// Fonts of symbols have shapes in the place of letters. Word writes such a character as U+F000 and its place in the font (ECMA-376
// part 1, 17.3.3.30), or as the letter at that place in a run of the font. The tables have the shapes that occur as bullets, boxes and
// ticks in the policies of schools, and those of their keys on the keyboard.
var symbols = map[string]map[rune]string{
	"symbol": {
		0xb7: "•", 0xa8: "♦", 0xa7: "♣", 0xa9: "♥", 0xaa: "♠", 0xae: "→", 0xac: "←", 0xad: "↑", 0xaf: "↓", 0xd6: "√", 0xb4: "×", 0xb8: "÷",
		0xb0: "°", 0xb1: "±", 0xd2: "®", 0xd3: "©", 0xd4: "™", 0x2d: "−", 0xb2: "″", 0xa2: "′", 0xde: "⇒", 0xbe: "–", 0xbc: "…", 0xa3: "≤", 0xb3: "≥",
	},
	"wingdings": {
		0x9f: "•", 0x6c: "●", 0x6d: "❍", 0x6e: "■", 0x6f: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥",
		0xa7: "▪", 0xa8: "◻", 0xa1: "○", 0xa4: "◉", 0xab: "★", 0xd8: "➢", 0xe0: "→", 0xe8: "➔", 0xdf: "←", 0xfb: "✗", 0xfc: "✓", 0xfd: "☒", 0xfe: "☑",
		0x9e: "·", 0x4a: "☺", 0x4b: "😐", 0x4c: "☹", 0x43: "👍", 0x44: "👎", 0x46: "☞", 0x21: "✏", 0x22: "✂", 0x26: "📖", 0x28: "☎", 0x29: "✆", 0x2a: "✉",
		0x3a: "🖥", 0x37: "⌨", 0xf0: "⇨", 0x78: "⌧", 0xba: "🕓", 0x57: "✡", 0x58: "☪", 0x55: "✝", 0x52: "☼", 0x4e: "☠",
	},
	"wingdings 2": {0x50: "✓", 0x4f: "✗", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xa3: "□", 0x97: "●", 0x98: "●", 0x2a: "🗙", 0x95: "·", 0x96: "•"},
	"wingdings 3": {0x7d: "▶", 0x84: "◁", 0x70: "▲", 0x71: "▼", 0x74: "◀", 0x75: "▶", 0xc6: "▶", 0x22: "→", 0x21: "←"},
	"webdings":    {0x61: "✓", 0x72: "✗", 0x63: "□", 0x6e: "●", 0x67: "■", 0x34: "▶", 0x59: "♥", 0xb4: "❓"},
}

// bulletShape is for the bullets that lists have in the letters of other fonts: "o" in Courier New is how Word makes its second level.
var bulletShape = map[string]string{"o": "○", "·": "•"}

// inFont returns a text as it is shown in a font, with normal characters in the place of those that only the font has. Each is reported
// to tell.
func inFont(text, font string, tell func(block.Told)) string {
	small := strings.ToLower(font)
	var out strings.Builder
	out.Grow(len(text))
	var odd block.Tally
	for _, r := range text {
		if is, own := shape(r, small); own {
			out.WriteString(is)
			odd.Add(r)
		} else {
			out.WriteRune(r)
		}
	}
	odd.Tell(tell, func(r rune) (block.NoticeKind, string) {
		kind := block.Replaced
		if is, _ := shape(r, small); is == unknown {
			kind = block.Unknown
		}
		return kind, fmt.Sprintf("U+%04X in %s", r, cmp.Or(font, "no font"))
	})
	return out.String()
}

// unknown is in the place of a character whose shape is not in the tables.
const unknown = "\ufffd"

// shape returns what a character looks like in a font, and whether that is anything else than the character itself.
func shape(r rune, font string) (is string, own bool) {
	shapes, at := symbols[font], r
	if private(r) {
		at -= 0xf000
	} else if shapes == nil || r <= ' ' || r > 0xff {
		return "", false
	}
	if shapes == nil {
		shapes = symbols["symbol"] // of which most bullets are, where the font was lost on the way
	}
	switch is = shapes[at]; {
	case is != "":
	case at == ' ', font == "symbol" && strings.ContainsRune("0123456789!#%&()+,./:;<=>?[]_{|}", at): // the same there
		is = string(at)
	default:
		is = unknown
	}
	return is, is != string(r)
}

// private reports whether a character is where Word puts those of fonts of symbols.
func private(r rune) bool { return r >= 0xf000 && r <= 0xf0ff }

// hasSymbols reports whether a text may look different from its letters: it has characters of the private use area, or its font is one
// of symbols.
func hasSymbols(text, font string) bool {
	return font != "" && symbols[strings.ToLower(font)] != nil || strings.IndexByte(text, 0xef) >= 0 && strings.ContainsFunc(text, private)
}
