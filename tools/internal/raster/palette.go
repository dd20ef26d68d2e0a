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
	for i := 0; i < len(of.Pix); i += 4 {
		count[colourAt(of, i)]++
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
	for i := range p.Pix {
		p.Pix[i] = index[colourAt(of, i*4)]
	}
	return p
}

func colourAt(m *image.RGBA, i int) color.RGBA {
	return color.RGBA{m.Pix[i], m.Pix[i+1], m.Pix[i+2], m.Pix[i+3]}
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
