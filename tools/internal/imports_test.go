// Package internal_test holds the rules that no one package of internal can.
package internal_test

import (
	"encoding/json"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// mayImport is the table of docs/architecture.md: which packages of ours each may import. Readers never import writers,
// and only out and offline write; the command alone may import everything.
var mayImport = map[string][]string{
	"diag":    {},
	"model":   {"diag"},
	"record":  {"diag"},
	"clause":  {"diag", "model", "record"},
	"lesson":  {"diag", "model", "record"},
	"site":    {"diag", "model"},
	"page":    {"diag", "model", "site"},
	"out":     {"diag"},
	"render":  {},
	"offline": {"out"},
}

// mayUse says who alone may import a package of others'. Nothing but its one reader knows a format, and nothing but its
// one user knows Hugo.
var mayUse = map[string]string{
	"go.yaml.in/yaml/v3":               "record",
	"github.com/yuin/goldmark":         "lesson",
	"github.com/gohugoio/hugo":         "render",
	"github.com/evanw/esbuild":         "offline",
	"golang.org/x/sys":                 "out",
	"github.com/fsnotify/fsnotify":     "the command",
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
	packages := list(t, "./...")
	if len(packages) < 9 {
		t.Fatalf("found only %v", packages)
	}
	for _, p := range packages {
		name, below := strings.CutPrefix(p.ImportPath, ours)
		if !below {
			continue // this package, which has nothing but tests
		}
		allowed, known := mayImport[name]
		if !known {
			t.Errorf("%s is not in the table: say what it may import", name)
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
				if (i == of || strings.HasPrefix(i, of+"/")) && name != who {
					t.Errorf("%s imports %s: only %s may", name, i, who)
				}
			}
		}
	}
}

// What may write to files: a reader that has one of these could.
func TestReadersDoNotWrite(t *testing.T) {
	readers := []string{"diag", "model", "record", "clause", "lesson", "site", "page"}
	for _, p := range list(t, "./...") {
		name := strings.TrimPrefix(p.ImportPath, ours)
		if !slices.Contains(readers, name) {
			continue
		}
		for _, i := range p.Imports {
			if i == "os" || i == "net/http" || i == "os/exec" {
				t.Errorf("%s imports %s: it reads what it is given, an fs.FS", name, i)
			}
		}
	}
}
