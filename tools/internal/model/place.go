package model

import "safeonline/tools/internal/diag"

// Place is the picture of a stage in data/library/places.yaml: a ground, and the things that the lessons bring to it. Lengths
// are in units of the ground's viewBox, and begin at its upper left corner.
type Place struct {
	Pos    diag.Pos
	Stage  diag.Text `yaml:"stage,required"`
	Title  diag.Text `yaml:"title,required"`
	Alt    diag.Text `yaml:"alt,required"`    // what the ground shows
	Ground diag.Text `yaml:"ground,required"` // of the kit
	Signs  []Sign    `yaml:"signs"`
	Things []Thing   `yaml:"things,required"`
}

// Sign is a board on a building. It shows the theme of a set of rules that has its hue.
type Sign struct {
	Hue   diag.Text   `yaml:"hue,required"`
	X     diag.Number `yaml:"x,required"` // the middle of its words
	Y     diag.Number `yaml:"y,required"`
	Width diag.Number `yaml:"width,required"` // the most that the words may take
}

// Thing is what one lesson brings to the place. It is as wide as it is high. It has either Thing or Layers.
type Thing struct {
	Pos    diag.Pos
	Lesson diag.Text   `yaml:"lesson,required"` // of the place's stage
	Thing  diag.Text   `yaml:"thing"`           // of the kit, or an emoji
	Layers []Layer     `yaml:"layers"`          // in a frame of ThingSize by ThingSize, whatever the height
	Name   diag.Text   `yaml:"name,required"`
	Says   diag.Text   `yaml:"says,required"`
	X      diag.Number `yaml:"x,required"` // the middle of its foot
	Y      diag.Number `yaml:"y,required"`
	Height diag.Number `yaml:"height,required"`
}

// ThingSize is the size of the frame in which a thing is put together from layers.
const ThingSize = 100

// Left returns the left edge of the thing.
func (t Thing) Left() int { return t.X.Value - t.Height.Value/2 }

// Top returns the upper edge of the thing.
func (t Thing) Top() int { return t.Y.Value - t.Height.Value }
