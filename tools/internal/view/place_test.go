package view

import (
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

func number(n int) diag.Number { return diag.Number{Value: n} }

func TestThePartRoundAThingIsWithinThePicture(t *testing.T) {
	for _, c := range []struct {
		x, y, width, height int
		want                string
	}{
		{620, 400, 1240, 640, "340 175 560 300"},
		{40, 100, 1240, 640, "0 0 560 300"},
		{1200, 640, 1240, 640, "680 340 560 300"},
		{100, 100, 400, 200, "0 0 400 200"},
	} {
		p := &site.Place{Width: c.width, Height: c.height}
		if got := near(p, site.Spot{Thing: model.Thing{X: number(c.x), Y: number(c.y)}}); got != c.want {
			t.Errorf("round %d %d of %d by %d it is %q, want %q", c.x, c.y, c.width, c.height, got, c.want)
		}
	}
}

// A sign shows the theme of its hue, in letters that its width holds. A set may have no theme of that hue.
func TestASignShowsTheThemeOfItsHue(t *testing.T) {
	sign := func(hue string) model.Sign { return model.Sign{Hue: diag.Text{Value: hue}, Width: number(200)} }
	theme := func(hue, title string) model.Theme {
		return model.Theme{Hue: diag.Text{Value: hue}, Title: diag.Text{Value: title}}
	}
	s := site.Set{
		Document: model.Document{Themes: []model.Theme{theme("sky", "Be kind"), theme("leaf", "Keep all that is yours private"), theme("sky", "Be good")}},
		Place:    &site.Place{Place: model.Place{Signs: []model.Sign{sign("leaf"), sign("sky"), sign("plum")}}},
	}
	got := signs(s)
	if len(got) != 2 || got[0].Text != "Keep all that is yours private" || got[1].Text != "Be kind" {
		t.Fatalf("the signs are %v", got)
	}
	if got[1].Size != 26 || got[0].Size >= 12 || got[0].Size < 11 {
		t.Errorf("the letters are %v and %v high", got[0].Size, got[1].Size)
	}
}
