package source

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"safeonline/tools/internal/spelling"
)

// Programs break lines to widths between these. A text whose longest line is wider was not broken, and one whose longest line is shorter may
// be a list of short lines. That lines were broken is evident if several have nearly the length of the longest; a line that has, and is not
// short, was broken where letters have different widths.
const (
	leastWidth = 50
	mostWidth  = 120
	nearly     = 0.75
	several    = 3
	short      = 60
)

// width returns the width to which the lines were broken, and 0 if they were not.
func width(lines []string) (most int) {
	lengths := make([]int, len(lines))
	for i, line := range lines {
		lengths[i] = utf8.RuneCountInString(strings.TrimRight(line, " "))
		most = max(most, lengths[i])
	}
	n := 0
	for _, length := range lengths {
		if near(length, most) {
			n++
		}
	}
	if most < leastWidth || most > mostWidth || n < several {
		return 0
	}
	return most
}

func near(length, most int) bool { return float64(length) >= nearly*float64(most) }

var (
	// sentence matches the end of a sentence, and of what opens a list.
	sentence = regexp.MustCompile(`[.!?:;][”"’')\]]*$`)
	// own matches a line that goes on from none: one to sign, or the number of a page.
	own = regexp.MustCompile(`(?i)_{3,}|\.{4,}|…{2,}|^(?:signed|signature|name|date|class)\b[^,.]{0,30}:|^page \d+(?: of \d+)?$`)
	// divided matches the end of a line that breaks off within a word.
	divided = regexp.MustCompile(`\pL[-\x{2010}\x{ad}]$`)
	// hyphened matches the part of a word before its only hyphen, at the end of a line.
	hyphened = regexp.MustCompile(`(?:^|[^\pL-])(\pL{2,})-$`)
	// letters matches those at the beginning of a line.
	letters = regexp.MustCompile(`^\p{Ll}+`)
)

// goesOn reports whether a line belongs to the paragraph before it: its sentence is not at its end, and the line does not look like the
// beginning of something.
func (p *plainReader) goesOn(line, words string) bool {
	if p.now == nil || begins(words) || alike(words, p.opening()) {
		return false
	}
	low, ended := startsLow(words), sentence.MatchString(p.last)
	switch {
	case p.full(words) && (low || !ended) && !p.bare:
		return true
	case ended:
		return false
	case low:
		return divided.MatchString(p.last) || p.unfinished()
	}
	return p.hangs(line)
}

// begins reports whether a line begins an item of a list, or is to be signed.
func begins(words string) bool {
	number, bullet, _ := sign(words)
	return number != "" || bullet || strings.HasPrefix(words, "o ") || own.MatchString(words)
}

// alike reports whether two lines begin with the same two words, as items of a list without bullets do: "I will".
func alike(a, b string) bool {
	first, second := strings.Fields(a), strings.Fields(b)
	return len(first) > 1 && len(second) > 1 && slices.Equal(first[:2], second[:2])
}

// full reports whether the first of the words did not fit on the last line.
func (p *plainReader) full(words string) bool {
	first, _, _ := strings.Cut(words, " ")
	return p.width > 0 && utf8.RuneCountInString(p.last)+1+utf8.RuneCountInString(first) > p.width
}

// isBare reports whether a paragraph may be an item of a list without bullets that goes on from what opens it, in small letters; not where
// it goes on from prose, as after the end of a page.
func (p *plainReader) isBare(list int, text string) bool {
	prose := !p.bare && p.wide() && !sentence.MatchString(p.last)
	return list == 0 && startsLow(text) && !prose
}

// opening returns the first words of the paragraph, and ending the last ones: what a decision about a line needs, however long the
// paragraph has become.
func (p *plainReader) opening() string { return string(p.text[:min(len(p.text), enough)]) }

func (p *plainReader) ending() string { return string(p.text[max(len(p.text)-enough, 0):]) }

// enough is how many bytes hold some words.
const enough = 400

// unfinished reports whether a line that begins with a small letter belongs to the paragraph, whose last line does not end a sentence. It
// does in a list, but for a heading with a number, and in prose that was evidently broken.
func (p *plainReader) unfinished() bool {
	if text := p.opening(); p.now.List > 0 {
		return p.now.Bullet || startsLow(text) || len(strings.Fields(text)) > 3
	}
	return !p.bare && p.wide()
}

// wide reports whether the last line was evidently broken.
func (p *plainReader) wide() bool {
	n := utf8.RuneCountInString(p.last)
	return p.width > 0 && n > short && near(n, p.width)
}

// hangs reports whether a line stands below the words of an item of a list, to the right of its bullet. What is far to the right is in the
// middle of a page.
func (p *plainReader) hangs(line string) bool {
	const far, handful = 8, 5
	by := indent(line) - p.indent
	return p.now.List > 0 && by > 0 && by <= far && len(strings.Fields(p.last)) > handful && line != strings.ToUpper(line)
}

// joined adds a line to the text of the paragraph, and reports whether it cut a hyphen. Where a word was divided, it is whole again: without
// the hyphen if that is a known word. A hyphen that stands for the rest of a word ("long- and short-term") is none of these.
func (p *plainReader) joined(next string) (cut bool) {
	part, rest := hyphened.FindStringSubmatch(p.ending()), letters.FindString(next)
	switch {
	case strings.HasSuffix(p.last, "\u00ad"):
	case !divided.MatchString(p.last) || rest == "and" || rest == "or":
		p.text = append(p.text, ' ')
	case part != nil && rest != "" && spelling.IsKnown(part[1]+rest):
		p.text, cut = p.text[:len(p.text)-len("-")], true
	}
	p.text = append(p.text, next...)
	return cut
}

func startsLow(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(first)
}
