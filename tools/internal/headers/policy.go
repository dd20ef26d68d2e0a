package headers

import "strings"

// directive is one line of the content security policy (https://www.w3.org/TR/CSP3/).
type directive struct{ name, value string }

// directives are the policy of every page. A page asks nobody but its own host; it runs no script and has no style but those
// that it loads; and the one string that may become a script's address is the service worker's (the policy "offline").
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

// ancestors is the directive that says who may frame a page. A browser ignores it in a <meta> element, as it does
// report-uri and sandbox, which this policy has not (https://www.w3.org/TR/CSP3/#meta-element).
const ancestors = "frame-ancestors"

// policy returns the policy as a header has it. Besides the site itself, platforms may frame the page.
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

// Meta returns the policy as a page has it in <meta http-equiv="Content-Security-Policy">, for hosts that send no headers.
func Meta() string {
	var parts []string
	for _, d := range directives {
		if d.name != ancestors {
			parts = append(parts, d.name+" "+d.value)
		}
	}
	return strings.Join(parts, "; ")
}
