package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Without Chromium, pdf writes nothing, and its error says what to do.
func TestPDFWithoutChromiumIsAnError(t *testing.T) {
	root := t.TempDir()
	must(t, copyFixture(root))
	t.Setenv("PATH", t.TempDir())
	var stdout, stderr bytes.Buffer
	if code := run([]string{"pdf"}, root, &stdout, &stderr); code != 2 {
		t.Errorf("exit code %d, want 2", code)
	}
	for _, words := range []string{"site pdf: Chromium is not installed", "hint: install it", "the pages offer printing"} {
		if !strings.Contains(stderr.String(), words) {
			t.Errorf("the error lacks %q:\n%s", words, &stderr)
		}
	}
	if stdout.Len() > 0 {
		t.Errorf("it prints %q", &stdout)
	}
}

// browser stands for Chromium: it prints nothing of the page, but a file in which pdf finds all that it looks for.
const browser = `#!/bin/sh
for arg; do
	case $arg in --print-to-pdf=*) file=${arg#*=} ;; esac
done
cat >"$file" <<END
%PDF-1.4
/Marked true /Title (x) /Lang (en) /CreationDate (D:20260901120000+00'00')
%%EOF
END
`

// The PDF files of another school are made in its folder, and its site offers them at the addresses that any school's have.
func TestPDFsOfAnotherSchool(t *testing.T) {
	root, programs := t.TempDir(), t.TempDir()
	must(t, copyFixture(root))
	must(t, os.Mkdir(filepath.Join(root, "schools"), 0o755))
	const school = "schools/ash-grove"
	must(t, os.Rename(filepath.Join(root, "data/school"), filepath.Join(root, school)))
	must(t, os.WriteFile(filepath.Join(programs, "chromium"), []byte(browser), 0o755))
	t.Setenv("PATH", programs+string(os.PathListSeparator)+os.Getenv("PATH"))
	command := func(args ...string) string {
		t.Helper()
		var stdout, stderr bytes.Buffer
		if code := run(args, root, &stdout, &stderr); code != 0 || stderr.Len() > 0 {
			t.Fatalf("site %s: exit code %d\n%s", strings.Join(args, " "), code, &stderr)
		}
		return stdout.String()
	}
	said := command("pdf", "--school", school)
	command("build", "--school", school)

	want := []string{"elm-lane-agreement-ks1.pdf", "elm-lane-agreement-ks2.pdf", "elm-lane-agreement-staff.pdf", "elm-lane-policy.pdf", "elm-lane-slip-ks1.pdf", "elm-lane-slip-ks2.pdf"}
	for _, folder := range []string{school + "/downloads", "public/downloads"} {
		entries, err := os.ReadDir(filepath.Join(root, folder))
		must(t, err)
		var names []string
		for _, entry := range entries {
			names = append(names, entry.Name())
		}
		if !slices.Equal(names, want) {
			t.Errorf("%s holds %q, want %q", folder, names, want)
		}
	}
	for _, name := range want {
		if !strings.Contains(said, fmt.Sprintf("printed: %s/downloads/%s,", school, name)) {
			t.Errorf("it does not say that %s is printed:\n%s", name, said)
		}
	}
	policy, err := os.ReadFile(filepath.Join(root, "generated/content/policy/_index.md"))
	must(t, err)
	if !strings.Contains(string(policy), `"file":"downloads/elm-lane-policy.pdf"`) {
		t.Error("the page of the policy does not offer its file")
	}
	if _, err := os.Stat(filepath.Join(root, "data/school")); err == nil {
		t.Error("something was written to data/school")
	}
}
