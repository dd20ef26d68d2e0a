package site

import (
	"fmt"
	"strings"
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

func text(s string) diag.Text {
	return diag.Text{Value: s, Pos: diag.WholeFile("f")}
}

func errata(pairs ...string) (list []model.Erratum) {
	for i := 0; i < len(pairs); i += 2 {
		list = append(list, model.Erratum{Was: text(pairs[i]), Now: text(pairs[i+1])})
	}
	return list
}

func TestPublishedCorrectsEachErratumOnce(t *testing.T) {
	for _, c := range []struct {
		adopted string
		errata  []model.Erratum
		want    string
	}{
		{"as it was", nil, "as it was"},
		{"the the policy", errata("the the", "the"), "the policy"},
		{"safe gaurded from resonable harm", errata("resonable", "reasonable", "safe gaurded", "safeguarded"), "safeguarded from reasonable harm"},
		{"teh cat saw a dgo", errata("teh", "the dgo", "dgo", "dog"), "the dgo cat saw a dog"}, // not within a correction
		{"a slip at the edn", errata("edn", "end"), "a slip at the end"},
		{"a word too to many", errata(" to many", " many"), "a word too many"},
	} {
		if got := Published(text(c.adopted), c.errata); got != c.want {
			t.Errorf("%q is published as %q, want %q", c.adopted, got, c.want)
		}
	}
}

func TestErrataAreInTheTextOnceAndDoNotOverlap(t *testing.T) {
	for _, c := range []struct {
		adopted string
		errata  []model.Erratum
		want    string
	}{
		{"the the policy", errata("the the", "the"), "[]"},
		{"the policy", errata("the the", "the"), "[erratum-not-found]"},
		{"the the policy", errata("the", "a"), "[erratum-not-found]"},
		{"The the policy", errata("the the", "the"), "[erratum-not-found]"},
		{"the the policy", errata("the the", "the", "the policy", "a policy"), "[errata-overlap]"},
		{"the the policy", errata("the the", "the", "policy", "policies"), "[]"},
		{"the the policy", errata("policy", "a", "policy", "b"), "[errata-overlap]"},
	} {
		var c2 checker
		c2.errata(text(c.adopted), c.errata)
		if got := codes(c2.faults); got != c.want {
			t.Errorf("%q with %v: %s, want %s", c.adopted, c.errata, got, c.want)
		}
	}
}

func codes(faults diag.List) string {
	list := []string{}
	for _, f := range faults {
		list = append(list, f.Code.String())
	}
	return fmt.Sprint(list)
}

func TestSlugsAreEasyToType(t *testing.T) {
	for slug, want := range map[string]string{
		"passwords": "[]", "my-files": "[]", "s": "[]", "3d-prints": "[]",
		"": "[bad-slug]", "5": "[bad-slug]", "12": "[bad-slug]", "../x": "[bad-slug]", "a/b": "[bad-slug]", ".": "[bad-slug]", "Passwords": "[bad-slug]",
		"my_files": "[bad-slug]", "my--files": "[bad-slug]", "-files": "[bad-slug]", "files-": "[bad-slug]", "my files": "[bad-slug]", "café": "[bad-slug]", "a\n": "[bad-slug]",
		"print": "[reserved-slug]", "present": "[reserved-slug]", "index": "[reserved-slug]",
	} {
		var c checker
		ok := c.slug(text(slug))
		if got := codes(c.faults); got != want || ok != (want == "[]") {
			t.Errorf("%q: %s and %t, want %s", slug, got, ok, want)
		}
	}
}

func TestTheHintForAnUnknownPictureIgnoresSkinTones(t *testing.T) {
	data := model.Data{Pictures: []model.Picture{{Emoji: text("👩🏾‍🏫"), File: text("teacher.svg"), Role: text("person")}}}
	c := checker{data: data, site: &Site{pictures: map[string]model.Picture{}}, toneless: map[string]string{}, misconceptions: namesOf()}
	c.lists()
	for emoji, want := range map[string]string{
		"👩🏾‍🏫": "", "": "", "👩‍🏫": "use 👩🏾‍🏫", "👩🏻‍🏫": "use 👩🏾‍🏫", "👩🏾": "add it to data/library/pictures.yaml", "🦊": "add it to data/library/pictures.yaml",
	} {
		c.faults = nil
		c.picture(text(emoji))
		if (want == "") != (len(c.faults) == 0) || want != "" && !strings.HasPrefix(c.faults[0].Hint, want) {
			t.Errorf("%q: %v, want a hint that begins %q", emoji, c.faults, want)
		}
	}
}

// Whoever holds a Site need not check it again.
func TestNewReturnsNoSiteWithErrors(t *testing.T) {
	policy := model.Document{ID: text("x"), Kind: diag.Text{Value: "policy", Pos: diag.WholeFile("x.yaml")}}
	data := model.Data{Documents: []model.Document{policy}, School: model.School{Slug: text("Not a slug")}}
	if s, faults := New(data); s != nil || !faults.Failed() {
		t.Errorf("%v, %v", s, faults)
	}
	data.School.Slug.Value = ""
	if s, faults := New(data); s == nil || len(faults) > 0 {
		t.Errorf("%v, %v", s, faults)
	}
}
