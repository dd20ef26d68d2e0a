package browser

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/security"
	"github.com/chromedp/chromedp"
)

// A learning platform of another site shows a lesson in a frame of its page, with its look and its script. No other page lets
// itself be framed there: of that, nothing but the page's own bytes is asked for.
func TestALessonAndNothingElseStandsInAnotherSitesFrame(t *testing.T) {
	for address, shown := range map[string]bool{"/smart/s/": true, "/ks2/passwords/": true, "/help/": false, "/present/smart/s/": false} {
		t.Run(named(address), func(t *testing.T) {
			l := lineTo(t, built())
			platform := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				w.Header().Set("Content-Type", "text/html")
				fmt.Fprintf(w, `<!doctype html><title>Platform</title><iframe width="900" height="600" src="%s%s"></iframe>`, l.URL, address)
			}))
			platform.Config.ErrorLog = log.New(io.Discard, "", 0) // the browser asks for an icon, and trusts nobody yet
			t.Cleanup(platform.Close)
			b := visit(t, "/about/", trusting)
			b.do(chromedp.Navigate(platform.URL)) // ends when the frame has loaded
			asked := l.paths()
			if !slices.Contains(asked, address) {
				t.Fatalf("the frame asks for %v", asked)
			}
			for _, sort := range []string{"/css/", "/js/"} {
				if got := slices.ContainsFunc(asked, func(path string) bool { return strings.HasPrefix(path, sort) }); got != shown {
					t.Errorf("in the frame, a file of %s is asked for: %v, want %v (%v)", sort, got, shown, asked)
				}
			}
		})
	}
}

// trusting has the tab take the certificate of a test's server for a good one.
var trusting = chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
	_, err := cdp.Call(ctx, t, security.SetIgnoreCertificateErrors, security.SetIgnoreCertificateErrorsParams{Ignore: true})
	return err
})
