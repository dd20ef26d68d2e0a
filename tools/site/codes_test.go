package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"safeonline/tools/internal/diag"
)

// A script shows each fault as an author sees it, so that somebody has read its words.
func TestScriptsShowEveryFaultCode(t *testing.T) {
	shown := codesInScripts(t)
	for _, code := range diag.Codes() {
		// No file is known to make the program itself fail: a test of package diag shows that fault.
		if !shown[code.String()] && code != diag.InternalFault {
			t.Errorf("no script in testdata/script shows a fault with the code %q: add one", code)
		}
		delete(shown, code.String())
	}
	for code := range shown {
		t.Errorf("a script shows the code %q, which diag.Codes does not have", code)
	}
}

var codeShown = regexp.MustCompile(`(?m)  \[([a-z0-9-]+)\]$`)

func codesInScripts(t *testing.T) map[string]bool {
	t.Helper()
	scripts, err := filepath.Glob("testdata/script/*/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]bool{}
	for _, name := range scripts {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range codeShown.FindAllSubmatch(text, -1) {
			shown[string(m[1])] = true
		}
	}
	return shown
}

const faultsIntro = `# Faults

Each fault that ` + "`check`" + ` and ` + "`serve`" + ` report has a code, in brackets at its end. This page lists them all.

A lesson may be excused from a fault marked "yes", by a waiver that says why: see [authoring.md](authoring.md).
This page is written by ` + "`go test ./tools/site -run TestFaultsPage -update`" + `, from ` + "`tools/internal/diag/codes.go`" + `.

| code | what is wrong | may be waived |
|---|---|---|
`

func TestFaultsPageListsEveryCode(t *testing.T) {
	const name = "../../docs/faults.md"
	want := bytes.NewBufferString(faultsIntro)
	for _, code := range diag.Codes() {
		waivable := ""
		if code.Waivable() {
			waivable = "yes"
		}
		fmt.Fprintf(want, "| `%s` | %s | %s |\n", code, code.Meaning(), waivable)
	}
	if *update {
		if err := os.WriteFile(name, want.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want.Bytes()) {
		t.Error("docs/faults.md does not list the codes of package diag: run this test with -update")
	}
}
