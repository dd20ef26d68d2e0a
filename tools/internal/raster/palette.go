package raster

import (
	"cmp"
	"image"
	"image/color"
	"slices"
)

// paletted gives a picture with at most 256 colours, which makes a PNG file of a third of the size. Pictures have few colours, and many
// mixtures of them along edges: those that are rare become the nearest of the others.
func paletted(of *image.RGBA) *image.Paletted {
	count := map[color.RGBA]int{}
	rows := runsOf(of)
	for _, r := range rows {
		count[r.colour] += r.long
	}
	colours := make([]color.RGBA, 0, len(count))
	for c := range count {
		colours = append(colours, c)
	}
	slices.SortFunc(colours, func(a, b color.RGBA) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a.R, b.R), cmp.Compare(a.G, b.G), cmp.Compare(a.B, b.B), cmp.Compare(a.A, b.A))
	})
	kept := make(color.Palette, min(len(colours), 256))
	index := map[color.RGBA]uint8{}
	for i, c := range colours {
		if i < len(kept) {
			kept[i], index[c] = c, uint8(i)
		} else {
			index[c] = uint8(nearest(c, colours[:len(kept)]))
		}
	}
	p := image.NewPaletted(of.Rect, kept)
	at := 0
	for _, r := range rows {
		is := index[r.colour]
		for range r.long {
			p.Pix[at] = is
			at++
		}
	}
	return p
}

// run is some pixels beside each other that have one colour.
type run struct {
	colour color.RGBA
	long   int
}

// runsOf gives the pixels of a picture row by row. Most of a picture has the colour of the pixel before.
func runsOf(m *image.RGBA) (list []run) {
	for i := 0; i < len(m.Pix); i += 4 {
		c := color.RGBA{m.Pix[i], m.Pix[i+1], m.Pix[i+2], m.Pix[i+3]}
		if last := len(list) - 1; last >= 0 && list[last].colour == c {
			list[last].long++
		} else {
			list = append(list, run{c, 1})
		}
	}
	return list
}

// nearest gives the place of the colour that is least different.
func nearest(c color.RGBA, among []color.RGBA) (best int) {
	least := 1 << 30
	for i, d := range among {
		r, g, b, a := int(c.R)-int(d.R), int(c.G)-int(d.G), int(c.B)-int(d.B), int(c.A)-int(d.A)
		if apart := r*r + g*g + b*b + a*a; apart < least {
			best, least = i, apart
		}
	}
	return best
}
