package record

import (
	"fmt"
	"regexp"
	"strings"
)

// value reads the text after a field's name on its line, as YAML would, up to the first mistake.
type value struct {
	text  string
	names map[string]bool // of fields
	open  bool            // whether the value may continue in the next line
	at    int
	flow  []byte // the brackets that are open
	from  int    // after the last opening bracket or name of a field inside { }
	found slip
}

func (v *value) fail(at int, hint, message string, args ...any) {
	if v.found.message == "" {
		v.found = slip{at: at, message: fmt.Sprintf(message, args...), hint: hint}
	}
}

var blockHead = regexp.MustCompile(`^[|>][-+0-9]*(?: +#.*)?$`)

func (v *value) read() {
	if blockHead.MatchString(v.text) {
		return
	}
	for v.at < len(v.text) && v.found.message == "" {
		switch c := v.text[v.at]; {
		case c == ' ':
			v.at++
		case len(v.flow) > 0 && c == ',':
			v.twoCommas()
			v.at++
		case len(v.flow) > 0 && separates.MatchString(v.text[max(v.at-1, 0):]):
			v.at++
			v.from = v.at
		case c == '#' && (v.at == 0 || v.text[v.at-1] == ' '):
			v.at = len(v.text)
		case c == '{' || c == '[':
			v.flow = append(v.flow, c)
			v.at++
			v.from = v.at
		case len(v.flow) > 0 && (c == '}' || c == ']'):
			v.close()
		case c != '#' && v.afterComma():
			v.comma()
		case c == '"' || c == '\'':
			v.quotes(c)
		default:
			v.plain()
		}
	}
	if n := len(v.flow); n > 0 && !v.open {
		v.fail(strings.IndexByte(v.text, v.flow[0]), fmt.Sprintf("end the line with %q", closing(v.flow)), "the bracket %q is not closed", string(v.flow[0]))
	}
}

// separates matches a colon between a name and its value inside { }, and the character before it.
var separates = regexp.MustCompile(`^(?:.:(?:[ ,\]}]|$)|["']:)`)

// twoCommas reports a comma after another one.
func (v *value) twoCommas() {
	if strings.HasSuffix(strings.TrimRight(v.text[:v.at], " "), ",") {
		v.fail(v.at, "delete one of them, or, if they belong to the value, put the whole value in quotes", "there is nothing between two commas")
	}
}

var entryName = regexp.MustCompile(`^["']?[A-Za-z][\w-]*["']? *:`)

// afterComma reports whether the text after a comma inside { } is not a field.
func (v *value) afterComma() bool {
	return strings.HasSuffix(strings.TrimRight(v.text[:v.at], " "), ",") && v.begins(v.at) && !entryName.MatchString(v.text[v.at:])
}

// comma reports a comma that ends a value inside { } too early.
func (v *value) comma() {
	at := strings.LastIndexByte(v.text[:v.at], ',')
	whole := strings.TrimSpace(v.text[v.from:v.end(v.at)])
	v.fail(at, inQuotes(whole), "the comma ends the value, and what follows is no field")
}

// closing returns the brackets that close the open ones.
func closing(open []byte) string {
	var b strings.Builder
	for i := len(open) - 1; i >= 0; i-- {
		b.WriteByte(open[i] + 2) // in ASCII, the code of a closing bracket is two more than that of its opening one
	}
	return b.String()
}

// close reads a closing bracket. After the last one, only a comment may follow.
func (v *value) close() {
	if open := v.flow[len(v.flow)-1]; v.text[v.at] != open+2 {
		v.fail(v.at, fmt.Sprintf("type %q", string(open+2)), "the bracket %q is closed by %q", string(open), string(v.text[v.at]))
		return
	}
	v.flow = v.flow[:len(v.flow)-1]
	v.at++
	rest := strings.TrimLeft(v.text[v.at:], " ")
	if len(v.flow) == 0 && rest != "" && rest[0] != '#' {
		v.fail(0, inQuotes(v.text), "there is text after the closing bracket")
	}
}

// curly are the typographic quotes: those that open, and those that close.
const (
	opening = "“„«‘‚”"
	ending  = "”“»’"
)

