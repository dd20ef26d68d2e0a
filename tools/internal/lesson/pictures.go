package lesson

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// pictures takes the emoji off the head of a text: tokens between blanks that begin with a symbol.
func pictures(t diag.Text) (found []diag.Text, rest diag.Text) {
	for {
		token := firstToken(t)
		if !isEmoji(token) {
			return found, t
		}
		found = append(found, diag.Text{Value: model.BareEmoji(token), Pos: t.Pos})
		t = cut(t, len(token))
	}
}

// picture takes at most one emoji, as an option has it.
func picture(t diag.Text) (found, rest diag.Text) {
	token := firstToken(t)
	if !isEmoji(token) {
		return diag.Text{}, t
	}
	return diag.Text{Value: model.BareEmoji(token), Pos: t.Pos}, cut(t, len(token))
}

// firstToken gives what stands before the first blank or the end of the line.
func firstToken(t diag.Text) string {
	if i := strings.IndexAny(t.Value, " \n"); i >= 0 {
		return t.Value[:i]
	}
	return t.Value
}

func isEmoji(token string) bool {
	r, _ := utf8.DecodeRuneInString(token)
	// U+FFFD, which an empty token gives, is a symbol too.
	return r != utf8.RuneError && r > unicode.MaxLatin1 && unicode.Is(unicode.So, r)
}
