package browser

import (
	"bytes"
	"context"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"rsc.io/qr"
)

// The most that all scripts of a deck may weigh, and the HTML of a deck and of a mix, which has more questions than it shows: in bytes
// when compressed with brotli.
const (
	heaviestDeckScript = 5 * 1024
	heaviestDeck       = 20 * 1024
	heaviestMix        = 30 * 1024
)

func TestADeckIsLight(t *testing.T) {
	t.Parallel()
	script, largest, of := 0, 0, page{}
	for _, p := range decks(t) {
		js := weight(t, files(p.doc, "script", "src", ""))
		if js == 0 || js > heaviestDeckScript {
			t.Errorf("%s: its scripts are %d bytes, want some, and at most %d", p.address, js, heaviestDeckScript)
		}
		script = max(script, js)
		limit := heaviestDeck
		if strings.HasSuffix(p.address, "/mix/") {
			limit = heaviestMix
		}
		size := compressedAt(t, quick, p.source)
		if size > limit {
			size = compressed(t, p.source)
		}
		if size > limit {
			t.Errorf("%s: its HTML is %d bytes, more than %d", p.address, size, limit)
		}
		if size > largest {
			largest, of = size, p
		}
	}
	t.Logf("the most script of a deck is %d bytes, the largest deck's HTML %d (brotli), %s", script, compressed(t, of.source), of.address)
}

// In a window that is too small for slides, the deck is a document in the reader's own text size, one slide below another.
func TestADeckIsADocumentInASmallWindow(t *testing.T) {
	t.Parallel()
	for name, size := range map[string][2]int64{"telephone": {390, 844}, "narrow": {320, 640}, "short": {1280, 400}, "1280x720 at 200%": {640, 360}} {
		t.Run(name, func(t *testing.T) {
			b := borrowAt(t, deckAt, screen(size[0], size[1]))
			b.isLive()
			b.settle()
			b.standsInOrder()
			if wide := ask[int](b, `document.documentElement.scrollWidth`); wide > int(size[0]) {
				t.Errorf("the page is %d px wide in a window of %d", wide, size[0])
			}
			letters := `parseFloat(getComputedStyle(document.querySelector(".bigrule__words")).fontSize)`
			before := ask[float64](b, letters)
			ask[bool](b, `(document.documentElement.style.fontSize = "200%", true)`)
			if after := ask[float64](b, letters); after < 1.7*before {
				t.Errorf("with letters twice as large, a rule's go from %.0f to %.0f px", before, after)
			}
		})
	}
}

func TestADeckWithoutAScriptIsOnePage(t *testing.T) {
	t.Parallel()
	for _, address := range []string{"/present/smart/", deckAt, deckAt + "10/", "/present/ks2/mix/"} {
		b := borrowAt(t, address, withoutScript)
		b.standsInOrder()
		if b.seen("[data-scripted]") || b.seen("[data-tally]") {
			t.Errorf("%s shows what does nothing without the script", address)
		}
	}
}

// standsInOrder checks that every slide is shown, below the one before.
func (b *tab) standsInOrder() {
	b.t.Helper()
	for _, fault := range ask[[]string](b, `[...document.querySelectorAll("[data-slide]:not([hidden])")].flatMap((slide, i, all) => {
		const box = slide.getBoundingClientRect(), before = all[i - 1]?.getBoundingClientRect()
		return box.height < 20 || before && box.top < before.bottom - 1 || getComputedStyle(slide).opacity !== "1" ? ["slide " + slide.id] : []
	})`) {
		b.t.Errorf("%s does not stand below the one before", fault)
	}
}

