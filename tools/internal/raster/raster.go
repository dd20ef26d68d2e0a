// Package raster draws SVG files as PNG files, for programs that know no SVG, such as PowerPoint before 2016. It knows what the pictures of
// this project are made of: paths, rectangles, circles and ellipses in groups, with fills, lines, opacity, clip paths and linear gradients, as
// SVG 1.1 (second edition) defines them. Anything else is an error, so that no picture is wrong without anybody noticing.
package raster

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"strings"

	"golang.org/x/image/vector"
)

// PNG draws an SVG file, whose viewBox says its shape, and returns a PNG file of a width in pixels. What the picture leaves free is
// transparent. The same file has the same bytes on every computer of one kind: processors differ in how they round.
func PNG(svg []byte, width int) ([]byte, error) {
	var root node
	if err := xml.Unmarshal(svg, &root); err != nil {
		return nil, err
	}
	box, err := numbers(root.attributes()["viewBox"])
	if err != nil || root.XMLName.Local != "svg" || len(box) != 4 || box[2] <= 0 || box[3] <= 0 || width < 1 || width > 10000 {
		return nil, fmt.Errorf("no svg element with a viewBox of four numbers, or a width of %d", width)
	}
	root.XMLName.Local = "g" // there is no other svg element
	scale := float64(width) / box[2]
	size := image.Rect(0, 0, width, max(1, min(int(math.Round(box[3]*scale)), 10000)))
	p := painter{named: map[string]node{}, size: size}
	p.name(root)
	on := image.NewRGBA(size)
	if err := p.paint(on, root, initial, matrix{scale, 0, 0, scale, -box[0] * scale, -box[1] * scale}); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = png.Encode(&out, paletted(on))
	return out.Bytes(), err
}

// node is an element.
type node struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Children []node     `xml:",any"`
}

func (n node) attributes() map[string]string {
	all := map[string]string{}
	for _, a := range n.Attrs {
		all[a.Name.Local] = a.Value
	}
	return all
}

// painter draws the elements of one file.
type painter struct {
	named map[string]node // by their ids
	size  image.Rectangle
	brush vector.Rasterizer
}

// name remembers elements that have an id.
func (p *painter) name(n node) {
	if id := n.attributes()["id"]; id != "" {
		p.named[id] = n
	}
	for _, c := range n.Children {
		p.name(c)
	}
}

// paint draws an element and all in it. What has an opacity or a clip path as a whole is drawn by itself first.
func (p *painter) paint(on *image.RGBA, n node, s style, m matrix) error {
	kind := n.XMLName.Local
	if kind == "defs" || kind == "clipPath" || kind == "linearGradient" {
		return nil
	}
	a := n.attributes()
	s, err := s.with(a)
	if err != nil {
		return fmt.Errorf("<%s>: %w", kind, err)
	}
	if m, err = m.with(a["transform"]); err != nil {
		return err
	}
	if a["opacity"] == "" && a["clip-path"] == "" {
		return p.inner(on, n, s, m)
	}
	mask, err := p.mask(a, m)
	if err != nil {
		return err
	}
	layer := image.NewRGBA(p.size)
	if err := p.inner(layer, n, s, m); err != nil {
		return err
	}
	draw.DrawMask(on, p.size, layer, image.Point{}, mask, image.Point{}, draw.Over)
	return nil
}

// inner draws the children of a group, or a shape.
func (p *painter) inner(on *image.RGBA, n node, s style, m matrix) error {
	if n.XMLName.Local == "g" {
		for _, c := range n.Children {
			if err := p.paint(on, c, s, m); err != nil {
				return err
			}
		}
		return nil
	}
	lines, err := outline(n, m.scale())
	if err != nil {
		return err
	}
	if s.fill.seen() {
		from, err := p.source(s.fill, s.fillOpacity, m)
		if err != nil {
			return err
		}
		p.fill(on, lines, m, from, s.evenOdd)
	}
	if s.stroke.seen() && s.pen.width > 0 {
		from, err := p.source(s.stroke, 1, m)
		if err != nil {
			return err
		}
		p.fill(on, s.pen.stroke(lines, m.scale()), m, from, false)
	}
	return nil
}

