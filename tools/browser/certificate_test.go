package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

func TestACertificatePrintsOnOneSide(t *testing.T) {
	for _, address := range []string{"/smart/certificate/", "/ks2/certificate/"} {
		t.Run(address, func(t *testing.T) {
			b := borrowAt(t, address)
			if n := ask[int](b, `document.querySelectorAll("input, textarea, [contenteditable]").length`); n > 0 {
				t.Error("something can be typed")
			}
			pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize()))
			if err != nil {
				t.Fatal(err)
			}
			if n := sides(pdf); n != 1 {
				t.Errorf("it prints on %d sides", n)
			}
			b.do(onPaper)
			b.hasOnlyTheSheet()
			if w := b.words("main"); strings.Contains(w, "Print") || strings.Contains(w, "Hide") || !strings.Contains(w, "Name") {
				t.Errorf("on paper it says %q", w)
			}
			// There is room to write above each line.
			if low := ask[float64](b, `Math.min(...[...document.querySelectorAll(".certificate__line")].map(l => l.offsetHeight))`); low < 45 {
				t.Errorf("a line is %v px high, too low to write on", low)
			}
		})
	}
}
