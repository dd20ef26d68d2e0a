package browser

import "fmt"

// narrow is the width of a small telephone, or of a desktop screen enlarged to 400 % (WCAG 2.2, 1.4.10 Reflow).
const narrow = 320

// spacing is the text spacing that readers may set on any page without losing words (WCAG 2.2, 1.4.12 Text Spacing).
const spacing = `
	* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
	p { margin-block-end: 2em !important; }`

// fits reports what is wider than the window of a small telephone.
func (b *tab) fits(when string) {
	b.t.Helper()
	b.settle()
	width := ask[int](b, `document.scrollingElement.scrollWidth`)
	if width <= narrow {
		return
	}
	b.t.Errorf("%s the page is %d px wide: %v", when, width, ask[[]string](b, fmt.Sprintf(`
		[...document.querySelectorAll("body *")]
			.filter(e => e.getBoundingClientRect().right > %d + 0.5 && !e.closest('[role="region"][tabindex]'))
			.slice(0, 5).map(e => e.outerHTML.slice(0, 90))`, narrow)))
}

// breaksNoWord reports words of up to 14 letters that are broken across lines: only a word that is too long for a line may be.
func (b *tab) breaksNoWord(when string) {
	b.t.Helper()
	for _, broken := range ask[[]string](b, `(() => {
		const found = [], range = document.createRange()
		const clipped = e => e && (getComputedStyle(e).clipPath === "inset(50%)" || clipped(e.parentElement)) // for screen readers alone
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
		while (texts.nextNode()) {
			const text = texts.currentNode
			if (!text.parentElement.checkVisibility() || text.parentElement.closest(".vh, [data-here], .opt__text") || clipped(text.parentElement)) continue // addresses, and options beside a picture
			for (const { 0: word, index } of text.data.matchAll(/(?<![\p{L}’'])[\p{L}’']{2,14}(?![\p{L}’'])/gu)) {
				range.setStart(text, index)
				range.setEnd(text, index + word.length)
				const tops = new Set([...range.getClientRects()].filter(r => r.width).map(r => Math.round(r.top)))
				if (tops.size > 1 && getComputedStyle(text.parentElement).writingMode === "horizontal-tb") found.push(word + " in " + text.parentElement.outerHTML.slice(0, 80))
			}
		}
		return found.slice(0, 8)
	})()`) {
		b.t.Errorf("%s a word is broken: %s", when, broken)
	}
}

// losesNoText reports words that are cut off. Words for screen readers alone are cut off on purpose (one pixel high).
func (b *tab) losesNoText(when string) {
	b.t.Helper()
	for _, cut := range ask[[]string](b, `
		[...document.querySelectorAll("body *")].filter(e => {
			const style = getComputedStyle(e)
			const hides = style.overflowX === "hidden" || style.overflowX === "clip" || style.overflowY === "hidden" || style.overflowY === "clip"
			const more = e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1
			return hides && more && e.clientHeight > 1 && e.innerText && e.innerText.trim()
		}).map(e => e.outerHTML.slice(0, 120))`) {
		b.t.Errorf("%s words are cut off in %s", when, cut)
	}
}

// style adds a reader's own style sheet to the page.
func (b *tab) style(css string) {
	b.t.Helper()
	ask[bool](b, fmt.Sprintf(`(() => {
		const sheet = new CSSStyleSheet()
		sheet.replaceSync(%q)
		document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
		return true
	})()`, css))
}
