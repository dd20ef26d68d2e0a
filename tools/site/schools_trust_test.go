package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/site"
)

// trustSchools are the invented schools of one trust, Downland: larkfield has all its words from it, mere-end changes some clauses, and
// sallow-hill leaves one document out and has another.
var trustSchools = []string{"larkfield", "mere-end", "sallow-hill"}

// TestSchoolsOfATrust builds schools of a trust. The pages of each show what it has from its trust and of its own, and nothing that only
// another one has, nor words of the trust that it has replaced: those are what larkfield says.
func TestSchoolsOfATrust(t *testing.T) {
	t.Parallel()
	home, faults, err := load(os.DirFS(project), folder.School)
	if err != nil || home == nil {
		t.Fatal(faults, err)
	}
	dir, sites := trustProject(t)
	for _, name := range []string{"larkfield", "mere-end"} {
		b := buildSchool(t, dir, "schools/"+name)
		t.Run(name, func(t *testing.T) {
			b.showsDocuments(t)
			b.showsRules(t)
			b.leadsSomewhere(t)
			b.showsNoOther(t, foreignTo(t, b.site, home))
			for _, sister := range trustSchools {
				if sister != name {
					b.saysNothingOf(t, foreignTo(t, b.site, sites[sister]))
				}
			}
			crest, err := os.ReadFile(filepath.Join(dir, "public", "downland.svg"))
			if own := strings.Contains(string(crest), "<circle"); err != nil || own != (name == "mere-end") {
				t.Errorf("its crest is %s, %v", crest, err)
			}
		})
	}
}

// trustProject returns a copy of the project with the schools of the trust, and their sites.
func trustProject(t *testing.T) (dir string, sites map[string]*site.Site) {
	t.Helper()
	dir, sites = copyProject(t), map[string]*site.Site{}
	for _, name := range append([]string{"_downland"}, trustSchools...) {
		must(t, os.CopyFS(filepath.Join(dir, "schools", name), os.DirFS(filepath.Join("testdata", "schools", name))))
	}
	for _, name := range trustSchools {
		s, faults, err := load(os.DirFS(dir), "schools/"+name)
		if err != nil || s == nil {
			t.Fatalf("%s: %v, %v", name, faults, err)
		}
		sites[name] = s
	}
	return dir, sites
}

// Each school has the clauses of its trust in their order, without those that it leaves out and with those that it adds.
func TestASchoolHasTheClausesOfItsTrust(t *testing.T) {
	t.Parallel()
	_, sites := trustProject(t)
	for name, want := range map[string]string{
		"larkfield":   "digital: dl-teach dl-listen dl-mend; pupils: dl-secrets dl-manners dl-photos dl-parcels dl-worries; callers: dl-pockets dl-sign-in",
		"mere-end":    "digital: dl-teach dl-listen dl-mend; pupils: dl-secrets dl-manners mere-boats dl-parcels dl-worries; callers: dl-pockets dl-sign-in",
		"sallow-hill": "digital: dl-teach dl-listen dl-mend; pupils: dl-secrets dl-manners dl-photos dl-parcels dl-worries; quarry: quarry-horn",
	} {
		var documents []string
		for _, d := range sites[name].Documents {
			list := d.ID.Value + ":"
			for _, c := range d.Clauses() {
				list += " " + c.ID.Value
			}
			documents = append(documents, list)
		}
		if got := strings.Join(documents, "; "); got != want {
			t.Errorf("%s has %s\nand not %s", name, got, want)
		}
	}
}
