//go:build engines

package engines

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"safeonline/tools/internal/program"
)

// visitor is a person who uses a browser with a keyboard or a mouse.
type visitor struct {
	t     *testing.T
	b     browser
	press func(v *visitor, selector string) // byKeyboard or byMouse
}

func (v *visitor) open(address string) {
	v.t.Helper()
	v.must(v.b.Open(address))
}

func (v *visitor) must(err error) {
	v.t.Helper()
	if err != nil {
		v.t.Fatal(err)
	}
}

// evaluate returns the value of a JavaScript expression in the page.
func evaluate[T any](v *visitor, expression string) (value T) {
	v.t.Helper()
	text, err := v.b.Eval(expression)
	if err == nil {
		err = json.Unmarshal(text, &value)
	}
	if err != nil {
		v.t.Fatalf("%v\nin %s", err, expression)
	}
	return value
}

// waitUntil waits until an expression is true, even if the browser goes to another page meanwhile. It names meaning if it fails.
func (v *visitor) waitUntil(expression, meaning string) {
	v.t.Helper()
	v.waitFor(program.Timeout/3, expression, meaning)
}

// waitFor is like waitUntil, with a timeout of its own.
func (v *visitor) waitFor(timeout time.Duration, expression, meaning string) {
	v.t.Helper()
	for limit := time.Now().Add(timeout); ; time.Sleep(20 * time.Millisecond) {
		value, err := v.b.Eval("!!(" + expression + ")")
		if err == nil && string(value) == "true" {
			return
		}
		if time.Now().After(limit) {
			v.t.Fatalf("timed out waiting for %s (error: %v)", meaning, err)
		}
	}
}

// clickTarget scrolls an element into view, and returns the place to click, or why it can't be clicked. For an input, it
// returns a place on its label.
const clickTarget = `(() => {
	const found = document.querySelector(%s)
	if (!found) return { Not: "does not exist" }
	const control = found.matches("input") ? found.closest("label") : found
	control.scrollIntoView({ block: "center", behavior: "instant" })
	const box = control.getClientRects()[0]
	if (!box) return { Not: "is not shown" }
	const x = Math.round(box.left + box.width / 2), y = Math.round(box.top + box.height / 2)
	const at = document.elementFromPoint(x, y)
	return control.contains(at) ? { X: x, Y: y } : { Not: "is covered by " + (at?.outerHTML ?? "the window's edge").slice(0, 120) }
})()`

// byMouse clicks a control as soon as it can be clicked and stays in its place: a page that has just opened may still be laid out.
func byMouse(v *visitor, selector string) {
	v.t.Helper()
	type target struct {
		X, Y int
		Not  string // why it can't be clicked
	}
	before := target{Not: "has just been found"}
	for limit := time.Now().Add(program.Timeout / 3); ; time.Sleep(50 * time.Millisecond) {
		at := evaluate[target](v, fmt.Sprintf(clickTarget, quote(selector)))
		if at.Not == "" && at == before {
			v.must(v.b.Act(clickAt(at.X, at.Y)))
			return
		}
		if time.Now().After(limit) {
			v.t.Fatalf("%s %s, or moves", selector, at.Not)
		}
		before = at
	}
}

// mostTabs is more than the number of tab stops of any page.
const mostTabs = 300

// focusFrom says where the focus is relative to a control: there, before it or after it, or, if both are radio buttons of one
// group, above or below it. It matters which: not every engine moves from the last radio button to the first with an arrow key.
const focusFrom = `(() => {
	const control = document.querySelector(%s), at = document.activeElement
	if (!control) return "nowhere"
	if (at === control) return "there"
	const after = at !== document.body && control.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING
	if (control.type === "radio" && at.type === "radio" && at.name === control.name) return after ? "below" : "above"
	return after ? "after" : "before"
})()`

// byKeyboard moves to a control with Tab (and the arrow keys for a radio button), and presses it: links and buttons with
// Enter, check boxes and radio buttons with the space bar.
func byKeyboard(v *visitor, selector string) {
	v.t.Helper()
	at := fmt.Sprintf(focusFrom, quote(selector))
	for range mostTabs {
		switch evaluate[string](v, at) {
		case "there":
			v.pressFocused()
			return
		case "above":
			v.must(v.b.Act(chord(down)))
		case "below":
			v.must(v.b.Act(chord(up)))
		case "before":
			v.must(v.b.Act(chord(tabKey)))
		case "after":
			v.must(v.b.Act(chord(shift, tabKey)))
		default:
			v.t.Fatalf("%s does not exist", selector)
		}
	}
	v.t.Fatalf("the focus does not reach %s; it is on %s", selector, v.focusedElement())
}

// pressFocused presses the control that has the focus, except a radio button that an arrow key has already chosen.
func (v *visitor) pressFocused() {
	v.t.Helper()
	switch evaluate[string](v, `document.activeElement.matches("input") ? document.activeElement.checked ? document.activeElement.type : "box" : "button"`) {
	case "radio":
	case "button":
		v.must(v.b.Act(chord(enter)))
	default:
		v.must(v.b.Act(chord(space)))
	}
}

// focusedElement returns the HTML of the element that has the focus, for messages.
func (v *visitor) focusedElement() string {
	return evaluate[string](v, `document.activeElement.outerHTML.slice(0, 160)`)
}

// expectFocus expects the focus on an element.
func (v *visitor) expectFocus(selector, meaning string) {
	v.t.Helper()
	v.waitUntil(fmt.Sprintf(`document.activeElement.matches(%s)`, quote(selector)), fmt.Sprintf("the focus on %s; it is on %s", meaning, v.focusedElement()))
}

// visibleText returns the visible text of an element.
func (v *visitor) visibleText(selector string) string {
	v.t.Helper()
	return collapseSpaces(evaluate[string](v, fmt.Sprintf(`document.querySelector(%s)?.innerText ?? ""`, quote(selector))))
}

// isVisible reports whether an element is visible.
func (v *visitor) isVisible(selector string) bool {
	v.t.Helper()
	return evaluate[bool](v, visible(selector))
}

// visible returns a JavaScript expression for whether an element is visible.
func visible(selector string) string {
	return fmt.Sprintf(`[...document.querySelectorAll(%s)].some(e => e.getClientRects().length > 0)`, quote(selector))
}

// icon is the path of the site's icon.
const icon = "/pictures/shield.svg"

// expectNoConsoleErrors expects no warnings or errors in the console but those with certain words.
func (v *visitor) expectNoConsoleErrors(but ...string) {
	v.t.Helper()
	said, err := v.b.ConsoleErrors()
	v.must(err)
	for _, complaint := range said {
		if strings.Contains(complaint, icon) && strings.Contains(complaint, "ServiceWorker intercepted") {
			continue // Firefox fetches the icon itself, and logs this when it leaves the page before the icon has loaded
		}
		if slices.ContainsFunc(but, func(words string) bool { return strings.Contains(complaint, words) }) {
			continue
		}
		v.t.Errorf("the console has: %s", complaint)
	}
}

func collapseSpaces(s string) string { return strings.Join(strings.Fields(s), " ") }

// quote returns a text as a JavaScript string.
func quote(s string) string {
	text, _ := json.Marshal(s)
	return string(text)
}
