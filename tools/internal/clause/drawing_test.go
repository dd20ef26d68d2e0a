package clause

import (
	"testing"
	"testing/fstest"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// Pictures that are parts of one have names of their own, which many programs begin at "a" in each file.
func TestNamesInDrawingsAreTheirOwn(t *testing.T) {
	files := fstest.MapFS{
		"assets/pictures/cup.svg":   {Data: []byte(`<svg viewBox="0 0 8 8"><clipPath id="a"/><path d="M0 0h1" clip-path="url(#a)"/></svg>`)},
		"assets/kit/things/cup.svg": {Data: []byte(`<svg viewBox="0 0 8 8"><linearGradient id='a'/><path d="M0 0h1" fill="url(#a)"/><use href="#a"/></svg>`)},
	}
	for file, want := range map[string]string{
		"assets/pictures/cup.svg":   `<clipPath id="pictures-cup-a"/><path d="m0 0h1" clip-path="url(#pictures-cup-a)"/>`,
		"assets/kit/things/cup.svg": `<linearGradient id='things-cup-a'/><path d="m0 0h1" fill="url(#things-cup-a)"/><use href="#things-cup-a"/>`,
	} {
		into, faults := map[string]model.Drawing{}, diag.List{}
		if err := drawing(files, file, into, "cup", &faults); err != nil || len(faults) > 0 {
			t.Fatal(err, faults)
		}
		if got := into["cup"].Inner(); got != want {
			t.Errorf("%s: the shapes are\n%s\nwant\n%s", file, got, want)
		}
	}
}
