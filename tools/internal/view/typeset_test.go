package view_test

import (
	"fmt"
	"strings"
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/view"
)

// Straight quotes become the ones that children see in books.
func ExampleTypeset() {
	fmt.Println(view.Typeset(diag.Text{Value: `Say, "It's Ada's," and wait...`}))
	// Output: Say, “It’s Ada’s,” and wait…
}

func typeset(text string) string { return view.Typeset(diag.Text{Value: text}) }

func TestQuotesOpenAfterASpaceAndCloseAfterALetter(t *testing.T) {
	for text, want := range map[string]string{
		``:                       ``,
		`"Hi"`:                   `“Hi”`,
		`'Hi'`:                   `‘Hi’`,
		`"'Hi,' he said."`:       `“‘Hi,’ he said.”`,
		`("Hi")`:                 `(“Hi”)`,
		`don't`:                  `don’t`,
		`the girls' team`:        `the girls’ team`,
		`she says: "'Tis"`:       `she says: “‘Tis”`, // the one that it gets wrong: write ’Tis
		`"Hi!" "Ho!"`:            `“Hi!” “Ho!”`,
		`well–"Hi"`:              `well–“Hi”`,
		`“Hi” and ‘Ho’`:          `“Hi” and ‘Ho’`,
		`wait....`:               `wait….`,
		`a "b" 'c'`:              `a “b” ‘c’`,
		"\"Hi\"\u00a0\"Ho\"":     "“Hi”\u00a0“Ho”",
		`5" of rain and 6' tall`: `5” of rain and 6’ tall`,
	} {
		if got := typeset(text); got != want {
			t.Errorf("%s is typeset as %s, want %s", text, got, want)
		}
	}
}

// FuzzTypeset checks that typeset text stays as it is, and that no letter is lost.
func FuzzTypeset(f *testing.F) {
	for _, text := range []string{`Say, "It's Ada's," and wait...`, `''"'"`, "....", "…..", "\xff'", "a'\u2028'"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		once := typeset(text)
		if twice := typeset(once); once != twice {
			t.Errorf("%q is typeset as %q, and that as %q", text, once, twice)
		}
		if strings.ContainsAny(once, `"'`) {
			t.Errorf("%q keeps a straight quote: %q", text, once)
		}
	})
}
