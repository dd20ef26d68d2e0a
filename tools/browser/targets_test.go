package browser

import "testing"

// hasLargeTargets checks that whatever is pressed on the page as it is now can be hit.
func (b *tab) hasLargeTargets(when string) {
	b.t.Helper()
	for _, fault := range ask[[]string](b, smallTargets) {
		b.t.Errorf("%s: %s", when, fault)
	}
}

// smallTargets returns the controls that are smaller than 24 by 24 pixels and so close to another that a circle of 24 pixels
// around their middle meets it (WCAG 2.2, 2.5.8 Target Size). Links in a line of text are exempt; a label belongs to its control.
const smallTargets = `(() => {
	const inText = e => getComputedStyle(e).display === "inline" && [...e.parentElement.childNodes].some(n => n.nodeType === 3 && n.data.trim())
	const targets = [...new Set([...document.querySelectorAll("a[href], button, select, summary, textarea, input, [role=button], [tabindex='0']")]
		.filter(e => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !e.matches(":disabled, [role=region], .vh, .skip") && !inText(e))
		.map(e => e.closest("label") ?? e))]
		.map(e => ({ e, box: e.getBoundingClientRect() })).filter(({ box }) => box.width > 1 && box.height > 1)
	const small = box => box.width < 23.5 || box.height < 23.5
	const middle = box => [box.x + box.width / 2, box.y + box.height / 2]
	const distance = ([x, y], box) => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom))
	return targets.filter(({ e, box }) => small(box) && targets.some(other => {
		if (other.e === e || other.e.contains(e) || e.contains(other.e)) return false
		const [x, y] = middle(box), [u, v] = middle(other.box)
		return distance([x, y], other.box) < 11.5 || small(other.box) && Math.hypot(x - u, y - v) < 23.5
	})).map(({ e, box }) => Math.round(box.width) + " by " + Math.round(box.height) + " px is too small beside another control: " + e.outerHTML.slice(0, 90)).slice(0, 6)
})()`

func TestSmallTargetsAreFound(t *testing.T) {
	b := borrow(t)
	for _, c := range []struct {
		name, body string
		found      bool
	}{
		{"large buttons", `<button style="width:44px;height:44px">a</button><button style="width:44px;height:44px">b</button>`, false},
		{"small buttons side by side", `<button style="width:16px;height:16px">a</button><button style="width:16px;height:16px">b</button>`, true},
		{"a small button beside a large one", `<button style="width:16px;height:16px">a</button><button style="width:60px;height:40px">b</button>`, true},
		{"small buttons far apart", `<button style="width:16px;height:16px">a</button><button style="width:16px;height:16px;margin-left:40px">b</button>`, false},
		{"links in a line of text", `<p>See <a href=x>a</a> or <a href=y>b</a>.`, false},
		{"small boxes with large labels", `<label style="display:block;height:44px"><input type=checkbox>a</label><label style="display:block;height:44px"><input type=checkbox>b</label>`, false},
		{"a list of low links", `<style>a{display:block;height:12px;font-size:10px}</style><a href=x>a</a><a href=y>b</a>`, true},
	} {
		b.do(holding(c.body))
		faults := ask[[]string](b, smallTargets)
		if found := len(faults) > 0; found != c.found {
			t.Errorf("%s: found %t (%v), expected %t", c.name, found, faults, c.found)
		}
	}
}
