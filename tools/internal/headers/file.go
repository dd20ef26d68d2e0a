package headers

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
)

// Name is the file at the root of the built site that tells the host which headers to send. Netlify
// (https://docs.netlify.com/manage/routing/headers/) and Cloudflare Pages
// (https://developers.cloudflare.com/pages/configuration/headers/) read it and do not serve it.
//
// Where two rules match, Netlify sends the later value of a header, and Cloudflare joins both with a comma. Two joined
// policies would each apply. So a rule that changes a header first removes it, as Cloudflare requires, by a line "!
// Name". Netlify's reader (netlify/build, packages/headers-parser) ignores a line without a colon. Both then send what
// Rules.For returns.
const Name = "_headers"

// longest is the length at which Cloudflare truncates a line.
const longest = 2000

// File returns the content of the file, or an error if a value would do more than set its own header.
func (rules Rules) File() ([]byte, error) {
	var text strings.Builder
	text.WriteString("# Written by the build. The table is in tools/internal/headers.\n")
	given := map[string]bool{}
	for _, r := range rules {
		if err := r.check(); err != nil {
			return nil, err
		}
		fmt.Fprintf(&text, "\n%s\n", r.Path)
		for _, h := range r.Headers {
			if given[h.Name] {
				fmt.Fprintf(&text, "  ! %s\n", h.Name)
			}
			fmt.Fprintf(&text, "  %s: %s\n", h.Name, h.Value)
		}
		for _, h := range r.Headers {
			given[h.Name] = true
		}
	}
	return []byte(text.String()), nil
}

var (
	plainPath  = regexp.MustCompile(`^/[a-z0-9/.-]*(\*(\.[a-z0-9]+)?)?$`)
	plainName  = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]*$`)
	plainValue = regexp.MustCompile(`^[!-~]+( [!-~]+)*$`)
	filledIn   = regexp.MustCompile(`:[A-Za-z]`) // Cloudflare replaces ":splat" by part of the path
)

// check returns an error if a rule cannot be written as lines that every host reads the same way.
func (r Rule) check() error {
	if !plainPath.MatchString(r.Path) {
		return fmt.Errorf("headers: %q is not a path that every host reads the same way", r.Path)
	}
	for _, h := range r.Headers {
		switch {
		case !plainName.MatchString(h.Name):
			return fmt.Errorf("headers: %q is not the name of a header", h.Name)
		case !plainValue.MatchString(h.Value), filledIn.MatchString(h.Value):
			return fmt.Errorf("headers: the value of %s is not one line of plain characters: %q", h.Name, h.Value)
		case len(h.Name)+len(h.Value) > longest-len("  : "):
			return fmt.Errorf("headers: %s is longer than %d characters, and a host would cut it off", h.Name, longest)
		}
	}
	return nil
}

// Read reads the rules of a built site from its file.
func Read(site fs.FS) (Rules, error) {
	text, err := fs.ReadFile(site, Name)
	if err != nil {
		return nil, err
	}
	return Parse(text)
}

// Parse reads rules that File has written.
func Parse(text []byte) (rules Rules, err error) {
	for n, line := range strings.Split(string(text), "\n") {
		line = strings.TrimSpace(line)
		switch name, value, found := strings.Cut(line, ": "); {
		case line == "", strings.HasPrefix(line, "#"), strings.HasPrefix(line, "! "):
		case strings.HasPrefix(line, "/"):
			rules = append(rules, Rule{Path: line})
		case !found || len(rules) == 0:
			return nil, fmt.Errorf("%s:%d: expected a path, or a header below one: %q", Name, n+1, line)
		default:
			last := &rules[len(rules)-1]
			last.Headers = append(last.Headers, Header{name, value})
		}
	}
	for _, r := range rules {
		if err := r.check(); err != nil {
			return nil, err
		}
	}
	return rules, nil
}
