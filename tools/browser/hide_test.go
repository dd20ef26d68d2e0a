package browser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

func TestTheScreenIsHiddenAtOnceAndComesBack(t *testing.T) {
	for _, p := range built().read() {
		if !p.forPupils() || p.address == galleryAt { // the gallery has questions alone
			continue
		}
		t.Run(p.address, func(t *testing.T) {
			t.Parallel()
			b := visit(t, p.address)
			if !b.seen("[data-hide]") {
				t.Fatal("there is no button that hides the screen")
			}
			icon := ask[string](b, `document.querySelector("link[rel=icon]").getAttribute("href")`)
			before := len(b.asked())
			for _, back := range []func(){
				func() { b.press(kb.Escape) },
				func() { b.press(enter) },
				func() { b.tap("[data-show]") },
			} {
				ask[bool](b, `document.querySelector("[data-hide]").focus(), true`)
				b.press(enter)
				b.isHidden()
				back()
				if b.seen("[data-screen]") {
					t.Fatal("the page does not come back")
				}
				if at := b.focused(); at.Name != "Hide the screen" {
					t.Errorf("when the page is back the keyboard is on %v", at)
				}
			}
			for _, r := range b.asked()[before:] {
				if !strings.HasSuffix(r.url, icon) { // the browser fetches that by itself, when it likes
					t.Errorf("hiding asked for %v", r)
				}
			}
			b.quiet()
		})
	}
}

func TestTheHiddenScreenIsForEverybody(t *testing.T) {
	p := built().page("/smart/s/")
	b := visit(t, p.address)
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
		t.Error("without a script there is a button that does nothing")
	}
}

// isHidden: nothing of the page is to be seen or reached, only the calm picture and its words.
func (b *tab) isHidden() {
	b.t.Helper()
	if w := b.words("[data-screen]"); w != "Go and get a grown-up. You will not be in trouble for telling. Bring the page back" {
		b.t.Fatalf("the hidden screen says %q", w)
	}
	if left := ask[string](b, `[[1, 1], [innerWidth - 2, 1], [1, innerHeight - 2], [innerWidth - 2, innerHeight - 2], [innerWidth / 2, innerHeight / 2]]
		.map(([x, y]) => document.elementFromPoint(x, y)).find(e => !e?.closest("[data-screen]"))?.outerHTML.slice(0, 80) ?? ""`); left != "" {
		b.t.Errorf("of the page this is still to be seen: %s", left)
	}
	for range 4 {
		b.press(tabKey)
		if !ask[bool](b, `document.activeElement === document.body || !!document.activeElement.closest("[data-screen]")`) {
			b.t.Errorf("the keyboard reaches %v behind the hidden screen", b.focused())
		}
	}
	ask[bool](b, `document.querySelector("[data-show]").focus(), true`)
}

func quoted(s string) string { return fmt.Sprintf("%q", s) }
