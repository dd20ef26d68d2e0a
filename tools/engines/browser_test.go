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
	"time"
)

// patience bounds the waiting for a browser that hangs. No test asserts how long anything takes.
const patience = time.Minute

// browser is a browser with one page in it, and nothing kept from any other.
type browser interface {
	// Open goes to a page and waits until it has loaded.
	Open(address string) error
	// Back is the browser's own button.
	Back() error
	// Eval evaluates an expression in the page and gives its value as JSON.
	Eval(expression string) (json.RawMessage, error)
	// Act does what a keyboard and a mouse do.
	Act(input ...source) error
	// HasRole tells whether a screen reader is told of the element that it has this role.
	HasRole(selector, role string) (bool, error)
	// Picture is what the page looks like now, as a PNG.
	Picture() ([]byte, error)
	// Complaints is what the page has said in the console since it was last opened, as far as the engine tells.
	Complaints() ([]string, error)
	Close()
}

// engine is one of the three, and how it is started.
type engine struct {
	name  string
	needs string // Debian's packages
	files func() []string
	start func(t *testing.T, program string) (browser, error)
}

var engines = []engine{
	{"chromium", "chromium and chromium-driver", programs("chromedriver"), startChromium},
	{"firefox", "firefox-esr", programs("firefox-esr", "firefox"), startFirefox},
	{"webkit", "webkit2gtk-driver and xvfb", miniBrowsers, startWebKit},
}

// find gives the engine's program.
func (e engine) find() (string, error) {
	for _, file := range e.files() {
		if path, err := exec.LookPath(file); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("%s is not here: run `make browsers`, or install Debian's %s", e.name, e.needs)
}

func programs(names ...string) func() []string {
	return func() []string { return names }
}

// miniBrowsers gives WebKitGTK's own small browsers: they belong to the library, and are on nobody's path.
func miniBrowsers() (found []string) {
	for _, folder := range []string{"/usr/lib/*", "/usr/lib", "/usr/lib64", "/usr/libexec"} {
		matches, _ := filepath.Glob(filepath.Join(folder, "webkit*gtk-*", "MiniBrowser"))
		found = append(found, matches...)
	}
	return found
}

// inEachEngine runs a test three times, each time in a browser that has just been started.
func inEachEngine(t *testing.T, test func(t *testing.T, b browser)) {
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			program, err := e.find()
			if err != nil {
				t.Fatal(err)
			}
			b, err := e.start(t, program)
			if err != nil {
				t.Fatalf("%s does not start: %v", e.name, err)
			}
			t.Cleanup(b.Close)
			t.Cleanup(func() { keepPicture(t, b) }) // before it closes
			test(t, b)
		})
	}
}

// keepPicture leaves a picture of a failure, and says where.
func keepPicture(t *testing.T, b browser) {
	if !t.Failed() {
		return
	}
	picture, err := b.Picture()
	file, openErr := os.CreateTemp(pictures, "*.png")
	if err := errors.Join(err, openErr); err != nil {
		t.Logf("no picture of it: %v", err)
		return
	}
	defer file.Close()
	if _, err := file.Write(picture); err != nil {
		t.Log(err)
	}
	t.Logf("a picture of it: %s", file.Name())
}

// source is a keyboard or a mouse, and what it does, in the words of WebDriver's actions.
type source struct {
	Type       string         `json:"type"`
	ID         string         `json:"id"`
	Parameters map[string]any `json:"parameters,omitempty"`
	Actions    []action       `json:"actions"`
}

type action map[string]any

// key is a key in WebDriver's writing.
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

// chord holds keys down one after the other, and lets them go in reverse.
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

// clickAt clicks a place of the window, in CSS pixels.
func clickAt(x, y int) source {
	return source{Type: "pointer", ID: "mouse", Parameters: map[string]any{"pointerType": "mouse"}, Actions: []action{
		{"type": "pointerMove", "x": x, "y": y, "origin": "viewport", "duration": 0},
		{"type": "pointerDown", "button": 0},
		{"type": "pointerUp", "button": 0},
	}}
}
