package config_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"safeonline/tools/internal/config"
)

// ours are the project's own settings files.
func ours(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range []string{config.Hugo, config.Host, config.Script} {
		text, err := os.ReadFile("../../../" + name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: text}
	}
	return files
}

// said returns the faults of a project, one a line: place, code, message and hint.
func said(t testing.TB, fsys fs.FS) (lines []string) {
	t.Helper()
	faults, err := config.Check(fsys)
	if err != nil {
		t.Fatal(err)
	}
	faults.Sort()
	for _, f := range faults {
		lines = append(lines, fmt.Sprintf("%s: %s [%s] %s", f.Pos, f.Message, f.Code, f.Hint))
	}
	return lines
}

func TestOurOwnSettingsPass(t *testing.T) {
	if got := said(t, ours(t)); len(got) > 0 {
		t.Error(strings.Join(got, "\n"))
	}
	if got := said(t, os.DirFS("../../../")); len(got) > 0 {
		t.Error(strings.Join(got, "\n"))
	}
}

// A change to one of our files: one line is replaced, or a line is added before it or at the end of the file.
type change struct{ name, was, now, want string }

func (c change) made(t *testing.T) fstest.MapFS {
	t.Helper()
	files := ours(t)
	text := string(files[c.name].Data)
	switch {
	case c.was == "":
		text += c.now + "\n"
	case strings.Count(text, c.was) == 1:
		text = strings.Replace(text, c.was, c.now, 1)
	default:
		t.Fatalf("%s has %q %d times", c.name, c.was, strings.Count(text, c.was))
	}
	files[c.name] = &fstest.MapFile{Data: []byte(text)}
	return files
}

// Each change is one fault, at the line of the change.
func TestEachChangeThatWeakensTheSiteIsOneFault(t *testing.T) {
	for _, c := range slices.Concat(hugoChanges, hostChanges, scriptChanges) {
		got := said(t, c.made(t))
		if len(got) != 1 || !strings.Contains(got[0], c.want) {
			t.Errorf("%s, %q in place of %q: %d faults:\n%s\nwant one with %q", c.name, c.now, c.was, len(got), strings.Join(got, "\n"), c.want)
			continue
		}
		line := strings.TrimSpace(lineOf(c.made(t)[c.name].Data, got[0]))
		changed := slices.ContainsFunc(strings.Split(c.now, "\n"), func(l string) bool { return line != "" && strings.Contains(line, strings.TrimSpace(l)) })
		if !changed && c.now != "" {
			t.Errorf("%q: the fault is at %q: %s", c.now, line, got[0])
		}
	}
}

// lineOf returns the line of a fault, or "" if it is about the whole file.
func lineOf(text []byte, fault string) string {
	parts := strings.SplitN(fault, ":", 3)
	n, err := strconv.Atoi(parts[1])
	if err != nil {
		return ""
	}
	return strings.Split(string(text), "\n")[n-1]
}

const first, mounts = `enableEmoji = false`, "[module]\n"