// mask is what is shown of a layer: a share of it, or of what lies within a clip path.
func (p *painter) mask(a map[string]string, m matrix) (image.Image, error) {
	opacity := 1.0
	if of := a["opacity"]; of != "" {
		var err error
		if opacity, err = parse(of); err != nil {
			return nil, err
		}
	}
	share := color.Alpha{share(opacity)}
	if a["clip-path"] == "" {
		return image.NewUniform(share), nil
	}
	clip, err := p.referred(a["clip-path"], "clipPath")
	if err != nil {
		return nil, err
	}
	shown := image.NewAlpha(p.size)
	for _, c := range clip.Children {
		lines, err := outline(c, m.scale())
		if err != nil {
			return nil, err
		}
		p.fill(shown, lines, m, image.NewUniform(share), c.attributes()["clip-rule"] == "evenodd")
	}
	return shown, nil
}

// referred finds an element that is named like url(#id).
func (p *painter) referred(by, kind string) (node, error) {
	n := p.named[strings.TrimSuffix(strings.TrimPrefix(by, "url(#"), ")")]
	if n.XMLName.Local != kind {
		return n, fmt.Errorf("%s is no %s of the file", by, kind)
	}
	return n, nil
}

// fill fills lines with a colour, all of them together.
func (p *painter) fill(on draw.Image, lines []line, m matrix, from image.Image, evenOdd bool) {
	moved, area := place(lines, m, p.size)
	if area.Empty() {
		return
	}
	if !evenOdd || len(lines) == 1 {
		p.cover(on, area, from, moved...)
		return
	}
	// The rasterizer does not know this rule. What lies within one line or another, and not in both, is put together line by line.
	sum, one := image.NewAlpha(area), image.NewAlpha(area)
	for _, l := range moved {
		clear(one.Pix)
		p.cover(one, area, image.Opaque, l)
		for i, a := range sum.Pix {
			a, b := int(a), int(one.Pix[i])
			sum.Pix[i] = uint8(a + b - 2*a*b/255)
		}
	}
	draw.DrawMask(on, area, from, area.Min, sum, area.Min, draw.Over)
}

// cover draws what lies within lines, which are in pixels. The rasterizer of Go's own libraries works on their part of the picture.
func (p *painter) cover(on draw.Image, area image.Rectangle, from image.Image, lines ...line) {
	p.brush.Reset(area.Dx(), area.Dy())
	to := func(q point) (float32, float32) {
		return float32(q.x - float64(area.Min.X)), float32(q.y - float64(area.Min.Y))
	}
	for _, l := range lines {
		p.brush.MoveTo(to(l.points[0]))
		for _, q := range l.points[1:] {
			p.brush.LineTo(to(q))
		}
		p.brush.ClosePath()
	}
	p.brush.Draw(on, area, from, area.Min)
}

// place moves lines to their pixels, and finds the part of the picture where they are.
func place(lines []line, m matrix, within image.Rectangle) (moved []line, area image.Rectangle) {
	low, high := point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	for _, l := range lines {
		to := line{points: make([]point, len(l.points))}
		for i, q := range l.points {
			q = m.apply(q)
			to.points[i] = q
			low, high = point{min(low.x, q.x), min(low.y, q.y)}, point{max(high.x, q.x), max(high.y, q.y)}
		}
		moved = append(moved, to)
	}
	pixel := func(v float64) int { return int(max(-1, min(v, 1e6))) }
	return moved, image.Rect(pixel(math.Floor(low.x)), pixel(math.Floor(low.y)), pixel(math.Ceil(high.x)), pixel(math.Ceil(high.y))).Intersect(within)
}
