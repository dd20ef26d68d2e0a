package site

import (
	"slices"
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

func TestWhatAStepShows(t *testing.T) {
	title := func(s string) diag.Text { return diag.Text{Value: s} }
	l := model.Lesson{
		Story: []model.Scene{{Title: title("One gate")}, {Title: title("Turnips")}},
		Quiz:  []model.Question{{Title: title("The offer")}, {Title: title("The sheep")}},
	}
	scene, question := func(n int) Shown { return Shown{Scene: n} }, func(n int) Shown { return Shown{Question: n} }
	for text, want := range map[string][]Shown{
		`read "One gate" and stop.`:                             {scene(1)},
		`Read “Turnips”, then vote on "The offer" by hands.`:    {scene(2), question(1)},
		`read the story.`:                                       {scene(1), scene(2)},
		`follow "The sheep". "The offer" is for another day.`:   {question(2)},
		`say, "The offer" is a kind one.`:                       nil, // no verb that shows
		`read each why.`:                                        nil,
		`fill "The offer" and sort "The sheep", standing up.`:   {question(1), question(2)},
		`keep "Turnips" for home time, and read "One gate" now`: {scene(1)},
	} {
		if got := Shows(l, model.Step{Text: title(text)}); !slices.Equal(got, want) {
			t.Errorf("%s\nshows %v, want %v", text, got, want)
		}
	}
}

func TestWhereAStepStops(t *testing.T) {
	for text, want := range map[string][2]string{
		`read "One gate", and stop at the turnips.`:               {"Stop at the turnips", ""},
		`read "One gate" and stop. What will Zane do? Ask three.`: {"Stop", "What will Zane do?"},
		`read "One gate".`: {},
	} {
		if where, ask := Stop(model.Step{Text: diag.Text{Value: text}}); where.Value != want[0] || ask.Value != want[1] {
			t.Errorf("%s\nstops at %q and asks %q, want %q", text, where.Value, ask.Value, want)
		}
	}
}
