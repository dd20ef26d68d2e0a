package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"safeonline/tools/internal/fleet"
	"safeonline/tools/internal/out"
	"safeonline/tools/internal/sweep"
)

// What a run says of the schools that it could not build is a sentence.
func TestARunCountsTheSchoolsThatItCouldNotBuild(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{1: "1 school could not be built", 2: "2 schools could not be built"} {
		outcomes := []fleet.Outcome{{State: fleet.Built}, {State: fleet.Faulty}}
		for range n {
			outcomes = append(outcomes, fleet.Outcome{State: fleet.Failed})
		}
		if err := worst(outcomes); err == nil || err.Error() != want {
			t.Errorf("%d: %v, want %s", n, err, want)
		}
	}
}

// A run over several schools is killed, with TEST_ALL ten times, each at a moment of chance. Each school's site is wholly the old one or wholly the new,
// and the next run completes what is missing.
func TestAKilledRunOverSchoolsLeavesWholeSites(t *testing.T) {
	t.Parallel()
	dir := builtFixture(t)
	names := withSchools(t, dir, "ash", "elm", "oak", "yew")
	run := func() *exec.Cmd {
		build := exec.Command("site", append([]string{"build"}, names...)...)
		build.Dir = dir
		return build
	}
	began := time.Now()
	complete(t, run())
	took := time.Since(began)
	kills := 2
	if sweep.Full() {
		kills = 10
	}
	for n := range kills {
		before := sitesIn(t, dir, names)
		for _, name := range names {
			replaceIn(t, filepath.Join(dir, name, "school.yaml"), "name: ", fmt.Sprintf("name: %d ", n))
		}
		build := run()
		must(t, build.Start())
		time.Sleep(time.Duration(rand.Int64N(int64(took))))
		build.Process.Kill()
		build.Wait()
		killed := settledSites(t, dir, names)
		complete(t, run())
		for i, now := range sitesIn(t, dir, names) {
			if same(now, before[i]) {
				t.Fatalf("%s is as it was before the change", names[i])
			}
			if !same(killed[i], before[i]) && !same(killed[i], now) {
				t.Fatalf("killed in run %d: the site of %s is neither the old one nor the new", n, names[i])
			}
		}
	}
}

// withSchools adds copies of the project's school under other names, and returns their folders.
func withSchools(t *testing.T, dir string, names ...string) (folders []string) {
	t.Helper()
	for _, name := range names {
		school := filepath.Join(dir, "schools", name)
		must(t, os.CopyFS(school, os.DirFS(filepath.Join(dir, "data", "school"))))
		replaceIn(t, filepath.Join(school, "school.yaml"), "slug: elm-lane", "slug: "+name)
		folders = append(folders, "schools/"+name)
	}
	return folders
}

func complete(t *testing.T, build *exec.Cmd) {
	t.Helper()
	said, err := build.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
}

func replaceIn(t testing.TB, name, was, now string) {
	t.Helper()
	text, err := os.ReadFile(name)
	must(t, err)
	must(t, os.WriteFile(name, []byte(strings.Replace(string(text), was, now, 1)), 0o644))
}

// sitesIn returns the files of each school's site.
func sitesIn(t *testing.T, dir string, names []string) (sites []map[string][]byte) {
	t.Helper()
	for _, name := range names {
		files, err := tree(filepath.Join(dir, "sites", filepath.Base(name)))
		must(t, err)
		sites = append(sites, files)
	}
	return sites
}

// settledSites is sitesIn once the builds of single schools have ended, which outlive the run by a moment.
func settledSites(t *testing.T, dir string, names []string) []map[string][]byte {
	t.Helper()
	for _, name := range names {
		unlock, err := out.Lock(filepath.Join(dir, workFolder, filepath.Base(name)))
		must(t, err)
		must(t, unlock())
	}
	return sitesIn(t, dir, names)
}
