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

// CheckID reports a value that cannot be an id, even an empty one, and returns whether it can.
func CheckID(t diag.Text, faults *diag.List) bool {
	if IsID(t.Value) {
		return true
	}
	hint := "use small letters, digits and single hyphens"
	ascii := !strings.ContainsFunc(t.Value, func(r rune) bool { return r >= 0x80 })
	if id := MakeID(t.Value); id != "" && ascii {
		hint += ": " + id
	}
	faults.Add(diag.Fault{
		Pos: t.Pos, Code: diag.BadID,
		Message: fmt.Sprintf("%q cannot be an id", t.Value),
		Hint:    hint,
	})
	return false
}
