package draw

import (
	"flag"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/svg"
)

var update = flag.Bool("update", false, "rewrite the wanted drawing of testdata by what is drawn now")

func word(s string) diag.Text { return diag.Text{Value: s} }

func number(n int) diag.Number {
	return diag.Number{Value: n, Pos: diag.Pos{Source: diag.NewSource("x.yaml", nil), Line: 1}}
}

func shapes(of string) func() string { return func() string { return of } }

// kit is small, so that a reader can follow what is drawn.
func kit() model.Kit {
	return model.Kit{
		Grounds:  map[string]model.Drawing{"room": {Width: 800, Height: 600, Shapes: shapes(`<path fill="#fff" d="M0 0h800v600H0z"/>`)}},
		Things:   map[string]model.Drawing{"mug": {Width: 40, Height: 50, Shapes: shapes(`<rect width="40" height="50" fill="#74b8ff"/>`)}},
		Pictures: map[string]model.Drawing{"🏆": {Width: 32, Height: 32, Shapes: shapes(`<circle cx="16" cy="16" r="16" fill="#ffc04d"/>`)}},
		Heads: map[string]model.Drawing{"boy-light.svg": {Width: 32, Height: 32, Shapes: shapes(`<path fill="#212121" d="M1 1h2"/><path fill="#f4c6ad" d="M1 2h2"/>` +
			`<path fill="#ffd7c2" d="M1 3h2h2h2"/><path fill="#990838" d="M1 4h2"/><path fill="#fff" d="M1 5h2"/><path fill="#212121" d="M9.60 14.56h3"/>`)}},
		Files: map[string]string{"👦": "boy-light.svg"},
	}
}

// What is described is drawn from the back to the front, each thing on its foot.
func TestAnIllustrationIsDrawnAsDescribed(t *testing.T) {
	cast := map[string]model.Character{"Bo": {Picture: word("👦"), Wears: word("leaf")}}
	of := model.Illustration{Ground: word("room"), Layers: []model.Layer{
		{Person: word("Bo"), Mood: word("glad"), Hold: word("mug"), X: number(200), Height: number(400)},
		{Screen: word("phone"), Shows: []diag.Text{word("🏆"), word("[ ]"), word("(Go)")}, X: number(500), Y: number(560), Height: number(300), Turn: number(-5)},
		{Says: word("Oh!"), X: number(200), Y: number(200), Height: number(80), Flip: true},
	}}
	const name = "testdata/illustration.txtar"
	drawn := strings.ReplaceAll(string(SVG(of, kit(), cast)), "><", ">\n<")
	archive := &txtar.Archive{Comment: []byte("What TestAnIllustrationIsDrawnAsDescribed draws. Rewritten with -update.\n"), Files: []txtar.File{{Name: "illustration.svg", Data: []byte(drawn)}}}
	if *update {
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil || string(want) != string(txtar.Format(archive)) {
		t.Errorf("it draws something else than %s has (%v): run with -update, and look at it\n%s", name, err, drawn)
	}
	whole := strings.ReplaceAll(string(Whole(of, kit(), cast)), "><", ">\n<")
	const one, other = `<svg xmlns="http://www.w3.org/2000/svg">` + "\n" + `<svg viewBox="0 0 800 600" preserveAspectRatio="xMidYMax slice"`, `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 800 600"`
	if strings.NewReplacer(one, other, ` href="#`, ` xlink:href="#s`, ` id="`, ` id="s`).Replace(drawn) != strings.TrimSpace(whole)+"\n</svg>\n" {
		t.Errorf("the whole picture is another:\n%s", whole)
	}
}

// Every head that has moods gets eyes in place of its own, and keeps all else.
func TestEyesAreDrawnAgain(t *testing.T) {
	for _, file := range headFiles(t) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		shapes := svg.Coarse(string(text))
		drawn := face(filepath.Base(file), shapes, "calm")
		if len(eyes.FindAllString(shapes, -1)) != 1 || eyes.MatchString(drawn) || strings.Count(drawn, "<path") != strings.Count(shapes, "<path") {
			t.Errorf("%s does not have eyes that can be drawn again:\n%s", file, drawn)
		}
	}
}

// headFiles returns the files of the heads that can have every mood.
func headFiles(t *testing.T) (heads []string) {
	t.Helper()
	files, err := filepath.Glob("../../../assets/pictures/*.svg")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if HasMoods(filepath.Base(file)) {
			heads = append(heads, file)
		}
	}
	if len(heads) < 20 {
		t.Fatalf("found %d heads", len(heads))
	}
	return heads
}

