package docx

import (
	"cmp"
	"strings"
)

// toggle is a property that is on, off or not said.
type toggle int8

const (
	unsaid toggle = iota
	on
	off
)

// toggle returns the value of an element such as w:b, which means "on" when it says nothing else (ECMA-376 part 1, 22.9.2.7).
func (e element) toggle() toggle {
	switch e.val() {
	case "0", "false", "off", "none":
		return off
	}
	return on
}

// over returns the property, or the one below where it says nothing.
func (t toggle) over(below toggle) toggle {
	if t == unsaid {
		return below
	}
	return t
}

// look is how a run looks, or what a style says about it (part 1, 17.3.2).
type look struct {
	style                                   string // of characters
	bold, italic, struck, hidden, underline toggle
	highlight                               string // a colour, "none", or empty where it is not said
	shade                                   string // the colour behind the text, as a highlight
	font                                    string
	reformatted                             bool // by a tracked change
}

// look reads the children of w:rPr. What another function makes of a child that says nothing about the look is for also.
func (s *scanner) look(also func(element)) (l look) {
	s.children(func(e element) {
		if e.space != w {
			return
		}
		switch e.local {
		case "rStyle":
			l.style = e.val()
		case "b":
			l.bold = e.toggle()
		case "i":
			l.italic = e.toggle()
		case "strike", "dstrike":
			l.struck = e.toggle().over(l.struck)
		case "vanish":
			l.hidden = e.toggle()
		case "u":
			l.underline = e.toggle()
		case "highlight":
			l.highlight = e.val()
		case "shd":
			fill, _ := e.get(w, "fill")
			l.shade = shade(fill)
		case "rFonts":
			ascii, _ := e.get(w, "ascii")
			others, _ := e.get(w, "hAnsi")
			l.font = cmp.Or(ascii, others)
		default:
			if also != nil {
				also(e)
			}
		}
	})
	return l
}

// shade returns the colour of a shading as the name of a highlight, where there is one.
func shade(fill string) string {
	switch fill = strings.ToLower(fill); fill {
	case "auto", "ffffff", "":
		return "none"
	case "ffff00":
		return "yellow"
	}
	return "#" + fill
}

// over returns the look, with that below where it says nothing.
func (l look) over(below look) look {
	l.bold, l.italic = l.bold.over(below.bold), l.italic.over(below.italic)
	l.struck, l.hidden = l.struck.over(below.struck), l.hidden.over(below.hidden)
	l.underline = l.underline.over(below.underline)
	for _, text := range []struct{ mine, its *string }{{&l.highlight, &below.highlight}, {&l.shade, &below.shade}, {&l.font, &below.font}, {&l.style, &below.style}} {
		if *text.mine == "" {
			*text.mine = *text.its
		}
	}
	return l
}

// toggled returns the look that styles of a paragraph and of characters have together: a toggle that is on in both is off (part 1,
// 17.7.3). So a style for strong words in a bold heading makes them light.
func (l look) toggled(paragraph look) look {
	both := l.over(paragraph)
	for _, t := range []struct {
		to   *toggle
		a, b toggle
	}{
		{&both.bold, l.bold, paragraph.bold}, {&both.italic, l.italic, paragraph.italic},
		{&both.struck, l.struck, paragraph.struck}, {&both.hidden, l.hidden, paragraph.hidden},
	} {
		switch {
		case t.a == on && t.b == on:
			*t.to = off
		case t.a == on || t.b == on:
			*t.to = on
		}
	}
	return both
}

// colour returns the colour that marks the text, or nothing.
func (l look) colour() string {
	for _, c := range []string{l.highlight, l.shade} {
		if c != "" && c != "none" {
			return c
		}
	}
	return ""
}
