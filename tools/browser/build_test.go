package browser

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestTwoBuildsGiveTheSameBytes(t *testing.T) {
	again, err := buildSite(built().root, filepath.Join(t.TempDir(), "another", "place")) // a path that got into a page would show
	if err != nil {
		t.Fatal(err)
	}
	first, second := hashes(t, built().public()), hashes(t, again.public())
	for name, sum := range first {
		if second[name] != sum {
			t.Errorf("%s: another build gives other bytes", name)
		}
	}
	for name := range second {
		if first[name] == "" {
			t.Errorf("%s: only the second build has it", name)
		}
	}
}

// hashes gives the SHA-256 of every file below a folder.
func hashes(t *testing.T, folder string) map[string]string {
	t.Helper()
	sums := map[string]string{}
	files := os.DirFS(folder)
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(files, name)
		sums[name] = fmt.Sprintf("%x", sha256.Sum256(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return sums
}
