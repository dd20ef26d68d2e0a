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

func TestHelpOfACommandIsWhatTheCommandSaysOfItself(t *testing.T) {
	for _, v := range verbs() {
		var asked, own, wrong strings.Builder
		codes := [2]int{run([]string{"help", v.name}, project, &asked, &wrong), run([]string{v.name, "--help"}, project, &own, &wrong)}
		if codes != [2]int{} || asked.String() != own.String() || wrong.Len() > 0 || v.summary != "" && !strings.HasPrefix(own.String(), "usage: go run ./tools/site "+v.name) {
			t.Errorf("help %s ends with %d and prints\n%s\n%s --help ends with %d and prints\n%s\n%s", v.name, codes[0], &asked, v.name, codes[1], &own, &wrong)
		}
	}
}
