package browser

import (
	"context"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write the golden files anew")

const treeGolden = "testdata/tree.txtar"

// What a screen reader presents of each kind of question after Check: the group, its options with their states, and the
// feedback. Rewrite the file with -update, and review the changes.
func TestWhatAScreenReaderPresentsAfterCheck(t *testing.T) {
	t.Parallel()
	var told txtar.Archive
	b := borrow(t)
	for _, q := range gallery(t).Quiz {
		b.do(asNew)
		b.open(galleryAt)
		for _, state := range []struct {
			name   string
			answer func(question)
		}{{"unanswered", nothing}, {"wrong", b.answerWrongly}, {"right", b.answerRightly}} {
			state.answer(q)
			b.check(q)
			told.Files = append(told.Files, txtar.File{Name: q.ID + " " + state.name, Data: []byte(b.tree(q))})
		}
	}
	if *update {
		if err := os.WriteFile(treeGolden, txtar.Format(&told), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := txtar.ParseFile(treeGolden)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range told.Files {
		i := slices.IndexFunc(want.Files, func(w txtar.File) bool { return w.Name == f.Name })
		if i < 0 || string(want.Files[i].Data) != string(f.Data) {
			t.Errorf("%s differs from %s (-update writes it anew):\n%s", f.Name, treeGolden, f.Data)
		}
	}
	if len(want.Files) != len(told.Files) {
		t.Errorf("%s has %d states, the gallery %d", treeGolden, len(want.Files), len(told.Files))
	}
}

// tree returns the accessibility tree of a question, one line for each node: role, name, states.
func (b *tab) tree(q question) string {
	b.t.Helper()
	lines, err := chromedp.Run(b.ctx, func(ctx context.Context, t *chromedp.Target) (string, error) {
		element, err := chromedp.Evaluate[*runtime.RemoteObject](fmt.Sprintf(`document.getElementById(%q)`, q.ID))(ctx, t)
		if err != nil {
			return "", err
		}
		described, err := cdp.Call(ctx, t, dom.DescribeNode, dom.DescribeNodeParams{ObjectID: element.ObjectID})
		if err != nil {
			return "", err
		}
		full, err := cdp.Call(ctx, t, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
		if err != nil {
			return "", err
		}
		nodes := map[accessibility.NodeID]*accessibility.Node{}
		var root *accessibility.Node
		for _, n := range full.Nodes {
			nodes[n.NodeID] = n
			if n.BackendDOMNodeID == described.Node.BackendNodeID {
				root = n
			}
		}
		if root == nil {
			return "", fmt.Errorf("question %s is not in the tree", q.ID)
		}
		var out strings.Builder
		outline(&out, nodes, root, 0)
		return out.String(), nil
	})
	if err != nil {
		b.t.Fatal(err)
	}
	return lines
}

// passedOver lists the roles that a screen reader does not announce. Only what is in such nodes counts.
var passedOver = []string{"none", "generic", "InlineTextBox", "LabelText", "ListMarker", "Legend", "paragraph"}

// toldStates lists the properties of a control that a screen reader announces.
var toldStates = []accessibility.PropertyName{
	accessibility.PropertyNameChecked, accessibility.PropertyNamePressed, accessibility.PropertyNameDisabled,
	accessibility.PropertyNameFocused, accessibility.PropertyNameLevel,
}

func outline(out *strings.Builder, nodes map[accessibility.NodeID]*accessibility.Node, n *accessibility.Node, depth int) {
	role, name := told(n.Role), squeeze(told(n.Name))
	if !n.Ignored && !slices.Contains(passedOver, role) && (role != "StaticText" || name != "") {
		fmt.Fprintf(out, "%s%s", strings.Repeat("  ", depth), role)
		if name != "" {
			fmt.Fprintf(out, " %q", name)
		}
		if d := squeeze(told(n.Description)); d != "" {
			fmt.Fprintf(out, " described %q", d)
		}
		for _, p := range n.Properties {
			if value := told(p.Value); slices.Contains(toldStates, p.Name) && value != "false" {
				fmt.Fprintf(out, " %s=%s", p.Name, value)
			}
		}
		out.WriteByte('\n')
		depth++
		if slices.Contains([]string{"heading", "link", "button", "radio", "checkbox", "image"}, role) {
			return // its name says all that is in it
		}
	}
	for _, id := range n.ChildIDs {
		child := nodes[id]
		if child != nil && (role != "LabelText" || told(child.Role) != "StaticText") { // a label is told as its control's name
			outline(out, nodes, child, depth)
		}
	}
}
