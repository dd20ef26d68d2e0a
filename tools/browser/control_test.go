package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The keys that a child uses instead of a mouse.
const (
	tabKey = kb.Tab
	enter  = kb.Enter
	space  = " "
	down   = kb.ArrowDown
)

func (b *tab) press(keys ...string) {
	b.t.Helper()
	for _, key := range keys {
		b.do(chromedp.KeyEvent(key))
	}
}

// back presses Shift and Tab.
func (b *tab) back() {
	b.t.Helper()
	b.do(chromedp.KeyEvent(tabKey, chromedp.KeyModifiers(kb.ModifierShift)))
}

// until waits until an expression, or what it promises, is true in the page that is open by then.
func (b *tab) until(expression, meaning string) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience/2)
	defer cancel()
	for {
		// A page that is being left does not answer: ask again.
		holds, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`(async () => !!(await (`+expression+`)))()`, chromedp.EvalAwaitPromise))
		if err == nil && holds {
			return
		}
		select {
		case <-ctx.Done():
			b.t.Fatalf("this never came: %s (%v); the console says %q", meaning, err, b.complaints())
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// control is an element as a screen reader presents it.
type control struct {
	Role, Name, Description string
	Checked, Disabled       bool
}

func (c control) String() string { return fmt.Sprintf("%s %q", c.Role, c.Name) }

// focused returns the element that has the focus.
func (b *tab) focused() control {
	b.t.Helper()
	return b.control(`document.activeElement`)
}

// control returns the element that an expression returns, as a screen reader presents it.
func (b *tab) control(expression string) control {
	b.t.Helper()
	node, err := chromedp.Run(b.ctx, func(ctx context.Context, t *chromedp.Target) (*accessibility.Node, error) {
		element, err := chromedp.Evaluate[*runtime.RemoteObject](expression)(ctx, t)
		if err != nil {
			return nil, err
		}
		tree, err := cdp.Call(ctx, t, accessibility.GetPartialAXTree, accessibility.GetPartialAXTreeParams{
			ObjectID: element.ObjectID, FetchRelatives: new(false),
		})
		if err != nil || len(tree.Nodes) == 0 {
			return nil, fmt.Errorf("nothing is told of %s: %w", expression, err)
		}
		return tree.Nodes[0], nil
	})
	if err != nil {
		b.t.Fatal(err)
	}
	c := control{Role: told(node.Role), Name: squeeze(told(node.Name)), Description: squeeze(told(node.Description))}
	for _, p := range node.Properties {
		switch p.Name {
		case accessibility.PropertyNameChecked:
			c.Checked = told(p.Value) == "true"
		case accessibility.PropertyNameDisabled:
			c.Disabled = told(p.Value) == "true"
		}
	}
	return c
}

// told returns a value of the accessibility tree as text.
func told(v *accessibility.Value) string {
	if v == nil {
		return ""
	}
	var value any
	if err := json.Unmarshal(v.Value, &value); err != nil || value == nil {
		return ""
	}
	return fmt.Sprint(value)
}
