package typeface

import (
	"strconv"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// OutlineSize is the size of the letters that Outline returns: their coordinates are whole numbers, and fine enough to be drawn at a
// fraction of it.
const OutlineSize = 100

// A Glyph is the shape of a letter, which stands on the line y = 0: the path of an SVG shape (its attribute d). It is empty for a space. At is
// where it begins.
type Glyph struct {
	At   int
	Path string
}

// Outline returns the shapes of the letters of a text, in the size OutlineSize. A letter that is not in the font is left out.
func (f *Face) Outline(text string) (glyphs []Glyph) {
	parsed := f.parsed()
	var buf sfnt.Buffer
	size := fixed.I(OutlineSize)
	at := fixed.Int26_6(0)
	for _, letter := range text {
		index, err := parsed.GlyphIndex(&buf, letter)
		if err != nil || index == 0 {
			continue
		}
		if segments, err := parsed.LoadGlyph(&buf, index, size, nil); err == nil && len(segments) > 0 {
			glyphs = append(glyphs, Glyph{At: at.Round(), Path: pathOf(segments)})
		}
		if advance, err := parsed.GlyphAdvance(&buf, index, size, font.HintingNone); err == nil {
			at += advance
		}
	}
	return glyphs
}

// pathOf writes the segments of a letter as a path.
func pathOf(segments sfnt.Segments) string {
	var path strings.Builder
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
		for k, at := range s.Args[:points] {
			if k > 0 {
				path.WriteByte(' ')
			}
			path.WriteString(strconv.Itoa(at.X.Round()) + " " + strconv.Itoa(at.Y.Round()))
		}
	}
	return path.String() + "z"
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
