package svg

import (
	"math"
	"math/cmplx"
	"regexp"
	"strconv"
	"strings"
)

var pathData = regexp.MustCompile(`\bd="([^"]*)"`)

// commands are the letters of the commands of a path.
const commands = "MLHVCSQTAZmlhvcsqtaz"

// arguments is how many numbers each command takes.
var arguments = map[byte]int{'m': 2, 'l': 2, 'h': 1, 'v': 1, 'c': 6, 's': 4, 'q': 4, 't': 2, 'a': 7, 'z': 0}

// finest is the length that Coarse takes for nothing.
const finest = .05

// Coarse returns shapes with shorter paths: with one decimal, and with simpler curves where nobody sees the difference, at a size of some
// pixels for each unit.
func Coarse(shapes string) string {
	return pathData.ReplaceAllStringFunc(shapes, func(attribute string) string {
		var w pathWriter
		for _, s := range readPath(pathData.FindStringSubmatch(attribute)[1]) {
			w.segment(s)
		}
		return `d="` + w.String() + `"`
	})
}

// A segment of a path is a move, a line, a curve (quadratic or cubic), an arc, or the end of a closed part: m, l, q, c, a or z.
type segment struct {
	kind   byte
	points []complex128 // none of which is relative; the last is its end
	arc    []float64    // the radii, the angle and the flags of an arc
}

// A pathReader knows where a path is, and where its present part began.
type pathReader struct {
	path      []segment
	at, start complex128
}

// readPath reads the data of a path.
func readPath(d string) []segment {
	var r pathReader
	for at := strings.IndexAny(d, commands); at >= 0; at = strings.IndexAny(d, commands) {
		command, given := d[at], d[at+1:]
		if end := strings.IndexAny(given, commands); end >= 0 {
			given = given[:end]
		}
		d = d[at+1+len(given):]
		r.command(command, numbers(given, command|0x20 == 'a'))
	}
	return r.path
}

// numbers returns the numbers in a text. Of the seven of an arc, two are flags, which may have no space after them.
func numbers(text string, arc bool) (values []float64) {
	for text != "" {
		n := Number(text)
		if nth := len(values) % 7; arc && n > 0 && (nth == 3 || nth == 4) {
			n = 1
		}
		if n == 0 {
			text = text[1:]
			continue
		}
		v, _ := strconv.ParseFloat(text[:n], 64)
		values, text = append(values, v), text[n:]
	}
	return values
}

// Number returns how many bytes at the beginning of a text are a number, such as 12, -.5 or 1e3; 0 if there is none.
func Number(text string) int {
	n := sign(text)
	whole := digits(text[n:])
	n += whole
	if strings.HasPrefix(text[n:], ".") {
		part := digits(text[n+1:])
		whole += part
		n += 1 + part
	}
	if whole == 0 {
		return 0
	}
	if e := text[n:]; e != "" && e[0]|0x20 == 'e' {
		of := 1 + sign(e[1:])
		if power := digits(e[of:]); power > 0 {
			n += of + power
		}
	}
	return n
}

// sign returns 1 if a text begins with a sign, and otherwise 0.
func sign(text string) int {
	if text != "" && (text[0] == '-' || text[0] == '+') {
		return 1
	}
	return 0
}

// digits returns how many digits a text begins with.
func digits(text string) (n int) {
	for n < len(text) && '0' <= text[n] && text[n] <= '9' {
		n++
	}
	return n
}

// command reads a command with its numbers, which may be those of several segments.
func (r *pathReader) command(command byte, values []float64) {
	kind := command | 0x20
	for n := arguments[kind]; len(values) >= n; values = values[n:] {
		var from complex128
		if command == kind {
			from = r.at
		}
		r.segment(kind, from, values[:n])
		switch kind {
		case 'm':
			kind, command = 'l', command-1 // further points are lines
		case 'z':
			return
		}
	}
}

