//go:build engines

package engines

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"safeonline/tools/internal/program"
)

// bidi drives a browser by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/): one connection that carries commands,
// answers and events.
type bidi struct {
	conn *websocket.Conn
	page string // the id of the page's browsing context

	mu      sync.Mutex
	last    int
	waiting map[int]chan message
	logged  []string // what the page has written to the console
	broken  error    // why the connection has ended
}

// message is an answer or an event.
type message struct {
	ID             int
	Type, Method   string
	Error, Message string
	Result, Params json.RawMessage
}

// firefoxPreferences make Firefox send no requests of its own, and show nothing but the page.
const firefoxPreferences = `
user_pref("app.normandy.enabled", false);
user_pref("app.update.enabled", false);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.contentblocking.introCount", 99);
user_pref("browser.newtabpage.enabled", false);
user_pref("browser.safebrowsing.provider.mozilla.updateURL", "");
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("extensions.getAddons.cache.enabled", false);
user_pref("extensions.systemAddon.update.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("services.settings.server", "data:,#remote-settings-dummy/v1");
user_pref("toolkit.telemetry.enabled", false);
`

func startFirefox(t *testing.T, firefox string) (browser, error) {
	profile := program.Home(t)
	if err := os.WriteFile(filepath.Join(profile, "user.js"), []byte(firefoxPreferences), 0o644); err != nil {
		return nil, err
	}
	p, err := program.Start(t, []string{"MOZ_CRASHREPORTER_DISABLE=1"}, firefox,
		"--headless", "--width=1280", "--height=900", "--new-instance", "--profile", profile, "--remote-debugging-port=0")
	if err != nil {
		return nil, err
	}
	address, err := p.WaitFor(`WebDriver BiDi listening on (ws://\S+)`)
	if err != nil {
		return nil, err
	}
	dialer := websocket.Dialer{HandshakeTimeout: program.Timeout}
	conn, _, err := dialer.Dial(address+"/session", nil)
	if err != nil {
		return nil, err
	}
	b := &bidi{conn: conn, waiting: map[int]chan message{}}
	go b.listen()
	return b, b.begin()
}

// begin starts a session and opens a new tab, because in the first tab the address bar has the focus. The tab gets a fixed size: on a
// busy machine, the window may change its size when a page has already opened.
func (b *bidi) begin() error {
	if err := b.ask("session.new", map[string]any{"capabilities": map[string]any{}}, nil); err != nil {
		return err
	}
	if err := b.ask("session.subscribe", map[string]any{"events": []string{"log.entryAdded"}}, nil); err != nil {
		return err
	}
	var made struct{ Context string }
	if err := b.ask("browsingContext.create", map[string]any{"type": "tab"}, &made); err != nil {
		return err
	}
	b.page = made.Context
	size := map[string]any{"width": 1280, "height": 760}
	return b.ask("browsingContext.setViewport", map[string]any{"context": b.page, "viewport": size}, nil)
}

func (b *bidi) Open(address string) error {
	return b.ask("browsingContext.navigate", map[string]any{"context": b.page, "url": address, "wait": "complete"}, nil)
}

func (b *bidi) Back() error {
	return b.ask("browsingContext.traverseHistory", map[string]any{"context": b.page, "delta": -1}, nil)
}

func (b *bidi) Eval(expression string) (json.RawMessage, error) {
	var answer struct {
		Result           struct{ Value string }
		ExceptionDetails struct{ Text string }
	}
	err := b.ask("script.evaluate", map[string]any{
		"expression": asJSON(expression), "target": map[string]any{"context": b.page}, "awaitPromise": false,
	}, &answer)
	if err == nil && answer.ExceptionDetails.Text != "" {
		err = fmt.Errorf("%s", answer.ExceptionDetails.Text)
	}
	return json.RawMessage(answer.Result.Value), err
}

func (b *bidi) Act(input ...source) error {
	return b.ask("input.performActions", map[string]any{"context": b.page, "actions": input}, nil)
}

func (b *bidi) HasRole(selector, role string) (bool, error) {
	one, err := b.locate("css", selector)
	if err != nil || len(one) == 0 {
		return false, err
	}
	all, err := b.locate("accessibility", map[string]string{"role": role})
	return slices.Contains(all, one[0]), err
}

// locate returns the ids of the elements that a locator finds.
func (b *bidi) locate(by string, value any) (ids []string, err error) {
	var found struct{ Nodes []struct{ SharedID string } }
	err = b.ask("browsingContext.locateNodes", map[string]any{
		"context": b.page, "locator": map[string]any{"type": by, "value": value},
	}, &found)
	for _, node := range found.Nodes {
		ids = append(ids, node.SharedID)
	}
	return ids, err
}

func (b *bidi) Screenshot() ([]byte, error) {
	var picture struct{ Data string }
	if err := b.ask("browsingContext.captureScreenshot", map[string]any{"context": b.page}, &picture); err != nil {
		return nil, err
	}
	return base64.StdEncoding.DecodeString(picture.Data)
}

func (b *bidi) ConsoleErrors() ([]string, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]string(nil), b.logged...), nil
}

func (b *bidi) Close() {
	b.ask("browser.close", map[string]any{}, nil)
	b.conn.Close()
}

// ask sends a command and waits for its answer.
func (b *bidi) ask(method string, params, into any) error {
	answered := make(chan message, 1)
	b.mu.Lock()
	b.last++
	id := b.last
	b.waiting[id] = answered
	err := b.broken
	if err == nil {
		err = b.conn.WriteJSON(map[string]any{"id": id, "method": method, "params": params})
	}
	b.mu.Unlock()
	if err != nil {
		return fmt.Errorf("%s: %w", method, err)
	}
	select {
	case m := <-answered:
		if m.Error != "" {
			return fmt.Errorf("%s: %s: %s", method, m.Error, m.Message)
		}
		if into == nil {
			return nil
		}
		return json.Unmarshal(m.Result, into)
	case <-time.After(program.Timeout):
		return fmt.Errorf("%s: no answer", method)
	}
}

// listen passes on answers and events until the connection ends.
func (b *bidi) listen() {
	for {
		var m message
		err := b.conn.ReadJSON(&m)
		b.mu.Lock()
		switch {
		case err != nil:
			b.broken = err
			for id := range b.waiting {
				b.waiting[id] <- message{Error: "the connection has ended", Message: err.Error()}
			}
		case m.Method == "log.entryAdded":
			var entry struct{ Level, Text string }
			json.Unmarshal(m.Params, &entry)
			b.logged = append(b.logged, entry.Level+" "+entry.Text)
		case b.waiting[m.ID] != nil:
			b.waiting[m.ID] <- m
			delete(b.waiting, m.ID)
		}
		b.mu.Unlock()
		if err != nil {
			return
		}
	}
}
