package main

import (
	"bytes"
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
