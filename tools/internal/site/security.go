package site

import (
	"fmt"
	"regexp"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// contactForm is an address that RFC 9116 allows as a contact: an email, a web page or a telephone number, each with its
// scheme.
var contactForm = regexp.MustCompile(`^(mailto:[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+|` +
	`https://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]+)?(/[!-~]*)?|tel:\+[0-9][0-9-]+)$`)

// security checks what /.well-known/security.txt will say. Whether its day is over is not checked: a build has no clock.
func (c *checker) security(s *model.Security) {
	if s == nil {
		return
	}
	if contact := s.Contact; contact.Value != "" && !contactForm.MatchString(contact.Value) {
		c.faults.Add(diag.Fault{
			Pos: contact.Pos, Code: diag.BadContact,
			Message: fmt.Sprintf("%q is not a contact address", contact.Value),
			Hint:    contactHint(contact.Value),
		})
	}
}

// contactHint returns the address with the scheme that it lacks, if that is all it lacks.
func contactHint(contact string) string {
	for _, mended := range []string{
		"mailto:" + contact,
		"https://" + contact,
		"https://" + strings.TrimPrefix(contact, "http://"),
		"tel:" + strings.ReplaceAll(contact, " ", "-"),
	} {
		if contactForm.MatchString(mended) {
			return "write " + mended
		}
	}
	return "write mailto:, https:// or tel:+44 and the address"
}
