package draw

import (
	"strings"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/svg"
	"safeonline/tools/internal/typeface"
)

// device is a kind of screen. Lengths are shares of its height.
type device struct {
	wide     float64
	edge     float64 // the frame round the glass
	foot     float64 // what is below the screen, of the whole height
	keyboard bool
	onAStand bool
}

// devices are the screens, by their names.
var devices = map[string]device{
	"tablet":   {wide: 1.3, edge: .07},
	"phone":    {wide: .54, edge: .06},
	"laptop":   {wide: 1.5, edge: .05, foot: .14, keyboard: true},
	"computer": {wide: 1.35, edge: .05, foot: .2, onAStand: true},
}

// Screens are the names of the screens.
func Screens() []string { return []string{"tablet", "phone", "laptop", "computer"} }

// rowSize returns the width and the height of each row of what a screen of this height shows.
func (d device) rowSize(l model.Layer, high float64) (wide, tall float64) {
	glass := high * (1 - d.foot)
	edge := high * d.edge
	return glass*d.wide - 3.4*edge, (glass - 3.2*edge) / float64(max(len(l.Shows), rows))
}

// rows is the least number of rows that a screen is divided into, so that few words do not fill it.
const rows = 3

// leastLetters is the size of the smallest letters in the frame.
const leastLetters = 17

// screen draws a screen, whose foot is on 0 0.
func (p *painter) screen(l model.Layer, high float64) {
	d := devices[l.Screen.Value]
	glass := high * (1 - d.foot)
	wide := glass * d.wide
	edge := high * d.edge
	if d.onAStand {
		p.printf(`<path fill="#a7a7b8" stroke="%s" stroke-width="%d" d="M%s 0h%sl%s %sh%sz"/>`, ink, line, n(-wide*.2), n(wide*.4), n(-wide*.12), n(-high*d.foot), n(-wide*.16))
	}
	p.printf(`<rect x="%s" y="%s" width="%s" height="%s" rx="%s" fill="#3d3d52" stroke="%s" stroke-width="%d"/>`,
		n(-wide/2), n(-high), n(wide), n(glass), n(edge*1.4), ink, line)
	p.printf(`<rect x="%s" y="%s" width="%s" height="%s" rx="%s" fill="#fffdf8"/>`,
		n(-wide/2+edge), n(-high+edge), n(wide-2*edge), n(glass-2*edge), n(edge*.6))
	if d.keyboard {
		p.printf(`<path fill="#d9d9e3" stroke="%s" stroke-width="%d" d="M%s %sH%sL%s 0H%sz"/>`,
			ink, line, n(-wide/2), n(-high*d.foot), n(wide/2), n(wide*.58), n(-wide*.58))
	}
	inside, tall := d.rowSize(l, high)
	y := -high + 1.6*edge + (glass-3.2*edge-tall*float64(len(l.Shows)))/2
	for _, row := range l.Shows {
		p.row(row.Value, -inside/2, y, inside, tall)
		y += tall
	}
}

// row draws a row of a screen: a box, a button, a picture or words.
func (p *painter) row(words string, x, y, wide, tall float64) {
	kind, inner := rowKind(words)
	pad := tall * .12
	switch {
	case kind == '[':
		fill := "#fff"
		if inner != "" {
			fill = wears["amber"]
		}
		p.printf(`<rect x="%s" y="%s" width="%s" height="%s" rx="%s" fill="%s" stroke="%s" stroke-width="3"/>`, n(x), n(y+pad), n(wide), n(tall-2*pad), n(tall*.18), fill, ink)
	case kind == '(':
		p.printf(`<rect x="%s" y="%s" width="%s" height="%s" rx="%s" fill="%s" stroke="%s" stroke-width="3"/>`, n(x+wide*.12), n(y+pad), n(wide*.76), n(tall-2*pad), n(tall*.34), wears["sky"], ink)
	}
	if _, ok := p.kit.Pictures[model.BareEmoji(inner)]; ok && inner != "" {
		p.printf(`<g transform="translate(%s %s)">`, n(x+wide/2), n(y+tall-pad*1.4))
		p.thing(inner, tall-2.8*pad)
		p.WriteString("</g>")
		return
	}
	if _, ok := p.kit.Things[inner]; ok {
		p.printf(`<g transform="translate(%s %s)">`, n(x+wide/2), n(y+tall-pad))
		p.thing(inner, tall-2*pad)
		p.WriteString("</g>")
		return
	}
	size := letters(kind, inner, wide, tall)
	at := x + wide*.04
	if kind != 0 {
		at = x + wide/2 - typeface.Bold().Width(inner)*size/2
	}
	p.words(inner, at, y+tall/2+size*.34, size)
}

