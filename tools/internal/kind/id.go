package kind

import (
	"fmt"
	"regexp"
	"strings"

	"safeonline/tools/internal/diag"
)

var (
	idForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	gaps   = regexp.MustCompile(`[^a-z0-9]+`)
)

// checkID holds that a value can be an id: a part of an address and of a name in the page.
func checkID(t diag.Text, faults *diag.List) {
	if idForm.MatchString(t.Value) {
		return
	}
	hint := "use small letters, digits and single hyphens"
	if to := strings.Trim(gaps.ReplaceAllString(strings.ToLower(t.Value), "-"), "-"); to != "" && !strings.ContainsFunc(t.Value, func(r rune) bool { return r >= 0x80 }) {
		hint += ": " + to
	}
	faults.Add(diag.Fault{
		Pos: t.Pos, Code: diag.BadID,
		Message: fmt.Sprintf("%q cannot be an id", t.Value),
		Hint:    hint,
	})
}
