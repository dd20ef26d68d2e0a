package diag_test

import (
	"testing"

	"safeonline/tools/internal/diag"
)

func TestANameInACommandIsOneArgument(t *testing.T) {
	for name, want := range map[string]string{
		"schools/elm-lane": "schools/elm-lane", "schools/Elm Lane": `"schools/Elm Lane"`, "St Mary's.docx": `"St Mary's.docx"`,
		"rules(2).docx": `"rules(2).docx"`, `a"$b`: `"a\"\$b"`, "": `""`,
	} {
		if got := diag.Argument(name); got != want {
			t.Errorf("%q is written %s, want %s", name, got, want)
		}
	}
}