var hugoChanges = []change{
	{config.Hugo, first, "enableEmoji = true", "expected false, found true"},
	{config.Hugo, first, first + "\nenableEmojis = true", `did you mean "enableEmoji"?`},
	{config.Hugo, first, "enableEmojis = false", `did you mean "enableEmoji"?`}, // and no second fault, that it is missing
	{config.Hugo, first, first + "\nENABLEEMOJI = true", "is already set on line"},
	{config.Hugo, first, first + "\nbuildDrafts = true", "not finished"},
	{config.Hugo, first, first + "\nBuildFuture = true", "not finished"},
	{config.Hugo, first, first + "\nbuildexpired = true", "not finished"},
	{config.Hugo, first, first + "\npublishDir = \"/srv/www\"", "the folders of the project"},
	{config.Hugo, first, first + "\ncontentDir = \"../notes\"", "the folders of the project"},
	{config.Hugo, first, first + "\nstaticDir = [\"static\", \"/etc\"]", "the folders of the project"},
	{config.Hugo, first, first + "\ntheme = \"pretty\"", "code from outside"},
	{config.Hugo, first, first + "\nignoreLogs = [\"x\"]", "passed over"},
	{config.Hugo, first, first + "\nignoreErrors = [\"x\"]", "passed over"},
	{config.Hugo, first, first + "\nignoreFiles = [\"ks2\"]", "passed over"},
	{config.Hugo, first, first + "\n\"params\" = { colour = \"red\" }", "data/"},
	{config.Hugo, first, first + "\nmarkup.goldmark.renderer.unsafe = true", "HTML in a page"},
	{config.Hugo, "", "[markup.goldmark.renderer]", "unknown setting"},
	{config.Hugo, "", "[Markup.Goldmark]\nRenderer = { Unsafe = true }", ""},
	{config.Hugo, "[markup.goldmark.parser]\n", "[markup.goldmark.parser]\nattribute.block = true\n", "attributes in a page"},
	{config.Hugo, "", "[params]", "data/"},
	{config.Hugo, "", "[outputs]\nhome = [\"html\", \"json\"]", ""},
	{config.Hugo, "", "[permalinks]", "other addresses"},
	{config.Hugo, "", "[languages.fr]", "unknown setting"},
	{config.Hugo, "[languages.en]\n", "[languages.en]\ncontentDir = \"/etc\"\n", "the folders of the project"},
	{config.Hugo, `allow = ["none"]`, `allow = ["^sh$"]`, `expected ["none"], found ["^sh$"]`},
	{config.Hugo, `allow = ["none"]`, `allow = ["none", "sh"]`, `expected ["none"], found ["none", "sh"]`},
	{config.Hugo, `allow = ["none"]`, `allow = ".*"`, `expected ["none"], found ".*"`},
	{config.Hugo, `allow = ["none"]`, "allow = [\"none\"]\nosEnv = [\".*\"]", "run programs"},
	{config.Hugo, `getenv = ["none"]`, `getenv = [".*"]`, `expected ["none"]`},
	{config.Hugo, `urls = ["none"]`, `urls = ["none",]` + "\nmethods = [\"POST\"]", "fetch pages"},
	{config.Hugo, "[security.http]\n", "[security.node.permissions]\ndisable = true\n[security.http]\n", ""},
	{config.Hugo, "enableInlineShortcodes = false", "enableInlineShortcodes = true", "expected false"},
	{config.Hugo, "enableInlineShortcodes = false", "enableInlineShortcodes = \"false\"", "expected false"},
	{config.Hugo, "enableInlineShortcodes = false\n", "", "is missing"},
	{config.Hugo, `disableKinds = ["taxonomy", "term", "RSS"]`, `disableKinds = ["taxonomy", "term", "RSS", "404"]`, "write disableKinds ="},
	{config.Hugo, `baseURL = "/"`, `baseURL = "javascript:alert(1)"`, "the address of the site"},
	{config.Hugo, `baseURL = "/"`, `baseURL = "ftp://school.example/"`, "the address of the site"},
	{config.Hugo, `baseURL = "/"`, `baseURL = "//school.example/"`, "the address of the site"},
	{config.Hugo, `baseURL = "/"`, `baseURL = 7`, "the address of the site"},
	{config.Hugo, mounts, mounts + "imports = [{ path = \"example.org/evil\" }]\n", "code from outside"},
	{config.Hugo, mounts, mounts + "proxy = \"https://evil.example\"\n", "code from outside"},
	{config.Hugo, mounts, mounts + "[[module.imports]]\npath = \"example.org/evil\"\n", ""},
	{config.Hugo, mounts, mounts + "[[module.mounts]]\nsource = \"data\"\ntarget = \"data\"\n", `source = "data", target = "data"`},
	{config.Hugo, mounts, mounts + "[[module.mounts]]\nsource = \"/etc\"\ntarget = \"static\"\n", `source = "/etc"`},
	{config.Hugo, mounts, mounts + "[[module.mounts]]\nsource = \"../other\"\ntarget = \"static\"\n", `source = "../other"`},
	{config.Hugo, mounts, mounts + "[[module.mounts]]\nsource = \"content/lessons\"\ntarget = \"content/lessons\"\n", "Hugo must not read"},
	{config.Hugo, mounts, mounts + "[[module.mounts]]\nsource = \"static\"\ntarget = \"static\"\n", "Hugo must not read"}, // twice
	{config.Hugo, mounts, mounts + "[[module.mounts]]\n", "Hugo must not read"},
	{config.Hugo, "files = [\"! {.**,**/.**,**~**,**#**,**$**}\", \"*.html\", \"**/*.html\"]\n", "", `files = ["! {`},
	{config.Hugo, mounts, mounts + "[[module.mounts]]\nsource = \"content\"\ntarget = \"content\"\n", "Hugo must not read"},
	{config.Hugo, `["! {.**,**/.**,**~**,**#**,**$**}", "*.yaml"]`, `["*.yaml"]`, `files = ["! {`},
	{config.Hugo, "source = \"i18n\"\n", "source = \"i18n\"\nlang = \"en\"\n", "unknown setting"},
	{config.Hugo, "source = \"i18n\"\n", "source = \"./i18n\"\n", "Hugo must not read"},
	{config.Hugo, "[[module.mounts]]\nsource = \"i18n\"\ntarget = \"i18n\"\nfiles = [\"! {.**,**/.**,**~**,**#**,**$**}\", \"*.yaml\"]\n", "", `does not read the folder "i18n"`},
	{config.Hugo, "keepQuotes = true", "keepQuotes = ", "not TOML"},
	{config.Hugo, "", "a.\"b.c\" = 1", `.a.\"b.c\""`},
	{config.Hugo, "", "[[[x", "not TOML"},
	{config.Hugo, first, first + "\nx = \"" + strings.Repeat("y", 5000) + "\"", "longer than"},
}

