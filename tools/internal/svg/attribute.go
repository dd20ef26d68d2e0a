package svg

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// functions are the words that may be before a bracket in a value: colours, transforms, and url(), which may only refer
// to a part of the picture.
var functions = strings.Fields("rgb rgba hsl hsla matrix translate translatex translatey scale scalex scaley rotate skewx skewy url")

var (
	call    = regexp.MustCompile(`([\pL\pN_-]*)\s*\(\s*(['"]?)\s*(.?)`)
	address = regexp.MustCompile(`(?i)[a-z][a-z0-9+.-]*://|^\s*//|javascript:|vbscript:|data:|@|\\|/\*|&`)
)

// attribute returns why an attribute is not allowed in a picture, or "".
func attribute(a xml.Attr) string {
	name := a.Name.Local
	switch lower := strings.ToLower(name); {
	case a.Name.Space == "xmlns" || a.Name.Space == "" && name == "xmlns":
		return "" // the name of a namespace, which nothing fetches
	case strings.HasPrefix(lower, "on"):
		return fmt.Sprintf("%s runs a script", name)
	case lower == "href":
		if !strings.HasPrefix(a.Value, "#") {
			return fmt.Sprintf("%s leads out of the picture: only a part of it, #id, can be named", name)
		}
	case lower == "base", lower == "src", lower == "srcdoc", lower == "action", lower == "formaction", lower == "ping":
		return fmt.Sprintf("%s leads out of the picture", name)
	case lower == "id" || lower == "class" || strings.HasPrefix(lower, "aria-") || strings.HasPrefix(lower, "data-"):
		return "" // a name or words, which nothing follows
	}
	return value(name, a.Value)
}

// value returns why a value is not allowed in a picture, or "".
func value(name, text string) string {
	if !strings.ContainsAny(text, ":/@\\&(") {
		return "" // such as a long path: everything searched for below needs one of these characters
	}
	if m := address.FindString(text); m != "" {
		return fmt.Sprintf("%s holds %q, which can lead out of the picture", name, strings.TrimSpace(m))
	}
	for _, m := range call.FindAllStringSubmatch(text, -1) {
		function := strings.ToLower(m[1])
		switch {
		case !slices.Contains(functions, function):
			return fmt.Sprintf("%s holds %s(…), which a still picture has no use for", name, m[1])
		case function == "url" && m[3] != "#":
			return fmt.Sprintf("%s leads out of the picture: only a part of it, url(#id), can be named", name)
		}
	}
	return ""
}

// positive reports whether there are so many numbers, and the last two, a width and a height, are above zero.
func positive(words []string, count int) bool {
	if len(words) != count {
		return false
	}
	for i, w := range words {
		n, err := strconv.ParseFloat(w, 64)
		if err != nil || n != n || n > 1e6 || n < -1e6 || i >= count-2 && n <= 0 {
			return false
		}
	}
	return true
}
