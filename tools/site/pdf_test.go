package main

import (
	"bytes"
	"strings"
	"testing"
)

// Without a Chromium there are no PDF files, and whoever asks for them is told what to do. Nothing is written.
func TestPDFSaysWhatItNeeds(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	var stdout, stderr bytes.Buffer
	if code := run([]string{"pdf"}, "testdata/elm-lane", &stdout, &stderr); code != 2 {
		t.Errorf("exit code %d, want 2", code)
	}
	for _, words := range []string{"site pdf: there is no Chromium here", "hint: install it", "the pages offer printing"} {
		if !strings.Contains(stderr.String(), words) {
			t.Errorf("it does not say %q:\n%s", words, &stderr)
		}
	}
	if stdout.Len() > 0 {
		t.Errorf("it says %q", &stdout)
	}
}
