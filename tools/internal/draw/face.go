package draw

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"safeonline/tools/internal/svg"
)

// Moods are the moods of a face. Mouth and brows differ, and with some the lids; all else stays.
var Moods = []string{"calm", "glad", "worried", "sad", "cross", "surprised"}

// head is how the heads of one family of pictures are built, in units of their viewBox of 32 by 32. The middle of the face is at x = 16.
type head struct {
	mouth  float64 // the height of the mouth
	brows  float64 // that of the brows, whose middles are 5 to the left and the right
	eyes   float64 // that of the lower edge of the eyes
	eye    float64 // half the width of an eye
	browed string  // how the path of the brows begins
}

// heads has the families by the beginning of a file's name.
var heads = map[string]head{
	"boy":       {mouth: 23.3, brows: 14, eyes: 18.6, eye: 3, browed: "m9.6 14.6"},
	"girl":      {mouth: 23.5, brows: 14.7, eyes: 19.2, eye: 3, browed: "m9.9 15.2"},
	"woman":     {mouth: 23.6, brows: 14, eyes: 18, eye: 2.6, browed: "m9.7 14.6"},
	"old-woman": {mouth: 23.6, brows: 14, eyes: 18, eye: 2.6, browed: "m9.7 14.4"},
	"man":       {mouth: 24, brows: 12.6, eyes: 18, eye: 2.6, browed: "m9 13"},
}

var (
	familyName = regexp.MustCompile(`^(old-woman|woman|man|girl|boy)-`)
	withBodies = regexp.MustCompile(`teacher|technologist`) // heads that are too small for moods
	shape      = regexp.MustCompile(`<path fill="(#[0-9a-f]+)" d="([^"]+)"/>`)
	// eyes are the eyeballs, the irises, the pupils and their gleam.
	eyes = regexp.MustCompile(`<path fill="#fff" d="[^"]+"/><path fill="(#[0-9a-f]+)" d="[^"]+"/><path fill="#000" d="[^"]+"/><path fill="#fff" d="[^"]+"/>`)
	lips = []string{"#990838", "#990839", "#290118"}
)

// HasMoods reports whether the head in a picture's file can have every mood.
func HasMoods(file string) bool {
	return familyName.MatchString(file) && !withBodies.MatchString(file)
}

// face returns the shapes of a head in a mood. file is the name of the picture, and shapes is what is inside it. Its eyes are drawn again, with
// few numbers: they are a quarter of a head, and nobody sees the difference.
func face(file, shapes, mood string) string {
	if !HasMoods(file) {
		return shapes
	}
	h := heads[familyName.FindStringSubmatch(file)[1]]
	if found := eyes.FindStringSubmatch(shapes); found != nil {
		shapes = strings.Replace(shapes, found[0], "", 1) + svg.Coarse(h.look(found[1]))
	}
	if mood == "" || mood == "calm" {
		return shapes
	}
	hair, skin := "#212121", ""
	kept := shape.ReplaceAllStringFunc(shapes, func(path string) string {
		part := shape.FindStringSubmatch(path)
		switch {
		case slices.Contains(lips, part[1]):
			return ""
		case strings.HasPrefix(part[2], h.browed):
			hair = part[1]
			return ""
		}
		return path
	})
	if all := shape.FindAllStringSubmatch(shapes, 4); len(all) == 4 {
		skin = skinOf(all)
	}
	if !isDark(skin) && !isDark(hair) {
		hair = ink // light brows on light skin would not be seen
	}
	return kept + svg.Coarse(h.in(mood, hair, skin))
}

// look returns two eyes: discs in one another whose lower part is cut off, and a gleam.
func (h head) look(iris string) string {
	var b strings.Builder
	apart := 2.8 + h.eye/2 // from the middle of the face to the middle of a pupil
	disc := func(colour string, radius, wide, out float64) {
		fmt.Fprintf(&b, `<path fill="%s" d="`, colour)
		for _, x := range []float64{16 - apart - out, 16 + apart + out} {
			fmt.Fprintf(&b, "M%s %sa%s %s 0 1 1 %s 0z", n(x-wide), n(h.eyes), n(radius), n(radius), n(2*wide))
		}
		b.WriteString(`"/>`)
	}
	disc("#fff", h.eye, h.eye, h.eye/6)
	disc(iris, h.eye*.67, h.eye*.65, 0)
	disc("#000", h.eye*.37, h.eye*.33, 0)
	fmt.Fprintf(&b, `<path stroke="#fff" stroke-width=".7" stroke-linecap="round" d="M%s %sh0m%s 0h0"/>`, n(16-apart-h.eye*.22), n(h.eyes-h.eye*.43), n(2*apart))
	return b.String()
}

