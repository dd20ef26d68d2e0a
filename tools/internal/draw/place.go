package draw

import (
	"fmt"
	"regexp"

	"safeonline/tools/internal/model"
)

// Ground returns the ground of a place as an SVG file.
func Ground(ground model.Drawing) []byte {
	return fmt.Appendf(nil, "%s%s</svg>\n", begun(ground.Width, ground.Height), ground.Inner())
}

// Thing returns a thing of a place as an SVG file of two squares: on the left the thing as it is, and on the right its outline, for
// as long as it is not there. A little of the ground is to be seen through that.
func Thing(of model.Thing, kit model.Kit, cast map[string]model.Character) []byte {
	size := of.Height.Value
	here, wait := placing(kit, cast), placing(kit, cast)
	here.square(of, 0, 0)
	wait.parted, wait.first = true, 100
	wait.square(of, size, 0)
	return fmt.Appendf(nil, `%s%s<g opacity=".85">%s</g></svg>`+"\n", begun(2*size, size), here.String(), outlines(wait.String()))
}

// ToColour returns a ground with things as an SVG file for paper, all in outlines.
func ToColour(ground model.Drawing, things []model.Thing, kit model.Kit, cast map[string]model.Character) []byte {
	p := placing(kit, cast)
	p.parted = true
	for _, t := range things {
		p.square(t, t.Left(), t.Top())
	}
	return fmt.Appendf(nil, "%s%s</svg>\n", begun(ground.Width, ground.Height), outlines(ground.Inner()+p.String()))
}

// placing returns a painter of things of a place. They are small: their lines are thickened so that they can be seen.
func placing(kit model.Kit, cast map[string]model.Character) *painter {
	return &painter{kit: kit, cast: cast, shapes: map[string]int{}, least: line * .6}
}

// begun begins an SVG file of a size.
func begun(width, height int) string {
	return fmt.Sprintf(`%s width="%d" height="%d" viewBox="0 0 %[2]d %[3]d" fill="none" stroke-linejoin="round">`, file, width, height)
}

// square draws a thing of a place in its square, with room for the line round it.
func (p *painter) square(of model.Thing, x, y int) {
	size := of.Height.Value
	room := size - 2*line
	p.printf(`<svg x="%d" y="%d" width="%d" height="%[3]d"><g transform="translate(%[4]d %[4]d)">`, x, y, size, line)
	layers := of.Layers
	if of.Thing.Value != "" {
		layers = []model.Layer{p.filling(of)}
	}
	for _, l := range layers {
		for _, length := range []*int{&l.X.Value, &l.Y.Value, &l.Height.Value} {
			*length = *length * room / model.ThingSize
		}
		p.layer(l, room)
	}
	p.WriteString("</g></svg>")
}

// filling returns the one layer of a thing: it is as large as its frame allows, and stands on its foot.
func (p *painter) filling(of model.Thing) (l model.Layer) {
	d, ok := p.kit.Things[of.Thing.Value]
	if !ok {
		d = p.kit.Pictures[model.BareEmoji(of.Thing.Value)]
	}
	l.Thing = of.Thing
	l.X.Value = model.ThingSize / 2
	l.Height.Value = min(model.ThingSize, model.ThingSize*d.Height/max(d.Width, 1))
	return l
}

// outlines returns shapes in white with lines of ink. What is nearly black stays so: it is small, such as an eye. A pale line is white:
// it lies on a wider one, or on water.
func outlines(shapes string) string {
	return painted.ReplaceAllStringFunc(shapes, func(found string) string {
		m := painted.FindStringSubmatch(found)
		switch light := lightness(m[2]); {
		case m[2] == "": // a gradient
		case m[1] == "fill" && light < .13, m[1] == "stroke" && light < .5:
			return fmt.Sprintf(`%s="%s"`, m[1], ink)
		}
		return m[1] + `="#fff"`
	})
}

var painted = regexp.MustCompile(`\b(fill|stroke)="(?:#([0-9a-f]{6}|[0-9a-f]{3})|url\([^)]*\))"`)
