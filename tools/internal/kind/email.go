package kind

import (
	"fmt"
	"regexp"
	"strings"

	"safeonline/tools/internal/diag"
)

// checkEmail reports a value that is not one email address.
func checkEmail(t diag.Text, faults *diag.List) {
	if why := notEmail(t.Value); why != "" {
		faults.Add(diag.Fault{
			Pos: t.Pos, Code: diag.BadEmail,
			Message: fmt.Sprintf("%q is not an email address: %s", t.Value, why),
			Hint:    mended(mendEmail(t.Value), "write a name, an @ and a host, such as office@school.org"),
		})
	}
}

var mailbox = regexp.MustCompile("^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$")

// notEmail returns why a value is not an email address, or "".
func notEmail(s string) string {
	if strings.ContainsAny(s, " \t\n") {
		return "it has a space in it"
	}
	if n := strings.Count(s, "@"); n != 1 {
		return map[bool]string{true: "it has no @", false: "it has more than one @"}[n == 0]
	}
	name, host, _ := strings.Cut(s, "@")
	if !mailbox.MatchString(name) || len(name) > 64 {
		return "the part before the @ is not a name"
	}
	return notHost(host)
}

var (
	address = regexp.MustCompile("[^\\s<>()\\[\\]\"“”:,;@]+@[^\\s<>()\\[\\]\"“”:;@]+")
	at      = regexp.MustCompile(`(?i) *[(\[{] *at *[)\]}] *| +at +|\s*@\s*`)
	dot     = regexp.MustCompile(`(?i) *[(\[{] *dot *[)\]}] *| +dot +`)
)

// mendEmail returns the address that a value means, or "" if that is not certain.
func mendEmail(s string) string {
	s = dot.ReplaceAllString(at.ReplaceAllString(s, "@"), ".")
	found := address.FindAllString(s, -1)
	if len(found) != 1 {
		return ""
	}
	name, host, _ := strings.Cut(strings.Trim(found[0], ".,;:!?'‘’`"), "@")
	s = name + "@" + strings.ReplaceAll(host, ",", ".")
	if notEmail(s) == "" {
		return s
	}
	return ""
}
