package raster_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"safeonline/tools/internal/raster"
)

// drawn draws shapes on a ground of 20 by 20 units, with ten pixels for each.
func drawn(t *testing.T, shapes string) image.Image {
	t.Helper()
	body, err := raster.PNG([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">`+shapes+`</svg>`), 200)
	if err != nil {
		t.Fatalf("%s: %v", shapes, err)
	}
	m, err := png.Decode(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// Each line has shapes, and points with the colours that are seen there, as rrggbbaa; nothing is 00000000.
func TestShapesAreSeenWhereTheyAre(t *testing.T) {
	const no, red, blue = "00000000", "ff0000ff", "0000ffff"
	type seen map[[2]float64]string
	for shapes, want := range map[string]seen{
		`<rect x="5" y="5" width="10" height="5" fill="#f00"/>`:                                     {{5.1, 5.1}: red, {14.9, 9.9}: red, {4.9, 5.1}: no, {10, 10.1}: no},
		`<rect width="10" height="10" rx="5" fill="#f00"/>`:                                         {{5, 5}: red, {0.1, 5}: red, {1, 1}: no},
		`<circle cx="10" cy="10" r="5" fill="#f00"/>`:                                               {{10, 5.2}: red, {13, 13}: red, {14, 14}: no},
		`<ellipse cx="10" cy="10" rx="8" ry="2" fill="#f00"/>`:                                      {{2.2, 10}: red, {10, 12.5}: no},
		`<path d="M2 2h10v10H2zm3 3v4h4V5z" fill="#f00"/>`:                                          {{3, 3}: red, {7, 7}: no},
		`<path d="M2 2h10v10H2zm3 3h4v4H5z" fill="#f00"/>`:                                          {{3, 3}: red, {7, 7}: red},
		`<path d="M2 2h10v10H2zm3 3h4v4H5z" fill="#f00" fill-rule="evenodd"/>`:                      {{3, 3}: red, {7, 7}: no},
		`<path d="m2 10a8 8 0 0116 0z" fill="#f00"/>`:                                               {{10, 2.2}: red, {10, 10.1}: no},
		`<path d="M2 10A8 8 0 0 0 18 10" fill="#f00"/>`:                                             {{10, 17.8}: red, {10, 9.9}: no},
		`<path d="M2 10C2 0 18 0 18 10" fill="#f00"/>`:                                              {{10, 2.7}: red, {10, 2.3}: no},
		`<path d="M2 10Q10-2 18 10T34 10" fill="#f00"/>`:                                            {{10, 4.2}: red, {10, 3.8}: no},
		`<path d="M5 10h10" stroke="#f00" stroke-width="4"/>`:                                       {{5.1, 8.1}: red, {4.9, 10}: no},
		`<path d="M5 10h10" stroke="#f00" stroke-width="4" stroke-linecap="round"/>`:                {{3.2, 10}: red, {3.2, 8.3}: no},
		`<path d="M5 15V5h10" fill="none" stroke="#f00" stroke-width="4"/>`:                         {{3.1, 3.1}: red, {7.1, 7.1}: no},
		`<path d="M5 15V5h10" fill="none" stroke="#f00" stroke-width="4" stroke-linejoin="round"/>`: {{3.1, 3.1}: no, {4, 4}: red},
		`<path d="M5 5h10v10H5z" fill="none" stroke="#f00" stroke-width="2"/>`:                      {{4.1, 4.1}: red, {10, 10}: no, {5, 10}: red},
		`<path d="M0 10h20" stroke="#f00" stroke-width="4" stroke-dasharray="5 5"/>`:                {{4.9, 10}: red, {5.1, 10}: no, {10.1, 10}: red},
		`<path d="M0 10h20" stroke="#f00" stroke-width="4" stroke-dasharray="0 10" stroke-linecap="round" stroke-dashoffset="-5"/>`: {
			{5, 10}: red, {3.5, 10}: red, {10, 10}: no, {15, 10}: red},
		`<g fill="#f00" transform="translate(10 10) rotate(90) scale(2 -1)"><path d="M0 0h5v2H0z"/></g>`: {{11.9, 10.1}: red, {10.1, 19.9}: red, {9.9, 10.1}: no},
		`<g opacity=".6"><rect width="9" height="9" fill="#f00"/><rect x="3" width="9" height="9" fill="#00f"/></g>`: {
			{1, 1}: "ff000099", {5, 5}: "0000ff99"},
		`<defs><path id="0" d="M0 0h5v5H0z"/></defs><g transform="translate(5 5)" fill="#00f"><use href="#0" stroke="#f00" stroke-width="4"/><use href="#0"/></g>`: {
			{4, 4}: red, {7, 7}: blue, {2, 2}: no},
		`<rect width="9" height="9" fill="#f00" fill-opacity=".2"/>`:                                  {{1, 1}: "ff000033"},
		`<path style="fill:#f00; stroke: #00f; stroke-width:2;stroke-opacity:.2" d="M5 5h10v10H5z"/>`: {{10, 10}: red, {4.5, 10}: "0000ff33"},
		`<path d="M5 15V5h10" fill="none" stroke="#f00" stroke-width="4" stroke-miterlimit="1"/>`:     {{3.1, 3.1}: no, {4.5, 4.5}: red},
		`<defs><clipPath id="a"><circle cx="10" cy="10" r="5"/></clipPath></defs><path clip-path="url(#a)" fill="#00f" d="M0 0h20v20H0z"/>`: {
			{10, 10}: blue, {6, 6}: no},
		`<linearGradient id="a" gradientUnits="userSpaceOnUse" x1="5" y1="0" x2="15" y2="0"><stop offset="0" stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient><path fill="url(#a)" d="M0 0h20v20H0z"/>`: {
			{2, 9}: red, {9.95, 9}: "81007eff", {18, 9}: blue},
	} {
		m := drawn(t, shapes)
		for at, colour := range want {
			c := color.NRGBAModel.Convert(m.At(int(at[0]*10), int(at[1]*10))).(color.NRGBA)
			if got := fmt.Sprintf("%02x%02x%02x%02x", c.R, c.G, c.B, c.A); got != colour {
				t.Errorf("%s: at %v is %s, want %s", shapes, at, got, colour)
			}
		}
	}
}

// Programs that make pictures leave notes of their own in them.
func TestNotesOnAShapeChangeNothing(t *testing.T) {
	var drawn [2][]byte
	for i, notes := range []string{"", ` id="a" data-name="Ear" aria-hidden="true"`} {
		var err error
		if drawn[i], err = raster.PNG([]byte(`<svg viewBox="0 0 2 2"><path d="M0 0h1v1z"`+notes+`/></svg>`), 8); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(drawn[0], drawn[1]) {
		t.Error("the notes are drawn")
	}
}

func TestWhatIsNotKnownIsRefused(t *testing.T) {
	for shapes, want := range map[string]string{
		`<text>word</text>`:                        "the element <text> is not known",
		`<g id="a"><use href="#a"/></g>`:           "is no element of the file that is drawn without others",
		`<svg viewBox="0 0 1 1"/>`:                 "the element <svg> is not known",
		`<path d="M0 0" filter="url(#a)"/>`:        "the attribute is not known",
		`<path d="M0 0" fill="red"/>`:              `"red" is no colour`,
		`<path d="M0 0" fill="url(#a)"/>`:          "no linearGradient of the file",
		`<path d="M0 0" clip-path="url(#a)"/>`:     "no clipPath of the file",
		`<path d="M0 0" transform="skewX(3)"/>`:    "is no transform",
		`<path d="L0 0"/>`:                         "begins without a place",
		`<path d="M0 0z5"/>`:                       "after its end",
		`<path d="M0 0 1e7 2"/>`:                   "no number that pictures have",
		`<path d="M0 0l1"/>`:                       "a number is missing",
		`<path d="M0 0" stroke-dasharray="1 -1"/>`: "shorter than nothing",
		`<path d="M0 0" style="fill: red"/>`:       `"red" is no colour`,
		`<rect width="10%" height="1"/>`:           `"10%" is no number`,
	} {
		_, err := raster.PNG([]byte(`<svg viewBox="0 0 20 20">`+shapes+`</svg>`), 20)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: the error is %v, want one with %q", shapes, err, want)
		}
	}
	for _, file := range []string{"", "<svg/>", `<svg viewBox="0 0 0 0"/>`, `<g viewBox="0 0 1 1"/>`} {
		if _, err := raster.PNG([]byte(file), 20); err == nil {
			t.Errorf("%q is drawn", file)
		}
	}
}

// Authors may put any of these pictures on a slide.
func TestEveryPictureOfTheProjectIsDrawn(t *testing.T) {
	files, err := filepath.Glob("../../../assets/pictures/*.svg")
	if err != nil || len(files) < 100 {
		t.Fatalf("%d pictures, %v", len(files), err)
	}
	for _, file := range files {
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		first, err := raster.PNG(body, 64)
		if err != nil {
			t.Errorf("%s: %v", filepath.Base(file), err)
		}
		if second, _ := raster.PNG(body, 64); !bytes.Equal(first, second) {
			t.Errorf("%s has other bytes when it is drawn again", filepath.Base(file))
		}
	}
}

// A picture of more than 256 colours keeps those that are seen most, and has something near to the others.
func TestAPictureHasAtMost256Colours(t *testing.T) {
	m := drawn(t, `<linearGradient id="a" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="20" y2="20"><stop offset="0" stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient>
		<path fill="url(#a)" d="M0 0h20v20H0z"/><circle cx="10" cy="10" r="9" fill="#fff"/>`)
	if p, is := m.(*image.Paletted); !is || len(p.Palette) > 256 {
		t.Errorf("the picture is a %T", m)
	}
	if r, g, b, _ := m.At(100, 100).RGBA(); r != 0xffff || g != 0xffff || b != 0xffff {
		t.Errorf("the middle is %x %x %x, want white", r, g, b)
	}
	if r, _, b, _ := m.At(2, 2).RGBA(); r < 0xd000 || b > 0x3000 {
		t.Errorf("a corner is %x red and %x blue, want nearly red", r, b)
	}
}

func FuzzPNG(f *testing.F) {
	for _, s := range []string{
		`<path d="M2 2h10v10H2zm3 3v4h4V5z" stroke="#f00" fill-rule="evenodd" stroke-dasharray="0 3"/>`, `<circle r="3" opacity=".5" stroke="#00f"/>`,
		`<clipPath id="a"><rect width="9" height="3" rx="1"/></clipPath><g clip-path="url(#a)"><path d="M1 1a5 3 40 0150 2.5.5q1 1 2 2t3 3"/></g>`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, shapes string) {
		raster.PNG([]byte(`<svg viewBox="0 0 20 20">`+shapes+`</svg>`), 40) // neither panics nor goes on for ever
	})
}