// segment reads a segment, whose points count from a point.
func (r *pathReader) segment(kind byte, from complex128, values []float64) {
	s := segment{kind: kind}
	switch kind {
	case 'h':
		s.kind, s.points = 'l', []complex128{complex(real(from)+values[0], imag(r.at))}
	case 'v':
		s.kind, s.points = 'l', []complex128{complex(real(r.at), imag(from)+values[0])}
	case 's':
		s.kind, s.points = 'c', []complex128{r.mirrored('c')}
	case 't':
		s.kind, s.points = 'q', []complex128{r.mirrored('q')}
	case 'a':
		s.arc, values = values[:5], values[5:]
	case 'z':
		s.points = []complex128{r.start}
	}
	for i := 0; i+1 < len(values); i += 2 {
		s.points = append(s.points, from+complex(values[i], values[i+1]))
	}
	r.path = append(r.path, s)
	r.at = s.points[len(s.points)-1]
	if kind == 'm' {
		r.start = r.at
	}
}

// mirrored returns the first control point of a curve that goes on smoothly from another of its kind.
func (r *pathReader) mirrored(kind byte) complex128 {
	if n := len(r.path); n > 0 && r.path[n-1].kind == kind {
		points := r.path[n-1].points
		return 2*r.at - points[len(points)-2]
	}
	return r.at
}

// simpler returns a curve with fewer points, or a line, if that looks the same.
func simpler(from complex128, s segment) segment {
	to := s.points[len(s.points)-1]
	if s.kind == 'c' {
		c1, c2 := s.points[0], s.points[1]
		if straight(from, c1, to) && straight(from, c2, to) {
			return segment{kind: 'l', points: []complex128{to}}
		}
		if cmplx.Abs(to-3*c2+3*c1-from)*math.Sqrt(3)/36 < finest {
			s = segment{kind: 'q', points: []complex128{(3*(c1+c2) - from - to) / 4, to}}
		}
	}
	if s.kind == 'q' && straight(from, s.points[0], to) {
		return segment{kind: 'l', points: []complex128{to}}
	}
	return s
}

// straight reports whether a point is on the line between two others.
func straight(from, point, to complex128) bool {
	if from == to {
		return point == to
	}
	share := (point - from) / (to - from) // its imaginary part is how far beside the line the point is
	return real(share) >= 0 && real(share) <= 1 && math.Abs(imag(share))*cmplx.Abs(to-from) < finest
}

// A pathWriter writes a path with relative commands, in tenths. What is rounded off one point is made up for in the next.
type pathWriter struct {
	strings.Builder
	last      byte       // the command that it wrote last
	dotted    bool       // the number that it wrote last has a point
	truly     complex128 // where the path is
	at, start complex128 // the same of what is written, and of the beginning of its present part
}

// segment writes a segment.
func (w *pathWriter) segment(s segment) {
	s = simpler(w.truly, s)
	w.truly = s.points[len(s.points)-1]
	if s.kind == 'z' {
		w.command('z')
		w.at = w.start
		return
	}
	var steps []complex128
	for _, p := range s.points {
		steps = append(steps, complex(math.Round(real(p)*10), math.Round(imag(p)*10))-w.at)
	}
	step := steps[len(steps)-1]
	if s.kind == 'l' && step == 0 && w.last != 'm' {
		return // a dot is a line to where it is
	}
	switch {
	case s.kind == 'l' && imag(step) == 0:
		w.command('h', real(step))
	case s.kind == 'l' && real(step) == 0:
		w.command('v', imag(step))
	default:
		var lengths []float64
		for _, v := range s.arc {
			lengths = append(lengths, math.Round(v*10))
		}
		for _, p := range steps {
			lengths = append(lengths, real(p), imag(p))
		}
		w.command(s.kind, lengths...)
	}
	w.at += step
	if s.kind == 'm' {
		w.start = w.at
	}
}

// command writes a command, unless it goes without saying, and its numbers, with spaces only where two would run together.
func (w *pathWriter) command(kind byte, tenths ...float64) {
	apart := kind == w.last || kind == 'l' && w.last == 'm'
	if !apart || kind == 'z' {
		w.WriteByte(kind)
	}
	for _, v := range tenths {
		text := strconv.FormatFloat(v/10, 'f', -1, 64)
		if v > -10 && v < 10 && v != 0 {
			text = strings.Replace(text, "0.", ".", 1)
		}
		if apart && text[0] != '-' && !(text[0] == '.' && w.dotted) {
			w.WriteByte(' ')
		}
		w.WriteString(text)
		apart, w.dotted = true, strings.Contains(text, ".")
	}
	w.last = kind
}
