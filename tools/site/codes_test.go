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

Every fault that ` + "`check`" + ` or ` + "`serve`" + ` prints ends with a code in brackets. Here it is ` + "`no-right-answer`" + `:

` + "```" + `
content/lessons/ks2/passwords.md:41:1: error: question "Zane's offer" has no right answer
   41 | - [ ] Share it, because best friends are trusted
      | ^
  hint: tick the best option with [x]  [no-right-answer]
` + "```" + `

The first line has the file, the line and the column. The hint says how to fix the fault. A lesson may waive a fault that is
marked "yes" below, for a reason that it gives: see [authoring.md](authoring.md#what-else-check-reports).

Do not edit this page. It is made from ` + "`tools/internal/diag/codes.go`" + ` by ` + "`go test ./tools/site -run TestFaultsPage -update`" + `.

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
