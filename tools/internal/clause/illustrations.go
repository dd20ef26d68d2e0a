package clause

import (
	"errors"
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/record"
	"safeonline/tools/internal/svg"
)

// Where illustrations and their kit are.
const (
	illustrated = library + "/illustrations"
	kit         = "assets/kit"
	pictures    = "assets/pictures"
)

// illustrations reads the illustrations of the lessons, in a file for each lesson in a folder for each stage, and returns the names of
// the files. folders are those of the library and of schools, whose own lessons have them beside them.
func illustrations(fsys fs.FS, folders []string, d *model.Data, faults *diag.List) (read []string, err error) {
	for _, at := range folders {
		root := path.Join(at, folder.Lessons)
		if at == library {
			root = illustrated
		}
		names, failed := illustrationsIn(fsys, root, d, faults)
		read, err = append(read, names...), errors.Join(err, failed)
	}
	return read, err
}

// illustrationsIn is illustrations of one folder.
func illustrationsIn(fsys fs.FS, root string, d *model.Data, faults *diag.List) (read []string, err error) {
	err = folder.Walk(fsys, root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".yaml" {
			return err
		}
		src, found, err := diag.Read(fsys, name)
		if err != nil {
			return err
		}
		read = append(read, name)
		var list []model.Illustration
		if src != nil {
			found.Guard(diag.Pos{Source: src}, func() { found = append(found, record.Decode(src, &list)...) })
		}
		for i := range list {
			list[i].Stage, list[i].Lesson = path.Base(path.Dir(name)), strings.TrimSuffix(path.Base(name), ".yaml")
		}
		d.Illustrations = append(d.Illustrations, list...)
		*faults = append(*faults, found...)
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return read, err
}

// drawings reads the kit of the illustrations and the places. Without either, none is needed.
func drawings(fsys fs.FS, d *model.Data, faults *diag.List) error {
	d.Kit = model.Kit{
		Grounds: map[string]model.Drawing{}, Things: map[string]model.Drawing{}, Pictures: map[string]model.Drawing{},
		Heads: map[string]model.Drawing{}, Files: map[string]string{},
	}
	if len(d.Illustrations) == 0 && len(d.Places) == 0 {
		return nil
	}
	for _, p := range d.Pictures {
		d.Kit.Files[p.Emoji.Value] = p.File.Value
		if err := drawing(fsys, pictures+"/"+p.File.Value, d.Kit.Pictures, p.Emoji.Value, faults); err != nil {
			return err
		}
		d.Kit.Heads[p.File.Value] = d.Kit.Pictures[p.Emoji.Value]
	}
	for _, who := range d.Cast {
		if file := who.Head.Value; file != "" && d.Kit.Heads[file].Shapes == nil {
			if err := drawing(fsys, pictures+"/"+file, d.Kit.Heads, file, faults); err != nil {
				return err
			}
		}
	}
	for below, into := range map[string]map[string]model.Drawing{"grounds": d.Kit.Grounds, "things": d.Kit.Things} {
		entries, err := fs.ReadDir(fsys, kit+"/"+below)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		for _, entry := range entries {
			if name, ok := strings.CutSuffix(entry.Name(), ".svg"); ok && !folder.Ignored(entry.Name(), false) {
				if err := drawing(fsys, path.Join(kit, below, entry.Name()), into, name, faults); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

var (
	svgElement = regexp.MustCompile(`(?s)<svg\b[^>]*>(.*)</svg>`)
	between    = regexp.MustCompile(`>\s+<`)
	viewBox    = regexp.MustCompile(`\bviewBox="0 0 ([1-9]\d{0,4}) ([1-9]\d{0,4})"`)
	ids        = regexp.MustCompile(`(\bid=["']|\burl\(#|\bhref=["']#)`)
)

// drawing reads an SVG file into a part of the kit. A file that is missing or damaged is reported elsewhere.
func drawing(fsys fs.FS, file string, into map[string]model.Drawing, name string, faults *diag.List) error {
	if !fs.ValidPath(file) {
		return nil
	}
	src, _, err := diag.Read(fsys, file)
	if errors.Is(err, fs.ErrNotExist) || err == nil && src == nil {
		return nil
	}
	if err != nil {
		return err
	}
	inner, size := svgElement.FindSubmatch(src.Text), viewBox.FindSubmatch(src.Text)
	if inner == nil || size == nil {
		into[name] = model.Drawing{} // there is one, and its fault is told here
		faults.Add(diag.Fault{
			Pos: diag.WholeFile(file), Code: diag.SVGSize,
			Message: "the drawing does not say its size in whole numbers, from 0 0",
			Hint:    `write it into the <svg> element, as in viewBox="0 0 32 32"`,
		})
		return nil
	}
	own := path.Base(path.Dir(file)) + "-" + strings.TrimSuffix(path.Base(file), ".svg")
	wide, _ := strconv.Atoi(string(size[1]))
	high, _ := strconv.Atoi(string(size[2]))
	into[name] = model.Drawing{Width: wide, Height: high, Shapes: sync.OnceValue(func() string {
		shapes := between.ReplaceAllString(strings.TrimSpace(string(inner[1])), "><")
		return svg.Coarse(ids.ReplaceAllString(shapes, "${1}"+own+"-")) // many programs call the first gradient of each file "a"
	})}
	return nil
}
