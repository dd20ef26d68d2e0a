package kind

import (
	"fmt"
	"regexp"
	"strings"

	"safeonline/tools/internal/diag"
)

var (
	idForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	notID  = regexp.MustCompile(`[^a-z0-9]+`)
)

// IsID reports whether a value can be an id, a part of an address, or a file's name in one: small letters, digits and
// single hyphens.
func IsID(s string) bool { return idForm.MatchString(s) }

// MakeID returns the id that a text in letters without accents becomes, such as "my-files" for "My files", or "" if it has
// neither letters nor digits.
func MakeID(s string) string {
	return strings.Trim(notID.ReplaceAllString(strings.ToLower(s), "-"), "-")
}

// CertainID returns the id that a text certainly becomes, or "" if it has other letters than those of ids.
func CertainID(s string) string {
	if strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 }) {
		return ""
	}
	return MakeID(s)
}

// CheckID reports a value that cannot be an id, even an empty one, and returns whether it can.
func CheckID(t diag.Text, faults *diag.List) bool {
	if IsID(t.Value) {
		return true
	}
	hint := "use small letters, digits and single hyphens"
	if id := CertainID(t.Value); id != "" {
		hint += ": " + id
	}
	faults.Add(diag.Fault{
		Pos: t.Pos, Code: diag.BadID,
		Message: fmt.Sprintf("%q cannot be an id", t.Value),
		Hint:    hint,
	})
	return false
}
