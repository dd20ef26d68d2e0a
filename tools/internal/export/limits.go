package export

import (
	"slices"
	"strings"
	"unicode/utf16"

	"safeonline/tools/internal/i18n"
)

// letters returns the number of letters of a text as a browser counts them, in which an emoji may be several.
func letters(text string) int { return len(utf16.Encode([]rune(text))) }

// none stands for a limit that a program does not tell.
const none = 1 << 20

// game returns the limit of a game: a stem and options of so many letters, and so many options.
func game(stem, option, options int) func(Question) *Reason {
	return func(q Question) *Reason {
		if n := letters(q.Stem); n > stem {
			return &Reason{"export_left_stem", i18n.Values{"n": n, "most": stem}}
		}
		if len(q.Options) > options {
			return &Reason{"export_left_options", i18n.Values{"n": len(q.Options), "most": options}}
		}
		for _, o := range q.Options {
			if n := letters(o.Said()); n > option {
				return &Reason{"export_left_option", i18n.Values{"n": n, "most": option}}
			}
		}
		return nil
	}
}

// unlike refuses a question two of whose options say the same.
func unlike(q Question) *Reason {
	var said []string
	for _, o := range q.Options {
		if slices.Contains(said, strings.TrimSpace(o.Said())) {
			return &Reason{Key: "export_left_alike"}
		}
		said = append(said, strings.TrimSpace(o.Said()))
	}
	return nil
}
