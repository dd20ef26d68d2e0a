//go:build engines

package engines

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"
)

// child is somebody in front of a browser.
type child struct {
	t     *testing.T
	b     browser
	press func(c *child, selector string) // presses a control: by keyboard or by mouse
}

func (c *child) open(address string) {
	c.t.Helper()
	c.must(c.b.Open(address))
}

func (c *child) must(err error) {
	c.t.Helper()
	if err != nil {
		c.t.Fatal(err)
	}
}

// see evaluates an expression in the page.
func see[T any](c *child, expression string) (value T) {
	c.t.Helper()
	text, err := c.b.Eval(expression)
	if err == nil {
		err = json.Unmarshal(text, &value)
	}
	if err != nil {
		c.t.Fatalf("%v\nin %s", err, expression)
	}
	return value
}

// until waits for an expression to be true in the page, whatever page that is by then.
func (c *child) until(expression, meaning string) {
	c.t.Helper()
	c.waits(patience/3, expression, meaning)
}

// waits is until with another bound.
func (c *child) waits(bound time.Duration, expression, meaning string) {
	c.t.Helper()
	for limit := time.Now().Add(bound); ; time.Sleep(20 * time.Millisecond) {
		value, err := c.b.Eval("!!(" + expression + ")")
		if err == nil && string(value) == "true" {
			return
		}
		if time.Now().After(limit) {
			c.t.Fatalf("this never came: %s (%v)", meaning, err)
		}
	}
}

// aim brings an element into view, and gives the place to click, or why there is none. Of an input, that is its label.
const aim = `(() => {
	const found = document.querySelector(%s)
	if (!found) return { Not: "is not there" }
	const control = found.matches("input") ? found.closest("label") : found
	control.scrollIntoView({ block: "center", behavior: "instant" })
	const box = control.getClientRects()[0]
	if (!box) return { Not: "is not shown" }
	const x = Math.round(box.left + box.width / 2), y = Math.round(box.top + box.height / 2)
	const at = document.elementFromPoint(x, y)
	return control.contains(at) ? { X: x, Y: y } : { Not: "lies under " + (at?.outerHTML ?? "the window's edge").slice(0, 120) }
})()`

// byMouse clicks a control, once it can be clicked.
func byMouse(c *child, selector string) {
	c.t.Helper()
	type target struct {
		X, Y int
		Not  string // why it can't be clicked
	}
	for limit := time.Now().Add(patience / 3); ; time.Sleep(20 * time.Millisecond) {
		at := see[target](c, fmt.Sprintf(aim, quote(selector)))
		if at.Not == "" {
			c.must(c.b.Act(clickAt(at.X, at.Y)))
			return
		}
		if time.Now().After(limit) {
			c.t.Fatalf("%s %s", selector, at.Not)
		}
	}
}

// far is more presses of Tab than any page has stops.
const far = 300

// keyboardAt tells where the keyboard is, seen from a control: there, before it or after it; and above or below it, where
// both are radio buttons of one group. The arrows do not lead from the last to the first in every engine.
const keyboardAt = `(() => {
	const control = document.querySelector(%s), at = document.activeElement
	if (!control) return "nowhere"
	if (at === control) return "there"
	const after = at !== document.body && control.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING
	if (control.type === "radio" && at.type === "radio" && at.name === control.name) return after ? "below" : "above"
	return after ? "after" : "before"
})()`

// byKeyboard goes to a control with Tab, to a radio button also with the arrows, and presses it: links and buttons with
// Enter, what can be ticked with the space bar.
func byKeyboard(c *child, selector string) {
	c.t.Helper()
	at := fmt.Sprintf(keyboardAt, quote(selector))
	for range far {
		switch see[string](c, at) {
		case "there":
			c.pressHere()
			return
		case "above":
			c.must(c.b.Act(chord(down)))
		case "below":
			c.must(c.b.Act(chord(up)))
		case "before":
			c.must(c.b.Act(chord(tabKey)))
		case "after":
			c.must(c.b.Act(chord(shift, tabKey)))
		default:
			c.t.Fatalf("%s is not there", selector)
		}
	}
	c.t.Fatalf("the keyboard does not come to %s; it is on %s", selector, c.focused())
}

// pressHere presses the control that the keyboard is on. The arrows have chosen a radio button already.
func (c *child) pressHere() {
	c.t.Helper()
	switch see[string](c, `document.activeElement.matches("input") ? document.activeElement.checked ? document.activeElement.type : "box" : "button"`) {
	case "radio":
	case "button":
		c.must(c.b.Act(chord(enter)))
	default:
		c.must(c.b.Act(chord(space)))
	}
}

// focused is the element that the keyboard is on, for messages.
func (c *child) focused() string {
	return see[string](c, `document.activeElement.outerHTML.slice(0, 160)`)
}

// isAt: the keyboard is on an element.
func (c *child) isAt(selector, meaning string) {
	c.t.Helper()
	c.until(fmt.Sprintf(`document.activeElement.matches(%s)`, quote(selector)), fmt.Sprintf("the keyboard on %s; it is on %s", meaning, c.focused()))
}

// shown is all words of an element that are to be seen.
func (c *child) shown(selector string) string {
	c.t.Helper()
	return squeeze(see[string](c, fmt.Sprintf(`document.querySelector(%s)?.innerText ?? ""`, quote(selector))))
}

// isShown tells whether there is an element to be seen.
func (c *child) isShown(selector string) bool {
	c.t.Helper()
	return see[bool](c, shows(selector))
}

// shows is an expression: an element is there to be seen.
func shows(selector string) string {
	return fmt.Sprintf(`[...document.querySelectorAll(%s)].some(e => e.getClientRects().length > 0)`, quote(selector))
}

// icon is the file that a browser shows beside a page's title.
const icon = "/pictures/shield.svg"

// hearsNothingBad: the page has no complaint in the console.
func (c *child) hearsNothingBad() {
	c.t.Helper()
	said, err := c.b.Complaints()
	c.must(err)
	for _, complaint := range said {
		if strings.Contains(complaint, icon) && strings.Contains(complaint, "ServiceWorker intercepted") {
			continue // Firefox fetches the icon by itself, and says so when it drops that as the page goes
		}
		c.t.Errorf("the console says: %s", complaint)
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// quote writes words as a string of JavaScript.
func quote(s string) string {
	text, _ := json.Marshal(s)
	return string(text)
}
