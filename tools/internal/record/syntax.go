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

const syntaxHint = "check the spaces at the head of the line, and put text with : or # in \"quotes\""

// above is how many lines above the parser's error are searched for the slip that brought it.
const above = 100

// syntax turns the parser's error into a fault. The parser often stumbles in another line than the one with the slip:
// slips that people make are looked for there and above.
func (d *decoder) syntax(err error) {
	what, line := d.where(err)
	if len(d.text) <= longest && d.slipNear(what, line) {
		return
	}
	at := diag.Pos{Source: d.src, Line: d.line(line), Col: 1}
	d.faults.Add(diag.Fault{
		Pos: at, Code: diag.BadYAML,
		Message: fmt.Sprintf("this is no YAML: %s", what),
		Hint:    syntaxHint,
	})
}

// slipNear reports the slip that is nearest to a line, in it or above.
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

// misplaced reports a line that begins where it cannot: further in than the value above, or between the columns in which
// the lines above begin.
func (d *decoder) misplaced(what string, line int) bool {
	at := indent(d.textOf(line))
	switch {
	case strings.HasPrefix(what, "mapping values") && at > indent(d.textOf(line-1)):
		d.slip(line, slip{at: at, message: "the line is further in than the one above", hint: "begin it where the fields above begin"})
		return true
	case strings.HasPrefix(what, "did not find expected"):
		for n := line - 1; n >= max(1, line-above); n-- {
			if text := d.textOf(n); at == indent(text) || at == len(entries.FindString(text)) {
				return false
			}
		}
		d.slip(line, slip{at: at, message: "the line begins where no line above begins", hint: "begin it where the fields or the entries above begin"})
		return true
	}
	return false
}

func (d *decoder) slip(line int, s slip) {
	at := diag.Pos{Source: d.src, Line: d.line(line), Col: utf8.RuneCountInString(d.textOf(line)[:s.at]) + 1}
	if s.cut {
		d.faults.Add(diag.Fault{Pos: at, Code: diag.CutValue, Message: s.message, Hint: s.hint})
		return
	}
	d.faults.Add(diag.Fault{Pos: at, Code: diag.BadYAML, Message: s.message, Hint: s.hint})
}

// longest is how many bytes of YAML are read again and again to find the line of an error. The project's files have 20 KB
// at most.
const longest = 32 << 10

var yamlError = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)

// where returns what the parser says, and the line at which it says so: the first such that the text up to there brings
// the same error. The line that the parser names may be where the list or the field began.
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

// parts returns the words of the parser's error, and its line if it has one.
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

// textOf returns a line, counted from 1, or "" if there is none.
func (d *decoder) textOf(n int) string {
	if n < 1 || n > len(d.texts) {
		return ""
	}
	return d.texts[n-1]
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

var blockBegins = regexp.MustCompile(`(?:^|: |- )[|>][-+0-9]*(?: +#.*)?$`)

// blocks tells of each line, counted from 1, whether it is of a block of text, which begins with | or > in a line above
// and is further in.
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
