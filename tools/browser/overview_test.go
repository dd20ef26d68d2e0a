package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/overview"
)

// The page of a trust's schools passes axe-core at each width, and fits a small telephone.
func TestThePageOfATrustsSchoolsIsForAll(t *testing.T) {
	name := filepath.Join(t.TempDir(), "index.html")
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	err = overview.Write(f, os.DirFS(project), []overview.School{
		{Name: "Rush Hill Primary School", URL: "rush-hill/", Adopted: "2025-09-01", Reviewed: "2026-03-02", Covers: map[model.Coverage]int{model.Covered: 3, model.Not: 1}, Rules: 9, Taught: 8},
		{Name: "Ash and Elm Infant and Nursery School", Covers: map[model.Coverage]int{model.Unknown: 4}, Rules: 1, Stale: 1, Trouble: "its files have faults"},
		{Folder: "schools/of-which-nothing-is-known", Trouble: "its files have faults"},
	})
	if err != nil {
		t.Fatal(err)
	}
	b := visitAt(t, "file://"+filepath.ToSlash(name))
	for _, width := range []int64{1280, 820, 390} {
		b.do(screen(width, 900))
		b.inspectAll(built().page("/import/"), fmt.Sprintf("%d px wide", width))
	}
	b.do(screen(narrow, 640))
	b.fits("the page of schools")
	b.quiet()
}
