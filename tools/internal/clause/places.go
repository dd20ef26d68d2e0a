package clause

import (
	"errors"
	"io/fs"
	"regexp"
	"slices"
	"strconv"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// viewBox is the size of a ground. Places of things are counted from its upper left corner, which is 0 0.
var viewBox = regexp.MustCompile(`\bviewBox="0 0 ([1-9]\d{0,4}) ([1-9]\d{0,4})"`)

// places reads the size of the ground of each place, and reports drawings of things that do not exist. A place of a stage that
// does not exist is left to package site.
func places(fsys fs.FS, d *model.Data, faults *diag.List) error {
	for i := range d.Places {
		p := &d.Places[i]
		if !slices.Contains(d.StageIDs(), p.Stage.Value) {
			continue
		}
		p.Ground.File = model.Places + "/" + p.Stage.Value + ".svg"
		if err := ground(fsys, p, faults); err != nil {
			return err
		}
		for _, t := range p.Things {
			name := t.Drawing()
			if t.Picture.Value == "" || name == "" {
				continue
			}
			if !fs.ValidPath(name) {
				t.Picture.Value, name = "", model.Places+"/….svg"
			}
			if err := pictureFile(fsys, t.Picture, "assets/"+name, faults); err != nil {
				return err
			}
		}
	}
	return nil
}

// ground reads the size of the ground of a place.
func ground(fsys fs.FS, p *model.Place, faults *diag.List) error {
	name := "assets/" + p.Ground.File
	src, found, err := diag.Read(fsys, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		faults.Add(diag.Fault{
			Pos: p.Stage.Pos, Code: diag.PictureFile,
			Message: "the place has no ground",
			Hint:    "draw it, as " + name,
		})
		return nil
	case err != nil || src == nil:
		*faults = append(*faults, found...)
		return err
	}
	size := viewBox.FindSubmatch(src.Text)
	if size == nil {
		faults.Add(diag.Fault{
			Pos: diag.WholeFile(name), Code: diag.SVGSize,
			Message: "the ground does not say its size in whole numbers, from 0 0",
			Hint:    `write it into the <svg> element, as in viewBox="0 0 1240 640"`,
		})
		return nil
	}
	p.Ground.Width, _ = strconv.Atoi(string(size[1]))
	p.Ground.Height, _ = strconv.Atoi(string(size[2]))
	return nil
}
