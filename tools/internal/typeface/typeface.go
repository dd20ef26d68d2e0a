// Package typeface knows how wide the letters of Andika are, the typeface that the site is set in.
//
// Its two files are those of static/fonts, decompressed by woff2_decompress: there is no well-kept reader of WOFF 2 in
// Go. A test in tools/browser compares these widths with those that Chromium measures in the published files.
package typeface

import (
	_ "embed"
	"fmt"
	"sync"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

//go:embed andika-400.ttf
var regular []byte

//go:embed andika-700.ttf
var bold []byte

// A Face has the widths of the letters of one weight. Several goroutines may use it.
type Face struct {
	widths func() []float64 // by the letter, and 0 if the font does not have it
	parsed func() *sfnt.Font
}

var regularFace, boldFace = newFace(regular), newFace(bold)

// Regular returns the face of running text (weight 400).
func Regular() *Face { return regularFace }

// Bold returns the face of headings, rules and questions (weight 700).
func Bold() *Face { return boldFace }

// newFace returns a face that reads its file when a width is first asked for: most commands ask for none.
func newFace(file []byte) *Face {
	return &Face{parsed: parser(file), widths: sync.OnceValue(func() []float64 {
		widths, err := read(file)
		if err != nil {
			panic(err) // the file is a part of the program, and a test reads it
		}
		return widths
	})}
}

// lastLetter is the last code point that is looked up in a font: Andika's published files hold Latin letters and
// punctuation.
const lastLetter = 0x20bf

func read(file []byte) ([]float64, error) {
	parsed, err := sfnt.Parse(file)
	if err != nil {
		return nil, err
	}
	em := fixed.I(int(parsed.UnitsPerEm()))
	widths := make([]float64, lastLetter+1)
	var buf sfnt.Buffer
	for letter := ' '; letter <= lastLetter; letter++ {
		glyph, err := parsed.GlyphIndex(&buf, letter)
		if err != nil || glyph == 0 {
			continue
		}
		advance, err := parsed.GlyphAdvance(&buf, glyph, em, font.HintingNone)
		if err != nil {
			return nil, fmt.Errorf("the letter %q: %w", letter, err)
		}
		widths[letter] = float64(advance) / float64(em)
	}
	return widths, nil
}

// wide is the width of what is not in the font and is no letter, such as an emoji, in the fonts of common systems.
const wide = 1.3

// Width returns how wide a text is on one line, as a share of the size of the text ("em"). There is no kerning, since
// Andika has none. A letter that is not in the font is as wide as the letter without its accent, or else an m.
func (f *Face) Width(text string) (em float64) {
	widths := f.widths()
	for _, letter := range text {
		em += width(widths, letter)
	}
	return em
}

func width(widths []float64, letter rune) float64 {
	if w := widthIn(widths, letter); w > 0 {
		return w
	}
	switch {
	case unicode.In(letter, unicode.Mn, unicode.Me, unicode.Cf):
		return 0 // an accent of its own, or a joiner
	case letter == '\u00a0' || letter == '\t':
		return widths[' ']
	case !unicode.IsLetter(letter):
		return wide
	}
	for _, part := range norm.NFD.String(string(letter)) {
		if w := widthIn(widths, part); w > 0 {
			return w
		}
	}
	return widths['m']
}

// widthIn returns the width of a letter of the font, and 0 for another.
func widthIn(widths []float64, letter rune) float64 {
	if int(letter) < len(widths) {
		return widths[letter]
	}
	return 0
}
