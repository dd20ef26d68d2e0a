package lesson

import (
	"slices"
	"testing"

	"safeonline/tools/internal/quiz"
)

func TestWhatAKindStillLacks(t *testing.T) {
	for _, k := range quiz.All() {
		if !slices.ContainsFunc(forms, func(f form) bool { return f.kind == k.Name }) {
			t.Errorf("%s lacks a form in quiz.go: how authors write it", k.Name)
		}
	}
}
