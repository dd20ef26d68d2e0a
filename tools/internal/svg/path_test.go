package svg

import (
	"math/cmplx"
	"os"
	"path/filepath"
	"testing"
)

func TestPathsAreWrittenShort(t *testing.T) {
	for given, want := range map[string]string{
		"M10.04 20.06L30 20.06V40H10Z":    "m10 20.1h20v19.9h-20z",
		"M1,2 3,4 5 6":                    "m1 2 2 2 2 2",
		"m1 2 3 4m1 1l2 2":                "m1 2 3 4m1 1 2 2",
		"M0 0h.5v-.25":                    "m0 0h.5v-.3",
		"M0 0L.5.5.7.9":                   "m0 0 .5.5.2.4",
		"M0 0h.01 .01 .01 .01 .01 .01h9":  "m0 0h0 .1 9",
		"M5 5h0":                          "m5 5h0", // a dot
		"M0 0c1 0 2 1 2 2z":               "m0 0c1 0 2 1 2 2z",
		"M0 0c.67 0 1.33 .67 2 2":         "m0 0q1 0 2 2",
		"M0 0c1 .01 2-.01 3 0":            "m0 0h3",
		"M0 0c1 0 2 1 2 2s1 2 2 2":        "m0 0c1 0 2 1 2 2 0 1 1 2 2 2",
		"M0 0q1 0 1 1t1 1":                "m0 0q1 0 1 1 0 1 1 1",
		"M0 0t1 2":                        "m0 0 1 2",
		"M0 0a4.27 4.27 0 0 1-2.66.88":    "m0 0a4.3 4.3 0 0 1-2.7.9",
		"M0 0a1 1 0 01.5.5 1 1 0 1 0 2 2": "m0 0a1 1 0 0 1 .5.5 1 1 0 1 0 2 2",
		"M0 0h1zm3 3h1z":                  "m0 0h1zm3 3h1z",
	} {
		if got := Coarse(`<path d="` + given + `"/>`); got != `<path d="`+want+`"/>` {
			t.Errorf("%q becomes %s, want %q", given, got, want)
		}
	}
	if shapes := `<g id="d"><rect width="3.333"/></g>`; Coarse(shapes) != shapes {
		t.Error("what is no path is changed")
	}
}

// Whatever is rounded off, each point of the pictures stays where it was, within half a tenth; and what is written is not written shorter again.
func TestPointsOfPathsStayWhereTheyAre(t *testing.T) {
	names, err := filepath.Glob("../../../assets/pictures/*.svg")
	if err != nil || len(names) < 100 {
		t.Fatalf("found %d pictures: %v", len(names), err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range pathData.FindAllStringSubmatch(string(text), -1) {
			before := ends(d[1])
			for _, after := range ends(pathData.FindStringSubmatch(Coarse(d[0]))[1]) {
				near := false
				for _, p := range before {
					near = near || cmplx.Abs(p-after) < .08
				}
				if !near {
					t.Errorf("%s: %v is no point of %s", filepath.Base(name), after, d[1])
				}
			}
		}
	}
}

// ends returns the points at which the segments of a path end.
func ends(d string) (points []complex128) {
	for _, s := range readPath(d) {
		points = append(points, s.points[len(s.points)-1])
	}
	return points
}