const command, output = "[build]\n", `publish = "public"`

var hostChanges = []change{
	{config.Host, "--environment", "--no-checks --environment", "write command ="},
	{config.Host, output, `publish = "static"`, `expected "public"`},
	{config.Host, output, output + "\nbase = \"other\"", "the project's folder"},
	{config.Host, output, output + "\nignore = \"true\"", "not be published"},
	{config.Host, output, output + "\nPublish = \"static\"", "is already set on line"},
	{config.Host, `GO_VERSION = "1.26.11"`, `GO_VERSION = "1.26.8; curl evil.example"`, "a release of Go"},
	{config.Host, `GO_VERSION = "1.26.11"`, "GO_VERSION = \"1.26.11\"\nGOFLAGS = \"-toolexec=sh\"", "variables change"},
	{config.Host, `GO_VERSION = "1.26.11"`, "GO_VERSION = \"1.26.11\"\nHUGO_ENABLEEMOJI = \"true\"", "variables change"},
	{config.Host, "skip_processing = true", "skip_processing = false", "expected true"},
	{config.Host, "skip_processing = true", "skip_processing = true\nhtml.pretty_urls = true", "hashes would be wrong"},
	{config.Host, "skip_processing = true\n", "", "is missing"},
	{config.Host, "", "[[headers]]", "the build writes them"},
	{config.Host, "", "[[plugins]]", "run programs"},
	{config.Host, "", "[[edge_functions]]", "run programs"},
	{config.Host, "", "[functions]", "run programs"},
	{config.Host, "", "[images]", "other hosts"},
	{config.Host, "", "[context.production]", "another way"},
	{config.Host, "", "[context.deploy-preview.environment]", "another way"},
	{config.Host, "", "[dev]", "unknown setting"},
	{config.Host, "", "[[redirects]]\nfrom = \"/old/\"\nto = \"https://evil.example/\"", "within the site"},
	{config.Host, "", "[[redirects]]\nfrom = \"/old/\"\nto = \"//evil.example/\"", "within the site"},
	{config.Host, "", "[[redirects]]\nfrom = \"/old/\"\nto = \"/:splat\"", "within the site"},
	{config.Host, "", "[[redirects]]\nto = \"/ks2/\"\nfrom = \"/*\"", "within the site"},
	{config.Host, "", "[[redirects]]\nfrom = \"/old/\"\nto = \"/\"\nstatus = 200", "expected 301, found 200"},
	{config.Host, "", "[[redirects]]\nfrom = \"/old/\"\nto = \"/\"\nforce = true", "plain redirect"},
	{config.Host, "", "redirects = [{ from = \"/old/\", to = \"https://evil.example/\" }]", "would change the files"}, // below the last table
	{config.Host, command, "redirects = [{ from = \"/old/\", to = \"https://evil.example/\" }]\n[build]\n", ""},
}

