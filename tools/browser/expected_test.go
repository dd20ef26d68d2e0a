package browser

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
)

// expectedShown returns what is wrong with the table of what a policy is expected to cover: a cell that is not wholly within the window, one that
// screen readers do not count as part of a table, and a state that does not show its shape, or whose shape is that of a state that means more or less.
const expectedShown = `(() => {
	const wrong = [], shapes = {}
	for (const cell of document.querySelectorAll(".expected tbody > tr > *")) {
		const box = cell.getBoundingClientRect()
		if (box.width === 0 || box.left < 0 || box.right > innerWidth) wrong.push("out of sight: " + cell.textContent.trim().slice(0, 40))
		const state = cell.querySelector(".coverage")
		if (!state) continue
		const mark = state.querySelector("svg"), size = mark.getBoundingClientRect()
		if (size.width < 12 || size.height < 12) wrong.push("no shape: " + state.textContent)
		shapes[state.dataset.coverage] = mark.innerHTML
	}
	const same = { elsewhere: "partly", unknown: "not" }
	for (const [a, shape] of Object.entries(shapes))
		for (const [b, other] of Object.entries(shapes))
			if (a !== b && (shape === other) !== ((same[a] ?? a) === (same[b] ?? b))) wrong.push("the shapes of " + a + " and " + b)
	return wrong
})()`

// On a telephone each row is one column, and nothing of it is out of sight: states are told by words and shapes, with and without colours.
func TestWhatIsExpectedReadsOnATelephone(t *testing.T) {
	b := borrowAt(t, "/about/governors/")
	for _, width := range []int64{narrow, 390, 767, 768, 1280} {
		b.do(screen(width, 800))
		for _, wrong := range ask[[]string](b, expectedShown) {
			t.Errorf("at %d px: %s", width, wrong)
		}
	}
	b.do(screen(narrow, 640))
	if height := ask[float64](b, `document.querySelector(".expected td .coverage").getBoundingClientRect().height`); height < 20 {
		t.Errorf("a state is only %.0f px high", height)
	}
}

// A screen reader is told of a table with as many row headings as there are topics, however wide the window is.
func TestWhatIsExpectedIsATableOnATelephone(t *testing.T) {
	b := borrowAt(t, "/about/governors/")
	topics := ask[int](b, `document.querySelectorAll(".expected tbody tr").length`)
	other := b.countRole("rowheader") - topics
	b.do(screen(narrow, 640))
	if n := b.countRole("rowheader") - other; n != topics {
		t.Errorf("a screen reader is told of %d topics on a telephone, and there are %d", n, topics)
	}
}

// countRole returns how many nodes with a role a screen reader is told of.
func (b *tab) countRole(role string) (n int) {
	b.t.Helper()
	n, err := chromedp.Run(b.ctx, func(ctx context.Context, t *chromedp.Target) (n int, err error) {
		tree, err := cdp.Call(ctx, t, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
		for _, node := range tree.Nodes {
			if !node.Ignored && told(node.Role) == role {
				n++
			}
		}
		return n, err
	})
	if err != nil {
		b.t.Fatal(err)
	}
	return n
}
