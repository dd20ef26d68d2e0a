package page

import (
	"fmt"
	"net/url"
	"strings"

	"safeonline/tools/internal/site"
)

// SecurityPath is where RFC 9116 puts the file that SecurityTxt makes, below a host's address.
const SecurityPath = ".well-known/security.txt"

// SecurityTxt returns the text that says whom to tell about a fault in the site's security, or nil if the school names
// nobody. The school's data has its expiry date, so that a build makes the same bytes on any day. If the site is at the
// root of a host that base names, the text includes the file's own address.
func SecurityTxt(s *site.Site, base string) []byte {
	named := s.School.Security
	if named == nil {
		return nil
	}
	var text strings.Builder
	fmt.Fprintf(&text, "Contact: %s\nExpires: %sT23:59:59Z\nPreferred-Languages: en\n", named.Contact, named.Expires)
	if u, err := url.Parse(base); err == nil && u.Scheme == "https" && strings.Trim(u.Path, "/") == "" {
		fmt.Fprintf(&text, "Canonical: https://%s/%s\n", u.Host, SecurityPath)
	}
	return []byte(text.String())
}
