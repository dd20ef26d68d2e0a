package draw

import (
	"regexp"
	"strings"
	"testing"

	"safeonline/tools/internal/model"
)

// placed returns a thing of a place.
func placed(of model.Thing, x, y, height int) model.Thing {
	of.X, of.Y, of.Height = number(x), number(y), number(height)
	return of
}

// A thing fills its square but for the line round it, and its outline is the same on the right, in white.
func TestAThingIsDrawnAsItIsAndAsAnOutline(t *testing.T) {
	drawn := string(Thing(placed(model.Thing{Thing: word("mug")}, 0, 0, 108), kit(), nil))
	here, wait, found := strings.Cut(drawn, `<g opacity=".85">`)
	if !found || !strings.Contains(here, `viewBox="0 0 216 108"`) {
		t.Fatalf("it is drawn once:\n%s", drawn)
	}
	const square = `<g transform="translate(50 100)"><g transform="translate(-40 -100) scale(2)">`
	for half, want := range map[string][]string{
		here: {`<svg x="0" y="0" width="108" height="108">`, square, `fill="#74b8ff"`},
		wait: {`<svg x="108" y="0" width="108" height="108">`, square, `fill="#fff"`},
	} {
		for _, part := range want {
			if !strings.Contains(half, part) {
				t.Errorf("there is no %s in\n%s", part, half)
			}
		}
	}
	if strings.Contains(wait, "#74b8ff") {
		t.Errorf("the outline has a colour: %s", wait)
	}
}

// A thing that is wider than high is as wide as its square.
func TestAWideThingStaysInItsSquare(t *testing.T) {
	k := kit()
	k.Things["table"] = model.Drawing{Width: 200, Height: 50, Shapes: shapes(`<path d="M0 0h200"/>`)}
	drawn := string(Thing(placed(model.Thing{Thing: word("table")}, 0, 0, 108), k, nil))
	if !strings.Contains(drawn, `<g transform="translate(50 100)"><g transform="translate(-50 -25) scale(0.5)">`) {
		t.Errorf("it is drawn as\n%s", drawn)
	}
}

// Layers of a thing are in hundredths of its height. An emoji, which has no lines, has some in its outline, and each half has its own shapes.
func TestAThingIsPutTogetherFromLayers(t *testing.T) {
	of := model.Thing{Layers: []model.Layer{
		{Thing: word("mug"), X: number(50), Height: number(40)},
		{Thing: word("🏆"), X: number(20), Y: number(60), Height: number(32)},
	}}
	drawn := string(Thing(placed(of, 0, 0, 208), kit(), nil))
	for _, part := range []string{
		`<g transform="translate(100 200)"><g transform="translate(-32 -80) scale(1.6)">`,
		`<g transform="translate(40 120)"><g transform="translate(-32 -64) scale(2)"><use href="#0" stroke="#1a1a2e" stroke-width="4"/><g id="0"><circle cx="16" cy="16" r="16" fill="#ffc04d"/>`,
		`<use href="#100" stroke="#1a1a2e" stroke-width="4"/><g stroke="#1a1a2e" stroke-width="1"><g id="100"><circle cx="16" cy="16" r="16" fill="#fff"/>`,
	} {
		if !strings.Contains(drawn, part) {
			t.Errorf("there is no %s in\n%s", part, drawn)
		}
	}
}

// A small thing keeps lines that can be seen. Lines of another width, such as those of letters, stay as they are.
func TestASmallThingHasLinesThatCanBeSeen(t *testing.T) {
	k := kit()
	k.Things["sign"] = model.Drawing{Width: 200, Height: 200, Shapes: shapes(`<path stroke-width="4" d="M0 0h9"/><path stroke-width="10" d="M0 0h9"/>`)}
	drawn := string(Thing(placed(model.Thing{Thing: word("sign")}, 0, 0, 58), k, nil))
	if !strings.Contains(drawn, `scale(0.25)"><path stroke-width="9.6" d="M0 0h9"/><path stroke-width="10" d="M0 0h9"/>`) {
		t.Errorf("it is drawn as\n%s", drawn)
	}
}

// A place to colour is white with black lines: its ground, and all its things where they are.
func TestAPlaceToColourIsAllOutlines(t *testing.T) {
	ground := model.Drawing{Width: 1000, Height: 500, Shapes: shapes(`<path fill="#7d170d" d="M0 0h9"/><path fill="#212121" d="M0 0h9"/>` +
		`<path fill="url(#sky)" d="M0 0h9"/><path stroke="#0b4a2e" d="M0 0h9"/><path stroke="#fff1d6" d="M0 0h9"/>`)}
	drawn := string(ToColour(ground, []model.Thing{placed(model.Thing{Thing: word("mug")}, 300, 400, 100)}, kit(), nil))
	for _, part := range []string{
		`viewBox="0 0 1000 500"`, `<path fill="#fff" d="M0 0h9"/><path fill="#1a1a2e" d="M0 0h9"/><path fill="#fff" d="M0 0h9"/>` +
			`<path stroke="#1a1a2e" d="M0 0h9"/><path stroke="#fff" d="M0 0h9"/>`, `<svg x="250" y="300" width="100" height="100">`,
	} {
		if !strings.Contains(drawn, part) {
			t.Errorf("there is no %s in\n%s", part, drawn)
		}
	}
	if found := regexp.MustCompile(`(?:fill|stroke)="(?:#[^f1]|url)|opacity|filter`).FindString(drawn); found != "" {
		t.Errorf("it has %s:\n%s", found, drawn)
	}
}
