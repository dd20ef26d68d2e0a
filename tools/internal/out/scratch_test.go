package out

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

const scratchPrefix = "site-test-"

// A scratch folder whose process was killed is deleted when the next is made. One that is in use stays, and so does anything
// that may not be a scratch folder.
func TestScratchDeletesWhatAKilledProcessLeft(t *testing.T) {
	parent := t.TempDir()
	left := killedScratch(t, parent)
	inUse, removeInUse, err := Scratch(parent, scratchPrefix)
	must(t, err)
	others := []string{
		folder(t, parent, scratchPrefix+"without-claim", "index.html"),
		folder(t, parent, "site-other", claim),
		folder(t, parent, scratchPrefix+"claimed-by-a-folder", claim+"/x"),
	}
	must(t, os.WriteFile(filepath.Join(parent, scratchPrefix+"file"), nil, 0o644))
	must(t, os.Symlink(others[1], filepath.Join(parent, scratchPrefix+"link")))
	own, remove, err := Scratch(parent, scratchPrefix)
	must(t, err)
	if _, err := os.Stat(left); err == nil {
		t.Errorf("%s is still there", left)
	}
	for _, dir := range append(others, inUse, own) {
		if _, err := os.Stat(dir); err != nil {
			t.Errorf("%s was deleted", dir)
		}
	}
	if _, err := os.Stat(filepath.Join(others[1], claim)); err != nil {
		t.Errorf("what a link leads to was deleted: %v", err)
	}
	must(t, remove())
	must(t, removeInUse())
	if _, err := os.Stat(own); err == nil {
		t.Errorf("%s was not removed", own)
	}
}

// killedScratch returns the scratch folder that a killed process has left.
func killedScratch(t *testing.T, parent string) string {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestScratchOfAKilledProcess$")
	child.Env = append(os.Environ(), "SCRATCH_PARENT="+parent)
	if err := child.Run(); err == nil {
		t.Fatal("the process was not killed")
	}
	found, err := filepath.Glob(filepath.Join(parent, scratchPrefix+"*"))
	if err != nil || len(found) != 1 {
		t.Fatalf("the killed process left %v (%v)", found, err)
	}
	return found[0]
}

// TestScratchOfAKilledProcess is that process. In other runs it does nothing.
func TestScratchOfAKilledProcess(t *testing.T) {
	parent := os.Getenv("SCRATCH_PARENT")
	if parent == "" {
		return
	}
	dir, _, err := Scratch(parent, scratchPrefix)
	must(t, err)
	folder(t, dir, "1", "index.html")
	self, err := os.FindProcess(os.Getpid())
	must(t, err)
	must(t, self.Kill())
	select {}
}

// folder makes a folder with one file.
func folder(t *testing.T, parent, name, file string) string {
	t.Helper()
	full := filepath.Join(parent, name, filepath.FromSlash(file))
	must(t, os.MkdirAll(filepath.Dir(full), 0o755))
	must(t, os.WriteFile(full, nil, 0o644))
	return filepath.Join(parent, name)
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
