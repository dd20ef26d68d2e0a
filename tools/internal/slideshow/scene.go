package slideshow

import (
	"safeonline/tools/internal/deck"
	"safeonline/tools/internal/pptx"
	"safeonline/tools/internal/view"
)

// scene shows a scene of the story: its picture, what is said last, and where the teacher stops. The picture is as large as the words
// beside it allow.
func (r *row) scene(p deck.Part, s deck.Slide) {
	r.add(p, s, func(to *sheet) {
		const between = 26
		size, picture := textSizes[len(textSizes)-1], 0.0
		beside := func() float64 { return pptx.Width - side - 30 - picture - between }
		fits := func() bool {
			title := float64(linesOf(s.Title, 36, beside(), true))*36*leading + gap
			return 30+title+stacked(to.told(s, size), beside()) <= bottom && keepsWords(s.Title, 36, beside())
		}
		for picture = 560; picture > 380 && !fits(); picture -= 30 {
		}
		if !fits() {
			size = largest(small, func(at float64) bool { size = at; return fits() })
		}
		high := picture * 3 / 4
		to.illustration(s, pptx.Box{X: 30, Y: max((bottom-high)/2+8, 30), W: picture, H: high})
		x := 30 + picture + between
		list := to.told(s, size)
		title := float64(linesOf(s.Title, 36, beside(), true))*36*leading + gap
		y := 30 + max(bottom-30-title-stacked(list, beside()), 0)/2
		to.stack(list, x, to.headed(s.Title, x, y, beside(), 36), beside())
	})
}

// told returns what is said in a scene, and where the teacher stops.
func (s *sheet) told(of deck.Slide, size float64) (list []block) {
	list = s.spoken(of.Lines, size, false)
	if of.Stop != "" {
		text := pptx.Paragraph{Runs: []pptx.Run{{Text: of.Stop, Size: size, Bold: true}}}
		if of.Text != "" {
			text.Runs = append(text.Runs, pptx.Run{Text: " " + of.Text, Size: size})
		}
		list = append(list, words{name: "Stop here", text: []pptx.Paragraph{text}, fill: s.hue.mark, line: ink, inset: 12})
	}
	return list
}

// spoken returns lines of a story or a chat: bubbles, and what is told between them. In a short one, a name is on the line of what is said.
func (s *sheet) spoken(lines []view.Line, size float64, short bool) (list []block) {
	for _, l := range lines {
		if l.Who == "" {
			list = append(list, words{name: "Told", text: plain(l.Text, size, false)})
			continue
		}
		who, said := pptx.Run{Text: l.Who, Size: size, Bold: true, Colour: s.hue.deep}, pptx.Run{Text: l.Text, Size: size}
		text := []pptx.Paragraph{{Runs: []pptx.Run{who}}, {Runs: []pptx.Run{said}}}
		if short {
			who.Text += " "
			text = []pptx.Paragraph{{Runs: []pptx.Run{who, said}}}
		}
		list = append(list, bubble{face: l.Face, words: words{name: l.Who, fill: white, line: ink, inset: 10, text: text}})
	}
	return list
}

// bubble is what somebody says, with their face beside it.
type bubble struct {
	face *view.Picture
	words
}

// faceWide is the width of a face, and of the gap beside it.
const faceWide = 52

func (b bubble) high(wide float64) float64 {
	if b.face != nil {
		wide -= faceWide
	}
	return b.words.high(wide)
}

func (b bubble) put(s *sheet, x, y, wide float64) {
	if b.face != nil {
		s.picture(b.face, x, y+4, faceWide-8)
		x, wide = x+faceWide, wide-faceWide
	}
	b.words.put(s, x, y, wide)
}

// illustration puts the picture of a scene into a box: its illustration, or its pictures side by side.
func (s *sheet) illustration(of deck.Slide, box pptx.Box) {
	if of.Drawn != nil {
		d, err := s.drawings.once(of.Drawn.File, sceneWide, func() ([]byte, error) { return s.view.Whole(of.Drawn), nil })
		s.failed(err)
		s.slide.Items = append(s.slide.Items, pptx.Picture{Box: box, Name: "Picture", PNG: d.png, SVG: d.svg, Alt: of.Drawn.Alt})
		s.add(pptx.Shape{Box: box, Name: "Frame", Line: ink, LineWidth: edge})
		return
	}
	s.add(pptx.Shape{Box: box, Name: "Ground", Round: 24, Fill: white, Line: ink, LineWidth: edge})
	each := min((box.W-40)/float64(max(len(of.Pictures), 1)), box.H-40, 220)
	x := box.X + (box.W-each*float64(len(of.Pictures)))/2
	for _, p := range of.Pictures {
		if p != nil {
			s.picture(p, x+8, box.Y+(box.H-each)/2+8, each-16)
		}
		x += each
	}
}
