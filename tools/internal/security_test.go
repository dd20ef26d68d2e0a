package internal_test

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

// Every promise of SECURITY.md names what tests it: a test function, a file of tests, a package, or scripts.
func TestWhatSecurityNamesExists(t *testing.T) {
	text, err := os.ReadFile("../../SECURITY.md")
	if err != nil {
		t.Fatal(err)
	}
	functions := testFunctions(t)
	named := 0
	for _, row := range regexp.MustCompile(`(?m)^\| [^|]+ \| ([^|]+) \|$`).FindAllSubmatch(text, -1) {
		for _, name := range regexp.MustCompile("`([^` ]+)`").FindAllSubmatch(row[1], -1) {
			named++
			if n := string(name[1]); !functions[n] && !exists(n) {
				t.Errorf("SECURITY.md names %s, which is neither a test, nor a file, a package or scripts", n)
			}
		}
	}
	if named < 30 {
		t.Errorf("found %d names in the tables of SECURITY.md: have the tables changed?", named)
	}
}

// exists reports whether a name is a file or folder of the project, of the browser tests, or of the command's scripts.
func exists(name string) bool {
	for _, of := range []string{"../..", "../browser", "../site/testdata/script"} {
		for _, end := range []string{"", ".txtar"} {
			if _, err := os.Stat(path.Join(of, name+end)); err == nil {
				return true
			}
		}
	}
	return false
}

// testFunctions returns the names of all test functions of the project.
func testFunctions(t *testing.T) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	declared := regexp.MustCompile(`(?m)^func (Test\w+)\(t \*testing\.T\)`)
	err := fs.WalkDir(os.DirFS(".."), ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path.Join("..", name))
		for _, m := range declared.FindAllSubmatch(text, -1) {
			names[string(m[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}
