package raster

import (
	"errors"
	"fmt"
	"image"
	"image/color"
)

// gradient is a picture without end, whose colour changes along a line (SVG 1.1, 13.2.2).
type gradient struct {
	from, along point  // in pixels; along is as long as the inverse of the line, so that a product is 1 at its end
	stops       []stop // at least one
}

type stop struct {
	at float64
	color.NRGBA
}

func newGradient(n node, m matrix) (*gradient, error) {
	a := n.attributes()
	var v [4]float64
	for i, name := range []string{"x1", "y1", "x2", "y2"} {
		var err error
		if v[i], err = parse(a[name]); err != nil {
			return nil, err
		}
	}
	if a["gradientUnits"] != "userSpaceOnUse" || a["gradientTransform"] != "" || len(n.Children) == 0 {
		return nil, errors.New("a gradient has to have gradientUnits=\"userSpaceOnUse\", no transform, and stops")
	}
	from, to := m.apply(point{v[0], v[1]}), m.apply(point{v[2], v[3]})
	d := to.minus(from)
	g := &gradient{from: from, along: d.times(1 / d.dot(d))}
	for _, c := range n.Children {
		a := c.attributes()
		at, err := parse(a["offset"])
		if err != nil {
			return nil, fmt.Errorf("the offset of a stop: %w", err)
		}
		is, err := rgb(a["stop-color"])
		if err != nil {
			return nil, err
		}
		if faint, given := a["stop-opacity"]; given {
			opacity, err := parse(faint)
			if err != nil {
				return nil, err
			}
			is.A = share(opacity)
		}
		g.stops = append(g.stops, stop{at, is})
	}
	return g, nil
}

func (*gradient) ColorModel() color.Model { return color.NRGBAModel }
func (*gradient) Bounds() image.Rectangle { return image.Rect(-1e9, -1e9, 1e9, 1e9) }

// At is the colour in the middle of a pixel.
func (g *gradient) At(x, y int) color.Color {
	t := point{float64(x) + 0.5, float64(y) + 0.5}.minus(g.from).dot(g.along)
	before := g.stops[0]
	for _, s := range g.stops {
		if t < s.at {
			if s.at == before.at {
				return s.NRGBA
			}
			part := (t - before.at) / (s.at - before.at)
			mix := func(a, b uint8) uint8 { return uint8(float64(a) + part*(float64(b)-float64(a)) + 0.5) }
			return color.NRGBA{mix(before.R, s.R), mix(before.G, s.G), mix(before.B, s.B), mix(before.A, s.A)}
		}
		before = s
	}
	return before.NRGBA
}