// skinOf returns the colour of the largest of the first shapes that are no hair: the face.
func skinOf(shapes [][]string) string {
	largest := shapes[1]
	for _, s := range shapes[1:] {
		if len(s[2]) > len(largest[2]) {
			largest = s
		}
	}
	return largest[1]
}

// in returns mouth and brows of a mood.
func (h head) in(mood, hair, skin string) string {
	var b strings.Builder
	stroke := func(colour string, width float64, d string) {
		fmt.Fprintf(&b, `<path stroke="%s" stroke-width="%s" stroke-linecap="round" d="%s"/>`, colour, n(width), d)
	}
	// brows draws both brows, from their outer to their inner ends, so much above their usual height.
	brows := func(outer, inner float64) {
		o, i := h.brows-outer, h.brows-inner
		stroke(hair, 1.1, fmt.Sprintf("M8.6 %sL12.4 %sM23.4 %sL19.6 %s", n(o), n(i), n(o), n(i)))
	}
	lip := "#4a0318"
	if isDark(skin) {
		lip = "#ff9fb0"
	}
	y := h.mouth
	switch mood {
	case "glad":
		stroke(hair, 1, fmt.Sprintf("M8.8 %sQ10.8 %s 12.8 %sM19.2 %sQ21.2 %s 23.2 %s", n(h.brows-.4), n(h.brows-1.8), n(h.brows-.4), n(h.brows-.4), n(h.brows-1.8), n(h.brows-.4)))
		fmt.Fprintf(&b, `<path fill="%s" d="M11.4 %sH20.6C20.6 %s 18.8 %s 16 %sS11.4 %s 11.4 %sz"/><path fill="#fff" d="M12.2 %sH19.8V%sH12.2z"/>`,
			lip, n(y-1.6), n(y+1.4), n(y+3), n(y+3), n(y+1.4), n(y-1.6), n(y-1.6), n(y-.4))
	case "worried":
		brows(-1, 1.3)
		stroke(lip, 1.1, fmt.Sprintf("M12.4 %sQ13.6 %s 14.8 %sT17.2 %sT19.6 %s", n(y+.8), n(y-.8), n(y+.4), n(y+.4), n(y+.8)))
	case "sad":
		brows(-.8, .6)
		stroke(lip, 1.2, fmt.Sprintf("M12 %sQ16 %s 20 %s", n(y+1.6), n(y-2), n(y+1.6)))
		fmt.Fprintf(&b, `<path fill="%s" d="M7.4 %sh7.4v1.7H7.4zM17.2 %sh7.4v1.7h-7.4z"/>`, skin, n(h.eyes-h.eye-.2), n(h.eyes-h.eye-.2))
	case "cross":
		brows(1.2, -1)
		stroke(lip, 1.2, fmt.Sprintf("M12.8 %sL19.2 %s", n(y+.5), n(y+.5)))
	case "surprised":
		stroke(hair, 1, fmt.Sprintf("M8.6 %sQ10.8 %s 12.8 %sM19.2 %sQ21.2 %s 23.4 %s", n(h.brows-1.4), n(h.brows-3), n(h.brows-1.4), n(h.brows-1.4), n(h.brows-3), n(h.brows-1.4)))
		fmt.Fprintf(&b, `<ellipse cx="16" cy="%s" rx="1.9" ry="2.3" fill="%s"/>`, n(y+.4), lip)
	}
	return b.String()
}

// isDark reports whether a dark line is hard to see on a colour.
func isDark(colour string) bool {
	if len(colour) == len("#rgb") {
		colour = "#" + strings.Repeat(colour[1:2], 2) + strings.Repeat(colour[2:3], 2) + strings.Repeat(colour[3:4], 2)
	}
	var r, g, b int
	if _, err := fmt.Sscanf(colour, "#%02x%02x%02x", &r, &g, &b); err != nil {
		return false
	}
	return 299*r+587*g+114*b < 90_000
}
