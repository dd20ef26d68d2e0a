package slideshow

import "safeonline/tools/internal/pptx"

// Colours of assets/css/tokens.css; a test compares the two.
const (
	ink   pptx.Colour = "#1a1a2e"
	white pptx.Colour = "#ffffff"
)

// hue is a colour as tokens.css has it: of grounds, of marks, and of letters.
type hue struct{ tint, mark, deep pptx.Colour }

var hues = map[string]hue{
	"coral": {"#ffe6e0", "#ff8f7d", "#7d170d"},
	"amber": {"#fff1d6", "#ffc04d", "#623500"},
	"leaf":  {"#e0f6e6", "#5fce93", "#0b4a2e"},
	"sky":   {"#e2f0ff", "#74b8ff", "#0b3b78"},
	"plum":  {"#f1e8ff", "#b795f5", "#4c2187"},
}

// What is right and what is not yet have these colours on every page.
var (
	right = hues["leaf"]
	tried = hues["amber"]
)

// ofLetters are the hues of options, which layouts/_partials/slide/hue.html gives them too.
var ofLetters = map[string]string{"A": "sky", "B": "coral", "C": "amber", "D": "leaf", "E": "plum"}

func letterHue(letter string) hue {
	if h, ok := hues[ofLetters[letter]]; ok {
		return h
	}
	return hues["sky"]
}

// theme is what a teacher who changes a slide is offered: the colours of the deck first.
func theme(of string) pptx.Theme {
	own := hues[of]
	t := pptx.Theme{Font: font, Ink: ink, Paper: white, Deep: own.deep, Tint: own.tint, Links: own.deep}
	for i, name := range []string{of, "sky", "coral", "amber", "leaf", "plum"} {
		t.Accents[i] = hues[name].mark
	}
	return t
}
