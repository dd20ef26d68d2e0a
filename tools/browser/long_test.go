package browser

import (
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"safeonline/tools/internal/sweep"
)

// longHost is the address of a school with a long name.
const longHost = "https://online-safety.llanfairpwllgwyngyll-primary.school.example/"

// Text with words that are too long for a line stays in its box: on screens, on slides, and on paper. So does a long address of the
// site, which is broken only after its signs. A full sweep tries every page at four widths; otherwise those with new structure are
// tried at two.
func TestLongWordsStayInTheirBoxes(t *testing.T) {
	s := rebuilt(t, func(root string) { withLongWords(t, root) }, "--base-url", longHost)
	if err := s.readPages(); err != nil {
		t.Fatal(err)
	}
	s.serveFor(t)
	var same []string // lessons without long words
	for _, l := range lessons(t) {
		if l.address != "/smart/s/" && l.address != "/ks2/passwords/" {
			same = append(same, l.address)
		}
	}
	pages := slices.DeleteFunc(s.read(), func(p page) bool {
		return slices.ContainsFunc(same, func(address string) bool { return strings.Contains(p.address, address) })
	})
	due := newStructure(pages, signature)
	for _, p := range pages {
		if !due[p.address] && !sweep.Full() {
			continue
		}
		t.Run(named(p.address), func(t *testing.T) {
			t.Parallel()
			b := borrow(t)
			b.do(chromedp.Navigate(s.url + p.address))
			b.staysInItsBoxes(p)
		})
	}
}

// staysInItsBoxes checks a page on every screen that it is made for, with all answers open, and on paper.
func (b *tab) staysInItsBoxes(p page) {
	b.t.Helper()
	if p.onTheWall() {
		b.isLive()
		for _, s := range screens {
			b.do(screen(s[0], s[1]))
			b.settle()
			for _, fault := range ask[measured](b, measureSlides).Faults {
				b.t.Errorf("%dx%d: %s", s[0], s[1], fault)
			}
			for _, word := range ask[[]string](b, brokenInAddress) {
				b.t.Errorf("%dx%d: the address on the first slide is broken within %q", s[0], s[1], word)
			}
		}
		b.settle()
		ask[bool](b, `(history.replaceState(null, "", location.pathname), true)`)
		b.do(chromedp.Reload()) // as it opens, on its first route
		b.isLive()
	}
	ask[bool](b, `document.querySelectorAll("main details").forEach(d => d.open = true), true`)
	widths := []int64{narrow, 820}
	if sweep.Full() {
		widths = append(widths, 390, 1280)
	}
	for _, wide := range widths {
		b.do(screen(wide, 900))
		b.settle()
		for _, fault := range ask[[]string](b, outOfBoxes) {
			b.t.Errorf("%d px wide: %s", wide, fault)
		}
	}
	b.laidOutForPaper()
	for _, fault := range ask[[]string](b, outOfBoxes) {
		b.t.Errorf("on paper: %s", fault)
	}
}

// brokenInAddress returns the words of the address on the first slide that are on more than one line.
const brokenInAddress = `[...document.querySelectorAll(".slide .tablets__address b")].flatMap(b => [...b.childNodes]).filter(piece => {
	const range = document.createRange()
	range.selectNodeContents(piece)
	return piece.data && range.getClientRects().length !== 1
}).map(piece => piece.data)`

// outOfBoxes returns the visible words that overflow a box. A box that scrolls may hold wider words. Letters may extend a little
// above or below their line.
const outOfBoxes = `(() => {
	const faults = new Map(), fault = (what, e) => faults.set(what + " " + e.outerHTML.slice(0, 70), 1)
	const wide = document.scrollingElement.scrollWidth
	if (wide > innerWidth) faults.set("the page is " + wide + " px wide", 1)
	const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
	const clipped = e => e && (getComputedStyle(e).clipPath === "inset(50%)" || clipped(e.parentElement)) // for screen readers alone
	while (texts.nextNode()) {
		const text = texts.currentNode, e = text.parentElement
		if (!text.data.trim() || clipped(e) || e.closest(".vh, .skip, [data-slide]:not([data-now])") || !e.checkVisibility()) continue
		const range = document.createRange()
		range.selectNodeContents(text)
		const of = range.getBoundingClientRect(), slack = 0.35 * parseFloat(getComputedStyle(e).fontSize)
		if (!of.width) continue
		for (let box = e; box !== document.body; box = box.parentElement) {
			const style = getComputedStyle(box), at = box.getBoundingClientRect()
			if (style.display === "inline" || style.display === "contents") continue
			const upright = style.writingMode === "horizontal-tb", edge = upright ? 1 : slack
			if (/auto|scroll/.test(style.overflow)) break
			if (of.left < at.left - edge || of.right > at.right + edge) { fault(Math.round(Math.max(at.left - of.left, of.right - at.right)) + " px out of its box: " + text.data.trim().slice(0, 24) + " in", box); break }
			const drawn = parseFloat(style.borderBottomWidth) || style.overflowY !== "visible"
			if (drawn && (of.top < at.top - slack || of.bottom > at.bottom + slack)) { fault(Math.round(Math.max(at.top - of.top, of.bottom - at.bottom)) + " px above or below its box: " + text.data.trim().slice(0, 24) + " in", box); break }
			if (/absolute|fixed/.test(style.position)) break
		}
	}
	return [...faults.keys()].slice(0, 12)
})()`
