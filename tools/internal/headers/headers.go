// Package headers has the one table of the site's response headers. The build writes it to a file for the host (File).
// Whatever else serves the site, such as the preview and the tests in browsers, reads that file (Read), and so sends
// what the host sends. Each page also contains the part of the policy that works in a page (Meta).
package headers

import (
	"maps"
	"net/http"
	"strings"
)

// Rules are the headers of all paths. Where several rules match, all of them apply; of one header, the last.
type Rules []Rule

// Rule is the headers of a path, or of all paths that have something in the place of a "*": "/css/*", "/*.pptx".
type Rule struct {
	Path    string
	Headers []Header
}

// Header is one response header.
type Header struct{ Name, Value string }

const (
	typeName   = "Content-Type"
	policyName = "Content-Security-Policy"
	cacheName  = "Cache-Control"
)

// shared are the headers of every response, except the two that differ from path to path.
var shared = []Header{
	{"Strict-Transport-Security", "max-age=31536000; includeSubDomains"},
	{"X-Content-Type-Options", "nosniff"},
	{"Referrer-Policy", "no-referrer"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
	{"Cross-Origin-Resource-Policy", "same-origin"},
	{"Permissions-Policy", strings.Join([]string{
		"accelerometer=()", "autoplay=()", "camera=()", "clipboard-read=()", "clipboard-write=(self)", "display-capture=()",
		"encrypted-media=()", "fullscreen=(self)", "geolocation=()", "gyroscope=()", "hid=()", "magnetometer=()",
		"microphone=()", "midi=()", "payment=()", "picture-in-picture=()", "publickey-credentials-get=()",
		"screen-wake-lock=()", "serial=()", "usb=()", "xr-spatial-tracking=()",
	}, ", ")},
}

// hashed are the folders whose files have a hash of their content in their names. The worker and the pages have none.
var hashed = []string{"/css/", "/js/"}

// powerpoint is the media type of a PowerPoint file: not every host knows it.
const powerpoint = "application/vnd.openxmlformats-officedocument.presentationml.presentation"

// Of returns the rules of a site. lessons are the folders of its lessons ("/rules/"), and platforms the origins of other
// sites that may show a lesson in a frame. No other page may be framed by another site.
func Of(lessons, platforms []string) Rules {
	rules := Rules{{"/*", append(shared[:len(shared):len(shared)],
		Header{policyName, policy(nil)},
		Header{cacheName, "public, max-age=0, must-revalidate"})}}
	for _, folder := range lessons {
		rules = append(rules, Rule{folder + "*", []Header{{policyName, policy(platforms)}}})
	}
	for _, folder := range hashed {
		rules = append(rules, Rule{folder + "*", []Header{{cacheName, "public, max-age=31536000, immutable"}}})
	}
	return append(rules, Rule{"/*.pptx", []Header{{typeName, powerpoint}}}) // cached as any file without a hash in its name
}

func (r Rule) matches(path string) bool {
	beginning, end, open := strings.Cut(r.Path, "*")
	if rest, ok := strings.CutPrefix(path, beginning); open && ok {
		return strings.HasSuffix(rest, end)
	}
	return path == r.Path
}

// For returns the headers of a path, which begins with a slash.
func (rules Rules) For(path string) http.Header {
	all := http.Header{}
	for _, r := range rules {
		if r.matches(path) {
			for _, h := range r.Headers {
				all.Set(h.Name, h.Value)
			}
		}
	}
	return all
}

// Handler adds the headers to the answers of next, which may change them.
func (rules Rules) Handler(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		maps.Copy(w.Header(), rules.For(r.URL.Path))
		next.ServeHTTP(w, r)
	})
}
