package main

import (
	"errors"
	"strings"
	"testing"
)

func TestAPanicIsAnErrorOfTheCommand(t *testing.T) {
	err := protected(func() error {
		parts := strings.Fields("one")
		return errors.New(parts[len(parts)])
	})
	if err == nil || !strings.Contains(err.Error(), "index out of range") || !strings.Contains(err.Error(), "main_test.go") {
		t.Errorf("a panic became %v", err)
	}
	var said strings.Builder
	if code := exitCode(verb{name: "build"}, err, &said); code != 2 || !strings.HasPrefix(said.String(), "site build: internal error") {
		t.Errorf("exit code %d, and the command says %q", code, said.String())
	}
}
