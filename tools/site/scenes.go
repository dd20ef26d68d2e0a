package main

import (
	"bytes"
	"encoding/base64"
	"flag"
	"fmt"
	"html/template"
	"maps"
	"path/filepath"
	"slices"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/draw"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/out"
	"safeonline/tools/internal/site"
)

const scenesHelp = `usage: go run ./tools/site scenes [flags]

Draws the pictures of all stories on one page, dist/scenes.html, each with what it shows, and the things that the stories bring to the
places. Below them is the kit that pictures are put together from: grounds, people in each mood, screens and things, each with its name.

`

func scenes(e *env, args []string) error {
	if err := e.parseFlags("scenes", scenesHelp, args, func(*flag.FlagSet) {}); err != nil {
		return err
	}
	s, err := e.sound()
	if err != nil {
		return err
	}
	var page bytes.Buffer
	sheets := slices.Concat(storySheets(s), placeSheets(s), kitSheets(s))
	if err := scenesPage.Execute(&page, sheets); err != nil {
		return err
	}
	const name = "dist/scenes.html"
	if err := out.Write(filepath.Join(e.root, name), page.Bytes()); err != nil {
		return err
	}
	n := 0
	for _, sheet := range sheets {
		n += len(sheet.Plates)
	}
	fmt.Fprintf(e.stdout, "drawn: %s, in %s\n", english.Count(n, "picture"), name)
	return nil
}

// sheet is a part of the page.
type sheet struct {
	Title  string
	Small  bool // as its pictures are of one thing each
	Plates []plate
}

// plate is a picture with what stands below it.
type plate struct {
	Name, Words string
	Picture     template.URL // with the whole SVG file in it
}

// storySheets has a sheet for each lesson that a clause names: its scenes, each followed by what comes of the choices that it ends with.
func storySheets(s *site.Site) (sheets []sheet) {
	seen := map[string]bool{}
	for _, r := range s.Rules {
		l := r.Lesson
		id := site.LessonID(l.Stage, l.Name)
		if !r.Taught() || seen[id] {
			continue
		}
		seen[id] = true
		of := sheet{Title: id}
		for i, scene := range l.Story {
			if drawn, ok := s.Illustration(l, i+1); ok {
				of.Plates = append(of.Plates, drawnPlate(s, scene.Title.Value, drawn))
			}
			for _, q := range l.Quiz {
				for n := 1; q.Scene == i+1 && n <= len(q.Options); n++ {
					if drawn, ok := s.Outcome(l, q.ID.Value, n); ok {
						of.Plates = append(of.Plates, drawnPlate(s, fmt.Sprintf("%s, option %d", q.ID.Value, n), drawn))
					}
				}
			}
		}
		if len(of.Plates) > 0 {
			sheets = append(sheets, of)
		}
	}
	return sheets
}

// placeSheets has a sheet for each place: its things, as they are and as outlines. What they say is below them.
func placeSheets(s *site.Site) (sheets []sheet) {
	for _, set := range s.Sets() {
		if set.Place == nil {
			continue
		}
		of := sheet{Title: set.Place.Title.Value, Small: true}
		for _, spot := range set.Place.Spots {
			of.Plates = append(of.Plates, plateOf(spot.Name.Value, spot.Says.Value, s.DrawThing(spot.Thing)))
		}
		sheets = append(sheets, of)
	}
	return sheets
}

// kitSheets shows what pictures are put together from, each by its name.
func kitSheets(s *site.Site) []sheet {
	kit := s.Kit()
	grounds := sheet{Title: "Grounds", Small: true}
	for _, name := range slices.Sorted(maps.Keys(kit.Grounds)) {
		grounds.Plates = append(grounds.Plates, plateOf(name, "", draw.Ground(kit.Grounds[name])))
	}
	people := sheet{Title: "People", Small: true}
	for _, person := range s.Cast {
		for _, mood := range draw.Moods {
			people.Plates = append(people.Plates, alone(s, person.Name.Value+", "+mood,
				model.Layer{Person: person.Name, Mood: diag.Text{Value: mood}}, model.FrameHeight*9/10))
		}
	}
	screens := sheet{Title: "Screens", Small: true}
	for _, name := range draw.Screens() {
		screens.Plates = append(screens.Plates, alone(s, name, model.Layer{Screen: diag.Text{Value: name}}, model.FrameHeight*2/3))
	}
	things := sheet{Title: "Things", Small: true}
	for _, name := range slices.Sorted(maps.Keys(kit.Things)) {
		d := kit.Things[name]
		things.Plates = append(things.Plates, alone(s, name, model.Layer{Thing: diag.Text{Value: name}},
			min(model.FrameHeight, model.FrameWidth*d.Height/d.Width)*9/10))
	}
	return []sheet{grounds, people, screens, things}
}

// alone shows a layer without anything around it.
func alone(s *site.Site, name string, l model.Layer, height int) plate {
	l.X, l.Height = diag.Number{Value: model.FrameWidth / 2}, diag.Number{Value: height}
	return drawnPlate(s, name, model.Illustration{Layers: []model.Layer{l}})
}

func drawnPlate(s *site.Site, name string, of model.Illustration) plate {
	return plateOf(name, of.Alt.Value, s.Draw(of))
}

func plateOf(name, words string, drawn []byte) plate {
	return plate{name, words, template.URL("data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(drawn))}
}

var scenesPage = template.Must(template.New("scenes").Parse(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Scenes</title>
<style>
body { margin: 1.5rem; font: 1rem/1.4 system-ui, sans-serif; }
section { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); margin-bottom: 3rem; }
section.small { grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); }
h2 { grid-column: 1 / -1; margin: 0; }
figure { margin: 0; }
img { width: 100%; aspect-ratio: 4 / 3; border: 1px solid; box-sizing: border-box; }
b { display: block; }
</style>
<h1>Scenes</h1>
{{range .}}<section{{if .Small}} class="small"{{end}}>
<h2>{{.Title}}</h2>
{{range .Plates}}<figure><img loading="lazy" src="{{.Picture}}" alt="{{.Words}}"><figcaption><b>{{.Name}}</b>{{.Words}}</figcaption></figure>
{{end}}</section>
{{end}}`))
