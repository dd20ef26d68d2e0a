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

// bom is what these tests read of the format: https://cyclonedx.org/docs/1.6/json/
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

// The Go command lists the modules that the command's packages are in; the SBOM was read from the finished program.
func TestEveryModuleOfTheCommandIsNamedWithItsVersion(t *testing.T) {
	said, err := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}} {{.Version}}{{end}}", "../site").Output()
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Fields(strings.ReplaceAll(string(said), " ", "@"))
	want = slices.DeleteFunc(want, func(module string) bool { return module == "safeonline@" }) // it has no version: it is what is built
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
		t.Errorf("the SBOM names\n%s\nand the command's modules are\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for _, path := range []string{"github.com/gohugoio/hugo", "github.com/yuin/goldmark", "github.com/evanw/esbuild"} {
		if !slices.ContainsFunc(got, func(module string) bool { return strings.HasPrefix(module, path+"@v") }) {
			t.Errorf("%s is not named with its version", path)
		}
	}
}

func TestTheGoThatCompiledTheCommandIsNamed(t *testing.T) {
	said, err := exec.Command("go", "env", "GOVERSION").Output()
	if err != nil {
		t.Fatal(err)
	}
	version := strings.TrimSpace(string(said))
	if !slices.ContainsFunc(read(t).Components, func(c component) bool { return c.Name == "std" && c.Version == version }) {
		t.Errorf("the standard library of %s is not among the components", version)
	}
}

// The same program gives the same bytes: a serial number or a time would differ each time.
func TestNothingInTheFileChangesFromRunToRun(t *testing.T) {
	if b := read(t); b.Serial != "" || b.Metadata.Timestamp != "" {
		t.Errorf("the file has serial number %q and time %q", b.Serial, b.Metadata.Timestamp)
	}
}

var sha256 = regexp.MustCompile(`^[0-9a-f]{64}$`)

// The schema requires bomFormat, specVersion and a version from 1; of a component its type and name; of a hash both
// fields; and that a reference is unique and leads to a component.
func TestTheFileHasWhatItsFormatRequires(t *testing.T) {
	b := read(t)
	if b.BOMFormat != "CycloneDX" || b.SpecVersion != "1.6" || b.Version < 1 {
		t.Errorf("the head is %q %q %d", b.BOMFormat, b.SpecVersion, b.Version)
	}
	main := b.Metadata.Component
	if main.Type != "application" || main.Name != "safeonline" {
		t.Errorf("the program is %+v", main)
	}
	refs := map[string]bool{}
	for _, c := range append(b.Components, main) {
		if c.Type == "" || c.Name == "" || c.Ref == "" || refs[c.Ref] {
			t.Errorf("no type, name or reference, or one twice: %+v", c)
		}
		refs[c.Ref] = true
		if !strings.HasPrefix(c.PURL, "pkg:golang/") {
			t.Errorf("%s: %q is no address of a Go module", c.Name, c.PURL)
		}
		for _, h := range c.Hashes {
			if h.Alg != "SHA-256" || !sha256.MatchString(h.Content) {
				t.Errorf("%s: a hash of unknown form: %+v", c.Name, h)
			}
		}
		if c.Name != "std" && c.Name != main.Name && len(c.Hashes) == 0 {
			t.Errorf("%s has no hash", c.Name)
		}
	}
	for _, d := range b.Dependencies {
		for _, ref := range append(d.DependsOn, d.Ref) {
			if !refs[ref] {
				t.Errorf("%q is no component", ref)
			}
		}
	}
}
