package diag_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/diag"
)

func TestEachCodeHasAUniqueNameAndAMeaning(t *testing.T) {
	codes := diag.Codes()
	if len(codes) < 100 {
		t.Fatalf("found only %d codes", len(codes))
	}
	form := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	for i, code := range codes {
		if !form.MatchString(code.String()) {
			t.Errorf("%q is not made of small letters, digits and hyphens", code)
		}
		if i > 0 && codes[i-1].String() >= code.String() {
			t.Errorf("%q is in the table twice, or not in alphabetical order", code)
		}
		if m := code.Meaning(); !strings.HasSuffix(m, ".") || strings.Contains(strings.TrimSuffix(m, "."), ". ") {
			t.Errorf("%q: the meaning is not one sentence: %s", code, m)
		}
	}
	meaning := func(a, b diag.Code) int { return strings.Compare(a.Meaning(), b.Meaning()) }
	slices.SortFunc(codes, meaning)
	for i, code := range codes[1:] {
		if meaning(codes[i], code) == 0 {
			t.Errorf("%q and %q have the same meaning", codes[i], code)
		}
	}
}