var scriptChanges = []change{
	{config.Script, `"target": "es2020"`, `"paths": { "*": ["/etc/*"] }, "target": "es2020"`, `unknown setting "paths"`},
	{config.Script, `"target": "es2020"`, `"targets": "es2020"`, `did you mean "target"?`},
	{config.Script, `"compilerOptions": {`, `"extends": "/etc/x.json", "compilerOptions": {`, `unknown setting "extends"`},
	{config.Script, "\"noEmit\": true\n  }", "\"noEmit\": true,\n  }", "not JSON"},
	{config.Script, `"noEmit": true`, `"noEmit": true // no`, "not JSON"},
}

func TestWhatDoesNotWeakenTheSitePasses(t *testing.T) {
	for _, c := range []change{
		{config.Hugo, `baseURL = "/"`, `baseURL = "https://school.example/safe/"`, ""},
		{config.Hugo, `baseURL = "/"`, `BaseURL = '/'`, ""},
		{config.Hugo, `disableKinds = ["taxonomy", "term", "RSS"]`, "disableKinds = [\n  'taxonomy', # no list\n  'term',\n  'RSS',\n]", ""},
		{config.Hugo, "[security.exec]\nallow = [\"none\"]\n[security.funcs]\ngetenv = [\"none\"]\n", "exec = { allow = [\"none\"] }\nfuncs.getenv = [\"none\"]\n", ""},
		{config.Host, `--environment "$CONTEXT"'`, `--environment "$CONTEXT" --no-offline'`, ""},
		{config.Host, "NPM_FLAGS = \"--version\"\n", "", ""},
		{config.Host, "", "[[redirects]]\nfrom = \"/old/page\"\nto = \"/ks2/passwords/#quiz\"\nstatus = 302", ""},
	} {
		if got := said(t, c.made(t)); len(got) > 0 {
			t.Errorf("%s, %q:\n%s", c.name, c.now, strings.Join(got, "\n"))
		}
	}
	files := ours(t)
	delete(files, config.Host)
	if got := said(t, files); len(got) > 0 {
		t.Errorf("a project without %s: %v", config.Host, got)
	}
}

func TestFilesBesideTheSettingsThatWouldAddToThemAreFaults(t *testing.T) {
	for _, name := range []string{
		"config/_default/hugo.toml", "config/production/params.toml", "hugo.yaml", "hugo.yml", "hugo.json", "Hugo.TOML", "config.toml", "config.yaml",
		"config.json", "go.work", "vendor/modules.txt", "_vendor/modules.txt", "package.hugo.json", ".hugo/x", "postcss.config.js", "postcss.config.mjs",
		".postcssrc", ".babelrc.json", "babel.config.js", "tailwind.config.ts",
		"netlify/functions/x.js", "netlify/edge-functions/x.ts", ".netlify/v1/config.json", "functions/x.js", "wrangler.toml", "wrangler.jsonc",
	} {
		files := ours(t)
		files[name] = &fstest.MapFile{Data: []byte("x")}
		if got := said(t, files); len(got) != 1 || !strings.Contains(got[0], "[config-file]") {
			t.Errorf("%s: %v", name, got)
		}
	}
	files := ours(t)
	for _, name := range []string{".hugo_build.lock", ".netlify/state.json", "package.json", "stylelint.config.mjs", "static/robots.txt", "assets/config/x.css"} {
		files[name] = &fstest.MapFile{Data: []byte("x")}
	}
	if got := said(t, files); len(got) > 0 {
		t.Errorf("what does no harm: %v", got)
	}
}

// FuzzCheck checks that a check of any file ends, and that its faults are at places in the file.
func FuzzCheck(f *testing.F) {
	files := ours(f)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f.Add(string(files[name].Data))
	}
	for _, text := range []string{"", "[[a]]\n[a.b]\n[[a.b.c]]", "a.b.c=1\n[a]", "a=[[{}],{b=[{}]}]", "\"\"=1", "{", "[", `{"a":{"b":[{"c":1}]}}`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range []string{config.Hugo, config.Host, config.Script} {
			faults, err := config.Check(fstest.MapFS{name: {Data: []byte(text)}})
			if err != nil {
				t.Fatal(err)
			}
			lines := strings.Count(strings.ReplaceAll(text, "\r", "\n"), "\n") + 1
			for _, fault := range faults {
				if fault.Pos.Line > lines {
					t.Errorf("%s: a fault on line %d of %d: %s", name, fault.Pos.Line, lines, fault.Message)
				}
			}
		}
	})
}
