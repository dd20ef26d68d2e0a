package browser

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"golang.org/x/net/html"

	"safeonline/tools/internal/sweep"
)

// Every page for pupils has the same dialog; the tests below try it on a page of each template.
func TestEveryPageForPupilsCanHide(t *testing.T) {
	var dialogs []string
	for _, p := range pupilPages() {
		button, dialog := byAttr(p.doc, "data-hide"), byAttr(p.doc, "data-screen")
		if button == nil || dialog == nil {
			t.Errorf("%s lacks the button that hides the screen, or its dialog", p.address)
			continue
		}
		var source strings.Builder
		if err := html.Render(&source, dialog); err != nil {
			t.Fatal(err)
		}
		dialogs = append(dialogs, source.String())
		if dialogs[0] != source.String() {
			t.Errorf("the dialog of %s differs from that of other pages: %s", p.address, source.String())
		}
	}
}

// pupilPages returns the pages for pupils, except for the gallery, which has only questions.
func pupilPages() []page {
	return slices.DeleteFunc(built().read(), func(p page) bool { return !p.forPupils() || p.address == galleryAt })
}

func TestTheScreenIsHiddenAtOnceAndComesBack(t *testing.T) {
	for _, p := range pupilPages() {
		one := []string{"/", "/help/", "/smart/", "/smart/s/", "/ks2/passwords/", "/smart/mix/", "/ks2/certificate/"} // of each template
		if !sweep.Full() && !slices.Contains(one, p.address) {
			continue
		}
		t.Run(p.address, func(t *testing.T) {
			t.Parallel()
			b := visit(t, p.address, withoutWorker)
			if !b.seen("[data-hide]") {
				t.Fatal("there is no button that hides the screen")
			}
			icon := ask[string](b, `document.querySelector("link[rel=icon]").getAttribute("href")`)
			b.readToTheEnd() // the browser fetches a lazy image whenever it likes
			before := len(b.asked())
			for _, way := range []struct{ key, back func() }{
				{func() { b.press(enter) }, func() { b.press(kb.Escape) }},
				{func() { b.press(kb.Escape) }, func() { b.press(enter) }},
				{func() { b.hold(kb.Escape) }, func() { b.tap("[data-show]") }},
			} {
				ask[bool](b, `document.querySelector("[data-hide]").focus(), true`)
				way.key()
				b.isHidden()
				way.back()
				if b.seen("[data-screen]") {
					t.Fatal("the page does not come back")
				}
				if at := b.focused(); at.Name != "Hide the screen" {
					t.Errorf("when the page is back the focus is on %v", at)
				}
			}
			for _, r := range b.asked()[before:] {
				if !strings.HasSuffix(r.url, icon) { // the browser fetches the icon whenever it likes
					t.Errorf("hiding requested %v", r)
				}
			}
			b.quiet()
		})
	}
}

func TestTheHiddenScreenIsAccessible(t *testing.T) {
	t.Parallel()
	p := built().page("/smart/s/")
	b := visit(t, p.address, withoutWorker)
	b.tap("[data-hide]")
	b.inspectAll(p, "hidden")
	b.do(screen(narrow, 640))
	b.fits("hidden")
	b.do(screen(narrow, 256))
	b.isHidden()
	b.press(kb.Escape)
	b.fits("on a very low screen")

	plain := visit(t, p.address, withoutScript)
	if plain.seen("[data-hide]") || plain.seen("[data-speak]") || plain.seen("[data-screen]") || plain.seen("[data-forget]") {
		t.Error("without the script there is a button that does nothing")
	}
}

// hold presses a key for so long that it repeats.
func (b *tab) hold(key string) {
	b.t.Helper()
	again := func(press *input.DispatchKeyEventParams) { press.AutoRepeat = new(true) }
	b.press(key)
	b.do(chromedp.KeyEvent(key, again), chromedp.KeyEvent(key, again))
}

// isHidden checks that only the calm picture and its words can be seen and reached.
func (b *tab) isHidden() {
	b.t.Helper()
	if w := b.words("[data-screen]"); w != "Go and get a grown-up. You will not be in trouble for telling. Bring the page back" {
		b.t.Fatalf("the hidden screen says %q", w)
	}
	if left := ask[string](b, `[[1, 1], [innerWidth - 2, 1], [1, innerHeight - 2], [innerWidth - 2, innerHeight - 2], [innerWidth / 2, innerHeight / 2]]
		.map(([x, y]) => document.elementFromPoint(x, y)).find(e => !e?.closest("[data-screen]"))?.outerHTML.slice(0, 80) ?? ""`); left != "" {
		b.t.Errorf("part of the page is still visible: %s", left)
	}
	for range 4 {
		b.press(tabKey)
		if !ask[bool](b, `document.activeElement === document.body || !!document.activeElement.closest("[data-screen]")`) {
			b.t.Errorf("Tab reaches %v behind the hidden screen", b.focused())
		}
	}
	ask[bool](b, `document.querySelector("[data-show]").focus(), true`)
}

// quoted returns a text as a string literal of JavaScript.
func quoted(s string) string { return fmt.Sprintf("%q", s) }

// In danger nobody should have to move the page to see whom to call: on a telephone, no button that stays in the window ever lies over
// the number, however far the page is scrolled.
func TestNoButtonLiesOverTheNumberToCall(t *testing.T) {
	const number = "999"
	pages := 0
	for _, p := range pupilPages() {
		if !strings.Contains(text(p.doc), number) {
			continue
		}
		pages++
		for _, width := range []int64{narrow, 390} {
			t.Run(fmt.Sprintf("%s at %d px", p.address, width), func(t *testing.T) {
				t.Parallel()
				b := visit(t, p.address, withoutWorker, screen(width, 700))
				if !b.seen("[data-hide]") {
					t.Fatal("there is no button that hides the screen")
				}
				for _, covered := range ask[[]string](b, fmt.Sprintf(`(() => {
					const found = [], range = document.createRange()
					const buttons = [...document.querySelectorAll(".bar button")].filter(e => e.checkVisibility())
					const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
					const numbers = []
					while (texts.nextNode()) if (texts.currentNode.data.includes(%q) && texts.currentNode.parentElement.checkVisibility()) numbers.push(texts.currentNode)
					if (!numbers.length) found.push("nothing: the number is not seen")
					for (let top = 0; top < document.documentElement.scrollHeight; top += 6) {
						scrollTo({ top, behavior: "instant" })
						for (const words of numbers) for (const button of buttons) {
							range.selectNodeContents(words)
							const over = button.getBoundingClientRect()
							if ([...range.getClientRects()].some(r => r.left < over.right && over.left < r.right && r.top < over.bottom && over.top < r.bottom))
								found.push(words.parentElement.outerHTML.slice(0, 90) + " at " + top + " px")
						}
					}
					return found.slice(0, 3)
				})()`, number)) {
					t.Errorf("a button lies over %s", covered)
				}
			})
		}
	}
	if pages == 0 {
		t.Errorf("no page for pupils says %s", number)
	}
}
