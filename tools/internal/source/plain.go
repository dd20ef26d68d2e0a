package source

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"safeonline/tools/internal/block"
)

// plain reads plain text. A line is a paragraph, as Word saves it; where lines were broken to fit a width, those that belong together are
// one paragraph.
func plain(f *block.File, text string) {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	f.Paragraphs = len(lines)
	p := plainReader{file: f, width: width(lines)}
	for i, line := range lines {
		p.line(i+1, line)
	}
	p.end()
}

// plainReader reads lines of text.
type plainReader struct {
	file    *block.File
	width   int
	now     *block.Block // the paragraph to which the next line may belong, or nil
	last    string       // its last line
	newPage bool
	indents []int // of the levels of the list
}

// Widths to which programs break lines. A text whose longest line is wider was not broken, and one whose longest line is shorter may be
// a list of short lines.
const (
	leastWidth = 50
	mostWidth  = 100
)

// width returns the width to which the lines were broken, and 0 if they were not.
func width(lines []string) int {
	most := 0
	for _, line := range lines {
		most = max(most, utf8.RuneCountInString(strings.TrimRight(line, " ")))
	}
	if most < leastWidth || most > mostWidth {
		return 0
	}
	return most
}

// line reads a line.
func (p *plainReader) line(n int, line string) {
	at := block.Place{Part: block.Lines, Paragraph: n}
	for strings.HasPrefix(line, "\f") {
		line, p.newPage = line[1:], true
	}
	text := block.Clean(strings.ReplaceAll(line, "\f", "\n"), func(t block.Told) { p.file.Notices.Add(at, t) })
	words := strings.TrimSpace(text)
	switch {
	case words == "":
		p.end()
		p.leave(at, block.Empty, "")
	case p.goesOn(line, words):
		p.now.Runs[0].Text += " " + words
		p.last = line
		p.leave(at, block.Continued, words)
		p.file.Notices.Add(p.now.Place, block.Told{Kind: block.LinesJoin, What: "the next line", Count: 1})
	default:
		p.end()
		p.begin(at, text, words)
		p.last = line
	}
}

func (p *plainReader) leave(at block.Place, why block.Why, text string) {
	p.file.Left = append(p.file.Left, block.Left{Place: at, Why: why, Text: text})
}

// goesOn reports whether a line belongs to the paragraph before it: its first word did not fit on the line before, and it does not look
// like the beginning of something.
func (p *plainReader) goesOn(line, words string) bool {
	if p.now == nil || p.width == 0 {
		return false
	}
	if number, bullet, _ := sign(words); number != "" || bullet {
		return false
	}
	first, _, _ := strings.Cut(words, " ")
	if utf8.RuneCountInString(strings.TrimRight(p.last, " "))+1+utf8.RuneCountInString(first) <= p.width {
		return false
	}
	begin, _ := utf8.DecodeRuneInString(words)
	return unicode.IsLower(begin) || !strings.ContainsAny(p.last[len(p.last)-1:], ".!?:;")
}

// begin begins a paragraph.
func (p *plainReader) begin(at block.Place, text, words string) {
	b := &block.Block{Place: at, NewPage: p.newPage}
	p.newPage = false
	number, bullet, rest := sign(words)
	if b.Number, b.Bullet = number, bullet; number != "" || bullet {
		b.List, words = p.level(indent(text)), rest
	} else {
		p.indents = nil
	}
	b.Runs = []block.Run{{Text: words}}
	p.now = b
}

// end ends the paragraph.
func (p *plainReader) end() {
	if p.now != nil {
		p.file.Blocks = append(p.file.Blocks, *p.now)
	}
	p.now = nil
}

// level returns the level of a line of a list, from its indentation.
func (p *plainReader) level(indent int) int {
	for len(p.indents) > 0 && p.indents[len(p.indents)-1] > indent {
		p.indents = p.indents[:len(p.indents)-1]
	}
	if n := len(p.indents); n == 0 || p.indents[n-1] < indent {
		p.indents = append(p.indents, indent)
	}
	return len(p.indents)
}

// indent counts the spaces at the beginning of a line. A tab is four.
func indent(text string) (n int) {
	for _, r := range text {
		switch r {
		case ' ':
			n++
		case '\t':
			n += 4
		default:
			return n
		}
	}
	return n
}

var (
	// bulleted matches a line that begins with a bullet. An o is one if a tab is after it, as Word saves it.
	bulleted = regexp.MustCompile(`^(?:([+` + block.Bullets + `])[ \t]+|(o)\t[ \t]*)`)
	// counted matches a line that begins with a number: "1." "1.2" "(a)" "iv)" "I." or anything short with a tab after it.
	counted = regexp.MustCompile(`^(\((?:\d{1,3}|[a-zA-Z]|[ivxl]+|[IVXL]+)\)|(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxl]+|[IVXL]+)[.):]|\d{1,3}(?:\.\d{1,3})+)(?:[ \t]+|$)`)
	tabbed  = regexp.MustCompile(`^(\d{1,3})\t[ \t]*`)
)

// sign takes the number or the bullet from the beginning of a line. A bullet before a number is none: some programs write both.
func sign(words string) (number string, bullet bool, rest string) {
	rest = words
	if m := bulleted.FindStringSubmatch(words); m != nil {
		number, bullet, rest = m[1]+m[2], true, words[len(m[0]):]
	}
	for _, form := range []*regexp.Regexp{counted, tabbed} {
		if m := form.FindStringSubmatch(rest); m != nil && len(m[0]) < len(rest) {
			return m[1], false, rest[len(m[0]):]
		}
	}
	if strings.TrimSpace(rest) == "" {
		return "", false, words
	}
	return number, bullet, rest
}
