package main

import (
	"bytes"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// spoilt is a project whose builds are killed. Its words go to and fro between two, so that a site is wholly of the one or
// wholly of the other.
type spoilt struct {
	t          *testing.T
	dir        string
	words      int // which of the two stand in the content now
	one, other map[string][]byte
}

var twoWords = [2]string{"name: Elm Lane Primary School", "name: Elm Lane School"}

func newSpoilt(t *testing.T) *spoilt {
	t.Helper()
	s := &spoilt{t: t, dir: builtFixture(t)}
	s.one = s.site()
	s.turn()
	s.build()
	s.other = s.site()
	if same(s.one, s.other) {
		t.Fatal("both sites are the same")
	}
	return s
}

// turn writes the other words.
func (s *spoilt) turn() {
	s.t.Helper()
	name := filepath.Join(s.dir, "data", "school.yaml")
	text, err := os.ReadFile(name)
	must(s.t, err)
	was, now := twoWords[s.words], twoWords[1-s.words]
	if strings.Count(string(text), was) != 1 {
		s.t.Fatalf("%s has not %q once", name, was)
	}
	must(s.t, os.WriteFile(name, []byte(strings.Replace(string(text), was, now, 1)), 0o644))
	s.words = 1 - s.words
}

func (s *spoilt) command() *exec.Cmd {
	build := exec.Command("site", "build")
	build.Dir = s.dir
	return build
}

// build is a build that nobody kills. Whatever the one before has left, it makes the site of the words that stand now.
func (s *spoilt) build() {
	s.t.Helper()
	if said, err := s.command().CombinedOutput(); err != nil {
		s.t.Fatalf("after a kill: %v\n%s", err, said)
	}
	if want := [2]map[string][]byte{s.one, s.other}[s.words]; want != nil && !same(s.site(), want) {
		s.t.Fatal("a build after a kill gives another site")
	}
}

// whole: public/ is one of the two sites.
func (s *spoilt) whole(when string) {
	s.t.Helper()
	if got := s.site(); !same(got, s.one) && !same(got, s.other) {
		s.t.Fatalf("%s: public/ is neither site but %d files", when, len(got))
	}
}

// site is every file of public/.
func (s *spoilt) site() map[string][]byte {
	s.t.Helper()
	files, err := tree(filepath.Join(s.dir, "public"))
	must(s.t, err)
	return files
}

func same(a, b map[string][]byte) bool { return maps.EqualFunc(a, b, bytes.Equal) }

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestAKillAtAnyTimeLeavesAWholeSite(t *testing.T) {
	s := newSpoilt(t)
	s.turn()
	began := time.Now()
	s.build()
	long := time.Since(began)
	for range 20 {
		s.turn()
		build := s.command()
		must(t, build.Start())
		at := rand.N(long)
		kill := time.AfterFunc(at, func() { build.Process.Kill() })
		build.Wait() // killed, or done before
		kill.Stop()
		s.whole("killed after " + at.String())
		s.build()
	}
}

// Several builds at once, as when somebody builds while another's hook does: each waits for the one before.
func TestBuildsAtOnceDoNotMix(t *testing.T) {
	s := newSpoilt(t)
	for range 4 {
		s.turn()
		var builds []*exec.Cmd
		for range 3 {
			build := s.command()
			must(t, build.Start())
			builds = append(builds, build)
		}
		for _, build := range builds {
			if err := build.Wait(); err != nil {
				t.Errorf("a build beside others: %v", err)
			}
		}
		s.whole("after three builds at once")
	}
}
