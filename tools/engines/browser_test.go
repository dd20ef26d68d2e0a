//go:build engines

package engines

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// browser is a browser with one page, and nothing stored from earlier tests.
type browser interface {
	// Open goes to a page and waits until it has loaded.
	Open(address string) error
	// Back presses the browser's Back button.
	Back() error
	// Eval returns the value of a JavaScript expression in the page, as JSON.
	Eval(expression string) (json.RawMessage, error)
	// Act sends input from a keyboard and a mouse.
	Act(input ...source) error
	// HasRole reports whether an element has this accessibility role.
	HasRole(selector, role string) (bool, error)
	// Screenshot returns a picture of the page, as a PNG.
	Screenshot() ([]byte, error)
	// ConsoleErrors returns the warnings and errors in the console, as far as the engine reports them.
	ConsoleErrors() ([]string, error)
	Close()
}

// engine is one of the three browser engines, and how to start it.
type engine struct {
	name  string
	needs string // the packages that Debian has it in
	files func() []string
	start func(t *testing.T, path string) (browser, error)
}

var engines = []engine{
	{"chromium", "chromium and chromium-driver", programs("chromedriver"), startChromium},
	{"firefox", "firefox-esr", programs("firefox-esr", "firefox"), startFirefox},
	{"webkit", "webkit2gtk-driver and xvfb", miniBrowsers, startWebKit},
}

// find returns the path of the engine's program.
func (e engine) find() (string, error) {
	for _, file := range e.files() {
		if path, err := exec.LookPath(file); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("%s is not installed: run `make browsers`, or install Debian's %s", e.name, e.needs)
}

func programs(names ...string) func() []string {
	return func() []string { return names }
}

// miniBrowsers returns the paths of WebKitGTK's small browsers, which are with its library and not on the PATH.
func miniBrowsers() (found []string) {
	for _, folder := range []string{"/usr/lib/*", "/usr/lib", "/usr/lib64", "/usr/libexec"} {
		matches, _ := filepath.Glob(filepath.Join(folder, "webkit*gtk-*", "MiniBrowser"))
		found = append(found, matches...)
	}
	return found
}

// inEachEngine runs a test in a new browser of each engine, at the same time as other tests: a browser often waits.
func inEachEngine(t *testing.T, test func(t *testing.T, b browser)) {
	t.Parallel()
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			t.Parallel()
			path, err := e.find()
			if err != nil {
				t.Fatal(err)
			}
			b, err := e.start(t, path)
			if err != nil {
				t.Fatalf("%s does not start: %v", e.name, err)
			}
			t.Cleanup(b.Close)
			t.Cleanup(func() { saveScreenshot(t, b) }) // before it closes
			test(t, b)
		})
	}
}

// saveScreenshot saves a picture of the page if the test has failed, and logs where.
func saveScreenshot(t *testing.T, b browser) {
	if !t.Failed() {
		return
	}
	picture, err := b.Screenshot()
	file, openErr := os.CreateTemp(screenshots, "*.png")
	if err := errors.Join(err, openErr); err != nil {
		t.Logf("cannot save a screenshot: %v", err)
		return
	}
	defer file.Close()
	if _, err := file.Write(picture); err != nil {
		t.Log(err)
	}
	t.Logf("screenshot: %s", file.Name())
}

// source is a keyboard or a mouse and its actions, in the terms of WebDriver.
type source struct {
	Type       string         `json:"type"`
	ID         string         `json:"id"`
	Parameters map[string]any `json:"parameters,omitempty"`
	Actions    []action       `json:"actions"`
}

type action map[string]any

// key is a key as WebDriver writes it.
type key = string

const (
	tabKey key = "\uE004"
	enter  key = "\uE006"
	shift  key = "\uE008"
	escape key = "\uE00C"
	up     key = "\uE013"
	down   key = "\uE015"
	space  key = " "

	pageUp   key = "\uE00E"
	pageDown key = "\uE00F"
)

// chord presses keys one after the other, and releases them in reverse order.
func chord(keys ...key) source {
	s := source{Type: "key", ID: "keyboard"}
	for i := range keys {
		s.Actions = append(s.Actions, action{"type": "keyDown", "value": keys[i]})
	}
	for i := range keys {
		s.Actions = append(s.Actions, action{"type": "keyUp", "value": keys[len(keys)-1-i]})
	}
	return s
}

// clickAt clicks a place in the window, in CSS pixels.
func clickAt(x, y int) source {
	return source{Type: "pointer", ID: "mouse", Parameters: map[string]any{"pointerType": "mouse"}, Actions: []action{
		{"type": "pointerMove", "x": x, "y": y, "origin": "viewport", "duration": 0},
		{"type": "pointerDown", "button": 0},
		{"type": "pointerUp", "button": 0},
	}}
}
