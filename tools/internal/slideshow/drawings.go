package slideshow

import (
	"fmt"
	"io/fs"
	"sync"

	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/regular"
)

// Drawer draws an SVG file as a PNG file with so many pixels in a row.
type Drawer func(svg []byte, pixels int) ([]byte, error)

// drawings are the pictures that have been drawn as PNG files. Each is drawn once for all slides, by whoever needs it first.
type drawings struct {
	project fs.FS
	png     Drawer
	mu      sync.Mutex
	drawn   map[string]func() (drawing, error)
}

func newDrawings(project fs.FS, png Drawer) *drawings {
	return &drawings{project: project, png: png, drawn: map[string]func() (drawing, error){}}
}

// drawing is a picture in both forms.
type drawing struct{ svg, png []byte }

// sceneWide is the width of a scene in pixels, one for each unit of its frame. Only programs that know no SVG show the PNG file.
const sceneWide = model.FrameWidth

// once returns a picture with so many pixels in a row. name says which one it is.
func (d *drawings) once(name string, pixels int, svg func() ([]byte, error)) (drawing, error) {
	key := fmt.Sprint(name, " ", pixels)
	d.mu.Lock()
	draw, known := d.drawn[key]
	if !known {
		draw = sync.OnceValues(func() (drawing, error) {
			body, err := svg()
			if err != nil {
				return drawing{}, err
			}
			png, err := d.png(body, pixels)
			if err != nil {
				err = fmt.Errorf("%s: %w", name, err)
			}
			return drawing{body, png}, err
		})
		d.drawn[key] = draw
	}
	d.mu.Unlock()
	return draw()
}

// emoji returns a picture of assets/pictures, for a size in points: two pixels for each.
func (d *drawings) emoji(file string, size float64) (drawing, error) {
	return d.once(file, int(2*size), func() ([]byte, error) { return regular.ReadFile(d.project, "assets/pictures/"+file, folder.Largest) })
}
