package raster

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"safeonline/tools/internal/svg"
)

type point struct{ x, y float64 }

func (p point) plus(q point) point      { return point{p.x + q.x, p.y + q.y} }
func (p point) minus(q point) point     { return point{p.x - q.x, p.y - q.y} }
func (p point) times(f float64) point   { return point{p.x * f, p.y * f} }
func (p point) dot(q point) float64     { return p.x*q.x + p.y*q.y }
func (p point) cross(q point) float64   { return p.x*q.y - p.y*q.x }
func (p point) length() float64         { return math.Hypot(p.x, p.y) }
func (p point) mirrored(at point) point { return at.times(2).minus(p) }

// line is a line through points, and back to the first if it is closed.
type line struct {
	points []point
	closed bool
}

// outline gives the lines of a shape. Curves become lines that are at most a tenth of a pixel off.
func outline(n node, scale float64) ([]line, error) {
	a := n.attributes()
	var v [8]float64
	for i, name := range []string{"x", "y", "width", "height", "rx", "ry", "cx", "cy"} {
		if a[name] != "" {
			var err error
			if v[i], err = parse(a[name]); err != nil {
				return nil, err
			}
		}
	}
	t := tracer{off: 0.1 / scale}
	switch n.XMLName.Local {
	case "path":
		err := t.path(a["d"])
		return t.lines, err
	case "circle":
		r, err := parse(a["r"])
		t.ellipse(point{v[6], v[7]}, r, r)
		return t.lines, err
	case "ellipse":
		t.ellipse(point{v[6], v[7]}, v[4], v[5])
	case "rect":
		if a["rx"] == "" {
			v[4] = v[5]
		} else if a["ry"] == "" {
			v[5] = v[4]
		}
		t.rect(v[0], v[1], v[2], v[3], min(v[4], v[2]/2), min(v[5], v[3]/2))
	default:
		return nil, fmt.Errorf("the element <%s> is not known", n.XMLName.Local)
	}
	return t.lines, nil
}

// tracer follows the outline of a shape.
type tracer struct {
	off   float64 // how far lines may be from the curve that they stand for
	lines []line
}

func (t *tracer) move(to point) { t.lines = append(t.lines, line{points: []point{to}}) }

func (t *tracer) to(p point) {
	l := &t.lines[len(t.lines)-1]
	l.points = append(l.points, p)
}

// at is where the line has come to.
func (t *tracer) at() point {
	l := t.lines[len(t.lines)-1]
	return l.points[len(l.points)-1]
}

func (t *tracer) close() { t.lines[len(t.lines)-1].closed = true }

func (t *tracer) cubic(b, c, d point) {
	a := t.at()
	bend := max(a.minus(b.times(2)).plus(c).length(), b.minus(c.times(2)).plus(d).length())
	n := min(max(1, math.Ceil(math.Sqrt(0.75*bend/t.off))), 500)
	for i := 1.0; i <= n; i++ {
		s := i / n
		r := 1 - s
		t.to(a.times(r * r * r).plus(b.times(3 * r * r * s)).plus(c.times(3 * r * s * s)).plus(d.times(s * s * s)))
	}
}

func (t *tracer) quadratic(b, c point) {
	a := t.at()
	t.cubic(a.plus(b.minus(a).times(2.0/3)), c.plus(b.minus(c).times(2.0/3)), c)
}

// arc follows an ellipse to a point (SVG 1.1, F.6.5 and F.6.6).
func (t *tracer) arc(rx, ry, turn float64, large, sweep bool, to point) {
	from := t.at()
	rx, ry = math.Abs(rx), math.Abs(ry)
	if rx == 0 || ry == 0 || from == to {
		t.to(to)
		return
	}
	turned := rotation(turn)
	half := rotation(-turn).apply(from.minus(to).times(0.5))
	u := point{half.x / rx, half.y / ry} // on the unit circle, if the radii are long enough
	if l := u.length(); l > 1 {
		rx, ry, u = rx*l, ry*l, u.times(1/l)
	}
	middle := point{u.y, -u.x}.times(math.Sqrt(max(0, 1/u.dot(u)-1)))
	if large == sweep {
		middle = middle.times(-1)
	}
	start, end := u.minus(middle), u.times(-1).minus(middle)
	angle := math.Atan2(start.cross(end), start.dot(end))
	if sweep && angle < 0 {
		angle += 2 * math.Pi
	} else if !sweep && angle > 0 {
		angle -= 2 * math.Pi
	}
	centre := turned.apply(point{middle.x * rx, middle.y * ry}).plus(from.plus(to).times(0.5))
	first := math.Atan2(start.y, start.x)
	n := t.pieces(max(rx, ry), angle)
	for i := 1.0; i < n; i++ {
		sin, cos := math.Sincos(first + angle*i/n)
		t.to(centre.plus(turned.apply(point{rx * cos, ry * sin})))
	}
	t.to(to)
}

