package draft

import (
	"regexp"
	"slices"
	"strings"

	"safeonline/tools/internal/block"
)

// piece is what becomes one thing in a document: a block, a line of one, or a row of a table.
type piece struct {
	lines []int // of the draft
	file  int
	block block.Block // the first of its blocks
	runs  []block.Run
	text  string // adopted words, without the number
	kind  shape
	why   string // why it is left out

	number string // as shown; empty of a bullet and of what is in no list
	sign   string // a bullet that was typed
	bullet bool
	level  int // in its list, from 1

	rank   int      // of a heading: the lower, the higher it stands
	labels []string // of what is to be filled in
	cells  []string // the numbers of the cells of a row to sign
	say    string   // the whole sentence, where the text is more
	name   string   // of a rule: what stands before its sentence

	picture   string // an emoji in a cell of its own
	candidate bool   // a heading that may be that of a document
	settled   bool   // somebody has said what it is
	letter    bool   // it is in a letter
	binds     bool   // it is a rule as a paragraph of prose
	column    bool   // it is the stem of a column of a table that is an agreement of its own
}

type shape int

const (
	words shape = iota // a paragraph
	heading
	item  // of a list
	agree // a sentence that somebody signs
	sign  // a line to sign
	tail  // of the heading of the document
	scrap
)

// taken takes the sources apart.
func (m *maker) taken(sources []Source) (list []*piece) {
	for i, s := range sources {
		blocks := s.File.Blocks
		for len(blocks) > 0 {
			n := 1
			if t := outer(blocks[0].Cell); t != nil {
				for n < len(blocks) && outer(blocks[n].Cell) != nil && outer(blocks[n].Cell).Table == t.Table {
					n++
				}
			}
			var some []*piece
			for _, b := range blocks[:n] {
				line, parts := Line{Source: i, Block: b, Role: Unplaced}, divided(b, len(m.draft.Lines), i)
				for _, p := range parts {
					if p.sign != "" {
						line.Signs = append(line.Signs, p.sign)
					}
				}
				m.draft.Lines, some = append(m.draft.Lines, line), append(some, parts...)
			}
			if blocks[0].Cell != nil {
				some = table(some)
			}
			list, blocks = append(list, some...), blocks[n:]
		}
	}
	return list
}

// outer returns the outermost cell around a cell.
func outer(c *block.Cell) *block.Cell {
	for c != nil && c.In != nil {
		c = c.In
	}
	return c
}

var (
	// typedNumber matches a number or a bullet that somebody typed at the beginning of a line.
	typedNumber = regexp.MustCompile(`^\s*(?:(\((?:\d{1,2}|[a-z]|[ivx]+)\)|(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]+|[IVX]+)[.)]|\d{1,2}(?:\.\d{1,2})+|\d{1,2}(?:\t))\s+|([•·∙⋅‣▪▫◦●○■□◆◇❖✦✧★☆►▶▸▹➢➣➤➔→⇒➜➡»›✓✔☑☐❑❒✗✘*–—-]|o)\s+)(\S)`)
	// typedLetter matches a letter that stands before a line, as the letters of a word do that a list spells.
	typedLetter = regexp.MustCompile(`^\s*([A-Z])(?:\t+\s*|\s{2,}|\s[–-]\s)(\S)`)
)

// divided makes pieces of a block: of each of its lines, if they are things of their own.
func divided(b block.Block, line, file int) (list []*piece) {
	for i, runs := range linesOf(b.Runs) {
		p := &piece{lines: []int{line}, file: file, block: b, runs: runs, text: adopted(runs)}
		if i == 0 {
			p.bullet, p.level = b.Bullet, b.List
			if !b.Bullet {
				p.number = strings.TrimSpace(b.Number)
			}
		} else {
			p.block.NewPage = false
		}
		if p.footnote(i == 0) {
			list = append(list, p)
			continue
		}
		p.typed()
		if p.bullet || p.number != "" {
			p.kind, p.level = item, max(p.level, 1)
		}
		list = append(list, p)
	}
	return list
}

// typed takes a number or a bullet that was typed from the text.
func (p *piece) typed() {
	if p.number != "" || p.bullet {
		return
	}
	raw := (block.Block{Runs: p.runs}).Text()
	if m := typedLetter.FindStringSubmatchIndex(raw); m != nil {
		p.number, p.runs = raw[m[2]:m[3]], cut(p.runs, m[4])
	} else if m := typedNumber.FindStringSubmatchIndex(raw); m != nil {
		if m[2] >= 0 {
			p.number = strings.TrimSpace(raw[m[2]:m[3]])
		} else {
			p.bullet, p.sign = true, raw[m[4]:m[5]]
		}
		p.runs = cut(p.runs, m[6])
	} else {
		return
	}
	p.text = adopted(p.runs)
}

// cut returns runs without their first bytes.
func cut(runs []block.Run, n int) (rest []block.Run) {
	for i, r := range runs {
		if n < len(r.Text) {
			r.Text = r.Text[n:]
			return append([]block.Run{r}, runs[i+1:]...)
		}
		n -= len(r.Text)
	}
	return nil
}

// linesOf divides runs at line breaks where a reader would not read on: each line is then a thing of its own.
func linesOf(runs []block.Run) [][]block.Run {
	lines := [][]block.Run{nil}
	for _, r := range runs {
		for i, text := range strings.Split(r.Text, "\n") {
			if i > 0 {
				lines = append(lines, nil)
			}
			if part := r; text != "" || r.Note != "" {
				part.Text = text
				lines[len(lines)-1] = append(lines[len(lines)-1], part)
			}
		}
	}
	lines = slices.DeleteFunc(lines, func(l []block.Run) bool { return block.Block{Runs: l}.IsBlank() })
	switch {
	case len(lines) == 0:
		return [][]block.Run{runs}
	case len(lines) == 1 || !apart(lines):
		return [][]block.Run{joined(runs)}
	}
	return lines
}

// joined returns runs with blanks for line breaks.
func joined(runs []block.Run) []block.Run {
	runs = slices.Clone(runs)
	for i := range runs {
		runs[i].Text = strings.ReplaceAll(runs[i].Text, "\n", " ")
	}
	return runs
}

// apart reports whether lines are things of their own: numbered, to sign, rules in the first person, or after a colon.
func apart(lines [][]block.Run) bool {
	numbered, speak, signed := 0, 0, 0
	for i, l := range lines {
		raw := block.Block{Runs: l}.Text()
		if typedNumber.MatchString(raw) || typedLetter.MatchString(raw) {
			numbered++
		}
		if speaking.MatchString(raw) {
			speak++
		}
		if len(fields(l)) > 0 {
			signed++
		}
		if i+1 < len(lines) && strings.HasSuffix(strings.TrimSpace(raw), ":") && endsWith(raw, opening) {
			return true
		}
	}
	return numbered > 1 || numbered > 0 && len(lines) > 1 || speak == len(lines) || signed > 0
}

// look is how a run looks.
type look = block.Run
