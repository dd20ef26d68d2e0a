package lesson

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// pictures takes the emoji from the beginning of a text: tokens between spaces that begin with a symbol.
func (r *reader) pictures(t diag.Text) (found []diag.Text, rest diag.Text) {
	for {
		emoji, rest := r.picture(t)
		if emoji.Value == "" {
			return found, t
		}
		found = append(found, emoji)
		t = rest
	}
}

// picture takes at most one emoji, as an option has it.
func (r *reader) picture(t diag.Text) (found, rest diag.Text) {
	token := firstToken(t)
	if !isEmoji(token) {
		return diag.Text{}, t
	}
	r.pictured[t.Pos] = true
	return diag.Text{Value: model.BareEmoji(token), Pos: t.Pos}, cut(t, len(token))
}

// strayKeycaps reports a keycap that is not a picture: it would count as a word, and be read aloud as a digit.
func (r *reader) strayKeycaps() {
	for from := 0; ; {
		i := bytes.IndexRune(r.src.Text[from:], keycap)
		if i < 0 {
			return
		}
		from += i
		head := r.src.At(bytes.LastIndexFunc(r.src.Text[:from], unicode.IsSpace) + 1)
		if !r.pictured[head] {
			r.faults.Add(diag.Fault{
				Pos: head, Code: diag.StrayKeycap,
				Message: "this keycap is in the middle of a text",
				Hint:    "write the number as a word or a digit, or put the picture first",
			})
		}
		from += utf8.RuneLen(keycap)
	}
}

// firstToken returns the text before the first space or line end.
func firstToken(t diag.Text) string {
	if i := strings.IndexAny(t.Value, " \n"); i >= 0 {
		return t.Value[:i]
	}
	return t.Value
}

// isEmoji reports whether a token begins with an emoji: a symbol, or a plain character that the marks after it make
// one, as in the keycap of a digit (U+20E3) or the coloured form of a sign (U+FE0F).
func isEmoji(token string) bool {
	r, size := utf8.DecodeRuneInString(token)
	mark, _ := utf8.DecodeRuneInString(token[size:])
	// an empty token yields U+FFFD, which is a symbol too
	symbol := r != utf8.RuneError && r > unicode.MaxLatin1 && unicode.Is(unicode.So, r)
	return symbol || mark == keycap || mark == coloured
}

const (
	keycap   = '\u20e3'
	coloured = '\ufe0f'
)