// pieces is the number of lines for an arc.
func (t *tracer) pieces(r, angle float64) float64 {
	return min(max(1, math.Ceil(math.Abs(angle)/math.Acos(max(0.5, 1-t.off/r))/2)), 500)
}

func (t *tracer) ellipse(at point, rx, ry float64) {
	if rx <= 0 || ry <= 0 {
		return
	}
	right, left := point{at.x + rx, at.y}, point{at.x - rx, at.y}
	t.move(right)
	t.arc(rx, ry, 0, false, true, left)
	t.arc(rx, ry, 0, false, true, right)
	t.close()
}

func (t *tracer) rect(x, y, w, h, rx, ry float64) {
	if w <= 0 || h <= 0 {
		return
	}
	t.move(point{x + rx, y})
	for _, c := range [4][2]point{
		{{x + w - rx, y}, {x + w, y + ry}},
		{{x + w, y + h - ry}, {x + w - rx, y + h}},
		{{x + rx, y + h}, {x, y + h - ry}},
		{{x, y + ry}, {x + rx, y}},
	} {
		t.to(c[0])
		t.arc(rx, ry, 0, false, true, c[1])
	}
	t.close()
}

// arguments are how many numbers each command of a path takes.
var arguments = map[byte]int{'m': 2, 'l': 2, 'h': 1, 'v': 1, 'c': 6, 's': 4, 'q': 4, 't': 2, 'a': 7, 'z': 0}

// path follows the data of a path (SVG 1.1, 8.3).
func (t *tracer) path(data string) error {
	var last, command byte // last in lower case
	var control point      // of the last curve
	for {
		data = strings.TrimLeft(data, " ,\t\r\n")
		if data == "" {
			return nil
		}
		if _, is := arguments[data[0]|0x20]; is {
			command, data = data[0], data[1:]
		} else if command|0x20 == 'z' {
			return errors.New("a path goes on with numbers after its end")
		}
		kind, relative := command|0x20, command >= 'a'
		var v [7]float64
		for i := range arguments[kind] {
			var err error
			if v[i], data, err = next(data, kind == 'a' && (i == 3 || i == 4)); err != nil {
				return err
			}
		}
		if last == 0 && kind != 'm' {
			return errors.New("a path begins without a place")
		}
		control = t.follow(kind, relative, v, last, control)
		last = kind
		if kind == 'm' {
			command = 'L'
			if relative {
				command = 'l'
			}
		}
	}
}

// follow follows one command, and returns the last control point of a curve.
func (t *tracer) follow(kind byte, relative bool, v [7]float64, last byte, control point) point {
	at := t.begin(kind)
	var base point
	if relative {
		base = at
	}
	p := func(i int) point { return base.plus(point{v[i], v[i+1]}) }
	smooth := at // the first control point of a curve that goes on smoothly
	if kind == 's' && (last == 'c' || last == 's') || kind == 't' && (last == 'q' || last == 't') {
		smooth = control.mirrored(at)
	}
	switch kind {
	case 'm':
		t.move(p(0))
	case 'l':
		t.to(p(0))
	case 'h':
		t.to(point{base.x + v[0], at.y})
	case 'v':
		t.to(point{at.x, base.y + v[0]})
	case 'c':
		t.cubic(p(0), p(2), p(4))
		return p(2)
	case 's':
		t.cubic(smooth, p(0), p(2))
		return p(0)
	case 'q':
		t.quadratic(p(0), p(2))
		return p(0)
	case 't':
		t.quadratic(smooth, p(0))
		return smooth
	case 'a':
		t.arc(v[0], v[1], v[2], v[3] != 0, v[4] != 0, p(5))
	case 'z':
		t.close()
	}
	return point{}
}

// begin gives the place where a command begins. After a closed line that is its first point, and a new line begins there unless the
// command moves away.
func (t *tracer) begin(kind byte) point {
	if len(t.lines) == 0 {
		return point{}
	}
	last := t.lines[len(t.lines)-1]
	if !last.closed {
		return t.at()
	}
	if kind != 'm' && kind != 'z' {
		t.move(last.points[0])
	}
	return last.points[0]
}

// next reads a number at the beginning of a text. A flag is a single digit.
func next(s string, flag bool) (float64, string, error) {
	s = strings.TrimLeft(s, space)
	n := svg.Number(s)
	if n == 0 {
		return 0, s, fmt.Errorf("a number is missing at %.20q", s)
	}
	if flag {
		n = 1
	}
	v, err := parse(s[:n])
	return v, s[n:], err
}
