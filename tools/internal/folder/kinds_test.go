package folder_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"safeonline/tools/internal/folder"
)

func TestEachFolderMayHoldOnlyItsKindsOfFile(t *testing.T) {
	for name, want := range map[string]string{
		"content/draft.docx":                  "only .md files are published from content/",
		"content/about/photo.jpg":             "only .md files are published from content/",
		"content/index.html":                  "only .md files are published from content/",
		"content/help.MD":                     "only .md files are published from content/",
		"content/help":                        "only .md files are published from content/",
		"content/md":                          "only .md files are published from content/",
		"content/lessons/ks2/x.txt":           "only .md files are published from content/lessons/",
		"data/library/passwords.csv":          "only .yaml files belong in data/library/",
		"data/school/school.yml":              "only .yaml and import-report.html files belong in data/school/",
		"data/school/policy/scan.pdf":         "only .yaml and adopted.txt files belong in data/school/policy/",
		"data/school/policy/visitors.txt":     "only .yaml and adopted.txt files belong in data/school/policy/",
		"data/more/x.yaml":                    "data/ holds only the folders library and school",
		"data/school.yaml":                    "data/ holds only the folders library and school",
		"layouts/page.json":                   "only .html files belong in layouts/",
		"layouts/_partials/deep/x.js":         "only .html files belong in layouts/",
		"assets/jsconfig.json":                "assets/ holds only the folders components, css, kit, pictures and ts",
		"assets/icons/x.svg":                  "assets/ holds only the folders components, css, kit, pictures and ts",
		"assets/css/x.scss":                   "only .css files belong in assets/css/",
		"assets/css/old/x.css":                "assets/css/ holds no folders",
		"assets/ts/x.js":                      "only .ts files belong in assets/ts/",
		"assets/components/card/card.ts":      "only .html, .css and .yaml files belong in assets/components/",
		"assets/pictures/x.png":               "only .svg and LICENSE files are published from assets/pictures/",
		"assets/pictures/license":             "only .svg and LICENSE files are published from assets/pictures/",
		"static/index.html":                   "static/ holds only the folders fonts and icons",
		"static/robots.txt":                   "static/ holds only the folders fonts and icons",
		"static/_headers":                     "static/ holds only the folders fonts and icons",
		"static/_worker.js":                   "static/ holds only the folders fonts and icons",
		"static/netlify.toml":                 "static/ holds only the folders fonts and icons",
		"static/web.config":                   "static/ holds only the folders fonts and icons",
		"static/.htaccess":                    "the name begins with a full stop: such files are hidden and not published",
		"assets/postcss.config.js":            "assets/ holds only the folders components, css, kit, pictures and ts",
		"assets/package.json":                 "assets/ holds only the folders components, css, kit, pictures and ts",
		"static/photos/x.jpg":                 "static/ holds only the folders fonts and icons",
		"data/school/downloads/letter.docx":   "only .pdf files are published from data/school/downloads/",
		"data/school/downloads/page.pdf.html": "only .pdf files are published from data/school/downloads/",
		"static/fonts/x.woff":                 "only .woff2 and OFL.txt files are published from static/fonts/",
		"static/icons/x.svg":                  "only .png files are published from static/icons/",
		"i18n/en.toml":                        "only .yaml files belong in i18n/",
		"i18n/de/de.yaml":                     "i18n/ holds no folders",
		"static/.well-known/security.txt":     "the name begins with a full stop: such files are hidden and not published",
	} {
		top, _, _ := strings.Cut(name, "/")
		faults, err := folder.Check(fstest.MapFS{name: {Data: []byte("x")}}, []string{folder.School}, top)
		if err != nil || len(faults) == 0 || faults[0].Message != want || !strings.HasPrefix(name, faults[0].Pos.Source.Name) {
			t.Errorf("%s: %v, %v; want %q", name, faults, err, want)
		}
	}
}

func TestASchoolsFolderIsInsideTheProject(t *testing.T) {
	for name, want := range map[string]bool{
		folder.School: true, "schools/elm-lane": true, "schools/_trust": true,
		".": false, "": false, "/": false, "/srv/schools/_trust": false, "../_trust": false, "content": false, "content/about": false, "public/x": false,
	} {
		if got := folder.MayBeSchool(name); got != want {
			t.Errorf("%q: %v, want %v", name, got, want)
		}
	}
}

