package browser

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// hookName matches the name of a data attribute in a script, a style or a test.
var hookName = regexp.MustCompile(`data-[a-z]+(-[a-z]+)*`)

// hooksRead returns the data attributes that the scripts and styles of the built site and these tests name.
func hooksRead(t *testing.T) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	for _, pattern := range []string{built().public() + "/js/*.js", built().public() + "/css/*.css", "*_test.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: no files (%v)", pattern, err)
		}
		for _, file := range files {
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, hook := range hookName.FindAllString(string(source), -1) {
				names[hook] = names[hook] || file != "hooks_test.go"
			}
		}
	}
	return names
}

// A script finds what it changes by data attributes. Where the name of one is wrong or missing, a button stays hidden on that page
// and nothing else fails.
func TestScriptsFindWhatTheyChange(t *testing.T) {
	names := hooksRead(t)
	for _, p := range built().read() {
		for _, fault := range lostHooks(p.doc, names) {
			t.Errorf("%s: %s", p.address, fault)
		}
	}
}

// lostHooks returns the data attributes that are not among the names, and the hidden elements that no script could show.
func lostHooks(doc *html.Node, names map[string]bool) (faults []string) {
	for e := range elements(doc, "*") {
		hooks := strings.Fields(scriptHook(e))
		for _, hook := range hooks {
			if !names[hook] {
				faults = append(faults, "no script, style or test reads "+hook+" of <"+signature(e)+">: correct its name or remove it")
			}
		}
		hint := strings.HasSuffix(attr(e, "id"), "-hint") // which is found by its id
		if hasAttr(e, "hidden") && len(hooks) == 0 && !hint && !strings.Contains(attr(e, "class"), "onpaper") {
			faults = append(faults, "nothing can show the hidden <"+signature(e)+">: give it the data attribute that a script looks for")
		}
	}
	slices.Sort(faults)
	return slices.Compact(faults)
}

func TestLostHooksAreFound(t *testing.T) {
	names := map[string]bool{"data-print": true}
	for source, found := range map[string]bool{
		`<button data-print hidden>a</button>`:     false,
		`<button data-prints hidden>a</button>`:    true,
		`<button hidden>a</button>`:                true,
		`<section class=onpaper hidden></section>`: false,
		`<span id=a-1-hint hidden>a</span>`:        false,
		`<p data-size=1>a</p>`:                     true,
		`<p>a</p>`:                                 false,
	} {
		if faults := lostHooks(parsed(t, source), names); (len(faults) > 0) != found {
			t.Errorf("%s: found %v, expected a fault: %t", source, faults, found)
		}
	}
}
