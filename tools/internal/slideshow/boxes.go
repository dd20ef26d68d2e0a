package slideshow

import (
	"strconv"

	"safeonline/tools/internal/deck"
	"safeonline/tools/internal/pptx"
)

func itoa(n int) string { return strconv.Itoa(n) }

// filedSize is the size of what stands in a box.
const filedSize = 25

// boxes are the bins of a sort, side by side.
type boxes []bin

// bin is a box with its letter, and what has been put there. It is as high as what will be there at the end, so that it stays in its place.
type bin struct {
	box        deck.Box
	items, all words
}

func (s *sheet) boxes(of deck.Slide, press int) boxes {
	var all boxes
	for _, b := range of.Boxes {
		to := bin{box: b, items: words{name: "In " + b.Letter, anchor: pptx.Top}}
		for _, i := range b.Items {
			text := pptx.Paragraph{Before: 4, Runs: []pptx.Run{{Text: i.Text, Size: filedSize}}}
			to.all.text = append(to.all.text, text)
			if i.Press <= press {
				to.items.text = append(to.items.text, text)
			}
		}
		all = append(all, to)
	}
	return all
}

// each is the width of one of the boxes.
func (b boxes) each(wide float64) float64 { return (wide - 2*gap*float64(len(b)-1)) / float64(len(b)) }

// head returns the words of a box's title, and where they begin.
func (b bin) head() (title words, x float64) {
	x = 12 + letterWide
	if b.box.Picture != nil {
		x += 48
	}
	return words{name: "Box", text: plain(b.box.Title, filedSize, true), least: 44}, x
}

func (b boxes) high(wide float64) (most float64) {
	each := b.each(wide)
	for _, bin := range b {
		title, x := bin.head()
		most = max(most, title.high(each-x-8)+bin.all.high(each-24)+30)
	}
	return most
}

func (b boxes) put(s *sheet, x, y, wide float64) {
	each, high := b.each(wide), b.high(wide)
	for _, bin := range b {
		title, at := bin.head()
		row := title.high(each - at - 8)
		s.add(pptx.Shape{Box: pptx.Box{X: x, Y: y, W: each, H: high}, Name: "Ground", Round: round, Fill: white, Line: ink, LineWidth: edge})
		s.badge(bin.box.Letter, "Letter", letterHue(bin.box.Letter).mark, x+12, y+10+(row-44)/2, 44, 44)
		if bin.box.Picture != nil {
			s.picture(bin.box.Picture, x+12+letterWide, y+10+(row-40)/2, 40)
		}
		title.within(s, x+at, y+10, each-at-8, row)
		if len(bin.items.text) > 0 {
			bin.items.within(s, x+12, y+row+18, each-24, high-row-26)
		}
		x += each + 2*gap
	}
}

// pair is a partner of a match, and beside it what has been put there.
type pair bin

func (s *sheet) pairs(of deck.Slide, press int) (list []block) {
	for _, b := range s.boxes(of, press) {
		b.items.anchor, b.items.inset, b.all.inset = pptx.Middle, 7, 7
		if len(b.items.text) > 0 {
			b.items.fill, b.items.line = right.tint, right.deep
		}
		list = append(list, pair(b))
	}
	return list
}

// halves returns the title of a pair, where it begins, and the width of each half.
func (p pair) halves(wide float64) (title words, x, half float64) {
	x = letterWide
	if p.box.Picture != nil {
		x += 48
	}
	title = words{name: "Partner", text: plain(p.box.Title, filedSize, true), fill: white, line: ink, inset: 7, least: 44}
	return title, x, wide / 2
}

func (p pair) high(wide float64) float64 {
	title, x, half := p.halves(wide)
	return max(title.high(half-x), p.all.high(half-gap))
}

func (p pair) put(s *sheet, x, y, wide float64) {
	title, at, half := p.halves(wide)
	high := p.high(wide)
	s.badge(p.box.Letter, "Letter", letterHue(p.box.Letter).mark, x, y+(high-44)/2, 44, 44)
	if p.box.Picture != nil {
		s.picture(p.box.Picture, x+letterWide, y+(high-40)/2, 40)
	}
	title.within(s, x+at, y, half-at, high)
	if len(p.items.text) > 0 {
		p.items.within(s, x+half+gap, y, half-gap, high)
	}
}
