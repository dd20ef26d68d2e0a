package lesson_test

import (
	"strings"
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/lesson"
)

func TestEntitiesOfOddCharactersAreReported(t *testing.T) {
	for written, code := range map[string]string{
		"&amp;": "", "&pound;": "", "&eacute;": "", "&#233;": "", "&nothing;": "", "&": "", "AT&T;": "",
		"&shy;": "hidden-character", "&#8203;": "hidden-character", "&#x202E;": "hidden-character", "&zwj;": "hidden-character", "&#0;": "hidden-character",
		"&nbsp;": "odd-space", "&#1072;": "look-alike", "&#xff41;": "look-alike",
	} {
		text := strings.Replace(minimal, "🏫", "🏫 A word"+written+" ", 1)
		src := diag.NewSource("content/lessons/ks2/x.md", []byte(text))
		_, faults := lesson.Read(src)
		found := ""
		for _, f := range faults {
			if f.Code == diag.HiddenCharacter || f.Code == diag.OddSpace || f.Code == diag.LookAlike {
				found += f.Code.String()
				if want := src.At(strings.Index(text, written)); f.Pos != want {
					t.Errorf("%s: at %s, want %s", written, f.Pos, want)
				}
			}
		}
		if found != code {
			t.Errorf("%s: %q, want %q", written, found, code)
		}
	}
}