// rowKind returns '[' for a box, '(' for a button, or 0 for words, and what is in it.
func rowKind(words string) (kind byte, inner string) {
	if n := len(words); n > 1 && (words[0] == '[' && words[n-1] == ']' || words[0] == '(' && words[n-1] == ')') {
		return words[0], strings.TrimSpace(words[1 : n-1])
	}
	return 0, words
}

// letters returns the size of the words in a row: as large as the row allows.
func letters(kind byte, words string, wide, tall float64) float64 {
	room := wide * .92
	if kind == '(' {
		room = wide * .66
	}
	return min(tall*.62, 40, room/max(typeface.Bold().Width(words), .1))
}

// words draws words from a place on their line.
func (p *painter) words(text string, x, y, size float64) {
	if text == "" {
		return
	}
	p.printf(`<path fill="%s" transform="translate(%s %s) scale(%s)" %s/>`, ink, n(x), n(y), n(size/typeface.OutlineSize), svg.Coarse(`d="`+typeface.Bold().Outline(text)+`"`))
}

// bubble draws words in a bubble that stands on 0 0 and is so high; its tail points down.
func (p *painter) bubble(text string, high float64) {
	lines := bubbleLines(text)
	size := high / (1.3*float64(len(lines)) + .9)
	wide := 0.0
	for _, words := range lines {
		wide = max(wide, typeface.Bold().Width(words)*size)
	}
	half, tail := wide/2+size*.8, size*.7
	r := min(size, (high-tail)/2) // of the corners
	p.printf(`<path fill="#fff" stroke="%s" stroke-width="%d" d="M%s %sa%s %s 0 0 1 %s %sH%sa%s %s 0 0 1 %s %sV%sa%s %s 0 0 1 %s %sH%sL0 0L%s %sH%sa%s %s 0 0 1 %s %sz"/>`,
		ink, line,
		n(-half), n(-high+r), n(r), n(r), n(r), n(-r), n(half-r), n(r), n(r), n(r), n(r), n(-tail-r), n(r), n(r), n(-r), n(r),
		n(size*.9), n(-size*.3), n(-tail), n(-half+r), n(r), n(r), n(-r), n(-r))
	for i, words := range lines {
		p.words(words, -typeface.Bold().Width(words)*size/2, -high+size*(1.25+1.3*float64(i)), size)
	}
}

// bubbleLines divides the words of a bubble into one to three lines of about the same length.
func bubbleLines(text string) (lines []string) {
	words := strings.Fields(text)
	count := 1 + min(2, len([]rune(text))/18)
	most := len([]rune(text))/count + 6
	for _, w := range words {
		last := len(lines) - 1
		if last >= 0 && len([]rune(lines[last]+" "+w)) <= most {
			lines[last] += " " + w
		} else {
			lines = append(lines, w)
		}
	}
	return lines
}

// Fits reports whether the words of each row of a screen can be read, and returns the first row that cannot.
func Fits(l model.Layer) (row int, ok bool) {
	wide, tall := devices[l.Screen.Value].rowSize(l, float64(l.Height.Value))
	for i, words := range l.Shows {
		kind, inner := rowKind(words.Value)
		if inner != "" && letters(kind, inner, wide, tall) < leastLetters {
			return i, false
		}
	}
	return 0, true
}
