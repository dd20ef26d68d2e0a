package browser

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"safeonline/tools/internal/sweep"
)

// setting is where a site is built: the name of the folder, the order in which its files are made, and variables.
type setting struct {
	folder   string
	backward bool
	env      []string
}

// The same content gives the same bytes wherever it is built: in a folder of any name, in any order of files, time zone and
// language, on any number of cores, with any variables. One build differs in all of them.
func TestBuildsAreReproducible(t *testing.T) {
	t.Parallel()
	first := hashes(t, built().public())
	all := []setting{
		{"ein/Ordner mit/Blank", true, []string{
			"TZ=Pacific/Kiritimati", "LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8", "GOMAXPROCS=1", "SOURCE_DATE_EPOCH=1", "CI=true", "NODE_PATH=/tmp", "HUGO_ENVIRONMENT=development",
			"HUGO_BASEURL=https://evil.example/", "HUGO_ENABLEEMOJI=true", "HUGO_MARKUP_GOLDMARK_RENDERER_UNSAFE=true", "HUGO_TIMEZONE=Asia/Tokyo",
			"HUGO_MARKUP_GOLDMARK_EXTENSIONS_TYPOGRAPHER_DISABLE=false", "HUGO_CACHEDIR=/nowhere/at/all", "HUGOxUGLYURLS=true", "HUGO_MINIFY_DISABLECSS=true",
		}},
	}
	if sweep.Full() {
		all = append(all,
			setting{"a", false, []string{"TZ=America/Los_Angeles", "LANG=C", "LC_ALL=C", "GOMAXPROCS=2"}},
			setting{"ein/Ordner/für/sich", true, []string{"TZ=UTC", "LANG=de_DE.UTF-8", "LC_ALL=de_DE.UTF-8", "GOMAXPROCS=8"}},
		)
	}
	for _, c := range all {
		root := filepath.Join(t.TempDir(), filepath.FromSlash(c.folder))
		if err := copyInOrder(t, project, root, c.backward); err != nil {
			t.Fatal(err)
		}
		env := append(c.env, "HOME="+t.TempDir())
		if err := buildIn(env, command(), root); err != nil {
			t.Fatalf("%s: %v", c.folder, err)
		}
		second := hashes(t, filepath.Join(root, "public"))
		for name, sum := range first {
			if second[name] != sum {
				t.Errorf("built in %q with %v, %s has other bytes", c.folder, c.env, name)
			}
		}
		if len(second) != len(first) {
			t.Errorf("built in %q there are %d files, not %d", c.folder, len(second), len(first))
		}
	}
}

// copyInOrder copies the project, file by file, forward or backward: some file systems list files as they were made.
func copyInOrder(t *testing.T, from, to string, backward bool) error {
	if !backward {
		return copyProject(from, to)
	}
	whole := to + "-forward"
	if err := copyProject(from, whole); err != nil {
		return err
	}
	defer os.RemoveAll(whole)
	for _, name := range slices.Backward(slices.Sorted(maps.Keys(hashes(t, whole)))) {
		if err := copyFile(filepath.Join(whole, name), filepath.Join(to, name)); err != nil {
			return err
		}
	}
	return nil
}

// hashes returns the SHA-256 of every file below a folder.
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
