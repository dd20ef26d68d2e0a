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

	"safeonline/tools/internal/headers"
)

// A learning platform that the school has named can show a lesson in a frame, with its styles and its script. Other pages can't
// be framed there, and lessons can't be framed elsewhere: the browser requests the page itself and nothing more.
func TestOnlyNamedPlatformsCanFrameLessons(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		address      string
		named, shown bool
	}{
		{"/smart/s/", true, true}, {"/ks2/passwords/", true, true}, {"/help/", true, false}, {"/present/smart/s/", true, false},
		{"/ks2/passwords/", false, false},
	} {
		t.Run(fmt.Sprintf("%s/%t", named(c.address), c.named), func(t *testing.T) {
			l := connect(t, built())
			platform := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				w.Header().Set("Content-Type", "text/html")
				fmt.Fprintf(w, `<!doctype html><title>Platform</title><iframe width="900" height="600" src="%s%s"></iframe>`, l.URL, c.address)
			}))
			platform.Config.ErrorLog = log.New(io.Discard, "", 0) // the browser asks for an icon, and trusts nobody yet
			t.Cleanup(platform.Close)
			if c.named {
				l.allows(platform.URL)
			}
			b := visit(t, "/about/", trusting)
			b.do(chromedp.Navigate(platform.URL)) // ends when the frame has loaded
			asked := l.paths()
			if !slices.Contains(asked, c.address) {
				t.Fatalf("the frame asks for %v", asked)
			}
			for _, sort := range []string{"/css/", "/js/"} {
				if got := slices.ContainsFunc(asked, func(path string) bool { return strings.HasPrefix(path, sort) }); got != c.shown {
					t.Errorf("in the frame, a file of %s is asked for: %v, want %v (%v)", sort, got, c.shown, asked)
				}
			}
		})
	}
}

// allows serves the site as if the school had named just this platform.
func (l *connection) allows(platform string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.site = headers.Of([]string{"/smart/", "/ks2/"}, []string{platform}).Handler(built())
}

// trusting makes the tab accept the certificate of a test's server.
var trusting = chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
	_, err := cdp.Call(ctx, t, security.SetIgnoreCertificateErrors, security.SetIgnoreCertificateErrorsParams{Ignore: true})
	return err
})
