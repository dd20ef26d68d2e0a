package source

import (
	"regexp"
	"strings"
	"unicode"

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
	width   int          // to which lines were broken, or 0
	now     *block.Block // the paragraph to which the next line may belong, or nil
	text    []byte       // of the paragraph
	bare    bool         // it may be an item of a list without bullets
	indent  int          // of its first line
	last    string       // the line before that has words
	newPage bool
	indents []int // of the levels of the list
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
		return
	case p.goesOn(text, words):
		p.join(at, words)
	default:
		p.end()
		p.begin(at, text, words)
	}
	p.last = strings.TrimRightFunc(line, unicode.IsSpace)
}

func (p *plainReader) leave(at block.Place, why block.Why, text string) {
	p.file.Left = append(p.file.Left, block.Left{Place: at, Why: why, Text: text})
}

// join adds a line to the paragraph.
func (p *plainReader) join(at block.Place, words string) {
	cut := p.joined(words)
	p.leave(at, block.Continued, words)
	p.file.Notices.Add(p.now.Place, block.Told{Kind: block.LinesJoin, What: "the next line", Count: 1})
	if cut {
		p.file.Notices.Add(p.now.Place, block.Told{Kind: block.Removed, What: "the hyphen of a word that was divided", Count: 1})
	}
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
	p.now, p.text, p.bare, p.indent = b, []byte(words), p.isBare(b.List, words), indent(text)
}

// end ends the paragraph.
func (p *plainReader) end() {
	if p.now != nil {
		p.now.Runs = []block.Run{{Text: string(p.text)}}
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