func TestTheProjectsOwnFolderIsChecked(t *testing.T) {
	file := &fstest.MapFile{Data: []byte("x")}
	for name, c := range map[string]struct {
		file *fstest.MapFile
		want string
	}{
		"hugo.toml":         {file, ""},
		"LICENSE":           {&fstest.MapFile{Data: []byte("x\x00y")}, "LICENSE not-its-kind"},
		"netlify.toml":      {&fstest.MapFile{Mode: fs.ModeNamedPipe}, "netlify.toml special-file"},
		"tsconfig.json":     {&fstest.MapFile{Mode: fs.ModeSymlink, Data: []byte("/dev/zero")}, "tsconfig.json symbolic-link"},
		"package.json":      {&fstest.MapFile{Mode: fs.ModeSocket}, "package.json special-file"},
		"go.mod":            {&fstest.MapFile{Data: make([]byte, 1<<20)}, "go.mod file-too-large"},
		"themes/x/y.html":   {file, "themes misplaced-kind"},
		"inflections.json":  {file, "inflections.json misplaced-kind"},
		"data":              {file, "data special-file"},
		"content":           {&fstest.MapFile{Mode: fs.ModeNamedPipe}, "content special-file"},
		"hugo.toml/x":       {file, "hugo.toml special-file"},
		"content/a.md/b.md": {file, "content/a.md special-file"},
		"docs/x.docx":       {file, ""},
	} {
		if got := strings.Join(found(t, fstest.MapFS{name: c.file}, append(folder.Root, "content", "data")...), "; "); got != c.want {
			t.Errorf("%s: found %q, want %q", name, got, c.want)
		}
	}
}

func TestTheContentOfAFileMustMatchItsName(t *testing.T) {
	read := func(name string) string {
		text, err := os.ReadFile("../../../" + name)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	const document = "%PDF-1.4\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"
	png, font := read("static/icons/shield-192.png"), read("static/fonts/andika-400.woff2")
	for _, c := range []struct{ what, name, body, want string }{
		{"a whole picture", "static/icons/x.png", png, ""},
		{"half a picture", "static/icons/x.png", png[:len(png)/2], "not-its-kind"},
		{"a page as a picture", "static/icons/x.png", "<script>x</script>", "not-its-kind"},
		{"a picture with a page behind it", "static/icons/x.png", png + "<script>x</script>", "not-its-kind"},
		{"nothing", "static/icons/x.png", "", "not-its-kind"},
		{"a whole font", "static/fonts/x.woff2", font, ""},
		{"a font with something behind it", "static/fonts/x.woff2", font + "x", "not-its-kind"},
		{"half a font", "static/fonts/x.woff2", font[:100], "not-its-kind"},
		{"an older font", "static/fonts/x.woff2", "wOFF" + font[4:], "not-its-kind"},
		{"a whole document", "data/school/downloads/x.pdf", document, ""},
		{"half a document", "data/school/downloads/x.pdf", document[:len(document)/2], "not-its-kind"},
		{"a letter as a document", "data/school/downloads/x.pdf", "PK\x03\x04", "not-its-kind"},
		{"a page as a drawing", "assets/pictures/x.svg", "<html></html>", ":1:1 bad-svg"},
		{"a style in UTF-16", "assets/css/x.css", "\xff\xfea\x00{\x00}\x00", "not-its-kind"},
		{"a template that is none", "layouts/x.html", "PK\x03\x04\x00", "not-its-kind"},
		{"a script in Latin-1", "assets/ts/x.ts", "// caf\xe9", "not-its-kind"},
		{"a licence that is a program", "static/fonts/OFL.txt", "\x7fELF\x00", "not-its-kind"},
	} {
		want := ""
		if c.want != "" {
			want = c.name + strings.Replace(" "+c.want, " :", ":", 1)
		}
		got := strings.Join(found(t, fstest.MapFS{c.name: {Data: []byte(c.body)}}, "static", "assets", "layouts", "data"), "; ")
		if got != want {
			t.Errorf("%s: found %q, want %q", c.what, got, want)
		}
	}
}

func TestHoldsSchools(t *testing.T) {
	fsys := fstest.MapFS{}
	for _, name := range []string{"schools/[oak]/school.yaml", "schools/[oak]/policy/school.yaml", "schools/o/no.yaml"} {
		fsys[name] = &fstest.MapFile{}
	}
	for name, want := range map[string]bool{"schools": true, "schools/[oak]": false, "schools/o": false, "none": false} {
		if is, err := folder.HoldsSchools(fsys, name); is != want || err != nil {
			t.Errorf("%s: %v, %v; want %v", name, is, err, want)
		}
	}
}

func TestGlobTakesTheFolderAsItIs(t *testing.T) {
	name := `a[b]*?\c`
	found, err := folder.Glob(fstest.MapFS{name + "/x.yaml": {}, "ab/x.yaml": {}}, name, "*.yaml")
	if len(found) != 1 || found[0] != name+"/x.yaml" || err != nil {
		t.Errorf("found %q, %v", found, err)
	}
}
