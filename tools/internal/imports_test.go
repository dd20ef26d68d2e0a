// Package internal_test checks rules about all packages of internal.
package internal_test

import (
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// mayImport reads the table of docs/architecture.md, which says which of our packages each package may import. Readers
// never import writers; only the command may import everything.
func mayImport(t *testing.T) map[string][]string {
	t.Helper()
	text, err := os.ReadFile("../../docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(text), "| package | one job | our packages it may import |\n|---|---|---|\n")
	table, _, _ = strings.Cut(table, "\n\n")
	allowed := map[string][]string{}
	for _, row := range strings.Split(table, "\n") {
		cells := strings.Split(strings.Trim(row, "| "), " | ")
		if len(cells) != 3 {
			t.Fatalf("docs/architecture.md: this is not a row of the table of packages: %q", row)
		}
		allowed[cells[0]] = strings.Split(cells[2], ", ")
	}
	return allowed
}

// mayUse says which packages may import a library. Only one package knows each format, and only one uses Hugo.
var mayUse = map[string]string{
	"go.yaml.in/yaml/v3":               "record, amend",
	"github.com/yuin/goldmark":         "lesson, prose, source",
	"github.com/pelletier/go-toml":     "config",
	"github.com/gohugoio/hugo":         "render",
	"github.com/evanw/esbuild":         "offline",
	"golang.org/x/sys":                 "out",
	"github.com/fsnotify/fsnotify":     "the command",
	"golang.org/x/image":               "typeface, raster",
	"github.com/xuri/excelize":         "export",
	"github.com/gohugoio/hugo/hugolib": "nobody",
}

type listed struct {
	ImportPath string
	Imports    []string
}

func list(t *testing.T, pattern string) (packages []listed) {
	t.Helper()
	said, err := exec.Command("go", "list", "-json=ImportPath,Imports", pattern).Output()
	if err != nil {
		t.Fatal(err)
	}
	for d := json.NewDecoder(strings.NewReader(string(said))); ; {
		var p listed
		if err := d.Decode(&p); err == io.EOF {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}

const ours = "safeonline/tools/internal/"

func TestPackagesImportOnlyWhatTheTableAllows(t *testing.T) {
	packages, table := list(t, "./..."), mayImport(t)
	if len(packages) < 9 {
		t.Fatalf("found only %v", packages)
	}
	for _, p := range packages {
		name, below := strings.CutPrefix(p.ImportPath, ours)
		if !below {
			continue // this package, which only has tests
		}
		allowed, known := table[name]
		if !known {
			t.Errorf("%s is not in the table of docs/architecture.md: add it, with what it may import", name)
		}
		for _, i := range p.Imports {
			if other, is := strings.CutPrefix(i, ours); is && !slices.Contains(allowed, other) {
				t.Errorf("%s imports %s, which the table does not allow", name, other)
			}
		}
	}
}

func TestOnePackageKnowsEachFormatAndTool(t *testing.T) {
	for _, p := range append(list(t, "./..."), list(t, "safeonline/tools/site")...) {
		name, below := strings.CutPrefix(p.ImportPath, ours)
		if !below {
			name = "the command"
		}
		for _, i := range p.Imports {
			for of, who := range mayUse {
				if (i == of || strings.HasPrefix(i, of+"/")) && !slices.Contains(strings.Split(who, ", "), name) {
					t.Errorf("%s imports %s: only %s may", name, i, who)
				}
			}
		}
	}
}

// A reader that imports one of these could write to files.
func TestReadersDoNotWrite(t *testing.T) {
	readers := []string{"regular", "diag", "english", "kind", "model", "shuffle", "quiz", "svg", "folder", "match", "config", "offline", "record", "clause", "lesson", "prose", "block", "docx", "source", "draft", "report", "site", "mix", "view", "deck", "paper", "export", "page", "pptx", "raster"}
	for _, p := range list(t, "./...") {
		name := strings.TrimPrefix(p.ImportPath, ours)
		if !slices.Contains(readers, name) {
			continue
		}
		for _, i := range p.Imports {
			if i == "os" || i == "net/http" || i == "os/exec" {
				t.Errorf("%s imports %s: readers may only read from the fs.FS that they are given", name, i)
			}
		}
	}
}
