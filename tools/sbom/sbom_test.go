//go:build sbom

package sbom

import (
	"encoding/json"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// bom has the fields of the format (https://cyclonedx.org/docs/1.6/json/) that these tests read.
type bom struct {
	BOMFormat   string `json:"bomFormat"`
	SpecVersion string `json:"specVersion"`
	Version     int    `json:"version"`
	Serial      string `json:"serialNumber"`
	Metadata    struct {
		Component component `json:"component"`
		Timestamp string    `json:"timestamp"`
	} `json:"metadata"`
	Components   []component `json:"components"`
	Dependencies []struct {
		Ref       string   `json:"ref"`
		DependsOn []string `json:"dependsOn"`
	} `json:"dependencies"`
}

type component struct {
	Ref     string `json:"bom-ref"`
	Type    string `json:"type"`
	Name    string `json:"name"`
	Version string `json:"version"`
	PURL    string `json:"purl"`
	Hashes  []struct {
		Alg     string `json:"alg"`
		Content string `json:"content"`
	} `json:"hashes"`
}

func read(t *testing.T) bom {
	t.Helper()
	text, err := os.ReadFile("../../dist/sbom.json")
	if err != nil {
		t.Fatal(err)
	}
	var b bom
	if err := json.Unmarshal(text, &b); err != nil {
		t.Fatal(err)
	}
	return b
}

// The SBOM, which is made from the compiled program, lists the same modules as the go command.
func TestEveryModuleIsListedWithItsVersion(t *testing.T) {
	output, err := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}} {{.Version}}{{end}}", "../site").Output()
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Fields(strings.ReplaceAll(string(output), " ", "@"))
	want = slices.DeleteFunc(want, func(module string) bool { return module == "safeonline@" }) // the main module has no version
	slices.Sort(want)
	want = slices.Compact(want)

	var got []string
	for _, c := range read(t).Components {
		if c.Name != "std" {
			got = append(got, c.Name+"@"+c.Version)
		}
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("the SBOM lists\n%s\nwant the command's modules\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for _, path := range []string{"github.com/gohugoio/hugo", "github.com/yuin/goldmark", "github.com/evanw/esbuild"} {
		if !slices.ContainsFunc(got, func(module string) bool { return strings.HasPrefix(module, path+"@v") }) {
			t.Errorf("%s is not listed with its version", path)
		}
	}
}

func TestStandardLibraryIsListedWithItsVersion(t *testing.T) {
	output, err := exec.Command("go", "env", "GOVERSION").Output()
	if err != nil {
		t.Fatal(err)
	}
	version := strings.TrimSpace(string(output))
	if !slices.ContainsFunc(read(t).Components, func(c component) bool { return c.Name == "std" && c.Version == version }) {
		t.Errorf("the standard library of %s is not listed", version)
	}
}

// The same program always has the same SBOM, so the file has no serial number and no time.
func TestFileIsReproducible(t *testing.T) {
	if b := read(t); b.Serial != "" || b.Metadata.Timestamp != "" {
		t.Errorf("found serial number %q and time %q, want neither", b.Serial, b.Metadata.Timestamp)
	}
}

var sha256 = regexp.MustCompile(`^[0-9a-f]{64}$`)

// The schema requires bomFormat, specVersion and a version of at least 1, a type and a name for each component, and both fields
// of each hash. Every reference must be unique, and refer to a component.
func TestFileFollowsItsSchema(t *testing.T) {
	b := read(t)
	if b.BOMFormat != "CycloneDX" || b.SpecVersion != "1.6" || b.Version < 1 {
		t.Errorf("found bomFormat %q, specVersion %q and version %d", b.BOMFormat, b.SpecVersion, b.Version)
	}
	main := b.Metadata.Component
	if main.Type != "application" || main.Name != "safeonline" {
		t.Errorf("found the program %+v, want the application safeonline", main)
	}
	refs := map[string]bool{}
	for _, c := range append(b.Components, main) {
		if c.Type == "" || c.Name == "" || c.Ref == "" || refs[c.Ref] {
			t.Errorf("a component lacks its type, name or reference, or has the reference of another: %+v", c)
		}
		refs[c.Ref] = true
		if !strings.HasPrefix(c.PURL, "pkg:golang/") {
			t.Errorf("%s: %q is not the package URL of a Go module", c.Name, c.PURL)
		}
		for _, h := range c.Hashes {
			if h.Alg != "SHA-256" || !sha256.MatchString(h.Content) {
				t.Errorf("%s: %+v is not a SHA-256 hash", c.Name, h)
			}
		}
		if c.Name != "std" && c.Name != main.Name && len(c.Hashes) == 0 {
			t.Errorf("%s has no hash", c.Name)
		}
	}
	for _, d := range b.Dependencies {
		for _, ref := range append(d.DependsOn, d.Ref) {
			if !refs[ref] {
				t.Errorf("reference %q does not refer to a component", ref)
			}
		}
	}
}
