package pptx_test

import (
	"testing"

	"safeonline/tools/internal/pptx"
	"safeonline/tools/internal/raster"
)

// sample is a presentation with everything that one can have: a scene, a question, a chat with links, and notes.
func sample() pptx.Presentation {
	return pptx.Presentation{
		Title: "Strong passwords", Language: "en-GB", Footer: "Valence Primary School",
		Theme: pptx.Theme{
			Font: "Arial", Ink: "#1a1a2e", Paper: "#fffdf8", Deep: "#123a6b", Tint: "#d6ecff", Links: "#123a6b",
			Accents: [6]pptx.Colour{"#74b8ff", "#ff8f7d", "#5fce93", "#ffc04d", "#b794f6", "#e0a566"},
		},
		Slides: []pptx.Slide{scene(), question(), chat()},
	}
}

// scene has a picture, two speeches, and notes.
func scene() pptx.Slide {
	return pptx.Slide{
		Title: pptx.Title{Text: pptx.Text("Three potatoes")},
		Items: []pptx.Item{
			pptx.Picture{Box: pptx.Box{X: 48, Y: 120, W: 440, H: 330}, Name: "Picture", PNG: pixels(640), SVG: []byte(circle), Alt: "A potato & its shadow"},
			pptx.Shape{Box: pptx.Box{X: 510, Y: 120, W: 402, H: 330}, Name: "Speeches", Text: []pptx.Paragraph{
				{Runs: []pptx.Run{{Text: "Maya: ", Size: 33, Bold: true, Colour: pptx.Deep}, {Text: "“Potato1” is easy to guess.", Size: 33}}},
				{Runs: []pptx.Run{{Text: "Stop here.\nWhat would you do?", Size: 33}}, Before: 12},
			}},
		},
		Notes: append(pptx.Text("Read aloud: Maya looks at the note."), pptx.Paragraph{Runs: []pptx.Run{{Text: "Listen for: ", Bold: true}, {Text: "words nobody can guess."}}}),
	}
}

// question has lettered options in frames, on a ground of its own.
func question() pptx.Slide {
	s := pptx.Slide{
		Title:      pptx.Title{Box: pptx.Box{X: 48, Y: 24, W: 864, H: 100}, Anchor: pptx.Top, Text: []pptx.Paragraph{{Runs: []pptx.Run{{Text: "Which is strongest?", Size: 44}}, Align: pptx.Centre}}},
		Background: pptx.Tint,
		Items: []pptx.Item{
			pptx.Shape{Box: pptx.Box{X: 24, Y: 130, W: 912, H: 350}, Name: "Ground", Round: 24, Fill: pptx.Paper},
			pptx.Picture{Box: pptx.Box{X: 800, Y: 20, W: 128, H: 96}, Name: "Emoji", PNG: pixels(128), SVG: []byte(circle), Decorative: true},
		},
		Notes: pptx.Text("Right: C."),
	}
	for i, words := range []string{"A  Potato1", "B  password", "C  three words that only you know"} {
		s.Items = append(s.Items, pptx.Shape{
			Box: pptx.Box{X: 48, Y: 150 + 104*float64(i), W: 864, H: 92}, Name: "Option " + words[:1], Anchor: pptx.Middle, Inset: 14, Round: 18,
			Fill: "#ffffff", Line: pptx.Accent1, LineWidth: 4, Text: []pptx.Paragraph{{Runs: []pptx.Run{{Text: words, Size: 30}}}},
		})
	}
	return s
}

// chat has replies that lead to other slides: one by its frame, and one by its words. It has no notes.
func chat() pptx.Slide {
	reply := func(x float64, to, word int) pptx.Shape {
		return pptx.Shape{Box: pptx.Box{X: x, Y: 200, W: 400, H: 120}, Name: "Reply", Anchor: pptx.Middle, Inset: 14, Round: 60, Fill: pptx.Accent3,
			Text: []pptx.Paragraph{{Align: pptx.Centre, Runs: []pptx.Run{{Text: "Say no, and go", Size: 32, To: word}}}}, To: to}
	}
	return pptx.Slide{Title: pptx.Title{Text: pptx.Text("What do you say?")}, Items: []pptx.Item{reply(48, 1, 0), reply(512, 0, 2)}}
}

const circle = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><rect width="400" height="300" fill="#d6ecff"/><circle cx="200" cy="150" r="120" fill="#e0a566"/></svg>`

// pixels is the circle as a PNG file.
func pixels(width int) []byte {
	body, err := raster.PNG([]byte(circle), width)
	if err != nil {
		panic(err)
	}
	return body
}

// file makes a presentation that is sound.
func file(t testing.TB, p pptx.Presentation) []byte {
	t.Helper()
	body, err := pptx.File(p)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

func BenchmarkFile(b *testing.B) {
	p := sample()
	for len(p.Slides) < 30 {
		p.Slides = append(p.Slides, question())
	}
	for b.Loop() {
		file(b, p)
	}
}
