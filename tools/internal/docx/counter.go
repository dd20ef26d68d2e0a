package docx

import (
	"strings"
)

// counter counts the paragraphs of lists, in the order of the file.
type counter struct {
	numbering *numbering
	counts    map[*definition]*[levels]count
	used      map[int]bool // lists of which a paragraph was counted
}

// count is how far a level has come.
type count struct {
	value int
	begun bool
}

func newCounter(n *numbering) *counter {
	return &counter{n, map[*definition]*[levels]count{}, map[int]bool{}}
}

// shown is a number as Word shows it.
type shown struct {
	text    string
	font    string // that of the text, if it has one of its own
	bullet  bool
	picture bool
	level   int // from 1; 0 for no list
}

// next counts a paragraph and returns its number.
func (c *counter) next(id, at int) shown {
	l, d := c.numbering.followed(id)
	if d == nil {
		return shown{}
	}
	counts := c.counts[d]
	if counts == nil {
		counts = &[levels]count{}
		c.counts[d] = counts
	}
	if !c.used[id] {
		c.used[id] = true
		for i, start := range l.start {
			counts[i].begun = counts[i].begun && start < 0
		}
	}
	l.count(d, counts, at)
	is := l.level(d, at)
	if !is.known {
		return shown{level: at + 1}
	}
	number := shown{font: is.font, bullet: is.form == "bullet" || is.picture, picture: is.picture, level: at + 1}
	if number.bullet {
		number.text = is.text
	} else {
		number.text = l.text(d, counts, is)
	}
	return number
}

// count goes on to the next number of a level. A higher level without a paragraph so far begins too, as in Word since version 6: the
// first paragraph of level 2 is 1.1, and a paragraph of level 1 after it is 2 (Microsoft's article Q110380).
func (l *list) count(d *definition, counts *[levels]count, at int) {
	for i := range at {
		if !counts[i].begun {
			counts[i] = count{l.level(d, i).start, true}
		}
	}
	if counts[at].begun {
		counts[at].value = min(counts[at].value+1, mostNumber)
	} else {
		counts[at] = count{l.level(d, at).start, true}
	}
	for i := at + 1; i < levels; i++ {
		if restart := l.level(d, i).restart; restart < 0 || at < restart {
			counts[i].begun = false
		}
	}
}

// text returns the text of a level with the numbers in it (part 1, 17.9.11). A level whose numbers have no shape, such as that of a
// bullet, is nothing in it.
func (l *list) text(d *definition, counts *[levels]count, of level) string {
	var out strings.Builder
	for i := 0; i < len(of.text) && out.Len() < mostListText; i++ {
		if of.text[i] != '%' || i+1 == len(of.text) || of.text[i+1] < '1' || of.text[i+1] > '9' {
			out.WriteByte(of.text[i])
			continue
		}
		i++
		at := int(of.text[i] - '1')
		is := l.level(d, at)
		if of.legal && is.form != "bullet" && is.form != "none" {
			is.form = "decimal"
		}
		out.WriteString(numeral(counts[at].value, is.form, is.custom))
	}
	return strings.ToValidUTF8(out.String(), "\ufffd")
}

// restyled returns the level that a style has in a list: the one that names the style (part 1, 17.9.23), or that which the style says.
func (c *counter) restyled(id int, all *styles, style string, says int) int {
	l, d := c.numbering.followed(id)
	if d == nil {
		return says
	}
	for range mostBased {
		is := all.all[style]
		if is == nil {
			break
		}
		for i := range levels {
			if l.level(d, i).style == style {
				return i
			}
		}
		style = is.based
	}
	return says
}
