package lesson

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"safeonline/tools/internal/diag"
)

// at returns the place of a block: that of its first text, or of the first text within it.
func (r *reader) at(n ast.Node) diag.Pos {
	if n.Type() == ast.TypeBlock {
		if lines := n.Lines(); lines != nil && lines.Len() > 0 {
			return r.src.At(lines.At(0).Start)
		}
	}
	if t, ok := n.(*ast.Text); ok {
		return r.src.At(t.Segment.Start)
	}
	if p := n.Pos(); p >= 0 {
		return r.src.At(p)
	}
	if c := n.FirstChild(); c != nil {
		return r.at(c)
	}
	return r.lesson.Pos
}

// raw returns a block's text as it is written, without spaces around its lines, and its place. A backslash at the end
// of a line is left out: it asks for a new line, and a lesson's text has none.
func (r *reader) raw(n ast.Node) diag.Text {
	var lines []string
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		line := strings.TrimSpace(string(seg.Value(r.src.Text)))
		if escapes(line, len(line)) {
			line = strings.TrimSpace(line[:len(line)-1])
		}
		lines = append(lines, line)
	}
	return diag.Text{Value: strings.Join(lines, "\n"), Pos: r.at(n)}
}

// escapes reports whether a backslash before byte i escapes what is there: two backslashes are one.
func escapes(s string, i int) bool {
	return (i-len(strings.TrimRight(s[:i], "\\")))%2 == 1
}

// unescaped returns the first place in s of a mark without a backslash before it, or -1.
func unescaped(s string, mark byte) int {
	for i := range len(s) {
		if s[i] == mark && !escapes(s, i) {
			return i
		}
	}
	return -1
}

func (r *reader) headingText(h *ast.Heading) diag.Text {
	t := r.raw(h)
	r.plain(h)
	return clean(t)
}

// plain reports inline Markdown that is not of an allowed kind.
func (r *reader) plain(block ast.Node, allowed ...ast.NodeKind) {
	for c := block.FirstChild(); c != nil; c = c.NextSibling() {
		ok := c.Kind() == ast.KindText || c.Kind() == ast.KindString
		for _, k := range allowed {
			ok = ok || c.Kind() == k
		}
		if !ok {
			r.faults.Add(diag.Fault{
				Pos: r.at(c), Code: diag.NoMarkup,
				Message: fmt.Sprintf("%s is not used in a lesson's text", inlineName(c)),
				Hint:    "use plain text; to show a *, _ or `, write \\ before it",
			})
		}
	}
}

func inlineName(n ast.Node) string {
	switch n.Kind() {
	case ast.KindEmphasis:
		return "emphasis"
	case ast.KindLink, ast.KindAutoLink:
		return "a link"
	case ast.KindImage:
		return "an image"
	case ast.KindCodeSpan:
		return "code"
	}
	return "HTML"
}

// clean resolves the backslashes and entities of Markdown, and reduces white space to single spaces.
func clean(t diag.Text) diag.Text {
	var b strings.Builder
	from := 0
	for _, at := range escaped.FindAllStringIndex(t.Value, -1) {
		b.Write(entities(t.Value[from:at[0]]))
		b.WriteString(t.Value[at[0]+1 : at[1]]) // the character after a backslash is itself, and begins no entity
		from = at[1]
	}
	b.Write(entities(t.Value[from:]))
	t.Value = strings.Join(strings.Fields(b.String()), " ")
	return t
}

var escaped = regexp.MustCompile(`\\[!-/:-@\[-` + "`" + `{-~]`)

func entities(s string) []byte {
	return util.ResolveEntityNames(util.ResolveNumericReferences([]byte(s)))
}

// cut returns the text without its first n bytes, with its place moved on, to a later line if necessary.
func cut(t diag.Text, n int) diag.Text {
	rest := strings.TrimLeft(t.Value[n:], " \n")
	gone := t.Value[:len(t.Value)-len(rest)]
	if i := strings.LastIndexByte(gone, '\n'); i >= 0 {
		t.Pos.Line += strings.Count(gone, "\n")
		line, _, _ := strings.Cut(t.Value[i+1:], "\n")
		before, _, _ := strings.Cut(t.Pos.Source.Line(t.Pos.Line), line)
		t.Pos.Col = utf8.RuneCountInString(before) + 1
		gone = gone[i+1:]
	}
	t.Pos.Col += utf8.RuneCountInString(gone)
	t.Value = rest
	return t
}
