package view

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"sync"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/kind"
	"safeonline/tools/internal/model"
)

// Illustration is the picture of a moment of a story: the file, below the site's root, and what is to be seen.
type Illustration struct {
	File string `json:"file"`
	Alt  string `json:"alt"`

	of model.Illustration
}

// Drawn is the file of an illustration, or of a part of a place.
type Drawn struct {
	File string
	Body []byte
}

// Outcome is the picture of what comes of an option of the question that a scene ends with.
type Outcome struct {
	Illustration
	Option string `json:"option"` // its id
}

// Illustration returns the illustration of a scene of a lesson, by its number from 1, or nil if it has none.
func (v *Site) Illustration(l model.Lesson, scene int) *Illustration {
	of, ok := v.site.Illustration(l, scene)
	if !ok {
		return nil
	}
	return &Illustration{File: v.draw(of).File, Alt: Typeset(of.Alt), of: of}
}

// outcomes returns the illustrations of what comes of the options of a question. There are none unless each option has one.
func (v *Site) outcomes(l model.Lesson, q model.Question) (list []Outcome) {
	for i := range q.Options {
		of, ok := v.site.Outcome(l, q.ID.Value, i+1)
		if !ok {
			return nil
		}
		list = append(list, Outcome{Illustration{File: v.draw(of).File, Alt: Typeset(of.Alt), of: of}, fmt.Sprintf("%s-%d", q.ID.Value, i+1)})
	}
	return list
}

// Whole returns an illustration as an SVG file that has a shape of its own, 4:3, for programs that show all of it.
func (v *Site) Whole(i *Illustration) []byte { return v.site.DrawWhole(i.of) }

// InInk returns the illustration of the scene that a question ends, in black ink for paper, or nil if it has none.
func (v *Site) InInk(l model.Lesson, q model.Question) *Illustration {
	of, ok := v.site.Illustration(l, q.Scene)
	if !ok {
		return nil
	}
	return &Illustration{File: v.drawInInk(of).File, Alt: Typeset(of.Alt), of: of}
}

// draw returns the file of an illustration. Its name has the beginning of its hash, so that browsers may keep it.
func (v *Site) draw(of model.Illustration) Drawn {
	return v.drawn.once(drawing{pos: of.Pos}, "scenes/"+nameOf(of), func() []byte { return v.site.Draw(of) })
}

// drawInInk returns the file of an illustration in black ink.
func (v *Site) drawInInk(of model.Illustration) Drawn {
	return v.drawn.once(drawing{of.Pos, true}, "scenes/ink/"+nameOf(of), func() []byte { return v.site.DrawInInk(of) })
}

// once draws something if it has not been drawn yet.
func (d *drawings) once(of drawing, name string, draw func() []byte) Drawn {
	drawn, _ := d.LoadOrStore(of, sync.OnceValue(func() Drawn {
		body := draw()
		return Drawn{File: fmt.Sprintf("%s.%.10s.svg", name, fmt.Sprintf("%x", sha256.Sum256(body))), Body: body}
	}))
	return drawn.(func() Drawn)()
}

// nameOf returns the beginning of the name of an illustration's file.
func nameOf(of model.Illustration) string {
	name := fmt.Sprintf("%s-%s-%s", of.Stage, of.Lesson, cmp.Or(kind.MakeID(of.Scene.Value), of.Question.Value))
	if of.Option.Value > 0 {
		name += fmt.Sprintf("-%d", of.Option.Value)
	}
	return name
}

// Drawn returns the files of all that has been drawn until now, by their names.
func (v *Site) Drawn() (list []Drawn) {
	for _, drawn := range v.drawn.Range {
		list = append(list, drawn.(func() Drawn)())
	}
	slices.SortFunc(list, func(a, b Drawn) int { return cmp.Compare(a.File, b.File) })
	return list
}

// drawings are functions that return what has been drawn, in colours or in ink, by the drawing. Several goroutines may ask for it.
type drawings struct{ sync.Map }

// drawing names what is drawn by where it is described.
type drawing struct {
	pos   diag.Pos
	inInk bool
}
