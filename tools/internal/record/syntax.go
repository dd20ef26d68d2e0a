package record

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"safeonline/tools/internal/diag"
)

const syntaxHint = "check the spaces at the beginning of the line, and put text that has : or # in it in \"quotes\""

// above is how many lines before the parser's error are searched for its cause.
const above = 100

// syntax turns the parser's error into a fault. The parser often fails at another line than the one with the mistake,
// so common mistakes are searched for in that line and in those before it.
func (d *decoder) syntax(err error) {
	what, line := d.where(err)
	if len(d.text) <= longest && d.slipNear(what, line) {
		return
	}
	d.faults.Add(diag.Fault{
		Pos: d.place(line, 1), Code: diag.BadYAML,
		Message: fmt.Sprintf("this is not YAML: %s", what),
		Hint:    syntaxHint,
	})
}

// slipNear reports the mistake nearest to a line, in it or before it.
func (d *decoder) slipNear(what string, line int) bool {
	block := blocks(d.texts)
	for n := line; n >= max(1, line-above); n-- {
		if n == line-2 && d.misplaced(what, line) {
			return true
		}
		if block[n] {
			continue
		}
		if s, ok := d.slips.in(d.textOf(n), d.textOf(n+1)); ok {
			d.slip(n, s)
			return true
		}
	}
	return line <= 2 && d.misplaced(what, line)
}

// misplaced reports a line with a wrong indent: more than the value above, or between the indents of the lines above.
func (d *decoder) misplaced(what string, line int) bool {
	at := indent(d.textOf(line))
	switch {
	case strings.HasPrefix(what, "mapping values") && at > indent(d.textOf(line-1)):
		d.slip(line, slip{at: at, message: "the line is indented more than the one above", hint: "indent it like the fields above"})
		return true
	case strings.HasPrefix(what, "did not find expected"):
		for n := line - 1; n >= max(1, line-above); n-- {
			if text := d.textOf(n); at == indent(text) || at == len(entries.FindString(text)) {
				return false
			}
		}
		d.slip(line, slip{at: at, message: "the line is indented unlike any line above", hint: "indent it like the fields or entries above"})
		return true
	}
	return false
}

func (d *decoder) slip(line int, s slip) {
	at := d.place(line, utf8.RuneCountInString(d.textOf(line)[:s.at])+1)
	if s.cut {
		d.faults.Add(diag.Fault{Pos: at, Code: diag.CutValue, Message: s.message, Hint: s.hint})
		return
	}
	d.faults.Add(diag.Fault{Pos: at, Code: diag.BadYAML, Message: s.message, Hint: s.hint})
}

// longest is how many bytes of YAML may be read again and again to find the line of an error. The project's files have
// at most 20 KB.
const longest = 32 << 10

var yamlError = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)

// where returns the parser's message and the line of the error: the first line such that the text up to it has the same
// error. The line that the parser names may be the one where the list or the field began.
func (d *decoder) where(err error) (what string, line int) {
	what, line = parts(err)
	if len(d.text) <= longest {
		line = 1 + sort.Search(d.lines-1, func(n int) bool {
			said, _ := parts(parse(bytes.Join(bytes.SplitAfterN(d.text, []byte("\n"), n+2)[:n+1], nil)))
			return said == what
		})
	}
	return what, min(max(line, 1), d.lines)
}

func parse(text []byte) error {
	return yaml.NewDecoder(bytes.NewReader(text)).Decode(new(yaml.Node))
}

// parts returns the message of the parser's error, and its line if it has one.
func parts(err error) (what string, line int) {
	if err == nil || errors.Is(err, io.EOF) {
		return "", 0
	}
	first, _, _ := strings.Cut(err.Error(), "\n")
	m := yamlError.FindStringSubmatch(first)
	if m == nil {
		return first, 1
	}
	line, _ = strconv.Atoi(m[1])
	return m[2], cmp.Or(line, 1)
}

// textOf returns a line, counted from 1, or "" if it does not exist.
func (d *decoder) textOf(n int) string {
	if n < 1 || n > len(d.texts) {
		return ""
	}
	return d.texts[n-1]
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

var blockBegins = regexp.MustCompile(`(?:^|: |- )[|>][-+0-9]*(?: +#.*)?$`)

// blocks returns for each line, counted from 1, whether it is in a block of text. A block begins with | or > in a line
// before it, and is indented more.
func blocks(lines []string) []bool {
	in := make([]bool, len(lines)+1)
	head := -1 // the indent of the line with | or >
	for i, line := range lines {
		blank := strings.TrimSpace(line) == ""
		if head >= 0 && !blank && indent(line) <= head {
			head = -1
		}
		in[i+1] = head >= 0 || blank
		if head < 0 && blockBegins.MatchString(line) {
			head = indent(line)
		}
	}
	return in
}
