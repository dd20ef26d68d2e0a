package headers

import "strings"

// directive is one line of the content security policy (https://www.w3.org/TR/CSP3/).
type directive struct{ name, value string }

// directives are the policy of every page. A page only sends requests to its own host, and only uses the scripts and
// styles that it loads. The one string that may become the address of a script is the service worker's (the policy
// "offline").
var directives = []directive{
	{"default-src", "'none'"},
	{"script-src", "'self'"},
	{"style-src", "'self'"},
	{"img-src", "'self'"},
	{"font-src", "'self'"},
	{"connect-src", "'self'"},
	{"manifest-src", "'self'"},
	{"worker-src", "'self'"},
	{"base-uri", "'none'"},
	{"form-action", "'none'"},
	{ancestors, "'self'"},
	{"require-trusted-types-for", "'script'"},
	{"trusted-types", "offline"},
}

// ancestors is the directive that says who may frame a page. Browsers ignore it in a <meta> element, as they do
// report-uri and sandbox, which this policy does not use (https://www.w3.org/TR/CSP3/#meta-element).
const ancestors = "frame-ancestors"

// policy returns the policy as the value of a header. Beside the site itself, platforms may frame the page.
func policy(platforms []string) string {
	var parts []string
	for _, d := range directives {
		value := d.value
		if d.name == ancestors {
			value = strings.Join(append([]string{value}, platforms...), " ")
		}
		parts = append(parts, d.name+" "+value)
	}
	return strings.Join(parts, "; ")
}

// Meta returns the policy for <meta http-equiv="Content-Security-Policy"> in a page, for hosts that send no headers.
func Meta() string {
	var parts []string
	for _, d := range directives {
		if d.name != ancestors {
			parts = append(parts, d.name+" "+d.value)
		}
	}
	return strings.Join(parts, "; ")
}
