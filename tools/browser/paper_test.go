package browser

import (
	"context"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// agreements returns the addresses of what is signed on paper.
func agreements(t *testing.T) (addresses []string) {
	t.Helper()
	for _, d := range documents(t)[1:] {
		addresses = append(addresses, "/policy/"+d.ID+"/")
	}
	return addresses
}

func TestAnAgreementPrintsOnItsSidesWithFieldsToSign(t *testing.T) {
	most, _ := promised(t)
	for _, address := range agreements(t) {
		t.Run(named(address), func(t *testing.T) {
			b := borrowAt(t, address)
			pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize()))
			if err != nil {
				t.Fatal(err)
			}
			if n := sides(pdf); n < 1 || n > most[address] {
				t.Errorf("it prints on %d sides, and /print/ promises %d", n, most[address])
			}
			b.do(onPaper)
			b.hasLinesToSign()
			b.hasOnlyTheSheet()
		})
	}
}

var pageObject = regexp.MustCompile(`/Type\s*/Page\b`)

// sides counts the pages of a PDF.
func sides(pdf []byte) int { return len(pageObject.FindAll(pdf, -1)) }

var onPaper = chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
	_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	return err
})

// hasLinesToSign checks that every field of the school's sheet follows the rules, in the school's order.
func (b *tab) hasLinesToSign() {
	b.t.Helper()
	var params struct {
		Document struct {
			Heading string
			Signoff []struct {
				Agree  string
				Fields []struct{ Label string }
			}
		}
	}
	if err := built().params(ask[string](b, `location.pathname`), &params); err != nil {
		b.t.Fatal(err)
	}
	rest := squeeze(ask[string](b, `document.querySelector("main").innerText`))
	wanted := []string{params.Document.Heading}
	for _, s := range params.Document.Signoff {
		wanted = append(wanted, s.Agree)
		for _, f := range s.Fields {
			wanted = append(wanted, f.Label)
		}
	}
	for _, words := range wanted {
		_, after, found := strings.Cut(rest, squeeze(words))
		if !found {
			b.t.Errorf("on paper %q is missing, or not in its place", words)
			continue
		}
		rest = after
	}
}

// hasOnlyTheSheet checks that the site's navigation, which is of no use on paper, is not printed.
func (b *tab) hasOnlyTheSheet() {
	b.t.Helper()
	for _, shown := range ask[[]string](b, `[...document.querySelectorAll("nav, body > footer, .skip")]
		.filter(e => e.offsetHeight > 1).map(e => e.outerHTML.slice(0, 60))`) {
		b.t.Errorf("on paper there is %s", shown)
	}
}
