package offline_test

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"safeonline/tools/internal/offline"
)

func site() fstest.MapFS {
	files := fstest.MapFS{}
	for _, name := range []string{
		"index.html", "404.html", "ks2/index.html", "ks2/passwords/index.html", "present/ks2/passwords/index.html",
		"present/ks2/passwords/10/index.html", "present/ks2/passwords/10/passwords-10.pptx", "help/index.html",
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
		t.Errorf("the worker keeps %q, want %q", got, want)
	}
	// printf index.html | openssl dgst -sha256 -binary | base64
	if files[""] != "DrVHMEZYgFqteI0yDxC/Hyknl7Xm10Wjv2F1hNoBcFE=" {
		t.Errorf("the hash of the home page is %s", files[""])
	}
}

func TestWorkerChangesOnlyWithTheFilesItKeeps(t *testing.T) {
	one, err := offline.Worker(site())
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := offline.Worker(site()); !bytes.Equal(one, again) {
		t.Error("the same site gives two different workers")
	}
	changed := site()
	changed["ks2/index.html"] = &fstest.MapFile{Data: []byte("changed")}
	if other, _ := offline.Worker(changed); bytes.Equal(one, other) {
		t.Error("a site with a changed page gives the same worker: devices would not update their copy")
	}
	changed = site()
	changed["teachers/index.html"] = &fstest.MapFile{Data: []byte("changed")}
	if other, _ := offline.Worker(changed); !bytes.Equal(one, other) {
		t.Error("a change to a page that is not kept gives another worker: every device would fetch its copy again")
	}
}

func TestAPublishedWorkerWaitsAsUsual(t *testing.T) {
	published, err := offline.Worker(site())
	if err != nil {
		t.Fatal(err)
	}
	usual := offline.Pace{Pause: 100 * time.Millisecond, Patience: 2500 * time.Millisecond}
	if same, _ := offline.WorkerAt(usual, site()); !bytes.Equal(published, same) {
		t.Errorf("the published worker's pace is %v, want %v", offline.Usual, usual)
	}
	for _, other := range []offline.Pace{{Patience: usual.Patience}, {Pause: usual.Pause, Patience: time.Second}} {
		if worker, _ := offline.WorkerAt(other, site()); bytes.Equal(published, worker) {
			t.Errorf("a worker with the pace %v is the published one", other)
		}
	}
}

func TestOffKeepsNothing(t *testing.T) {
	off, err := offline.Off()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(off), ".put(") || strings.Contains(string(off), `"fetch"`) || !strings.Contains(string(off), "unregister()") {
		t.Errorf("the worker that ends the copy stores something or does not unregister itself: %s", off)
	}
}
