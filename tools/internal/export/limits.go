package export

import (
	"slices"
	"strings"
	"unicode/utf16"

	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// ofGames are the kinds of question that games hold.
var ofGames = kindsOfGames()

func kindsOfGames() (list []model.Kind) {
	for _, k := range quiz.All() {
		if k.Games {
			list = append(list, k.Name)
		}
	}
	return list
}

// letters returns the number of letters of a text as a browser counts them, in which an emoji may be several.
func letters(text string) int { return len(utf16.Encode([]rune(text))) }

// none stands for a limit that a program does not tell.
const none = 1 << 20

// Words of the interface for what has too many letters, n of which most fit.
const (
	longStem   = "export_left_stem"
	longOption = "export_left_option"
)

// game returns the limit of a game: a stem and options of so many letters, and so many options.
func game(stem, option, options int) func(Question) *Reason {
	return func(q Question) *Reason {
		if n := letters(q.Brief()); n > stem {
			return &Reason{longStem, i18n.Values{"n": n, "most": stem}}
		}
		if len(q.Options) > options {
			return &Reason{"export_left_options", i18n.Values{"n": len(q.Options), "most": options}}
		}
		for _, o := range q.Options {
			if n := letters(o.Said()); n > option {
				return &Reason{longOption, i18n.Values{"n": n, "most": option}}
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