// While one slide is shown, a screen reader can still read the headings of the whole deck.
func TestAScreenReaderReadsTheWholeDeck(t *testing.T) {
	b := deckOpen(t, "/present/smart/t/")
	headings, err := chromedp.Run(b.ctx, func(ctx context.Context, t *chromedp.Target) (n int, err error) {
		tree, err := cdp.Call(ctx, t, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
		for _, node := range tree.Nodes {
			if !node.Ignored && told(node.Role) == "heading" && told(node.Name) != "" {
				n++
			}
		}
		return n, err
	})
	if err != nil {
		t.Fatal(err)
	}
	if headings < b.slides() {
		t.Errorf("a screen reader hears of %d headings in a deck of %d slides", headings, b.slides())
	}
}

// All classes have the same ten questions on one day and others on the next, numbered from first to last.
func TestAClassMixIsTheSameForAllClassesOfADay(t *testing.T) {
	t.Parallel()
	for _, address := range []string{"/present/smart/mix/", "/present/ks2/mix/"} {
		t.Run(named(address), func(t *testing.T) {
			drawn := func(day int) []string {
				b := deckOpen(t, address, onDay(day))
				if b.seen("[data-slide]:not([id])") {
					t.Error("a slide has no number")
				}
				if ids := ask[bool](b, `[...document.querySelectorAll("[data-slide]")].every((s, i, all) => s.id === String(i + 1) && s.querySelector("[data-nth]").textContent === (i + 1) + " of " + all.length)`); !ids {
					t.Error("the slides are not numbered from first to last")
				}
				keys := ask[[]string](b, `[...document.querySelectorAll("[data-slide][data-key]")].map(s => s.dataset.key)`)
				answers := ask[[]string](b, `[...document.querySelectorAll("[data-handout]:not([hidden])")].map(s => s.dataset.handout)`)
				keys = slices.Compact(keys)
				if len(keys) != 10 || !slices.Equal(keys, answers) {
					t.Errorf("on day %d the questions are %v, their answers on the handout %v; want the same ten", day, keys, answers)
				}
				b.keepsNothing()
				b.quiet()
				return keys
			}
			today := drawn(0)
			if again := drawn(0); !slices.Equal(again, today) {
				t.Errorf("another class has %v, this one %v", again, today)
			}
			if tomorrow := drawn(1); slices.Equal(tomorrow, today) {
				t.Errorf("the next day has the same questions: %v", tomorrow)
			}
		})
	}
}

// A printed deck is a handout: several slides on a side, and the answers only on the last side.
func TestADeckPrintsAsAHandout(t *testing.T) {
	b := borrowAt(t, deckAt)
	pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize()))
	if err != nil {
		t.Fatal(err)
	}
	b.do(onPaper)
	printed := ask[int](b, `[...document.querySelectorAll("[data-slide]")].filter(s => s.getClientRects().length).length`)
	if n := sides(pdf); printed < 10 || n < 2 || n > (printed+7)/8+1 {
		t.Errorf("%d slides print on %d sides, want eight a side and one side of answers", printed, n)
	}
	before := squeeze(ask[string](b, `[...document.querySelectorAll("[data-slide]")].filter(s => s.getClientRects().length).map(s => s.innerText).join(" ")`))
	answers := squeeze(ask[string](b, `document.querySelector(".handout").innerText`))
	whys := 0
	for _, s := range slidesOf(t, deckAt) {
		for _, a := range s.answers() {
			why := squeeze(a.Feedback)
			if strings.Contains(before, why) {
				t.Errorf("a slide of the handout tells %q", why)
			}
			if strings.Contains(answers, why) {
				whys++
			}
		}
	}
	if whys < 5 {
		t.Errorf("the last side has %d answers", whys)
	}
	for _, fault := range ask[[]string](b, `[...document.querySelectorAll("[data-slide] .slide__body")].filter(s => s.getClientRects().length && s.scrollHeight > s.clientHeight + 2).map(s => s.parentElement.id)`) {
		t.Errorf("on paper slide %s is too high for its frame", fault)
	}
}

// sidesOfHandout is the most sides of the handout of a route of thirty minutes.
const sidesOfHandout = 4

func TestTheHandoutOfARouteIsShort(t *testing.T) {
	var mu sync.Mutex
	counts := map[int]int{}
	t.Run("routes", func(t *testing.T) {
		for _, p := range lessonDecks(t) {
			for _, r := range deckIn(t, p.address).Routes {
				if r.Name != "30" {
					continue
				}
				t.Run(named(r.URL), func(t *testing.T) {
					t.Parallel()
					b := borrowAt(t, r.URL)
					pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize()))
					if err != nil {
						t.Fatal(err)
					}
					n := sides(pdf)
					if n < 2 || n > sidesOfHandout {
						t.Errorf("its handout has %d sides, want at most %d", n, sidesOfHandout)
					}
					mu.Lock()
					defer mu.Unlock()
					counts[n]++
				})
			}
		}
	})
	t.Logf("the numbers of sides of handouts, and how many have so many: %v", counts)
}

// The QR code on the first slide holds the address that the site was built for, and the address beside it is short.
func TestTheQRCodeLeadsToThePageOfTheDeck(t *testing.T) {
	for address, short := range map[string]string{deckAt: "ks2/5", "/present/smart/t/": "smart/t", "/present/ks2/": "ks2"} {
		doc := built().page(address).doc
		box := byClass(doc, "tablets")
		if box == nil {
			t.Fatalf("%s has no code", address)
		}
		want := strings.TrimPrefix(published, "https://") + short
		if got := text(byClass(box, "tablets__address")); !strings.HasSuffix(strings.ReplaceAll(got, " ", ""), want) {
			t.Errorf("%s names the address %q, want %q", address, got, want)
		}
		for img := range elements(box, "img") {
			if err := isCode(filepath.Join(built().public(), attr(img, "src")), published+short+"/"); err != nil {
				t.Errorf("%s: %v", address, err)
			}
		}
	}
}

// isCode compares a picture with the QR code of a text, module by module.
func isCode(file, of string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return err
	}
	for _, level := range []qr.Level{qr.L, qr.M, qr.Q, qr.H} {
		code, err := qr.Encode(of, level)
		if err != nil {
			return err
		}
		const scale, quiet = 6, 4
		if picture.Bounds().Dx() != (code.Size+2*quiet)*scale {
			continue
		}
		for y := range code.Size {
			for x := range code.Size {
				r, _, _, _ := picture.At((x+quiet)*scale+scale/2, (y+quiet)*scale+scale/2).RGBA()
				if (r < 0x8000) != code.Black(x, y) {
					return fmt.Errorf("the code is not that of %s", of)
				}
			}
		}
		return nil
	}
	return fmt.Errorf("a code of %d px is none of %s", picture.Bounds().Dx(), of)
}

func touch(kind input.DispatchTouchEventType, x, y float64) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		params := input.DispatchTouchEventParams{Type: kind, TouchPoints: []*input.TouchPoint{{X: x, Y: y}}}
		if kind == input.DispatchTouchEventTypeTouchEnd {
			params.TouchPoints = []*input.TouchPoint{}
		}
		_, err := cdp.Call(ctx, t, input.DispatchTouchEvent, params)
		return err
	})
}
