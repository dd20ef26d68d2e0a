package i18n_test

import (
	"os"
	"testing"

	"safeonline/tools/internal/i18n"
)

func TestANumberIsAWordAsFarAsTheTextHasWords(t *testing.T) {
	words, faults, err := i18n.Read(os.DirFS("../../.."))
	if err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	for n, want := range map[int]string{-1: "-1", 0: "0", 1: "one", 7: "seven", 20: "twenty", 21: "21"} {
		if got := words.Number(n); got != want {
			t.Errorf("%d is written %q, want %q", n, got, want)
		}
	}
}
