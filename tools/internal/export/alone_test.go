package export

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"safeonline/tools/internal/sample"
)

// aPage is a page of a site that is at a path of its host.
const aPage = `<!doctype html><html><head>
<link rel="preload" href="/school/fonts/a.woff2" as="font"><link rel="manifest" href="/school/manifest.json">
<link rel="stylesheet" href="/school/css/lesson.css"><script type="module" src="/school/js/lesson.js"></script>
</head><body>
<nav class="menu"><a href="/school/">Home</a></nav>
<main id="main"><section data-ask hidden>Still you?</section><section data-gone hidden>A new start</section>
<a href="#end">The end</a> <a href="/school/help/">Get help</a> <a href="tel:08001111">Ring</a> <a href="https://other.example/">Other</a>
<img src="/school/pictures/a.svg" alt=""><img src="/school/pictures/a.svg" alt="">
<a class="btn" href="/school/ks2/" data-path-out hidden>See my street</a></main>
<footer><button data-forget>Forget</button><p data-offline></p><p class="foot__school">A school</p></footer>
</body></html>`

func aSite() fstest.MapFS {
	site := fstest.MapFS{"ks2/a/index.html": {Data: []byte(aPage)}}
	for name, body := range map[string]string{
		"css/lesson.css": `@font-face { src: url(../fonts/a.woff2) }`, "fonts/a.woff2": "font", "js/lesson.js": "script", "pictures/a.svg": "picture",
		"manifest.json": "{}", "other.txt": "other",
	} {
		site[name] = &fstest.MapFile{Data: []byte(body)}
	}
	return site
}

func aDraft(t *testing.T, address string) Draft {
	return Draft{Lesson: Lesson{ID: "ks2/a", Name: "a", Title: "A", School: "A school", Address: address, Terms: Terms{"CC BY 4.0", "https://x.example/"}}, Words: sample.Words(t)}
}

// The page by itself has what it loads, each file once, and nothing that only makes sense on the site. Its links lead to the site.
func TestAPageByItselfHasWhatItLoads(t *testing.T) {
	files, err := aDraft(t, "https://host.example/school/ks2/a/").alone(aSite(), "first.js")
	must(t, err)
	var names []string
	for _, f := range files {
		names = append(names, f.Path)
	}
	if want := []string{"index.html", "css/lesson.css", "fonts/a.woff2", "js/lesson.js", "pictures/a.svg"}; !slices.Equal(names, want) {
		t.Errorf("the page has %v, want %v", names, want)
	}
	page := string(files[0].Body)
	for _, want := range []string{
		`<script src="first.js" defer=""></script><script type="module" src="js/lesson.js">`, `href="css/lesson.css"`, `src="pictures/a.svg"`,
		`<a href="#end">`, `<a href="https://host.example/school/help/" target="_blank" rel="noopener">`, `<a href="tel:08001111">`, `<a href="https://other.example/" target="_blank" rel="noopener">`,
		`<span data-path-out="" hidden=""></span>`, "A school</p><p>“A”, from A school",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s:\n%s", want, page)
		}
	}
	for _, gone := range []string{"preload", "manifest", "menu", "Still you?", "A new start", "Forget", "data-offline", "See my street", `"/school`} {
		if strings.Contains(page, gone) {
			t.Errorf("the page still has %s:\n%s", gone, page)
		}
	}
}

func TestAPageByItselfWithoutASiteLeadsNowhere(t *testing.T) {
	site := aSite()
	site["ks2/a/index.html"].Data = []byte(strings.ReplaceAll(aPage, "/school/", "/"))
	files, err := aDraft(t, "").alone(site, "first.js")
	must(t, err)
	if page := string(files[0].Body); !strings.Contains(page, "<a>Get help</a>") || strings.Contains(page, `href="/`) {
		t.Errorf("a link leads somewhere:\n%s", page)
	}
}

// A page whose parts are not where they were is no package that lacks them.
func TestAPageThatCannotStandAloneIsAnError(t *testing.T) {
	for _, lost := range []string{"foot__school", "<script", "ks2/a/index.html", "fonts/a.woff2", "pictures/a.svg"} {
		site := aSite()
		if site[lost] != nil {
			delete(site, lost)
		} else {
			site["ks2/a/index.html"].Data = []byte(strings.Replace(aPage, lost, "<x", 1))
		}
		if _, err := aDraft(t, "https://host.example/school/ks2/a/").alone(site, "first.js"); err == nil {
			t.Errorf("without %s, there is a package", lost)
		}
	}
}

// The schema of a manifest of SCORM allows titles of 200 letters. A longer one is not cut: the name of the lesson stands for it.
func TestATitleThatIsTooLongIsNotCut(t *testing.T) {
	d := aDraft(t, "")
	for title, want := range map[string]string{"A": "<title>A</title>", strings.Repeat("a", 201): "<title>a</title>"} {
		d.Title = title
		if made := scormManifest(d, []File{{"index.html", nil}}).markup(); strings.Count(made, want) != 2 || !strings.Contains(made, ">"+title+"</langstring>") {
			t.Errorf("the manifest is %s", made)
		}
	}
}

// The same page gives the same package, whose manifest comes first and lists every other file.
func TestAPackageIsTheSameEachTime(t *testing.T) {
	d := aDraft(t, "https://host.example/school/ks2/a/")
	first, err := scorm.page(d, aSite())
	must(t, err)
	for range 5 {
		again, err := scorm.page(d, aSite())
		must(t, err)
		if !bytes.Equal(first, again) {
			t.Fatal("the package differs from time to time")
		}
	}
	z, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	must(t, err)
	manifest := readXML(t, z, z.File[0].Name)
	for i, f := range manifest.all("file") {
		if z.File[i+1].Name != f.attr("href") {
			t.Errorf("file %d is %s, and the manifest lists %s", i+1, z.File[i+1].Name, f.attr("href"))
		}
	}
	if listed := len(manifest.all("file")); listed != len(z.File)-1 {
		t.Errorf("of %d files, the manifest lists %d", len(z.File)-1, listed)
	}
}
