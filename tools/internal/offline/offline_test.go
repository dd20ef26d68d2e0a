package offline_test

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"safeonline/tools/internal/offline"
)

func site() fstest.MapFS {
	files := fstest.MapFS{}
	for _, name := range []string{
		"index.html", "404.html", "ks2/index.html", "ks2/passwords/index.html", "present/ks2/passwords/index.html", "help/index.html",
		"policy/index.html", "offline/index.html", "css/lesson.0123456789.css", "css/desk.0123456789.css", "js/site.0123456789.js",
		"fonts/a.woff2", "fonts/OFL.txt", "pictures/key.svg", "teachers/present/ks2/passwords/index.html", "print/ks2/index.html",
		"ks2/rules.pdf", "worker.js", "sitemap.xml",
	} {
		files[name] = &fstest.MapFile{Data: []byte(name)}
	}
	return files
}

func TestFilesAreWhatChildrenNeed(t *testing.T) {
	files, err := offline.Files(site())
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"", "css/desk.0123456789.css", "css/lesson.0123456789.css", "fonts/a.woff2", "help/", "js/site.0123456789.js", "ks2/", "ks2/passwords/", "offline/",
		"pictures/key.svg", "policy/", "present/ks2/passwords/",
	}
	if got := slices.Sorted(maps.Keys(files)); !slices.Equal(got, want) {
		t.Errorf("kept are %q, want %q", got, want)
	}
	// printf index.html | openssl dgst -sha256 -binary | base64
	if files[""] != "DrVHMEZYgFqteI0yDxC/Hyknl7Xm10Wjv2F1hNoBcFE=" {
		t.Errorf("the hash of the home page is %s", files[""])
	}
}

func TestAnotherFileMakesAnotherWorker(t *testing.T) {
	one, err := offline.Worker(site())
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := offline.Worker(site()); !bytes.Equal(one, again) {
		t.Error("the same site has two workers")
	}
	changed := site()
	changed["ks2/index.html"] = &fstest.MapFile{Data: []byte("changed")}
	if other, _ := offline.Worker(changed); bytes.Equal(one, other) {
		t.Error("a site with other words has the same worker")
	}
	changed = site()
	changed["teachers/index.html"] = &fstest.MapFile{Data: []byte("changed")}
	if other, _ := offline.Worker(changed); !bytes.Equal(one, other) {
		t.Error("a page that is not kept makes every device fetch its copy anew")
	}
}

func TestTheWorkerOfNoCopyKeepsNothing(t *testing.T) {
	off, err := offline.Off()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(off), ".put(") || strings.Contains(string(off), `"fetch"`) || !strings.Contains(string(off), "unregister()") {
		t.Errorf("it is %s", off)
	}
}
