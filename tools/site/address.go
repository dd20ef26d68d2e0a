package main

import (
	"fmt"
	"net"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"safeonline/tools/internal/kind"
)

// hostForm matches a host in a web address: a name, or an IPv4 address.
var hostForm = regexp.MustCompile(`^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$`)

// pathForm matches a path of plain folder names.
var pathForm = regexp.MustCompile(`^(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?$`)

// baseURL returns the address that a site is built for, with a slash at its end. The error has a hint at the address that
// was probably meant.
func baseURL(address string) (string, error) {
	const form = "write the whole address, as in --base-url https://school.example/"
	u, err := url.Parse(address)
	why := "is not a web address"
	switch {
	case err != nil:
	case address == "":
		why = "is empty"
	case u.Scheme != "https" && u.Scheme != "http":
		why = "does not begin with https:// or http://"
	case !validHost(u):
		why = "has no host, or an invalid one"
	case u.User != nil:
		why = "has a user name in it"
	case u.RawQuery != "" || u.ForceQuery || u.Fragment != "" || strings.Contains(address, "#"):
		why = "has a ? or a # in it"
	case !pathForm.MatchString(u.EscapedPath()):
		why = "has a path that is not made of plain folder names"
	default:
		return strings.TrimSuffix(u.String(), "/") + "/", nil
	}
	hint := form
	if mended := mendedURL(address); mended != "" {
		hint = "did you mean --base-url " + mended + "?"
	}
	return "", wrongValue{fmt.Errorf("--base-url %q %s", address, why), hint}
}

func validHost(u *url.URL) bool {
	if port := u.Port(); strings.HasSuffix(u.Host, ":") || port != "" && !validPort(port) {
		return false
	}
	host := u.Hostname()
	return len(host) <= 253 && hostForm.MatchString(strings.ToLower(host)) || net.ParseIP(host) != nil && !strings.Contains(host, "%")
}

func validPort(port string) bool {
	n, err := strconv.ParseUint(port, 10, 16)
	return err == nil && n > 0
}

// scheme matches what is before the host, misspelt or not: "https//", "htps:/", "ftp://".
var scheme = regexp.MustCompile(`^(?:[A-Za-z][A-Za-z0-9+.-]*:/{1,3}|[A-Za-z]+:?/{2,3}|/{1,3})`)

// mendedURL returns the address that was probably meant, empty if none can be guessed.
func mendedURL(address string) string {
	address = strings.TrimSpace(address)
	rest := address[len(scheme.FindString(address)):]
	rest = rest[strings.LastIndexByte(rest, '@')+1:]
	rest, _, _ = strings.Cut(rest, "?")
	rest, _, _ = strings.Cut(rest, "#")
	begins := "https://"
	if strings.HasPrefix(strings.ToLower(address), "http:/") {
		begins = "http://"
	}
	u, err := url.Parse(begins + rest)
	if err != nil || !validHost(u) || !strings.ContainsAny(u.Hostname(), ".:") && u.Hostname() != "localhost" || !pathForm.MatchString(u.EscapedPath()) {
		return ""
	}
	return strings.TrimSuffix(u.String(), "/") + "/"
}

// environment returns the name of an environment. The error has a hint at a valid name.
func environment(name string) (string, error) {
	if kind.IsID(name) && len(name) <= 100 {
		return name, nil
	}
	hint := "use lower-case letters, digits and single hyphens, as in --environment deploy-preview"
	if mended := kind.MakeID(name); kind.IsID(mended) && len(mended) <= 100 {
		hint = "did you mean --environment " + mended + "?"
	}
	return "", wrongValue{fmt.Errorf("--environment %q is not a valid name", name), hint}
}

// listenAddress returns the address to serve on: a host, which may be empty, and a port. The error has a hint at a valid
// address.
func listenAddress(address string) (string, error) {
	const form = "write a host and a port, as in --addr 127.0.0.1:1314"
	host, port, err := net.SplitHostPort(address)
	if n, numeric := strconv.ParseUint(port, 10, 16); err == nil && numeric == nil && n <= 65535 {
		if host == "" || net.ParseIP(host) != nil || hostForm.MatchString(strings.ToLower(host)) {
			return address, nil
		}
	}
	hint := form
	rest, _, _ := strings.Cut(address[len(scheme.FindString(address)):], "/")
	switch {
	case validPort(rest):
		hint = "did you mean --addr 127.0.0.1:" + rest + "?"
	case rest != "" && rest != address && !strings.ContainsAny(rest, "@?# "):
		if again, err := listenAddress(rest); err == nil {
			hint = "did you mean --addr " + again + "?"
		}
	case hostForm.MatchString(address) && address != "":
		hint = "did you mean --addr " + address + ":1313?"
	}
	return "", wrongValue{fmt.Errorf("--addr %q is not an address to listen on", address), hint}
}
