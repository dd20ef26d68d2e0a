package page_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/page"
	"safeonline/tools/internal/sample"
)

var update = flag.Bool("update", false, "rewrite the wanted texts of testdata by what is made now")

// samplePages returns the pages of the sample project that the command's tests use.
func samplePages(t *testing.T) []page.File {
	t.Helper()
	files, err := page.All(sample.Site(t), sample.Words(t))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestAllMakesAPageForEachAddressInTheSameOrder(t *testing.T) {
	var names []string
	for _, f := range samplePages(t) {
		names = append(names, f.Path)
	}
	want := `data/site.json
content/find.md
data/find.json
content/policy/_index.md
content/policy/changes.md
content/print/policy.md
content/policy/staff.md
content/present/policy/staff.md
content/policy/ks2.md
content/policy/ks1.md
content/smart/_index.md
content/present/smart.md
content/print/slip/ks1.md
content/print/smart.md
content/smart/t.md
content/teachers/smart/t.md
content/present/smart/t.md
content/present/smart/t/10.md
content/present/smart/t/30.md
content/teachers/present/smart/t.md
content/print/smart/t/worksheet.md
content/print/smart/t/answers.md
content/print/smart/t/exit.md
content/print/smart/t/tablet.md
content/smart/mix.md
content/smart/certificate.md
content/present/smart/mix.md
content/ks2/_index.md
content/present/ks2.md
content/print/slip/ks2.md
content/print/ks2.md
content/ks2/passwords.md
content/teachers/ks2/passwords.md
content/present/ks2/passwords.md
content/present/ks2/passwords/10.md
content/present/ks2/passwords/30.md
content/teachers/present/ks2/passwords.md
content/print/ks2/passwords/worksheet.md
content/print/ks2/passwords/answers.md
content/print/ks2/passwords/exit.md
content/ks2/kind-messages.md
content/teachers/ks2/kind-messages.md
content/present/ks2/kind-messages.md
content/present/ks2/kind-messages/10.md
content/present/ks2/kind-messages/30.md
content/teachers/present/ks2/kind-messages.md
content/print/ks2/kind-messages/worksheet.md
content/print/ks2/kind-messages/answers.md
content/print/ks2/kind-messages/exit.md
content/ks2/mix.md
content/ks2/certificate.md
content/present/ks2/mix.md
content/print/smart/t.md
content/print/ks2/passwords.md
content/print/ks2/kind-messages.md
content/_index.md
content/about/_index.md
content/present/_index.md
content/print/_index.md
content/teachers/_index.md`
	if got := strings.Join(names, "\n"); got != want {
		t.Errorf("made\n%s\nwant\n%s", got, want)
	}
	again := samplePages(t)
	for i, f := range samplePages(t) {
		if !bytes.Equal(f.Body, again[i].Body) {
			t.Errorf("%s is made in two ways", f.Path)
		}
	}
}

// TestWhatTemplatesAreGiven shows, in testdata/given.txtar, what the template of a lesson gets: the front matter of a
// page with one question of each kind, and of the policy's page with a clause and an erratum.
func TestWhatTemplatesAreGiven(t *testing.T) {
	const name = "testdata/given.txtar"
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	pages := map[string][]byte{}
	for _, f := range samplePages(t) {
		pages[f.Path] = f.Body
	}
	for i := range archive.Files {
		want := &archive.Files[i]
		file, at, _ := strings.Cut(want.Name, " ")
		got := pick(t, pages[file], strings.Fields(at)...)
		if *update {
			want.Data = got
		}
		if !bytes.Equal(got, want.Data) {
			t.Errorf("%s\n%s\nwant\n%s", want.Name, got, want.Data)
		}
	}
	if *update {
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// pick returns one part of a JSON text, such as "params quiz 0".
func pick(t *testing.T, text []byte, way ...string) []byte {
	t.Helper()
	for _, step := range way {
		var object map[string]json.RawMessage
		var list []json.RawMessage
		switch {
		case json.Unmarshal(text, &object) == nil:
			text = object[step]
		case json.Unmarshal(text, &list) == nil && strings.Trim(step, "0123456789") == "":
			text = list[step[0]-'0']
		default:
			t.Fatalf("there is no %q in %.100s", step, text)
		}
	}
	var out bytes.Buffer
	if err := json.Indent(&out, text, "", "  "); err != nil {
		t.Fatalf("%v: %v", way, err)
	}
	return append(bytes.TrimSpace(out.Bytes()), '\n')
}

// Hugo takes everything after the front matter for the page's text, which only pages in prose have.
func TestEveryPageBeginsWithJSON(t *testing.T) {
	for _, f := range samplePages(t) {
		var front json.RawMessage
		d := json.NewDecoder(bytes.NewReader(f.Body))
		if err := d.Decode(&front); err != nil {
			t.Errorf("%s: %v", f.Path, err)
		}
		body := bytes.TrimSpace(f.Body[d.InputOffset():])
		if len(body) > 0 && f.Path != "content/_index.md" && f.Path != "content/about/_index.md" {
			t.Errorf("%s has text below its front matter: %q", f.Path, body)
		}
		if ext := path.Ext(f.Path); ext != ".md" && ext != ".json" {
			t.Errorf("%s: Hugo would not read it", f.Path)
		}
	}
}

// addresses returns the addresses of the pages among files, each with the old addresses that lead there.
func addresses(t *testing.T, files []page.File) map[string][]string {
	t.Helper()
	list := map[string][]string{}
	for _, f := range files {
		file, isPage := strings.CutPrefix(f.Path, "content/")
		if !isPage {
			continue
		}
		var front struct{ Aliases []string }
		if err := json.NewDecoder(bytes.NewReader(f.Body)).Decode(&front); err != nil {
			t.Fatalf("%s: %v", f.Path, err)
		}
		list[model.AddressOf(file)] = front.Aliases
	}
	return list
}

// The addresses that package site knows are exactly those of the pages made here, including old ones.
func TestSiteKnowsTheAddressOfEveryPage(t *testing.T) {
	s := sample.Site(t)
	files, err := page.All(s, sample.Words(t))
	if err != nil {
		t.Fatal(err)
	}
	var made, known []string
	for address, old := range addresses(t, files) {
		made = append(append(made, address), old...)
	}
	for _, a := range s.Addresses {
		if strings.HasSuffix(a.URL, "/") { // other files are no pages
			known = append(known, a.URL)
		}
	}
	slices.Sort(made)
	slices.Sort(known)
	if !slices.Equal(made, known) {
		t.Errorf("made\n%s\nknown\n%s", strings.Join(made, "\n"), strings.Join(known, "\n"))
	}
}
