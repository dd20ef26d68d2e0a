// Package raster draws SVG files as PNG files, for programs that know no SVG, such as PowerPoint before 2016. It knows what the pictures of
// this project are made of: paths, rectangles, circles and ellipses in groups, with fills, lines, opacity, clip paths and linear gradients, as
// SVG 1.1 (second edition) defines them. Anything else is an error, so that no picture is wrong without anybody noticing.
package raster

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"slices"
	"strings"

	"golang.org/x/image/vector"
)

// PNG draws an SVG file, whose viewBox says its shape, and returns a PNG file of a width in pixels. What the picture leaves free is
// transparent. The same file has the same bytes on every computer of one kind: processors differ in how they round.
func PNG(svg []byte, width int) ([]byte, error) {
	if width < 1 || width > largest {
		return nil, fmt.Errorf("the width is %d, and not from 1 to %d", width, largest)
	}
	root, box, err := read(svg)
	if err != nil {
		return nil, err
	}
	scale := float64(width) / box[2]
	size := image.Rect(0, 0, width, max(1, min(int(math.Round(box[3]*scale)), largest)))
	on := image.NewRGBA(size)
	if err := paintAll(on, root, matrix{scale, 0, 0, scale, -box[0] * scale, -box[1] * scale}); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = png.Encode(&out, paletted(on))
	return out.Bytes(), err
}

// Smallest returns a part of a picture as a PNG file of at most 256 colours. It takes its time.
func Smallest(of image.Image, part image.Rectangle) ([]byte, error) {
	on := image.NewRGBA(image.Rectangle{Max: part.Size()})
	draw.Draw(on, on.Rect, of, part.Min, draw.Src)
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	err := encoder.Encode(&out, paletted(on))
	return out.Bytes(), err
}

// Check reports whether an SVG file can be drawn, by itself and as a part of another. If it cannot, at is the byte at which the element
// begins that is the reason.
func Check(svg []byte) (at int, err error) {
	root, _, err := read(svg)
	if err == nil {
		err = root.alone()
	}
	if err == nil {
		err = paintAll(image.NewRGBA(image.Rectangle{}), root, matrix{.01, 0, 0, .01, 0, 0}) // no pixel to paint, and curves of few lines
	}
	if in := (blamed{}); errors.As(err, &in) {
		at = max(bytes.LastIndexByte(svg[:in.end], '<'), 0)
	}
	return at, err
}

// largest is the largest width or height of a file, in pixels or in its own units.
const largest = 10000

// read reads a file, and its viewBox. Its outermost element becomes a group.
func read(svg []byte) (root node, box []float64, err error) {
	if err := xml.Unmarshal(svg, &root); err != nil {
		return root, nil, err
	}
	box, err = numbers(root.attributes()["viewBox"])
	if err != nil || root.XMLName.Local != "svg" || len(box) != 4 || min(box[2], box[3]) <= 0 || max(box[2], box[3]) > largest {
		return root, nil, root.blame(fmt.Errorf("there is no viewBox of four numbers, of which the last two are from 0 to %d", largest))
	}
	root.XMLName.Local = "g" // there is no other svg element
	return root, box, nil
}

// paintAll draws all of a file.
func paintAll(on *image.RGBA, root node, m matrix) error {
	p := painter{named: map[string]node{}, size: on.Rect}
	p.name(root)
	return p.paint(on, root, initial, m)
}

// node is an element.
type node struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Children []node     `xml:",any"`
	end      int        // of its start tag, in bytes from the beginning of the file
}

// UnmarshalXML reads an element, and where it is.
func (n *node) UnmarshalXML(d *xml.Decoder, start xml.StartElement) error {
	n.end = int(d.InputOffset())
	type plain node // which has no method like this
	return d.DecodeElement((*plain)(n), &start)
}

// blamed is an error with the element that is the reason.
type blamed struct {
	error
	end int // of the element's start tag
}

// blame says that the reason of an error is an element, unless it is one within it.
func (n node) blame(err error) error {
	if in := (blamed{}); err == nil || errors.As(err, &in) {
		return err
	}
	return blamed{err, n.end}
}

// alone reports whether no element is shown a second time: the pictures of stories show each picture twice, and there would be no end.
func (n node) alone() error {
	if n.XMLName.Local == "use" {
		return n.blame(errors.New("the element <use> is not known in a picture that is a part of others"))
	}
	for _, c := range n.Children {
		if err := c.alone(); err != nil {
			return err
		}
	}
	return nil
}

// attributes returns what an element says of itself. Inkscape writes most of it as the value of style.
func (n node) attributes() map[string]string {
	all := map[string]string{}
	for _, a := range n.Attrs {
		if a.Name.Space != "xmlns" {
			all[a.Name.Local] = a.Value
		}
	}
	for rule := range strings.SplitSeq(all["style"], ";") {
		if name, value, ok := strings.Cut(rule, ":"); ok {
			all[strings.TrimSpace(name)] = strings.TrimSpace(value)
		}
	}
	delete(all, "style")
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

// unseen are the elements that are not drawn: what others refer to, and words about the picture.
var unseen = strings.Fields("defs clipPath linearGradient title desc")

// paint draws an element and all in it.
func (p *painter) paint(on *image.RGBA, n node, s style, m matrix) error {
	if slices.Contains(unseen, n.XMLName.Local) {
		return nil
	}
	return n.blame(p.whole(on, n, s, m))
}

// whole draws an element and all in it. What has an opacity or a clip path as a whole is drawn by itself first.
func (p *painter) whole(on *image.RGBA, n node, s style, m matrix) error {
	a := n.attributes()
	s, err := s.with(a)
	if err != nil {
		return fmt.Errorf("<%s>: %w", n.XMLName.Local, err)
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

// inner draws the children of a group, what an element uses, or a shape.
func (p *painter) inner(on *image.RGBA, n node, s style, m matrix) error {
	if n.XMLName.Local == "use" {
		used, err := p.used(n)
		if err != nil {
			return err
		}
		return p.paint(on, used, s, m)
	}
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
		from, err := p.source(s.stroke, s.strokeOpacity, m)
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

// used finds what an element <use> shows once more, where it stands. What is used uses nothing, so that there is an end.
func (p *painter) used(n node) (node, error) {
	a := n.attributes()
	of, ok := p.named[strings.TrimPrefix(a["href"], "#")]
	if !ok || of.uses() {
		return of, fmt.Errorf("<use>: %q is no element of the file that is drawn without others", a["href"])
	}
	if a["x"] != "" || a["y"] != "" {
		return of, errors.New("<use>: move it with transform in place of x and y")
	}
	return of, nil
}

// uses reports whether an element, or one within it, is <use>.
func (n node) uses() bool {
	return n.XMLName.Local == "use" || slices.ContainsFunc(n.Children, node.uses)
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
