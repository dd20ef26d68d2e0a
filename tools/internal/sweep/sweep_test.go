package sweep_test

import (
	"os"
	"path/filepath"
	"testing"

	"safeonline/tools/internal/sweep"
)

func TestTheTestsThatAskAreNoted(t *testing.T) {
	file := filepath.Join(t.TempDir(), "note")
	t.Setenv("SWEEP_NOTE", file)
	t.Setenv("TEST_ALL", "")
	if sweep.Full() {
		t.Error("everything is tried without TEST_ALL")
	}
	t.Setenv("TEST_ALL", "1")
	t.Run("in a subtest", func(t *testing.T) {
		if !sweep.Full() {
			t.Error("a part is tried with TEST_ALL")
		}
	})
	got, err := os.ReadFile(file)
	if want := "TestTheTestsThatAskAreNoted\nTestTheTestsThatAskAreNoted\n"; err != nil || string(got) != want {
		t.Errorf("noted %q, %v; want %q", got, err, want)
	}
}
