// Package pptx writes presentations as PowerPoint files (.pptx): it takes a plain description, and returns the bytes of the file.
// The build makes a file of each deck with it, for teachers who change and share slides.
//
// A file follows Office Open XML, ISO/IEC 29500:2016 (ECMA-376, 5th edition): the parts of a presentation are PresentationML and
// DrawingML of part 1, in the transitional namespaces of part 4, which PowerPoint writes; they are packed as part 2 says. Two
// extensions of Microsoft's [MS-ODRAWXML] are added, which other programs ignore: svgBlip, the SVG file of a picture, and
// decorative, which tells screen readers to pass over a picture.
//
// A screen reader reads a slide in the order of its parts: the title, the items as they are listed, the footer and the number.
package pptx

// Width and Height are those of a slide, 16:9, in points of 1/72 inch. All lengths and sizes of letters are in points: what is 9% of
// a slide's height high is 48.6 points high.
const (
	Width  = 960
	Height = 540
)

// Presentation is what a file is made from.
type Presentation struct {
	Title    string // of the file, as its window and screen readers say it
	Language string // of all text: a tag of BCP 47, such as en-GB
	Footer   string // at the foot of every slide, and in the file as its author: the school's name
	Theme    Theme
	Slides   []Slide // at least one
}

// Theme is the font and the colours that a teacher who changes a slide is offered.
type Theme struct {
	Font                          string // of all text, such as Arial: a font that is on the computers that show the file
	Ink, Paper, Deep, Tint, Links Colour // all of the form #rrggbb
	Accents                       [6]Colour
}

// Colour is a colour of the form #rrggbb (sRGB), or one of the names below, which follows the theme. The zero Colour is none.
type Colour string

// The colours of the theme.
const (
	Ink     Colour = "tx1" // of text, unless a run says otherwise
	Paper   Colour = "bg1" // of slides, unless they say otherwise
	Deep    Colour = "tx2"
	Tint    Colour = "bg2"
	Accent1 Colour = "accent1"
	Accent2 Colour = "accent2"
	Accent3 Colour = "accent3"
	Accent4 Colour = "accent4"
	Accent5 Colour = "accent5"
	Accent6 Colour = "accent6"
)

// Slide is one slide.
type Slide struct {
	Title      Title
	Background Colour // none: the paper of the theme
	Items      []Item // a later one lies over an earlier one, and is read after it
	Notes      []Paragraph
	Hidden     bool // the show passes over it, and only a link leads there
}

// Title is the title of a slide, by which outlines, links and screen readers know it. It may not be empty.
type Title struct {
	Box    Box // the zero Box: at the top, across the slide
	Anchor Anchor
	Text   []Paragraph
}

// Item is a Shape or a Picture.
type Item interface {
	part() string // its template
}

// Box is a place on a slide, from the upper left corner of both. It lies within the slide.
type Box struct{ X, Y, W, H float64 }

// Shape is a rectangle with text in it. One without text, such as the ground of a panel, is marked as decorative.
type Shape struct {
	Box       Box
	Name      string // what it is, as PowerPoint lists it: "Option A"
	Text      []Paragraph
	Anchor    Anchor
	Inset     float64 // from each side to the text
	Round     float64 // radius of the corners
	Fill      Colour
	Line      Colour
	LineWidth float64
	To        int // the number of the slide to which a click leads, from 1; 0 for none
}

// Picture is a picture that fills its box.
type Picture struct {
	Box        Box
	Name       string
	PNG        []byte // shown where SVG is not known, as before PowerPoint 2016
	SVG        []byte // or nothing; it has to say its own size or viewBox, of the same shape as the box
	Alt        string // what it shows, in words
	Decorative bool   // it shows nothing that the words do not say, and has no Alt
	To         int    // as in Shape
}

func (Shape) part() string   { return "shape" }
func (Picture) part() string { return "picture" }

// Paragraph is a paragraph of text.
type Paragraph struct {
	Runs   []Run
	Align  Align
	Before float64 // space above it
}

// Run is text of one look. A line feed in it begins a new line of the paragraph.
type Run struct {
	Text   string
	Size   float64 // 0: as the title, the shape or the notes have it (40, 18 and 12 points)
	Bold   bool    // titles are bold anyway
	Colour Colour
	To     int // as in Shape
}

// Text returns paragraphs of plain text, one of each string.
func Text(paragraphs ...string) (all []Paragraph) {
	for _, p := range paragraphs {
		all = append(all, Paragraph{Runs: []Run{{Text: p}}})
	}
	return all
}

// Align says where the lines of a paragraph stand.
type Align string

// The zero Align is Left.
const (
	Left   Align = "l"
	Centre Align = "ctr"
	Right  Align = "r"
)

// Anchor says where text stands in its box.
type Anchor string

// The zero Anchor is Top, and Middle for a title.
const (
	Top    Anchor = "t"
	Middle Anchor = "ctr"
	Bottom Anchor = "b"
)
