package site

import (
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

func TestAPlatformMustBeAnOrigin(t *testing.T) {
	for value, hint := range map[string]string{
		"https://moodle.school.example":             "",
		"https://*.school.example":                  "",
		"https://school.example:8443":               "",
		"https://xn--schle-kva.example":             "",
		"moodle.school.example":                     "write https://moodle.school.example",
		"*.school.example":                          "write https://*.school.example",
		"http://moodle.school.example":              "write https://moodle.school.example",
		"//moodle.school.example":                   "write https://moodle.school.example",
		"https//moodle.school.example":              "write https://moodle.school.example",
		"https:/moodle.school.example":              "write https://",
		"https://moodle.school.example/":            "write https://moodle.school.example",
		"https://moodle.school.example/course?id=1": "write https://moodle.school.example",
		"https://Moodle.School.example":             "write https://moodle.school.example",
		"https://me:word@moodle.school.example":     "write https://moodle.school.example",
		" https://moodle.school.example":            "write https://moodle.school.example",
		"https://moodle.school.example#top":         "write https://moodle.school.example",
		"":                                          "write https:// and the host alone",
		"*":                                         "write https:// and the host alone",
		"https:":                                    "write https:// and the host alone",
		"https://":                                  "write https:// and the host alone",
		"https://*":                                 "write https:// and the host alone",
		"https://*.":                                "write https:// and the host alone",
		"https://*:443":                             "write https:// and the host alone",
		"'self'":                                    "write https:// and the host alone",
		"'unsafe-inline'":                           "write https:// and the host alone",
		"data:":                                     "write https:// and the host alone",
		"javascript:alert(1)":                       "write https:// and the host alone",
		"https://moodle":                            "write https:// and the host alone",
		"https://127.0.0.1":                         "write https:// and the host alone",
		"https://[::1]":                             "write https:// and the host alone",
		"https://school.example.":                   "write https:// and the host alone",
		"https://-school.example":                   "write https:// and the host alone",
		"https://a.*.school.example":                "write https:// and the host alone",
		"https://moodle.*":                          "write https:// and the host alone",
		"https://school.example:0":                  "write https:// and the host alone",
		"https://school.example:99999":              "write https:// and the host alone",
		"https://schüle.example":                    "write https:// and the host alone",
		"https://a.example https://b.example":       "write https:// and the host alone",
		"https://a.example; script-src *":           "write https:// and the host alone",
		"https://a.example, default-src *":          "write https:// and the host alone",
		"https://a.example\nX: y":                   "write https:// and the host alone",
		"https://*.com":                             "write https:// and the host alone",
		"https://*.co.uk":                           "write the platform's own address",
		"https://*.github.io":                       "write the platform's own address",
		"https://*.sch.uk":                          "write the platform's own address",
	} {
		c := checker{}
		c.frames([]diag.Text{text(value)})
		switch {
		case hint == "" && len(c.faults) > 0:
			t.Errorf("%q: %v", value, c.faults)
		case hint != "" && (len(c.faults) != 1 || c.faults[0].Code != diag.BadFrame || !strings.HasPrefix(c.faults[0].Hint, hint)):
			t.Errorf("%q: %v, want a fault with the hint %q", value, c.faults, hint)
		}
	}
}

func TestTheCommonPlatformsPassTheCheck(t *testing.T) {
	var c checker
	var frames []diag.Text
	for _, platform := range commonPlatforms {
		frames = append(frames, text(platform))
	}
	if c.frames(frames); len(c.faults) > 0 {
		t.Error(c.faults)
	}
}

func TestTooManyPlatformsAndRepeatedOnesAreReported(t *testing.T) {
	var c checker
	c.frames([]diag.Text{text("https://a.example"), text("https://a.example")})
	if len(c.faults) != 1 || c.faults[0].Code != diag.DuplicateID {
		t.Errorf("named twice: %v", c.faults)
	}
	c = checker{}
	var many []diag.Text
	for i := range 30 {
		many = append(many, text("https://"+strings.Repeat("x", i+1)+"."+strings.Repeat("y", 50)+".example"))
	}
	if c.frames(many); len(c.faults) != 1 || c.faults[0].Code != diag.TooManyFrames {
		t.Errorf("too many: %v", c.faults)
	}
}

// A school that lists platforms lists all of them; an empty list means none.
func TestPlatformsOfASchool(t *testing.T) {
	for _, c := range []struct {
		frames []diag.Text
		want   []string
	}{
		{nil, commonPlatforms},
		{[]diag.Text{}, nil},
		{[]diag.Text{text("https://a.example")}, []string{"https://a.example"}},
	} {
		s := Site{School: model.School{Frames: c.frames}}
		if got := s.Platforms(); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, want %v", c.frames, got, c.want)
		}
	}
}