// quotes reads a value in quotes.
func (v *value) quotes(q byte) {
	from := v.at
	for v.at++; v.at < len(v.text); v.at++ {
		switch c := v.text[v.at]; {
		case c == '\\' && q == '"':
			if v.at+1 < len(v.text) && !strings.ContainsRune("0abt\tnvfre \"/\\N_LPxuU", rune(v.text[v.at+1])) {
				v.fail(v.at, inQuotes(strings.Trim(v.text[from:v.end(from)], `"`)), `a backslash in "quotes" starts a special character`)
				return
			}
			v.at++
		case c == q && q == '\'' && strings.HasPrefix(v.text[v.at:], "''"):
			v.at++
		case c == q:
			v.at++
			v.afterQuotes(from, q)
			return
		}
	}
	if v.open {
		return
	}
	hint := fmt.Sprintf("type %c at the end of the value", q)
	if text := strings.TrimRight(v.text, " ,]}"); strings.ContainsAny(text[from+1:], ending) {
		hint = fmt.Sprintf("type a straight quote %c at the end of the value too", q)
	}
	v.fail(from, hint, "the quote %c is not closed", q)
}

// afterQuotes reports text after a quoted value other than a comma, a colon, a bracket or a comment.
func (v *value) afterQuotes(from int, q byte) {
	rest := strings.TrimLeft(v.text[v.at:], " ")
	if rest == "" || len(v.flow) > 0 && strings.ContainsRune(",:]}", rune(rest[0])) || rest[0] == '#' && v.text[v.at] == ' ' {
		return
	}
	whole := strings.TrimRight(v.text[from:v.end(v.at)], " ")
	if after := v.text[v.at : from+len(whole)]; strings.Trim(after, ".!?…") == "" {
		v.fail(v.at-1, fmt.Sprintf("put %q before the quote", after), "the value ends at this quote, and there is text after it")
		return
	}
	if n := len(whole) - 1; n > 0 && whole[n] == q {
		whole = whole[1:n]
	}
	v.fail(v.at-1, inQuotes(whole), "the value ends at this quote, and there is text after it")
}

// end returns where a value must have ended: at the last bracket that closes the open ones, or at the end of the line.
func (v *value) end(from int) int {
	end := len(v.text)
	for i := len(v.flow) - 1; i >= 0; i-- {
		if at := strings.LastIndexByte(v.text[:end], v.flow[i]+2); at >= from {
			end = at
		}
	}
	if len(v.flow) > 0 && v.flow[len(v.flow)-1] == '{' {
		if m := nextField.FindStringIndex(v.text[from:end]); m != nil {
			end = from + m[0]
		}
	}
	return end
}

var nextField = regexp.MustCompile(`, *[A-Za-z][\w-]*: `)

// plain reads an unquoted value, or the name of a field inside { }.
func (v *value) plain() {
	from := v.at
	end, comment := len(v.text), false
	if len(v.flow) > 0 {
		if i := strings.IndexAny(v.text[from:], ",[]{}"); i >= 0 {
			end = from + i
		}
		if i := strings.Index(v.text[from:end], ": "); i >= 0 && v.begins(from) {
			v.at = from + i
			return
		}
		if end < len(v.text) && strings.IndexByte("[{", v.text[end]) >= 0 {
			v.fail(from, inQuotes(strings.TrimRight(v.text[from:v.end(end)], " ")), "a value has the bracket %q in it", v.text[end:end+1])
			return
		}
	}
	if i := strings.Index(v.text[from:end], " #"); i >= 0 {
		end, comment = from+i, true
	}
	v.at = end
	text := strings.TrimRight(v.text[from:end], " ")
	switch close := v.end(end); {
	case comment && len(v.flow) > 0 && close < len(v.text):
		v.fail(from, cutHint(strings.TrimRight(v.text[from:close], " ")), cutMessage)
		v.found.cut = true
	case strings.ContainsAny(text[:1], "@`%&*!|>") || strings.HasPrefix(text, "- ") || strings.HasPrefix(text, "? "):
		v.fail(from, inQuotes(text), "a value cannot begin with %q", text[:1])
	case strings.Contains(text, ": ") || strings.HasSuffix(text, ":"):
		v.fail(from, v.colonHint(text), "a value has a colon and a space, which begin a new field")
	}
}

// colonHint returns how to fix a value with a colon. Inside { }, the name of the next field may be in it.
func (v *value) colonHint(text string) string {
	words := strings.Fields(text[:strings.LastIndex(text, ":")])
	last := len(words) - 1
	switch {
	case len(v.flow) == 0 || last < 1 || !v.names[words[last]]:
		return inQuotes(text)
	case strings.HasSuffix(words[last-1], ";"):
		return fmt.Sprintf("put a comma before %q in place of the semicolon, or %s", words[last], inQuotes(text))
	}
	return fmt.Sprintf("put a comma before %q, or %s", words[last], inQuotes(text))
}

// begins reports whether a field's name may begin at a byte inside { }.
func (v *value) begins(at int) bool {
	before := strings.TrimRight(v.text[:at], " ")
	return v.flow[len(v.flow)-1] == '{' && (strings.HasSuffix(before, "{") || strings.HasSuffix(before, ","))
}
