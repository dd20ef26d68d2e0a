package browser

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// hasContrast checks the contrast of all visible text in each of the surroundings, and leaves the page in light colours.
// Where the whole of axe runs it also finds text that lies over something else than its ancestors.
func (b *tab) hasContrast(p page, when string, in ...surroundings) {
	b.t.Helper()
	least, leastLarge := 4.5, 3.0 // WCAG 2.2, 1.4.3 Contrast (Minimum)
	if p.forPupils() || p.onTheWall() {
		least, leastLarge = 7, 4.5 // WCAG 2.2, 1.4.6 Contrast (Enhanced)
	}
	for _, s := range in {
		b.do(media(s))
		for _, fault := range ask[[]string](b, fmt.Sprintf(lowContrast, least, leastLarge)) {
			b.t.Errorf("%s, %s: %s", when, s, fault)
		}
	}
	b.do(media(calm))
}

// lowContrast returns each visible text whose contrast is below the first number or, if it is large, below the second. The
// mark on a tile must have 7:1 everywhere. The background is what the ancestors paint, at each stop of a gradient
// that fills its box. The formula is that of WCAG 2.2.
const lowContrast = `((least, leastLarge) => {
	const pen = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true })
	const known = new Map(), behind = new Map(), faults = new Set()
	const parts = colour => {
		if (!known.has(colour)) {
			pen.clearRect(0, 0, 1, 1)
			pen.fillStyle = colour
			pen.fillRect(0, 0, 1, 1)
			const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data
			known.set(colour, [r, g, b, a / 255])
		}
		return known.get(colour)
	}
	const over = ([r, g, b, a], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a)]
	const light = colour => colour.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
		.reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0)
	const backgrounds = e => {
		if (!e) return [[255, 255, 255]]
		if (!behind.has(e)) {
			const style = getComputedStyle(e), own = parts(style.backgroundColor)
			const below = own[3] === 1 ? [[255, 255, 255]] : backgrounds(e.parentElement)
			const painted = below.map(c => over(own, c))
			const stops = style.backgroundSize !== "auto" ? [] : style.backgroundImage.match(/(rgba?|hsla?|color|oklab|oklch|lab|lch)\([^()]*\)/g) ?? []
			behind.set(e, [...painted, ...stops.map(parts).filter(c => c[3] > 0).map(c => over(c, painted[0]))])
		}
		return behind.get(e)
	}
	const opacities = new Map(), done = new Set()
	const opacity = e => {
		if (!e) return 1
		if (!opacities.has(e)) opacities.set(e, getComputedStyle(e).opacity * opacity(e.parentElement))
		return opacities.get(e)
	}
	const check = (e, words) => {
		done.add(e)
		if (!e.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return
		if (e.closest(".vh, svg, :disabled, [aria-disabled=true], option, script, style, noscript")) return
		const style = getComputedStyle(e), size = parseFloat(style.fontSize)
		const large = size >= 24 || size >= 18.66 && style.fontWeight >= 700
		const wanted = e.closest(".tile") ? 7 : large ? leastLarge : least
		const [r, g, b, a] = parts(style.color)
		for (const ground of backgrounds(e)) {
			const x = light(over([r, g, b, a * opacity(e)], ground)), y = light(ground)
			const ratio = (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
			if (ratio < wanted - 0.005) faults.add("a contrast of " + ratio.toFixed(2) + ", expected " + wanted + ": " + words.slice(0, 40) + " in " + e.outerHTML.slice(0, 90))
		}
	}
	const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange()
	while (texts.nextNode()) {
		const text = texts.currentNode
		if (done.has(text.parentElement) || !/[\p{L}\p{N}]/u.test(text.data)) continue
		range.selectNodeContents(text)
		const box = range.getBoundingClientRect()
		if (box.width > 1 && box.height > 1) check(text.parentElement, text.data.trim())
	}
	for (const e of document.querySelectorAll("select, textarea, input:not([type=radio], [type=checkbox], [type=hidden])")) check(e, "the value")
	return [...faults].slice(0, 6)
})(%v, %v)`

// holding opens a page that holds just this HTML.
func holding(body string) chromedp.Action[chromedp.Void] {
	return chromedp.Navigate("data:text/html;charset=utf-8," + url.PathEscape("<!doctype html><html lang=en><title>Test</title><body>"+body))
}

func TestLowContrastIsFound(t *testing.T) {
	b := borrow(t)
	for _, c := range []struct {
		name, body string
		found      bool
	}{
		{"black on white", `<p>words</p>`, false},
		{"6:1 on white", `<p style="color:#636363">words</p>`, true},
		{"7:1 on white", `<p style="color:#595959">words</p>`, false},
		{"6:1 but large", `<p style="color:#636363; font-size:24px">words</p>`, false},
		{"a background further out", `<div style="background:#222"><p><b>words</b></p></div>`, true},
		{"half transparent words", `<p style="color:rgb(0 0 0 / 50%)">words</p>`, true},
		{"a parent that fades its words", `<div style="opacity:0.5"><p>words</p></div>`, true},
		{"a half transparent background", `<div style="background:#000"><p style="background:rgb(255 255 255 / 20%)">words</p></div>`, true},
		{"one end of a gradient", `<p style="background:linear-gradient(#fff, #555)">words</p>`, true},
		{"a gradient that underlines", `<p style="background:linear-gradient(#555, #555) 0 100% / 100% 2px no-repeat">words</p>`, false},
		{"a single letter", `<p style="color:#777">A</p>`, true},
		{"the mark on a tile", `<p class=tile style="color:#636363; font-size:60px">A</p>`, true},
		{"hidden words", `<p style="color:#eee; display:none">words</p>`, false},
		{"the value of a list", `<select style="color:#999; background:#fff"><option>words</select>`, true},
	} {
		b.do(holding(c.body))
		faults := ask[[]string](b, fmt.Sprintf(lowContrast, 7, 4.5))
		if found := len(faults) > 0; found != c.found {
			t.Errorf("%s: found %t (%s), expected %t", c.name, found, strings.Join(faults, "; "), c.found)
		}
	}
}
