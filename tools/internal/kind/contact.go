package kind

import (
	"fmt"
	"regexp"
	"strings"

	"safeonline/tools/internal/diag"
)

// checkContact reports a value that RFC 9116 does not allow as a contact: it must be an email address, a web page or a
// telephone number, each with its scheme.
func checkContact(t diag.Text, faults *diag.List) {
	if isContact(t.Value) {
		return
	}
	faults.Add(diag.Fault{
		Pos: t.Pos, Code: diag.BadContact,
		Message: fmt.Sprintf("%q is not a contact address", t.Value),
		Hint:    mended(mendContact(t.Value), "write mailto:, https:// or tel:+44 and the address"),
	})
}

var telephoneURI = regexp.MustCompile(`^tel:\+[0-9][0-9-]+$`)

func isContact(s string) bool {
	if strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return false // a URI is printable ASCII
	}
	if email, ok := strings.CutPrefix(s, "mailto:"); ok {
		return notEmail(email) == "" && !strings.ContainsAny(email, "?#%&/") // which mean something else in a URI
	}
	return notWeb(s) == "" || telephoneURI.MatchString(s)
}

// mendContact returns the address with the scheme that it lacks, or "" if it lacks more.
func mendContact(s string) string {
	for _, contact := range []string{
		"mailto:" + s,
		"https://" + s,
		"https://" + strings.TrimPrefix(s, "http://"),
		"tel:" + strings.ReplaceAll(s, " ", "-"),
	} {
		if isContact(contact) {
			return contact
		}
	}
	return ""
}
