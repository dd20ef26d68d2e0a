package slideshow

import (
	"cmp"

	"safeonline/tools/internal/pptx"
	"safeonline/tools/internal/view"
)

// The room on a slide, in points: between its sides, below its title, and above the school's name at its foot.
const (
	side   = 48.0
	wide   = pptx.Width - 2*side
	top    = 46.0
	bottom = 502.0
	gap    = 10.0 // between what stands one below another
	edge   = 3.0  // the width of lines
	round  = 14.0 // the radius of corners
)

// sheet is a slide that is being made.
type sheet struct {
	*row
	hue   hue
	slide pptx.Slide
}

// titled gives the slide its title. One that the screen does not show in large letters is a line at the top: a title names each slide.
func (s *sheet) titled(text string) {
	s.slide.Title = pptx.Title{
		Box: pptx.Box{X: side, Y: 14, W: wide, H: 26}, Anchor: pptx.Middle,
		Text: []pptx.Paragraph{{Runs: []pptx.Run{{Text: text, Size: 16, Colour: s.hue.deep}}}},
	}
}

// headed gives the slide a title in large letters in a column, and returns where the column goes on.
func (s *sheet) headed(text string, x, y, w, size float64) float64 {
	title := []pptx.Paragraph{{Runs: []pptx.Run{{Text: text, Size: size}}}}
	high := float64(linesOf(text, size, w, true)) * size * leading
	s.slide.Title = pptx.Title{Box: pptx.Box{X: x, Y: y, W: w, H: high}, Anchor: pptx.Top, Text: title}
	return y + high + gap
}

// add puts a shape on the slide. What would reach below it, as a word may that is too long for any slide, ends there.
func (s *sheet) add(shape pptx.Shape) {
	shape.Box.Y = min(shape.Box.Y, pptx.Height-12)
	shape.Box.H = max(min(shape.Box.H, pptx.Height-shape.Box.Y), 1)
	s.slide.Items = append(s.slide.Items, shape)
}

// picture puts a picture of assets/pictures on the slide. It shows what the words say, so screen readers pass over it.
func (s *sheet) picture(p *view.Picture, x, y, size float64) {
	d, err := s.drawings.emoji(p.File, size)
	s.failed(err)
	s.slide.Items = append(s.slide.Items, pptx.Picture{
		Box: pptx.Box{X: x, Y: max(min(y, pptx.Height-size), 0), W: size, H: size}, Name: p.File, PNG: d.png, SVG: d.svg, Decorative: true,
	})
}

// plate puts a picture on a plate.
func (s *sheet) plate(p *view.Picture, x, y, size float64) {
	s.add(pptx.Shape{Box: pptx.Box{X: x, Y: y, W: size, H: size}, Name: "Plate", Round: 24, Fill: white, Line: ink, LineWidth: edge})
	s.picture(p, x+size/6, y+size/6, size*2/3)
}

// A block is what stands in a column: words in a frame, an option, boxes side by side.
type block interface {
	high(wide float64) float64
	put(s *sheet, x, y, wide float64)
}

// stacked is how high blocks stand, one below another.
func stacked(list []block, wide float64) (total float64) {
	for i, b := range list {
		if i > 0 {
			total += gap
		}
		total += b.high(wide)
	}
	return total
}

// stack puts blocks one below another.
func (s *sheet) stack(list []block, x, y, wide float64) {
	for _, b := range list {
		b.put(s, x, y, wide)
		y += b.high(wide) + gap
	}
}

// centred puts blocks one below another, in the middle of a column that begins at a height.
func (s *sheet) centred(list []block, x, y, wide float64) {
	s.stack(list, x, y+max(bottom-y-stacked(list, wide), 0)/2, wide)
}

// words are paragraphs, in a frame if they have a fill or a line.
type words struct {
	name       string
	text       []pptx.Paragraph
	fill, line pptx.Colour
	inset      float64
	least      float64 // height
	anchor     pptx.Anchor
	to         int // a slide to which it links
}

func (w words) high(wide float64) float64 {
	return max(paragraphsHigh(w.text, wide-2*w.inset)+2*w.inset, w.least)
}

func (w words) put(s *sheet, x, y, wide float64) { w.within(s, x, y, wide, w.high(wide)) }

// within puts the words into a box of some height.
func (w words) within(s *sheet, x, y, wide, high float64) {
	shape := pptx.Shape{
		Box: pptx.Box{X: x, Y: y, W: wide, H: high}, Name: w.name, Text: w.text, Anchor: cmp.Or(w.anchor, pptx.Middle),
		Inset: w.inset, Fill: w.fill, Line: w.line, To: w.to,
	}
	if w.line != "" {
		shape.LineWidth = edge
	}
	if w.fill != "" {
		shape.Round = round
	}
	s.add(shape)
}

// plain is a paragraph of one size.
func plain(text string, size float64, bold bool) []pptx.Paragraph {
	return []pptx.Paragraph{{Runs: []pptx.Run{{Text: text, Size: size, Bold: bold}}}}
}

// badge puts a mark or a letter in a tile on the slide.
func (s *sheet) badge(text, name string, fill pptx.Colour, x, y, w, h float64) {
	size := min(h*.6, w*.9/(max(boldFace.Width(text), .5)*broad))
	s.add(pptx.Shape{
		Box: pptx.Box{X: x, Y: y, W: w, H: h}, Name: name, Anchor: pptx.Middle, Round: min(w, h) / 5, Fill: fill, Line: ink, LineWidth: edge,
		Text: []pptx.Paragraph{{Align: pptx.Centre, Runs: []pptx.Run{{Text: text, Size: size, Bold: true}}}},
	})
}
