package kind

import (
	"fmt"
	"regexp"
	"strings"

	"safeonline/tools/internal/diag"
)

// checkPhone reports a value that is not a number that can be dialled in Britain: a full one, one with the code of a
// country, or a short one, such as 999 or 7726.
func checkPhone(t diag.Text, faults *diag.List) {
	if why := notPhone(t.Value); why != "" {
		faults.Add(diag.Fault{
			Pos: t.Pos, Code: diag.BadPhone,
			Message: fmt.Sprintf("%q is not a telephone number: %s", t.Value, why),
			Hint:    mended(mendPhone(t.Value), "write it as it is dialled, such as 020 7946 0000 or 999"),
		})
	}
}

var (
	// written matches how a number is written: groups of digits with single spaces, with brackets around one group.
	written = regexp.MustCompile(`^\+?\(?\d+\)?(?: \(?\d+\)?)*$`)
	// The lengths of numbers are from Ofcom's National Telephone Numbering Plan; 0800 1111 is Childline's only.
	dialled = regexp.MustCompile(`^(?:08001111|0845464\d|0[1235789]\d{9}|0(?:1\d|80|50)\d{7}|\+44[1235789]\d{9}|\+44(?:1\d|80|50)\d{7}|\+(?:[1-35-9]|4[0-35-9])\d{6,13})$`)
	brief   = regexp.MustCompile(`^(?:999|1\d\d|1\d{3}|7726|18\d{3}|[5-8]\d{4}|11[68]\d{3})$`)
)

func digits(s string) string { return strings.NewReplacer(" ", "", "(", "", ")", "").Replace(s) }

// notPhone returns why a value is not a telephone number, or "".
func notPhone(s string) string {
	d := digits(s)
	switch {
	case strings.Trim(s, "0123456789 +()") != "" || strings.ContainsFunc(s, func(r rune) bool { return !strings.ContainsRune("0123456789 +()", r) }):
		return "it may only have digits, spaces, + and brackets"
	case strings.HasPrefix(d, "+440"):
		return "there is no 0 after +44"
	case dialled.MatchString(d) || brief.MatchString(d):
		if !written.MatchString(s) || strings.Count(s, "(") != strings.Count(s, ")") || strings.Count(s, "(") > 1 {
			return "its spaces or brackets are in the wrong places"
		}
		return ""
	case len(d) > 11 && d[0] == '0' || len(d) > 15:
		return "it has too many digits"
	case len(d) < 11 && (strings.HasPrefix(d, "0") || strings.HasPrefix(d, "+")):
		return "it has too few digits"
	case d != "" && (d[0] == '0' || d[0] == '+'):
		return "no number that begins like this has so many digits"
	}
	return "it is not a short number, such as 999, and does not begin with 0 or +"
}

var (
	words     = regexp.MustCompile(`^(?i:tel|telephone|phone|call|mobile|text)[:. ]+|^tel:`)
	extension = regexp.MustCompile(`(?i)[ ,;]*(?:\(?(?:ext|extension|x)[. ]*\d+\)?|\([^()\d]*\)|[a-z][a-z ]*)$`)
	abroad    = regexp.MustCompile(`^00 ?`)
	trunk     = regexp.MustCompile(`^(\+44|0044|44) ?(?:\(0\) ?|0)?`)
	parts     = regexp.MustCompile(`[-–—−./,\x{a0}\s]+`)
)

// mendPhone returns the number that a value means, or "" if that is not certain.
func mendPhone(s string) string {
	s = strings.TrimSpace(words.ReplaceAllString(strings.TrimSpace(s), ""))
	s = extension.ReplaceAllString(s, "")
	if strings.ContainsAny(s, "0123456789") && strings.Trim(s, "0123456789 +()-–—−./,oOlI") == "" {
		s = strings.NewReplacer("o", "0", "O", "0", "l", "1", "I", "1").Replace(s)
	}
	s = strings.TrimSpace(parts.ReplaceAllString(s, " "))
	s = strings.NewReplacer("( ", "(", " )", ")").Replace(s)
	if strings.Count(s, "(") != strings.Count(s, ")") || strings.Count(s, "(") > 1 {
		s = strings.NewReplacer("(", " ", ")", " ").Replace(s)
		s = strings.Join(strings.Fields(s), " ")
	}
	for _, to := range []string{s, trunk.ReplaceAllString(s, "+44 "), "0" + s, abroad.ReplaceAllString(s, "+")} {
		if notPhone(to) == "" && (to == s || !brief.MatchString(digits(to))) {
			return to
		}
	}
	return ""
}
