package main

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gohugoio/hugo/hugofs/hglob"
	"github.com/pelletier/go-toml/v2"

	"safeonline/tools/internal/folder"
)

// Hugo finds files by itself, so the filters in hugo.toml must exclude what folder.Ignored ignores.
func TestHugosFiltersExcludeLeftovers(t *testing.T) {
	for _, file := range []string{filepath.Join(project, "hugo.toml"), "testdata/sample/hugo.toml"} {
		filters := mounts(t, file)
		for _, source := range []string{"layouts", "assets", "static", "i18n"} {
			if len(filters[source]) == 0 {
				t.Errorf("%s does not mount %s/, so Hugo reads all of it", file, source)
			}
		}
		for source, all := range filters {
			if strings.HasPrefix(source, "generated") {
				continue // no editor saves there
			}
			for _, below := range []string{"", "a/", "a/b/", ".git/", "a/.idea/x/"} {
				names := alike()
				if strings.Contains(below, ".") {
					names = []string{"x.md", "x.html", "x.css", "x.ts", "x.svg", "x.png", "x.yaml"}
				}
				for _, name := range names {
					for _, filter := range all {
						if filter.Match(below+name, false) {
							t.Errorf("%s: Hugo would read %s/%s%s", file, source, below, name)
						}
					}
				}
			}
		}
	}
}

// Hugo reads each kind of file that package folder lets into the folders that it reads.
func TestHugoReadsTheKindsOfFileThatFoldersHold(t *testing.T) {
	filters := mounts(t, filepath.Join(project, "hugo.toml"))
	for _, in := range []string{"layouts", "assets/components/x", "assets/css", "assets/pictures", "assets/ts", "static/fonts", "static/icons", "i18n"} {
		for _, base := range []string{
			"x.avif", "x.css", "x.gif", "x.html", "x.ico", "x.jpg", "x.js", "x.json", "x.mp3", "x.mp4", "x.pdf", "x.png", "x.svg", "x.ts", "x.ttf", "x.txt",
			"x.webm", "x.webp", "x.woff2", "x.xml", "x.yaml", "OFL.txt",
		} {
			name := in + "/" + base
			if !folder.Fits(name) || name == "assets/components/x/x.yaml" { // the examples of questions are for tests
				continue
			}
			if !slices.ContainsFunc(slices.Collect(maps.Keys(filters)), func(source string) bool {
				below, within := strings.CutPrefix(name, source+"/")
				return within && slices.ContainsFunc(filters[source], func(f *hglob.FilenameFilter) bool { return f.Match(below, false) })
			}) {
				t.Errorf("package folder lets %s in, and Hugo does not read it: add its ending to the mounts in hugo.toml and in package config", name)
			}
		}
	}
}

// mounts returns the filters of a hugo.toml by the folder that they are for.
func mounts(t *testing.T, file string) map[string][]*hglob.FilenameFilter {
	t.Helper()
	text, err := os.ReadFile(file)
	must(t, err)
	var config struct {
		Module struct {
			Mounts []struct {
				Source string
				Files  []string
			}
		}
	}
	must(t, toml.Unmarshal(text, &config))
	filters := map[string][]*hglob.FilenameFilter{}
	for _, m := range config.Module.Mounts {
		filter, err := hglob.NewFilenameFilterV2(m.Files)
		must(t, err)
		filters[m.Source] = append(filters[m.Source], filter)
	}
	return filters
}
