package view

import (
	"crypto/sha256"
	"fmt"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// Illustration is the picture of a moment of a story: the file, below the site's root, and what is to be seen.
type Illustration struct {
	File string `json:"file"`
	Alt  string `json:"alt"`
}

// Drawn is the file of an illustration.
type Drawn struct {
	File string
	Body []byte
}

// sceneIllustration returns the illustration of a scene of a lesson, by its number from 1, or nil if it has none.
func (v *Site) sceneIllustration(l model.Lesson, scene int) *Illustration {
	of, ok := v.site.Illustration(l, scene)
	if !ok {
		return nil
	}
	return v.illustration(of, fmt.Sprintf("%s-%s-%d", l.Stage, l.Name, scene))
}

func (v *Site) illustration(of model.Illustration, name string) *Illustration {
	drawn := v.draw(of, name)
	return &Illustration{File: drawn.File, Alt: Typeset(of.Alt)}
}

// draw returns the file of an illustration. Its name has the beginning of its hash, so that browsers may keep it.
func (v *Site) draw(of model.Illustration, name string) Drawn {
	if drawn, ok := v.drawn[of.Pos]; ok {
		return drawn
	}
	body := v.site.Draw(of)
	drawn := Drawn{File: fmt.Sprintf("scenes/%s.%x.svg", name, sha256.Sum256(body))[:len("scenes/")+len(name)+1+10] + ".svg", Body: body}
	v.drawn[of.Pos] = drawn
	return drawn
}

// Illustrations returns the files of the illustrations of a rule's lesson.
func (v *Site) Illustrations(r site.Rule) (files []Drawn) {
	for i := range r.Lesson.Story {
		if of, ok := v.site.Illustration(r.Lesson, i+1); ok {
			files = append(files, v.draw(of, fmt.Sprintf("%s-%s-%d", r.Lesson.Stage, r.Lesson.Name, i+1)))
		}
	}
	return files
}

// drawings are the illustrations that have been drawn, by their places.
type drawings map[diag.Pos]Drawn
