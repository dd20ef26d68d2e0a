package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
)

// showsEveryFocus checks that each control of the page as it is now shows that the keyboard is on it (WCAG 2.2, 2.4.7 Focus
// Visible), and that it changes below a pointer.
func (b *tab) showsEveryFocus(when string) {
	b.t.Helper()
	b.mouse(input.DispatchMouseEventTypeMouseMoved, 0, 0, 0) // away from all controls
	for _, fault := range ask[[]string](b, unshownFocus) {
		b.t.Errorf("%s: %s", when, fault)
	}
}

// unshownFocus returns the controls that have no outline while the keyboard is on them, and those that look the same below a
// pointer: of several that have the same style, the first. No pointer is moved: a copy of the style sheets takes an attribute for the
// pointer. A label belongs to its control. A control that is disabled need not change.
const unshownFocus = `(() => {
	for (const d of document.querySelectorAll("details")) d.open = true
	const looks = e => [e, ...e.querySelectorAll("*")].flatMap(part => ["", "::before", "::after"].map(pseudo => {
		const s = getComputedStyle(part, pseudo)
		return [s.color, s.backgroundColor, s.borderColor, s.borderStyle, s.boxShadow, s.transform, s.opacity, s.textDecorationLine,
			s.textDecorationLine === "none" ? "" : s.textDecorationThickness].join()
	})).join(";")
	const sheet = new CSSStyleSheet()
	sheet.replaceSync([...document.styleSheets].flatMap(s => [...s.cssRules])
		.filter(r => !(r instanceof CSSFontFaceRule)).map(r => r.cssText).join("\n").replaceAll(":hover", "[data-below]"))
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
	const outlined = e => {
		const s = e && getComputedStyle(e)
		return s && s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2
	}
	const style = e => [e.localName, e.className, e.type, e.ariaCurrent, e.ariaPressed, e.ariaDisabled].join()
	const faults = new Set(), tried = new Set(), had = document.activeElement
	for (const e of document.querySelectorAll("a[href], button, select, summary, textarea, input, [tabindex='0']")) {
		if (!e.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
		const kind = [e, e.parentElement, e.parentElement.parentElement].map(style).join(" < ")
		if (tried.has(kind)) continue
		tried.add(kind)
		const target = e.closest("label") ?? e, source = e.outerHTML.slice(0, 90)
		e.focus({ focusVisible: true, preventScroll: true })
		if (document.activeElement === e && ![e, e.closest("label")].some(outlined)) faults.add("nothing shows that the keyboard is on " + source)
		e.blur()
		if (e.matches("[tabindex='0'], .skip, select, textarea, :disabled, [aria-disabled=true]")) continue
		const before = looks(target)
		for (let up = target; up; up = up.parentElement) up.setAttribute("data-below", "")
		if (looks(target) === before) faults.add("nothing shows that the pointer is on " + source)
		for (let up = target; up; up = up.parentElement) up.removeAttribute("data-below")
	}
	had?.focus({ preventScroll: true })
	document.adoptedStyleSheets = document.adoptedStyleSheets.filter(s => s !== sheet)
	return [...faults].slice(0, 8)
})()`

func TestUnshownFocusIsFound(t *testing.T) {
	b := borrow(t)
	const styles = `<style>@layer a {
		:focus-visible { outline: 4px solid } .plain:focus-visible { outline: 0 }
		button:hover, summary:hover { background: red } .still:hover { background: buttonface }
	}</style>`
	for _, c := range []struct{ name, body, want string }{
		{"a button", `<button>a</button>`, ""},
		{"a button without an outline", `<button class=plain>a</button>`, "keyboard"},
		{"a thin outline", `<button style="outline-width:1px">a</button>`, "keyboard"},
		{"a summary without an outline", `<details><summary class=plain>a</summary></details>`, "keyboard"},
		{"a button that stays as it is", `<button class=still>a</button>`, "pointer"},
		{"a hidden button", `<button class="plain still" hidden>a</button>`, ""},
		{"a disabled button", `<button class=still aria-disabled=true>a</button>`, ""},
	} {
		b.do(holding(styles + c.body))
		faults := strings.Join(ask[[]string](b, unshownFocus), "; ")
		if (c.want == "") != (faults == "") || !strings.Contains(faults, c.want) {
			t.Errorf("%s: found %q, expected %q", c.name, faults, c.want)
		}
	}
}
