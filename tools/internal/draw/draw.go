// Package draw draws the pictures of stories: it puts a ground, people, things and screens together as described by an
// Illustration, and makes one SVG file of them. Every thing has a line round it. Words are shapes: a picture in an <img> element has no
// fonts of the page.
package draw

import (
	"fmt"
	"regexp"
	"strings"

	"safeonline/tools/internal/model"
)

// ink is the colour of lines, and line their width in the frame.
const (
	ink  = "#1a1a2e"
	line = 4
)

// SVG returns an illustration as an SVG file. Its names are those of the kit: package site has checked them. Where the picture's box on a
// page has another shape, its upper part or its sides are cut off: the outer element has no shape of its own.
func SVG(of model.Illustration, kit model.Kit, cast map[string]model.Character) []byte {
	return []byte(file + "><svg" + frame(of, kit, cast, ` preserveAspectRatio="xMidYMax slice"`) + "</svg>\n")
}

// Whole returns an illustration as an SVG 1.1 file that has the shape of the frame, for programs that show all of it.
func Whole(of model.Illustration, kit model.Kit, cast map[string]model.Character) []byte {
	shapes := counted.ReplaceAllString(frame(of, kit, cast, ""), "${1}s$2")
	return []byte(file + ` xmlns:xlink="http://www.w3.org/1999/xlink"` + strings.ReplaceAll(shapes, " href=", " xlink:href=") + "\n")
}

// counted finds the names that outlined gives and uses. In browsers they may be numbers, and in SVG 1.1 not.
var counted = regexp.MustCompile(`( id="| href="#)(\d)`)

// file begins an SVG file.
const file = `<svg xmlns="http://www.w3.org/2000/svg"`

// frame draws all of an illustration, in an element that the caller has begun. Fit is an attribute of it.
func frame(of model.Illustration, kit model.Kit, cast map[string]model.Character, fit string) string {
	p := painter{kit: kit, cast: cast, shapes: map[string]int{}}
	p.printf(` viewBox="0 0 %d %d"%s fill="none" stroke-linejoin="round">`, model.FrameWidth, model.FrameHeight, fit)
	p.WriteString(kit.Grounds[of.Ground.Value].Inner())
	for _, l := range of.Layers {
		p.layer(l, model.FrameHeight)
	}
	p.WriteString("</svg>")
	return p.String()
}

type painter struct {
	strings.Builder
	kit    model.Kit
	cast   map[string]model.Character
	shapes map[string]int // that are drawn already, by their ids
	first  int            // id
	parted bool           // whether lines part the shapes of what has no lines of its own
	least  float64        // the least width of a line
}

func (p *painter) printf(format string, args ...any) { fmt.Fprintf(p, format, args...) }

// layer draws one layer at its place. Without one of its own, its foot is on the floor.
func (p *painter) layer(l model.Layer, floor int) {
	y := l.Y.Value
	if l.Y.Pos.Source == nil {
		y = floor
	}
	p.printf(`<g transform="translate(%d %d)`, l.X.Value, y)
	if l.Turn.Value != 0 {
		p.printf(" rotate(%d)", l.Turn.Value)
	}
	if l.Flip {
		p.WriteString(" scale(-1 1)")
	}
	p.WriteString(`">`)
	high := float64(l.Height.Value)
	switch {
	case l.Person.Value != "":
		p.person(l, high)
	case l.Screen.Value != "":
		p.screen(l, high)
	case l.Says.Value != "":
		p.bubble(l.Says.Value, high)
	default:
		p.thing(l.Thing.Value, high)
	}
	p.WriteString("</g>")
}

// thing draws a thing of the kit, or a picture, so that it stands on 0 0.
func (p *painter) thing(name string, high float64) {
	if d, ok := p.kit.Things[name]; ok {
		scale := high / float64(d.Height)
		p.printf(`<g transform="translate(%.0f %.0f) scale(%s)">%s</g>`, -float64(d.Width)*scale/2, -high, n(scale), thickened(d.Inner(), p.least/scale))
		return
	}
	emoji := model.BareEmoji(name)
	d := p.kit.Pictures[emoji]
	p.outlined(face(p.kit.Files[emoji], d.Inner(), ""), -high*float64(d.Width)/float64(d.Height)/2, -high, high/float64(d.Height))
}

// outlined draws shapes with a line of ink round all of them together: the same shapes with a thick line stand behind them.
func (p *painter) outlined(shapes string, x, y, scale float64) {
	id, known := p.shapes[shapes]
	if !known {
		id = p.first + len(p.shapes)
		p.shapes[shapes] = id
	}
	front := fmt.Sprintf(`<use href="#%d"/>`, id)
	if !known {
		front = fmt.Sprintf(`<g id="%d">%s</g>`, id, shapes)
	}
	if p.parted {
		front = fmt.Sprintf(`<g stroke="%s" stroke-width="%s">%s</g>`, ink, n(line/2/scale), front)
	}
	p.printf(`<g transform="translate(%.0f %.0f) scale(%s)"><use href="#%d" stroke="%s" stroke-width="%s"/>%s</g>`, x, y, n(scale), id, ink, n(line*2/scale), front)
}

var usualLine = regexp.MustCompile(fmt.Sprintf(`stroke-width="%d"`, line))

// thickened returns shapes of the kit with lines of at least a width.
func thickened(shapes string, least float64) string {
	if line >= least {
		return shapes
	}
	return usualLine.ReplaceAllString(shapes, fmt.Sprintf(`stroke-width="%s"`, n(least)))
}

// n writes a number with at most two decimals.
func n(v float64) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", v), "0"), ".")
}
