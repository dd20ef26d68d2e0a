package typeface

import (
	"fmt"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// OutlineSize is the size of the letters that Outline returns.
const OutlineSize = 10

// Outline returns the letters of a text as one SVG path (the attribute d), in the size OutlineSize. They stand on the line y = 0 and begin at
// x = 0. A letter that is not in the font is left out. Each letter begins at a whole number of tenths: then the same letters have the same
// shapes in a path with one decimal.
func (f *Face) Outline(text string) string {
	parsed := f.parsed()
	var path strings.Builder
	var buf sfnt.Buffer
	at := fixed.Int26_6(0)
	for _, letter := range text {
		index, err := parsed.GlyphIndex(&buf, letter)
		if err != nil || index == 0 {
			continue
		}
		if segments, err := parsed.LoadGlyph(&buf, index, fixed.I(tenfold), nil); err == nil && len(segments) > 0 {
			outline(&path, segments, at.Round())
		}
		if advance, err := parsed.GlyphAdvance(&buf, index, fixed.I(tenfold), font.HintingNone); err == nil {
			at += advance
		}
	}
	return path.String()
}

// tenfold is the size at which letters are read.
const tenfold = 10 * OutlineSize

// outline writes the segments of a letter, which begins at so many tenths.
func outline(path *strings.Builder, segments sfnt.Segments, at int) {
	for i, s := range segments {
		verb, points := "M", 1
		switch s.Op {
		case sfnt.SegmentOpLineTo:
			verb = "L"
		case sfnt.SegmentOpQuadTo:
			verb, points = "Q", 2
		case sfnt.SegmentOpCubeTo:
			verb, points = "C", 3
		}
		if verb == "M" && i > 0 {
			path.WriteByte('z')
		}
		path.WriteString(verb)
		for _, p := range s.Args[:points] {
			fmt.Fprintf(path, "%.3f %.3f ", (float64(at)+float64(p.X)/64)/10, float64(p.Y)/640)
		}
	}
	path.WriteByte('z')
}

// parser returns a function that reads a font when it is first called.
func parser(file []byte) func() *sfnt.Font {
	return sync.OnceValue(func() *sfnt.Font {
		parsed, err := sfnt.Parse(file)
		if err != nil {
			panic(err) // the file is a part of the program, and a test reads it
		}
		return parsed
	})
}
