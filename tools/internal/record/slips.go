package record

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"unicode/utf8"
)

// slip is a mistake that people make in a line of YAML: the byte at which it begins, what is wrong, and how to fix it.
type slip struct {
	at            int
	message, hint string
	cut           bool // a comment cuts the value
}

// slips finds mistakes in lines. It knows the names of the fields that are allowed, because a word with a colon after
// it is a field only if a field has that name.
type slips struct{ names map[string]bool }

// newSlips returns a finder that knows the fields of a struct, and of the structs in it.
func newSlips(of reflect.Type) slips {
	s := slips{names: map[string]bool{}}
	s.add(of, map[reflect.Type]bool{})
	return s
}

func (s slips) add(of reflect.Type, seen map[reflect.Type]bool) {
	if seen[of] {
		return
	}
	seen[of] = true
	switch of.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		s.add(of.Elem(), seen)
	case reflect.Struct:
		for i := range of.NumField() {
			if of.Field(i).Anonymous {
				s.add(of.Field(i).Type, seen)
			}
			if name, _, _ := strings.Cut(of.Field(i).Tag.Get("yaml"), ","); name != "" {
				s.names[name] = true
				s.add(of.Field(i).Type, seen)
			}
		}
	}
}

// in returns the mistake in a line, if any. next is the line after it, where a quote or a bracket may be closed.
func (s slips) in(line, next string) (slip, bool) {
	if found, ok := s.atHead(line); ok {
		return found, true
	}
	body, at := content(line)
	if m := field.FindStringIndex(body); m != nil {
		if found, ok := s.onOneLine(body[:m[1]], body[m[1]:], at > 0 && strings.HasSuffix(line[:at], "- ")); ok {
			found.at += at + m[1]
			return found, true
		}
		body, at = body[m[1]:], at+m[1]
	}
	if body == "" || body[0] == '#' {
		return slip{}, false
	}
	v := value{text: strings.TrimRight(body, " "), open: !s.begins(next), names: s.names}
	v.read()
	v.found.at += at
	return v.found, v.found.message != ""
}

// onOneLine returns the mistake of a field that is followed by another one on its line, without braces. entry reports whether a
// hyphen is before it.
func (s slips) onOneLine(name, rest string, entry bool) (slip, bool) {
	if strings.ContainsAny(rest[:min(1, len(rest))], "\"'[{|>#") {
		return slip{}, false
	}
	message, rest := "two fields are on one line", strings.TrimRight(rest, " ")
	if m := field.FindStringSubmatch(rest); m != nil && s.names[m[1]] {
		return slipAt(0, message, "write "+name+"{ "+short(rest)+" }, or "+inQuotes(rest))
	}
	for _, m := range nextField.FindAllStringIndex(rest, -1) {
		if next := strings.Trim(rest[m[0]:m[1]], ", :"); s.names[next] {
			hint := "write " + next + " on a line of its own"
			if entry {
				hint = "write - { " + short(name+rest) + " }"
			}
			return slipAt(m[0], message, hint+", or "+inQuotes(rest))
		}
	}
	return slip{}, false
}

// begins reports whether a line begins a field or an entry, so that it cannot continue the line before it.
func (s slips) begins(line string) bool {
	body, at := content(line)
	m := field.FindStringSubmatch(body)
	return strings.TrimSpace(line) == "" || m != nil && s.names[m[1]] || at > 0 && strings.HasSuffix(line[:at], "- ")
}

var (
	bullet  = regexp.MustCompile(`^([–—−‒―•·*‣◦]) `)
	field   = regexp.MustCompile(`^["']?([A-Za-z][\w-]*)["']? *:(?: +|$)`)
	glued   = regexp.MustCompile(`^([A-Za-z][\w-]*)([:=]) ?(.+)$`)
	spaced  = regexp.MustCompile(`^([A-Za-z][\w-]*) +(= *)?(.+)$`)
	entries = regexp.MustCompile(`^ *(?:- +)*`)
)

// content returns a line without the spaces and hyphens at its beginning, and how many bytes these have.
func content(line string) (string, int) {
	at := len(entries.FindString(line))
	return line[at:], at
}

// atHead returns the mistake at the beginning of a line: in its indent, in the mark of an entry, or in the name of a
// field.
func (s slips) atHead(line string) (slip, bool) {
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	if i := strings.IndexByte(indent, '\t'); i >= 0 && len(indent) < len(line) {
		return slipAt(i, "the line is indented with a tab", "replace it by spaces, as in the lines around it")
	}
	body, at := content(line)
	if m := bullet.FindStringSubmatch(body); m != nil {
		return slipAt(at, fmt.Sprintf("%q does not begin an entry of a list", m[1]), `type a hyphen and a space: "- "`)
	}
	if rest, ok := strings.CutPrefix(body, "-"); ok && rest != "" && rest[0] != '-' && rest[0] != ' ' {
		return slipAt(at, "there is no space after the hyphen", fmt.Sprintf("type %q", "- "+short(rest)))
	}
	if field.MatchString(body) {
		return slip{}, false
	}
	if m := glued.FindStringSubmatch(body); m != nil && s.names[m[1]] {
		if m[2] == "=" {
			return slipAt(at+len(m[1]), "expected a colon between the name and its value", typeField(m[1], m[3]))
		}
		return slipAt(at+len(m[1])+1, fmt.Sprintf("there is no space after %q", m[1]+":"), typeField(m[1], m[3]))
	}
	if m := spaced.FindStringSubmatch(body); m != nil && s.names[m[1]] {
		return slipAt(at+len(m[1]), fmt.Sprintf("there is no colon after %q", m[1]), typeField(m[1], m[3]))
	}
	return slip{}, false
}

func typeField(name, value string) string {
	return `type "` + name + ": " + short(strings.TrimSpace(value)) + `"`
}

// short shortens what a hint quotes.
func short(s string) string {
	const most = 60
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}

// quoted returns a text in quotes, as YAML.
func quoted(s string) string {
	if strings.ContainsAny(s, `"\`) {
		return "'" + strings.ReplaceAll(s, "'", "''") + "'"
	}
	return `"` + s + `"`
}

func inQuotes(s string) string { return "put the whole value in quotes: " + short(quoted(s)) }

func slipAt(at int, message, hint string) (slip, bool) {
	return slip{at: at, message: message, hint: hint}, true
}
