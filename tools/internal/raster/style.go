package raster

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"safeonline/tools/internal/svg"
)

// style is what elements inherit.
type style struct {
	fill, stroke paint
	evenOdd      bool
	pen          pen

	fillOpacity, strokeOpacity float64
}

// initial is the style of the outermost element.
var initial = style{fill: "#000", stroke: "none", fillOpacity: 1, strokeOpacity: 1, pen: pen{width: 1, cap: "butt", join: "miter", limit: 4}}

// paint is a colour of the form #rgb or #rrggbb, a gradient of the form url(#id), or none.
type paint string

func (p paint) seen() bool { return p != "none" }

// known are the attributes that an element may have beside those of its style, data-… and aria-…. Some say nothing about how it looks.
var known = strings.Fields("xmlns space version id class role href viewBox x y width height rx ry cx cy r d transform opacity clip-path clip-rule")

// with changes a style by the attributes of an element.
func (s style) with(a map[string]string) (style, error) {
	for name, value := range a {
		var err error
		switch name {
		case "fill":
			s.fill = paint(value)
		case "fill-opacity":
			s.fillOpacity, err = parse(value)
		case "stroke-opacity":
			s.strokeOpacity, err = parse(value)
		case "stroke-miterlimit":
			s.pen.limit, err = parse(value)
		case "fill-rule":
			s.evenOdd = value == "evenodd"
		case "stroke":
			s.stroke = paint(value)
		case "stroke-width":
			s.pen.width, err = parse(value)
		case "stroke-linecap":
			s.pen.cap = value
		case "stroke-linejoin":
			s.pen.join = value
		case "stroke-dasharray":
			if s.pen.dashes, err = numbers(value); len(s.pen.dashes) > 0 && slices.Min(s.pen.dashes) < 0 {
				err = errors.New("a dash cannot be shorter than nothing")
			}
		case "stroke-dashoffset":
			s.pen.offset, err = parse(value)
		default:
			if !slices.Contains(known, name) && !strings.HasPrefix(name, "data-") && !strings.HasPrefix(name, "aria-") {
				err = errors.New("the attribute is not known")
			}
		}
		if err != nil {
			return s, fmt.Errorf("%s=%q: %w", name, value, err)
		}
	}
	return s, nil
}

// source gives the colours of a paint.
func (p *painter) source(of paint, opacity float64, m matrix) (image.Image, error) {
	if strings.HasPrefix(string(of), "url(") {
		n, err := p.referred(string(of), "linearGradient")
		if err != nil {
			return nil, err
		}
		return newGradient(n, m)
	}
	c, err := rgb(string(of))
	c.A = share(opacity)
	return image.NewUniform(c), err
}

// rgb reads a colour.
func rgb(s string) (c color.NRGBA, err error) {
	hex := strings.TrimPrefix(s, "#")
	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	v, err := strconv.ParseUint(hex, 16, 24)
	if err != nil || len(hex) != 6 || s[0] != '#' {
		return c, fmt.Errorf("%q is no colour of the form #rrggbb", s)
	}
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}, nil
}

// share gives a share of 1 in 255ths.
func share(of float64) uint8 { return uint8(math.Round(max(0, min(of, 1)) * 255)) }

// parse reads a number. None is as great as a million.
func parse(s string) (float64, error) {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || !(math.Abs(v) < 1e6) {
		return 0, fmt.Errorf("%.40q is no number that pictures have", s)
	}
	return v, nil
}

// numbers reads a list of numbers, between which there are spaces, commas, or nothing.
func numbers(s string) (all []float64, err error) {
	for rest := strings.TrimLeft(s, space); rest != ""; rest = strings.TrimLeft(rest, space) {
		n := svg.Number(rest)
		if n == 0 {
			return nil, fmt.Errorf("%q is no list of numbers", s)
		}
		v, err := parse(rest[:n])
		if err != nil {
			return nil, err
		}
		all, rest = append(all, v), rest[n:]
	}
	return all, nil
}

// space is what stands between numbers.
const space = " ,\t\r\n"

// matrix is a transform: x' = ax + cy + e, y' = bx + dy + f.
type matrix struct{ a, b, c, d, e, f float64 }

func (m matrix) apply(p point) point {
	return point{m.a*p.x + m.c*p.y + m.e, m.b*p.x + m.d*p.y + m.f}
}

// times is the transform that does n first.
func (m matrix) times(n matrix) matrix {
	o := m.apply(point{n.e, n.f})
	return matrix{m.a*n.a + m.c*n.b, m.b*n.a + m.d*n.b, m.a*n.c + m.c*n.d, m.b*n.c + m.d*n.d, o.x, o.y}
}

// scale is how many pixels a unit is long.
func (m matrix) scale() float64 { return math.Sqrt(math.Abs(m.a*m.d - m.b*m.c)) }

var step = regexp.MustCompile(`([a-z]+)\(([^)]*)\)`)

// with adds the value of an attribute transform.
func (m matrix) with(transform string) (matrix, error) {
	if rest := step.ReplaceAllString(transform, ""); strings.TrimSpace(rest) != "" {
		return m, fmt.Errorf("%q is no transform", transform)
	}
	for _, s := range step.FindAllStringSubmatch(transform, -1) {
		v, err := numbers(s[2])
		if err != nil {
			return m, err
		}
		switch {
		case s[1] == "translate" && len(v) == 1:
			m = m.times(matrix{1, 0, 0, 1, v[0], 0})
		case s[1] == "translate" && len(v) == 2:
			m = m.times(matrix{1, 0, 0, 1, v[0], v[1]})
		case s[1] == "scale" && len(v) == 1:
			m = m.times(matrix{v[0], 0, 0, v[0], 0, 0})
		case s[1] == "scale" && len(v) == 2:
			m = m.times(matrix{v[0], 0, 0, v[1], 0, 0})
		case s[1] == "rotate" && len(v) == 1:
			m = m.times(rotation(v[0]))
		case s[1] == "rotate" && len(v) == 3:
			m = m.times(matrix{1, 0, 0, 1, v[1], v[2]}).times(rotation(v[0])).times(matrix{1, 0, 0, 1, -v[1], -v[2]})
		default:
			return m, fmt.Errorf("%q: %s with %d numbers is not known", transform, s[1], len(v))
		}
	}
	return m, nil
}

func rotation(degrees float64) matrix {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	return matrix{cos, sin, -sin, cos, 0, 0}
}
