package kind

import (
	"fmt"
	"net"
	"net/url"
	"regexp"
	"strings"

	"safeonline/tools/internal/diag"
)

const webHint = "write it as a browser shows it, such as https://www.school.org"

// checkWeb reports a value that is not the address of a page that anybody can open.
func checkWeb(t diag.Text, faults *diag.List) {
	if why := notWeb(t.Value); why != "" {
		faults.Add(diag.Fault{
			Pos: t.Pos, Code: diag.BadWeb,
			Message: fmt.Sprintf("%q is not a web address: %s", t.Value, why),
			Hint:    mended(mendWeb(t.Value), webHint),
		})
	}
}

// checkRepository reports a value that is not an address to which a file's path can be added.
func checkRepository(t diag.Text, faults *diag.List) {
	if why := notRepository(t.Value); why != "" {
		faults.Add(diag.Fault{
			Pos: t.Pos, Code: diag.BadRepository,
			Message: fmt.Sprintf("%q is not the address of a repository: %s", t.Value, why),
			Hint:    mended(mendRepository(t.Value), "write the address of its editor, to which a file's path is added, such as https://github.com/school/site/edit/main"),
		})
	}
}

var (
	label = regexp.MustCompile(`^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$`)
	top   = regexp.MustCompile(`^([A-Za-z]{2,}|xn--[A-Za-z0-9-]+)$`)
	port  = regexp.MustCompile(`^[1-9]\d{0,4}$`)
)

// notHost returns why a name is not that of a host on the internet, or "".
func notHost(host string) string {
	labels := strings.Split(host, ".")
	switch {
	case host == "":
		return "it has no host, such as www.school.org"
	case net.ParseIP(strings.Trim(host, "[]")) != nil:
		return "its host is a number instead of a name"
	case len(labels) < 2:
		return "its host has no dot"
	case len(labels) < 3 && labels[0] == "www":
		return "its host has no domain at its end, such as .uk or .org"
	case len(host) > 253 || !top.MatchString(labels[len(labels)-1]):
		return "its host does not end in a domain, such as .uk or .org"
	}
	for _, l := range labels {
		if !label.MatchString(l) {
			return "its host may only have letters, digits, hyphens and single dots"
		}
	}
	return ""
}

// notWeb returns why a value is not a web address, or "".
func notWeb(s string) string {
	if strings.ContainsAny(s, " \t\n") {
		return "it has a space in it"
	}
	if strings.ContainsAny(s, "<>\"`{}|\\^") {
		return "it has a character in it that no address has"
	}
	rest, ok := strings.CutPrefix(s, "https://")
	if !ok {
		return "it does not begin with https://"
	}
	u, err := url.Parse(s)
	switch {
	case err != nil:
		return "it has a character in it that no address has"
	case u.User != nil || strings.Contains(u.Host, "@"):
		return "it has a user's name in it"
	case u.Port() != "" && !port.MatchString(u.Port()):
		return "the number after its host is not a port"
	}
	if why := notHost(u.Hostname()); why != "" {
		return why
	}
	if end := rest[len(rest)-1:]; strings.Contains(".,;:!?'", end) || end == ")" && !strings.Contains(rest, "(") {
		return "it ends in a punctuation mark"
	}
	return ""
}

var (
	inside  = regexp.MustCompile(`(?i)https?://[^\s<>()\[\]"'“”]+`)
	scheme  = regexp.MustCompile(`^(?i:h?t{1,3}ps?[:;]*/+|h?t{1,3}ps?:|//)+`)
	another = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:([^0-9]|$)`)
	user    = regexp.MustCompile(`^[^/?#]*@`)
)

// mendWeb returns the address that a value means, or "" if that is not certain.
func mendWeb(s string) string {
	s = strings.TrimSpace(s)
	if found := inside.FindAllString(s, -1); len(found) == 1 && !strings.HasPrefix(s, found[0]) {
		s = found[0] // out of brackets, quotes or a sentence
	}
	s = strings.Trim(s, "<>\"'`“”‘’ ")
	s = strings.ReplaceAll(s, `\`, "/")
	without := scheme.ReplaceAllString(s, "")
	if without == s && another.MatchString(s) {
		return "" // mailto:, javascript:, ftp:
	}
	if at := user.FindString(without); at != "" {
		if without == s {
			return "" // an email
		}
		without = without[len(at):]
	}
	without = strings.TrimRight(strings.TrimLeft(without, "/"), ".,;:!?'")
	host, path, cut := strings.Cut(without, "/")
	if host = strings.TrimSuffix(strings.ReplaceAll(host, ",", "."), "."); cut {
		host += "/"
	}
	if s = "https://" + host + path; notWeb(s) == "" {
		return s
	}
	return ""
}

var (
	clone  = regexp.MustCompile(`^(?:ssh://)?git@([^:/]+)[:/](.+)$`)
	github = regexp.MustCompile(`^https://github\.com/[^/]+/[^/]+/edit/.+`)
	home   = regexp.MustCompile(`^https://github\.com/([^/]+)/([^/]+?)(?:\.git)?(?:/(?:blob|tree|edit)/([^/?#]+))?/?$`)
)

func notRepository(s string) string {
	if why := notWeb(s); why != "" {
		return why
	}
	u, err := url.Parse(s)
	switch {
	case err != nil || strings.Count(strings.Trim(u.Path, "/"), "/") < 1:
		return "it has no repository after the host"
	case u.RawQuery != "" || strings.ContainsAny(s, "?#"):
		return "it has a ? or # in it, so no path can be added"
	case strings.HasSuffix(u.Path, "/"):
		return "it ends in a slash"
	case strings.HasSuffix(u.Path, ".git"):
		return "it is an address for git, which a browser cannot open"
	case u.Host == "github.com" && !github.MatchString(s):
		return "it does not lead to the editor: /edit/ and the name of a branch are missing"
	}
	return ""
}

func mendRepository(s string) string {
	if m := clone.FindStringSubmatch(s); m != nil {
		s = m[1] + "/" + m[2]
	}
	if notWeb(s) != "" {
		s = mendWeb(s)
	}
	s, _, _ = strings.Cut(s, "?")
	s, _, _ = strings.Cut(s, "#")
	if m := home.FindStringSubmatch(s); m != nil {
		branch := m[3]
		if branch == "" {
			branch = "main"
		}
		s = "https://github.com/" + m[1] + "/" + m[2] + "/edit/" + branch
	}
	s = strings.TrimSuffix(strings.TrimRight(s, "/"), ".git")
	if notRepository(s) == "" {
		return s
	}
	return ""
}
