//go:build engines

package engines

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"testing"

	"safeonline/tools/internal/program"
)

// classic drives a browser by WebDriver (https://www.w3.org/TR/webdriver2/): one HTTP request for each command.
type classic struct {
	address string // of the session
	client  http.Client
	listen  string // what to evaluate in each new page so that console works
	console func(*classic) ([]string, error)
}

func startChromium(t *testing.T, driver string) (browser, error) {
	arguments := []string{
		"--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--window-size=1280,900",
		"--disable-background-networking", "--disable-component-update", "--disable-sync",
	}
	if os.Geteuid() == 0 { // Chromium does not run its sandbox as root
		arguments = append(arguments, "--no-sandbox")
	}
	c, err := startClassic(t, driver, nil, map[string]any{
		"goog:chromeOptions": map[string]any{"args": arguments},
		"goog:loggingPrefs":  map[string]any{"browser": "ALL"},
	})
	if c != nil {
		c.console = (*classic).chromiumLog
	}
	return c, err
}

// startWebKit starts WebKitGTK's small browser on a virtual display, because without a display it hangs.
func startWebKit(t *testing.T, browser string) (browser, error) {
	screen, err := program.Screen(t)
	if err != nil {
		return nil, err
	}
	driver, err := exec.LookPath("WebKitWebDriver")
	if err != nil {
		return nil, fmt.Errorf("%w: install Debian's webkit2gtk-driver", err)
	}
	display := []string{screen, "GDK_BACKEND=x11", "NO_AT_BRIDGE=1", "LIBGL_ALWAYS_SOFTWARE=1"}
	c, err := startClassic(t, driver, display, map[string]any{
		"webkitgtk:browserOptions": map[string]any{
			"binary": browser, "args": []string{"--automation"},
		},
	})
	if c != nil {
		c.listen, c.console = noteConsole, (*classic).notedConsole
	}
	return c, err
}

// startClassic starts a driver and, through it, a browser with these capabilities.
func startClassic(t *testing.T, driver string, environment []string, capabilities map[string]any) (*classic, error) {
	port, err := program.FreePort()
	if err != nil {
		return nil, err
	}
	p, err := program.Start(t, environment, driver, fmt.Sprintf("--port=%d", port))
	if err != nil {
		return nil, err
	}
	c := &classic{address: fmt.Sprintf("http://127.0.0.1:%d", port), client: http.Client{Timeout: program.Timeout}}
	var status struct{ Ready bool }
	if err := program.Retry(func() error { return c.ask("GET", "/status", nil, &status) }, p.Done); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, p.Output())
	}
	var session struct{ SessionID string }
	wanted := map[string]any{"capabilities": map[string]any{"alwaysMatch": capabilities}}
	if err := c.ask("POST", "/session", wanted, &session); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, p.Output())
	}
	c.address += "/session/" + session.SessionID
	return c, nil
}

func (c *classic) Open(address string) error {
	if err := c.ask("POST", "/url", map[string]any{"url": address}, nil); err != nil || c.listen == "" {
		return err
	}
	_, err := c.Eval(c.listen)
	return err
}

func (c *classic) Back() error { return c.ask("POST", "/back", map[string]any{}, nil) }

func (c *classic) Eval(expression string) (value json.RawMessage, err error) {
	var text string
	err = c.ask("POST", "/execute/sync", map[string]any{"script": "return " + asJSON(expression), "args": []any{}}, &text)
	return json.RawMessage(text), err
}

// asJSON makes the page itself write the value as JSON, so that all engines return it in the same form.
func asJSON(expression string) string { return "JSON.stringify((" + expression + ") ?? null)" }

func (c *classic) Act(input ...source) error {
	return c.ask("POST", "/actions", map[string]any{"actions": input}, nil)
}

func (c *classic) HasRole(selector, role string) (bool, error) {
	var element map[string]string // the only value is the id
	if err := c.ask("POST", "/element", map[string]any{"using": "css selector", "value": selector}, &element); err != nil {
		return false, err
	}
	for _, id := range element {
		var told string
		err := c.ask("GET", "/element/"+id+"/computedrole", nil, &told)
		return told == role, err
	}
	return false, nil
}

func (c *classic) Screenshot() ([]byte, error) {
	var text string
	if err := c.ask("GET", "/screenshot", nil, &text); err != nil {
		return nil, err
	}
	return base64.StdEncoding.DecodeString(text)
}

func (c *classic) ConsoleErrors() ([]string, error) { return c.console(c) }

func (c *classic) Close() { c.ask("DELETE", "", nil, nil) }

// chromiumLog returns what Chromium's driver has logged since the last call.
func (c *classic) chromiumLog() (said []string, err error) {
	var entries []struct{ Level, Message string }
	err = c.ask("POST", "/se/log", map[string]any{"type": "browser"}, &entries)
	for _, e := range entries {
		said = append(said, e.Level+" "+e.Message)
	}
	return said, err
}

// noteConsole makes the page itself note its warnings and errors, for an engine that does not report them.
const noteConsole = `(() => {
	window.heard = []
	addEventListener("error", fault => heard.push("error " + fault.message))
	addEventListener("unhandledrejection", fault => heard.push("error " + fault.reason))
	for (const level of ["warn", "error"]) console[level] = (...words) => heard.push(level + " " + words.join(" "))
})()`

func (c *classic) notedConsole() (said []string, err error) {
	value, err := c.Eval("heard")
	if err != nil {
		return nil, err
	}
	return said, json.Unmarshal(value, &said)
}

// ask sends a command to the driver and reads its answer.
func (c *classic) ask(method, path string, body, into any) error {
	var sent bytes.Buffer
	if body != nil {
		if err := json.NewEncoder(&sent).Encode(body); err != nil {
			return err
		}
	}
	request, err := http.NewRequest(method, c.address+path, &sent)
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := c.client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	var answer struct{ Value json.RawMessage }
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return fmt.Errorf("%s %s: %w", method, path, err)
	}
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s %s: %s", method, path, answer.Value)
	}
	if into == nil {
		return nil
	}
	return json.Unmarshal(answer.Value, into)
}
