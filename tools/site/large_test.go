//go:build large

package main

import (
	"cmp"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"testing"

	"safeonline/tools/internal/folder"
)

// BenchmarkLargeBuild is BenchmarkBuild with a hundred times the school's lessons, once. It takes minutes and 3 GB, so it has
// a build tag, and is run by `make large`.
func BenchmarkLargeBuild(b *testing.B) {
	dir := b.TempDir()
	if err := os.CopyFS(dir, manifold(b, 100)); err != nil {
		b.Fatal(err)
	}
	debug.FreeOSMemory() // a new process's peak of memory begins with that of this one
	besideHugo(b, dir, 1)
}

// BenchmarkSchools builds the pages of many schools of the size of this one, and compares the processor time with that of as many builds of
// Hugo alone. SCHOOLS says how many there are; the growth is that from a quarter of them. That quarter is also built whole, with the
// PowerPoint files and the exports. A thousand take an hour on two cores.
func BenchmarkSchools(b *testing.B) {
	most, err := strconv.Atoi(cmp.Or(os.Getenv("SCHOOLS"), "32"))
	if err != nil || most < 4 {
		b.Fatal("SCHOOLS is not a number of at least 4")
	}
	dir := copyProject(b)
	for n := range most {
		school := filepath.Join(dir, "schools", fmt.Sprintf("s%04d", n))
		must(b, os.CopyFS(school, os.DirFS(filepath.Join(dir, folder.School))))
		must(b, os.RemoveAll(filepath.Join(school, downloads))) // they have the name of the school in theirs
		replaceIn(b, filepath.Join(school, "school.yaml"), "slug: ", fmt.Sprintf("slug: s%04d-", n))
	}
	process(b, dir, "site-of-pages", "build")
	hugo := process(b, dir, "hugo", "build", "--noBuildLock", "--source", dir, "--destination", filepath.Join(dir, "alone"))
	built := func(program string, n int) spent {
		args := []string{program, "build", "--all"}
		for i := range n {
			args = append(args, fmt.Sprintf("schools/s%04d", i))
		}
		return process(b, dir, args...)
	}
	for b.Loop() {
		few, all, whole := built("site-of-pages", most/4), built("site-of-pages", most), built("site", most/4)
		b.ReportMetric(all.processor/float64(most), "cpu-s/school")
		b.ReportMetric(whole.processor/float64(most/4), "cpu-s/whole-school")
		b.ReportMetric(all.clock/float64(most), "s/school")
		b.ReportMetric(all.processor/float64(most)/hugo.processor, "cpu-ratio")
		b.ReportMetric(math.Log(all.processor/few.processor)/math.Log(float64(most)/float64(most/4)), "exponent")
		b.ReportMetric(all.memory, "MB-of-one")
	}
	b.ReportMetric(0, "ns/op")
}
