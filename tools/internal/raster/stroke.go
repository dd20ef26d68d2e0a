package raster

import "math"

// pen says how lines are drawn (SVG 1.1, 11.4).
type pen struct {
	width     float64
	limit     float64 // of the length of a corner, in widths
	cap, join string
	dashes    []float64
	offset    float64 // into the dashes
}

// stroke gives the outlines of drawn lines. Where they overlap they turn the same way, so that the rasterizer fills both.
func (p pen) stroke(lines []line, scale float64) (all []line) {
	t := tracer{off: 0.1 / scale}
	for _, l := range p.dashed(lines) {
		l = l.distinct()
		switch {
		case len(l.points) == 1 && p.cap == "round":
			t.ellipse(l.points[0], p.width/2, p.width/2)
		case len(l.points) == 1:
		case l.closed && len(l.points) > 2:
			p.side(&t, l)
			p.side(&t, l.reversed())
		default:
			l.closed = false
			p.side(&t, l)
		}
	}
	return t.lines
}

// side follows a line on its left. At the end of an open line it turns, and follows the other side back.
func (p pen) side(t *tracer, l line) {
	points := l.points
	if l.closed {
		points = append(points[:len(points):len(points)], points[0], points[1])
	} else {
		for i := len(points) - 2; i >= 0; i-- {
			points = append(points[:len(points):len(points)], l.points[i])
		}
		points = append(points, points[1])
	}
	r := p.width / 2
	left := func(i int) point { // from the line to its side, along the piece after a point
		d := points[i+1].minus(points[i])
		return point{d.y, -d.x}.times(r / d.length())
	}
	t.move(points[0].plus(left(0)))
	for i := 1; i < len(points)-1; i++ {
		before, after := left(i-1), left(i)
		t.to(points[i].plus(before))
		if !l.closed && (i == len(l.points)-1 || i == len(points)-2) {
			p.end(t, points[i], before, after)
		} else {
			p.corner(t, points[i], before, after)
		}
		t.to(points[i].plus(after))
	}
	t.close()
}

// end rounds the end of a line, if its cap is round.
func (p pen) end(t *tracer, at, before, after point) {
	if p.cap == "round" {
		t.arc(p.width/2, p.width/2, 0, false, true, at.plus(point{-before.y, before.x}))
		t.arc(p.width/2, p.width/2, 0, false, true, at.plus(after))
	}
}

// corner goes round a corner on its outer side, or through its point on the inner side.
func (p pen) corner(t *tracer, at, before, after point) {
	r := p.width / 2
	switch turn := before.cross(after); {
	case turn < 0:
		t.to(at)
	case p.join == "round":
		t.arc(r, r, 0, false, true, at.plus(after))
	case p.join == "miter":
		middle := before.plus(after)
		if half := middle.length() / 2 / r; half*p.limit >= 1 {
			t.to(at.plus(middle.times(r / half / middle.length())))
		}
	}
}

// distinct leaves out points that are where the one before them is.
func (l line) distinct() line {
	d := line{points: l.points[:1:1], closed: l.closed}
	for _, q := range l.points[1:] {
		if q.minus(d.points[len(d.points)-1]).length() > 1e-6 {
			d.points = append(d.points, q)
		}
	}
	if n := len(d.points); l.closed && n > 1 && d.points[n-1].minus(d.points[0]).length() < 1e-6 {
		d.points = d.points[:n-1]
	}
	return d
}

func (l line) reversed() line {
	r := line{closed: l.closed}
	for i := range l.points {
		r.points = append(r.points, l.points[len(l.points)-1-i])
	}
	return r
}

// dashed cuts lines into dashes, if there are to be any. Of dashes that are too small to be seen there are none.
func (p pen) dashed(lines []line) (all []line) {
	period := 0.0
	for _, d := range p.dashes {
		period += max(0, d)
	}
	for _, l := range lines {
		points := l.points
		if l.closed {
			points = append(points[:len(points):len(points)], points[0])
		}
		length := 0.0
		for i := 1; i < len(points); i++ {
			length += points[i].minus(points[i-1]).length()
		}
		if period <= 0 || length > 1000*period {
			all = append(all, l)
		} else {
			all = append(all, p.cut(points, period)...)
		}
	}
	return all
}

// cut cuts one line.
func (p pen) cut(points []point, period float64) (all []line) {
	i, left := 0, math.Mod(math.Mod(p.offset, period)+period, period)
	for left >= p.dashes[i%len(p.dashes)] && left > 0 {
		left -= p.dashes[i%len(p.dashes)]
		i++
	}
	left = p.dashes[i%len(p.dashes)] - left // of this dash or gap
	if i%2 == 0 {
		all = append(all, line{points: points[:1:1]})
	}
	for k := 1; k < len(points); k++ {
		from, to := points[k-1], points[k]
		for rest := to.minus(from).length(); rest > left; rest = to.minus(from).length() {
			from = from.plus(to.minus(from).times(left / rest))
			if i%2 == 0 {
				all[len(all)-1].points = append(all[len(all)-1].points, from)
			} else {
				all = append(all, line{points: []point{from}})
			}
			i++
			left = p.dashes[i%len(p.dashes)]
		}
		left -= to.minus(from).length()
		if i%2 == 0 {
			all[len(all)-1].points = append(all[len(all)-1].points, to)
		}
	}
	return all
}
