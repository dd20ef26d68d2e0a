package draw

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

var update = flag.Bool("update", false, "rewrite the wanted drawing of testdata by what is drawn now")

func word(s string) diag.Text { return diag.Text{Value: s} }

func number(n int) diag.Number {
	return diag.Number{Value: n, Pos: diag.Pos{Source: diag.NewSource("x.yaml", nil), Line: 1}}
}

// kit is small, so that a reader can follow what is drawn.
func kit() model.Kit {
	return model.Kit{
		Grounds:  map[string]model.Drawing{"room": {Width: 800, Height: 600, Inner: `<path fill="#fff" d="M0 0h800v600H0z"/>`}},
		Things:   map[string]model.Drawing{"mug": {Width: 40, Height: 50, Inner: `<rect width="40" height="50" fill="#74b8ff"/>`}},
		Pictures: map[string]model.Drawing{"🏆": {Width: 32, Height: 32, Inner: `<circle cx="16" cy="16" r="16" fill="#ffc04d"/>`}},
		Heads: map[string]model.Drawing{"boy-light.svg": {Width: 32, Height: 32, Inner: `<path fill="#212121" d="M1 1h2"/><path fill="#f4c6ad" d="M1 2h2"/>` +
			`<path fill="#ffd7c2" d="M1 3h2h2h2"/><path fill="#990838" d="M1 4h2"/><path fill="#fff" d="M1 5h2"/><path fill="#212121" d="M9.60 14.56h3"/>`}},
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
	const one, other = `<svg xmlns="http://www.w3.org/2000/svg">` + "\n" + `<svg viewBox="0 0 800 600" preserveAspectRatio="xMidYMax slice"`, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600"`
	if strings.Replace(drawn, one, other, 1) != strings.TrimSpace(whole)+"\n</svg>\n" {
		t.Errorf("the whole picture is another:\n%s", whole)
	}
}

// In each mood a head keeps everything but its lips and brows, which differ from those of every other mood.
func TestMoodsAreToldApart(t *testing.T) {
	lipsOrBrows := regexp.MustCompile(`<path fill="#(?:990838|990839|290118)"`)
	for _, file := range []string{"boy-light.svg", "girl-medium-dark.svg", "woman-medium.svg", "old-woman-medium-dark.svg", "man-dark.svg"} {
		text, err := os.ReadFile(filepath.Join("../../../assets/pictures", file))
		if err != nil {
			t.Fatal(err)
		}
		// As package clause reads it: with two decimals.
		shapes := regexp.MustCompile(`(\.\d\d)\d+`).ReplaceAllString(string(text), "$1")
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
			if before, after := strings.Count(shapes, "<path"), strings.Count(drawn, "<path")-strings.Count(face(file, "", mood), "<path"); before-after != 2 {
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
