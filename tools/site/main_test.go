package main

import (
	"strings"
	"testing"
)

func TestAPanicIsAnErrorOfTheCommand(t *testing.T) {
	err := protected(func() error {
		var none map[string]int
		none["x"] = 1
		return nil
	})
	if err == nil || !strings.Contains(err.Error(), "nil map") || !strings.Contains(err.Error(), "main_test.go") {
		t.Errorf("a panic became %v", err)
	}
	var said strings.Builder
	if code := exitCode(verb{name: "build"}, err, &said); code != 2 || !strings.HasPrefix(said.String(), "site build: the program failed") {
		t.Errorf("exit code %d, and the command says %q", code, said.String())
	}
}
