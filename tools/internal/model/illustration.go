package model

import "safeonline/tools/internal/diag"

// Illustration is the picture of a moment of a lesson: of a scene of its story, or of what comes of an option of a question that ends a
// scene. Lengths are in units of a frame of FrameWidth by FrameHeight, from its upper left corner.
type Illustration struct {
	Pos      diag.Pos
	Scene    diag.Text   `yaml:"scene"`        // the title of the scene
	Question diag.Text   `yaml:"question"`     // or the id of a question of the story, with
	Option   diag.Number `yaml:"option"`       // the number of the option, from 1
	Alt      diag.Text   `yaml:"alt,required"` // what is to be seen
	Ground   diag.Text   `yaml:"ground,required"`
	Layers   []Layer     `yaml:"layers"`

	Stage, Lesson string // from the name of the file
}

// Layer is one thing in an illustration, in front of those before it. It has one of Person, Thing, Screen and Says.
type Layer struct {
	Pos    diag.Pos
	Person diag.Text   `yaml:"person"` // a member of the cast
	Mood   diag.Text   `yaml:"mood"`   // of a person: calm if it is empty
	On     []diag.Text `yaml:"on"`     // things of the kit that the person wears for now
	Hold   diag.Text   `yaml:"hold"`   // a thing of the kit in the person's hands
	Thing  diag.Text   `yaml:"thing"`  // of the kit, or an emoji
	Screen diag.Text   `yaml:"screen"` // tablet, phone, laptop or computer
	Shows  []diag.Text `yaml:"shows"`  // on the screen, from the top: words; a box, "[ ]" or "[words]"; a button, "(words)"
	Says   diag.Text   `yaml:"says"`   // words in a bubble
	X      diag.Number `yaml:"x,required"`
	Y      diag.Number `yaml:"y"` // its foot; the bottom of the frame if there is none
	Height diag.Number `yaml:"height,required"`
	Turn   diag.Number `yaml:"turn"` // degrees, clockwise
	Flip   bool        `yaml:"flip"` // left and right change places
}

// FrameWidth and FrameHeight are the size of an illustration.
const FrameWidth, FrameHeight = 800, 600

// Drawing is what is inside an SVG file, and the size of its viewBox, which begins at 0 0. Shapes returns the inside with shorter paths. To
// make them takes long, so that is done once, when the drawing is first used: a check uses none.
type Drawing struct {
	Width, Height int
	Shapes        func() string
}

// Inner returns the shapes of a drawing. That which a kit lacks has none.
func (d Drawing) Inner() string {
	if d.Shapes == nil {
		return ""
	}
	return d.Shapes()
}

// Kit is what illustrations are put together from: grounds and things by the names of their files without .svg, pictures by their emoji, and
// heads by the names of their files, which Files has by their emoji.
type Kit struct {
	Grounds, Things, Pictures, Heads map[string]Drawing
	Files                            map[string]string
}
