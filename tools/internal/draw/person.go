package draw

import (
	"cmp"
	"slices"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// wears are the colours of clothes, by the words of the cast's list.
var wears = map[string]string{
	"amber": "#ffc04d", "coral": "#ff8f7d", "leaf": "#5fce93", "sky": "#74b8ff", "plum": "#b794f4", "cream": "#f4e3c1", "ink": "#3d3d52",
}

// undyed is the colour of clothes for which the list names none: without a fill they would be seen through.
const undyed = "cream"

// Clothes are the words for what members of the cast wear.
func Clothes() (words []string) {
	return []string{"amber", "coral", "leaf", "sky", "plum", "cream", "ink"}
}

// A person is a head on a body without arms, like a wooden peg. Lengths are shares of the person's height.
const (
	headHigh = .52
	hands    = .3 // how high they are above the foot
)

// worn has the places of things that go with a head: of their upper left corners, where the head is a square of wornHead with its own at 0 0.
// Things that are not listed lie in the middle of the face.
var worn = map[string][2]float64{
	"headscarf": {-25, -16}, "glasses": {34, 68}, "hearing-aid": {133, 60}, wheelchair: {-55, 120},
	"soap-beard": {17, 106}, "leaf-hat": {-45, -74}, "mud-on-face": {10, 20}, "fox-mask": {-9, 12}, "paper-chain-head": {-33, 60},
}

const wornHead = 170

// wheelchair is what a person sits in: it is behind the body.
const wheelchair = "wheelchair-front"

// person draws a member of the cast, who stands on 0 0.
func (p *painter) person(l model.Layer, high float64) {
	who := p.cast[l.Person.Value]
	file := p.kit.Files[who.Picture.Value]
	if who.Head.Value != "" {
		file = who.Head.Value
	}
	d := p.kit.Heads[file]
	size := high * headHigh
	if slices.ContainsFunc(who.With, func(t diag.Text) bool { return t.Value == wheelchair }) {
		p.onHead(wheelchair, size, high)
	}
	top := -(high - size*.42)
	wide := high * .26
	p.printf(`<path fill="%s" stroke="%s" stroke-width="%d" d="M%.0f 0C%.0f %.0f %.0f %.0f 0 %.0fS%.0f %.0f %.0f 0z"/>`,
		wears[cmp.Or(who.Wears.Value, undyed)], ink, line, -wide, -wide*.92, top*.78, -wide*.62, top, top, wide*.92, top*.78, wide)
	p.outlined(face(file, d.Inner(), l.Mood.Value), -size/2, -high, size/float64(d.Height))
	for _, thing := range slices.Concat(who.With, l.On) {
		if thing.Value != wheelchair {
			p.onHead(thing.Value, size, high)
		}
	}
	if l.Hold.Value != "" {
		p.held(l.Hold.Value, skinColour(d.Inner()), high)
	}
}

// onHead draws a thing that goes with a head of a size.
func (p *painter) onHead(name string, size, high float64) {
	d := p.kit.Things[name]
	at, ok := worn[name]
	if !ok {
		at = [2]float64{(wornHead - float64(d.Width)) / 2, (wornHead - float64(d.Height)) / 2}
	}
	scale := size / wornHead
	p.printf(`<g transform="translate(%s %s) scale(%s)">%s</g>`, n(-size/2+at[0]*scale), n(-high+at[1]*scale), n(scale), d.Inner())
}

// held draws a thing in front of the body, between two hands.
func (p *painter) held(name, skin string, high float64) {
	tall := high * .36
	p.printf(`<g transform="translate(0 %s)">`, n(-high*hands+tall/2))
	p.thing(name, tall)
	p.WriteString("</g>")
	for _, side := range []float64{-1, 1} {
		p.printf(`<circle cx="%s" cy="%s" r="%s" fill="%s" stroke="%s" stroke-width="%d"/>`, n(side*high*.2), n(-high*hands), n(high*.045), skin, ink, line)
	}
}

// skinColour returns the colour of the face in a head's shapes.
func skinColour(shapes string) string {
	if all := shape.FindAllStringSubmatch(shapes, 4); len(all) == 4 {
		return skinOf(all)
	}
	return "#ffce7c"
}