// In each mood a head keeps everything but its lips and brows, which differ from those of every other mood.
func TestMoodsAreToldApart(t *testing.T) {
	lipsOrBrows := regexp.MustCompile(`<path fill="#(?:990838|990839|290118)"`)
	for _, file := range []string{"boy-light.svg", "girl-medium-dark.svg", "woman-medium.svg", "old-woman-medium-dark.svg", "man-dark.svg"} {
		text, err := os.ReadFile(filepath.Join("../../../assets/pictures", file))
		if err != nil {
			t.Fatal(err)
		}
		shapes := svg.Coarse(string(text)) // as package clause reads it
		seen := map[string]string{}
		for _, mood := range Moods {
			drawn := face(file, shapes, mood)
			if other, twice := seen[drawn]; twice {
				t.Errorf("%s is drawn alike in the moods %s and %s", file, other, mood)
			}
			seen[drawn] = mood
			if mood == "calm" {
				continue
			}
			if lipsOrBrows.MatchString(drawn) {
				t.Errorf("%s keeps its own lips in the mood %s", file, mood)
			}
			calm := face(file, shapes, "calm")
			if before, after := strings.Count(calm, "<path"), strings.Count(drawn, "<path")-strings.Count(face(file, "", mood), "<path"); before-after != 2 {
				t.Errorf("%s in the mood %s lacks %d of its shapes, want 2: lips and brows", file, mood, before-after)
			}
		}
	}
}

func TestFitsFindsWordsThatAreTooSmall(t *testing.T) {
	phone := model.Layer{Screen: word("phone"), Shows: []diag.Text{word("Hi"), word("A message that is much too long for a telephone")}, Height: number(300)}
	if row, ok := Fits(phone); ok || row != 1 {
		t.Errorf("the row that does not fit is %d, %v; want 1", row, ok)
	}
	phone.Shows = phone.Shows[:1]
	if _, ok := Fits(phone); !ok {
		t.Error("two letters do not fit")
	}
}

func TestBubbleLinesKeepEveryWord(t *testing.T) {
	for _, text := range []string{"Bee!", "Can we talk?", "Tell me your password, and I will finish it for you"} {
		if got := strings.Join(bubbleLines(text), " "); got != text {
			t.Errorf("%q becomes %q", text, got)
		}
	}
}

// The line round all things is seen on every ground, whatever the ground shows there: 3:1 (WCAG 2.2, 1.4.11).
func TestLinesAreSeenOnEveryGround(t *testing.T) {
	files, err := filepath.Glob("../../../assets/kit/grounds/*.svg")
	if err != nil || len(files) < 12 {
		t.Fatalf("found %d grounds: %v", len(files), err)
	}
	fill := regexp.MustCompile(`fill="(#[0-9a-f]{3,6})"`)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range fill.FindAllStringSubmatch(string(text), -1) {
			if got := contrast(m[1], ink); got < 3 && m[1] != ink {
				t.Errorf("%s: the contrast of lines on %s is %.1f, less than 3", filepath.Base(file), m[1], got)
			}
		}
	}
}

// Words on screens, in boxes, on buttons and in bubbles have the contrast of small text: 4.5:1 (WCAG 2.2, 1.4.3).
func TestWordsAreSeen(t *testing.T) {
	for what, l := range map[string]model.Layer{
		"a screen": {Screen: word("tablet"), Shows: []diag.Text{word("Hello")}, Height: number(300)},
		"a box":    {Screen: word("tablet"), Shows: []diag.Text{word("[Hello]")}, Height: number(300)},
		"a button": {Screen: word("tablet"), Shows: []diag.Text{word("(Hello)")}, Height: number(300)},
		"a bubble": {Says: word("Hello"), Height: number(100)},
	} {
		drawn := string(SVG(model.Illustration{Layers: []model.Layer{l}}, kit(), nil))
		fills := regexp.MustCompile(`fill="(#[0-9a-f]{3,6})"`).FindAllStringSubmatch(drawn, -1)
		letters, behind := fills[len(fills)-1][1], fills[len(fills)-2][1]
		if got := contrast(letters, behind); got < 4.5 {
			t.Errorf("the contrast of words in %s is %.1f, less than 4.5", what, got)
		}
	}
}

// Mouths and brows, which tell moods apart, have a contrast of 3:1 with the skin; dark brows on dark skin have less, and there the mouth tells.
func TestMoodsAreSeen(t *testing.T) {
	stroke := regexp.MustCompile(`stroke="(#[0-9a-f]{3,6})" stroke-width="1`)
	for _, file := range headFiles(t) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		shapes := svg.Coarse(string(text))
		skin := skinOf(shape.FindAllStringSubmatch(shapes, 4))
		for _, mood := range Moods[1:] {
			for _, m := range stroke.FindAllStringSubmatch(face(filepath.Base(file), shapes, mood), -1) {
				if got := contrast(m[1], skin); got < 3 && !(isDark(m[1]) && isDark(skin)) {
					t.Errorf("%s, %s: the contrast of %s on skin is %.1f, less than 3", filepath.Base(file), mood, m[1], got)
				}
			}
		}
	}
}

// contrast returns the contrast of two colours (WCAG 2.2, "contrast ratio").
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + .05) / (min(x, y) + .05)
}

func luminance(colour string) (sum float64) {
	if len(colour) == 4 {
		colour = "#" + strings.Repeat(colour[1:2], 2) + strings.Repeat(colour[2:3], 2) + strings.Repeat(colour[3:4], 2)
	}
	for i, weight := range []float64{.2126, .7152, .0722} {
		v, _ := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		part := float64(v) / 255
		if part <= .04045 {
			sum += weight * part / 12.92
		} else {
			sum += weight * math.Pow((part+.055)/1.055, 2.4)
		}
	}
	return sum
}
