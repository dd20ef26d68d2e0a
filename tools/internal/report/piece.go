package report

import (
	"slices"
	"strings"
	"unicode/utf8"

	"safeonline/tools/internal/block"
)

// piece is a stretch of a line that looks the same throughout.
type piece struct {
	block.Run
	Marked bool
	Break  bool // a line break
}

// pieces returns the text of a block as it looks in the file. The stretches are marked wherever they are.
func pieces(b block.Block, stretches []string) (list []piece) {
	marked := ranges(b.Text(), stretches)
	at := 0
	for _, r := range b.Runs {
		if r.Text == "" || r.Leader != "" {
			list = append(list, piece{Run: r})
			at += len(r.Text)
			continue
		}
		for text := r.Text; text != ""; {
			n, in := until(marked, at, len(text))
			list = append(list, lines(r, text[:n], in)...)
			text, at = text[n:], at+n
		}
	}
	return list
}

// lines returns the pieces of a text without its line breaks, and the breaks.
func lines(r block.Run, text string, marked bool) (list []piece) {
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			list = append(list, piece{Break: true})
		}
		if r.Text = line; line != "" {
			list = append(list, piece{Run: r, Marked: marked})
		}
	}
	return list
}

// span is a stretch of a text, in bytes.
type span struct{ from, to int }

// ranges returns where the stretches are in a text, in order; those that meet are one.
func ranges(text string, stretches []string) (list []span) {
	for _, s := range stretches {
		for at := 0; s != ""; {
			i := strings.Index(text[at:], s)
			if i < 0 {
				break
			}
			list = append(list, span{at + i, at + i + len(s)})
			at += i + len(s)
		}
	}
	slices.SortFunc(list, func(a, b span) int { return a.from - b.from })
	joined := list[:0]
	for _, s := range list {
		if n := len(joined); n > 0 && s.from <= joined[n-1].to {
			joined[n-1].to = max(joined[n-1].to, s.to)
			continue
		}
		joined = append(joined, s)
	}
	return joined
}

// until returns how much of the next bytes is all marked or all not, and which.
func until(marked []span, at, most int) (n int, in bool) {
	for _, s := range marked {
		switch {
		case at < s.from:
			return min(most, s.from-at), false
		case at < s.to:
			return min(most, s.to-at), true
		}
	}
	return most, false
}

// Tab reports whether the piece is a tab, which may be filled up by a leader.
func (p piece) Tab() bool { return p.Leader != "" || p.Text == "\t" }

// Fill returns what a leader looks like.
func (p piece) Fill() string {
	if p.Leader == "" {
		return "\u2003"
	}
	return strings.Repeat(p.Leader, 12)
}

// Elsewhere returns the address that a link leads to, if the text does not say it.
func (p piece) Elsewhere() string {
	if strings.HasPrefix(p.Link, "#") || strings.Contains(p.Link, strings.TrimSpace(p.Text)) {
		return ""
	}
	return p.Link
}

// shownNumber returns the number of a line as the file shows it. A bullet that is a character of a font of symbols is a plain one.
func shownNumber(b block.Block) string {
	if !b.Bullet {
		return b.Number
	}
	if r, _ := utf8.DecodeRuneInString(b.Number); r == utf8.RuneError || r >= '\ue000' && r <= '\uf8ff' {
		return "•"
	}
	return b.Number
}
