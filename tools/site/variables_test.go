package main

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// hostile are variables that would change a site if a build read them.
var hostile = []string{
	"HUGO_BASEURL=https://evil.example/", "HUGO_TITLE=Evil", "HUGO_ENV=development", "HUGO_ENVIRONMENT=development", "HUGO_ENABLEEMOJI=true",
	"HUGO_BUILDDRAFTS=true", "HUGO_BUILDFUTURE=true", "HUGO_DISABLEKINDS=page", "HUGO_UGLYURLS=true", "HUGO_CANONIFYURLS=true", "HUGO_RELATIVEURLS=true",
	"HUGO_TIMEZONE=Asia/Tokyo", "HUGO_DEFAULTCONTENTLANGUAGE=fr", "HUGO_PUBLISHDIR=elsewhere", "HUGO_CONTENTDIR=data", "HUGO_STATICDIR=data",
	"HUGO_CACHEDIR=/nowhere/at/all", "HUGO_RESOURCEDIR=/nowhere/at/all", "HUGO_THEME=evil", "HUGO_THEMESDIR=/tmp", "HUGO_IGNOREFILES=ks2",
	"HUGO_MARKUP_GOLDMARK_RENDERER_UNSAFE=true", "HUGO_MARKUP_GOLDMARK_EXTENSIONS_TYPOGRAPHER_DISABLE=false", "HUGO_MINIFY_MINIFYOUTPUT=true",
	"HUGO_MODULE_MOUNTS=[{source=\"/etc\",target=\"static\"}]", "HUGO_MODULE_WORKSPACE=/tmp/go.work", "HUGO_PARAMS_STAGE=ks1", "HUGOxPARAMSxSTAGE=ks1",
	"HUGO_SECURITY_EXEC_ALLOW=.*", "HUGO_SECURITY_FUNCS_GETENV=.*", "HUGO_SECURITY_HTTP_URLS=.*", "HUGO_OUTPUTS_HOME=json", "HUGO_CASCADE_DRAFT=true",
	"HUGO_NUMWORKERMULTIPLIER=1", "HUGO_MEMORYLIMIT=1", "HUGO_FILE_LOG_FORMAT=evil", "HUGO_IGNORELOGS=warning", "HUGO_LOGLEVEL=debug", "HUGO_TESTRUN=1",
	"HUGOxTITLE=Evil", "HUGO_CONFIG=/etc/evil.toml", "NODE_PATH=/tmp", "DART_SASS_BINARY=/bin/false", "CI=true", "NETLIFY=true", "PULL_REQUEST=1",
	"DEPLOY_PRIME_URL=https://evil.example/", "SOURCE_DATE_EPOCH=1", "GODEBUG=gotypesalias=0", "GOMAXPROCS=1", "GOFLAGS=-mod=mod", "GOWORK=/tmp/go.work",
	"TZ=Pacific/Kiritimati", "LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8", "NO_COLOR=1", "TERM=dumb", "USER=evil", "HOME=/nowhere/at/all", "XDG_CACHE_HOME=/nowhere",
}

// A build makes the same bytes whatever variables are set, and without any.
func TestVariablesDoNotChangeTheSite(t *testing.T) {
	t.Parallel()
	dir := builtFixture(t)
	first, err := tree(filepath.Join(dir, "public"))
	must(t, err)
	site, err := exec.LookPath("site")
	must(t, err)
	for name, env := range map[string][]string{
		"hostile": append(os.Environ(), hostile...),
		"none":    {"TMPDIR=" + t.TempDir()},
	} {
		build := exec.Command(site, "build")
		build.Dir, build.Env = dir, env
		if said, err := build.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, said)
		}
		second, err := tree(filepath.Join(dir, "public"))
		must(t, err)
		for _, file := range slices.Sorted(maps.Keys(merged(first, second))) {
			if string(first[file]) != string(second[file]) {
				t.Errorf("%s: %s differs", name, file)
			}
		}
		if len(first) != len(second) || len(first) < 20 {
			t.Errorf("%s: %d files, expected %d", name, len(second), len(first))
		}
	}
}
