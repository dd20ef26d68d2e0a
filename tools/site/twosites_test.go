package main

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// twoSites is a project whose content changes between two versions, so that each of its sites is wholly one of two.
type twoSites struct {
	t       *testing.T
	dir     string
	version int // of the content now
	sites   [2]map[string][]byte
}

// schoolNames are the words that differ between the two versions.
var schoolNames = [2]string{"name: Elm Lane Primary School", "name: Elm Lane School"}

func newTwoSites(t *testing.T) *twoSites {
	t.Helper()
	s := &twoSites{t: t, dir: builtFixture(t)}
	s.sites[0] = s.site()
	s.turn()
	if said, err := s.command().CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	s.sites[1] = s.site()
	if same(s.sites[0], s.sites[1]) {
		t.Fatal("both sites are the same")
	}
	return s
}

// turn changes the content to the other version.
func (s *twoSites) turn() {
	s.t.Helper()
	name := filepath.Join(s.dir, "data", "school", "school.yaml")
	text, err := os.ReadFile(name)
	must(s.t, err)
	was, now := schoolNames[s.version], schoolNames[1-s.version]
	if strings.Count(string(text), was) != 1 {
		s.t.Fatalf("%s has not %q once", name, was)
	}
	must(s.t, os.WriteFile(name, []byte(strings.Replace(string(text), was, now, 1)), 0o644))
	s.version = 1 - s.version
}

func (s *twoSites) command() *exec.Cmd {
	build := exec.Command("site", "build")
	build.Dir = s.dir
	return build
}

// build builds without interruption. Whatever the build before has left, it makes the site of the content of now.
func (s *twoSites) build() {
	s.t.Helper()
	if said, err := s.command().CombinedOutput(); err != nil {
		s.t.Fatalf("after an interrupted build: %v\n%s", err, said)
	}
	if !same(s.site(), s.wanted()) {
		s.t.Fatal("a build after an interrupted one makes another site")
	}
}

// whole holds that public/ is one of the two sites.
func (s *twoSites) whole(when string) {
	s.t.Helper()
	if got := s.site(); !same(got, s.sites[0]) && !same(got, s.sites[1]) {
		s.t.Fatalf("%s: public/ is neither site but %d files", when, len(got))
	}
}

// nothingLeft holds that no folder of a build is left beside public/.
func (s *twoSites) nothingLeft(when string) {
	s.t.Helper()
	if left, _ := filepath.Glob(filepath.Join(s.dir, ".public*")); len(left) > 0 {
		s.t.Errorf("%s: left %v", when, left)
	}
}

// site returns the files of public/.
func (s *twoSites) site() map[string][]byte {
	s.t.Helper()
	files, err := tree(filepath.Join(s.dir, "public"))
	must(s.t, err)
	return files
}

// wanted returns the files of the site of the content of now.
func (s *twoSites) wanted() map[string][]byte { return s.sites[s.version] }

func same(a, b map[string][]byte) bool { return maps.EqualFunc(a, b, bytes.Equal) }

// waitUntil waits for a condition.
func waitUntil(t testing.TB, what string, condition func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); !condition(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("waited for %v, and never was it true that %s", patience, what)
		}
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
