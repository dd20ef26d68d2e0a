package prose

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/kind"
	"safeonline/tools/internal/model"
)

func (b *body) heading(h *ast.Heading) {
	at := b.at(h)
	switch {
	case h.Level == 1:
		b.faults.Add(diag.Fault{
			Pos: at, Code: diag.HeadingLevel,
			Message: "the title of the page is already its first heading",
			Hint:    "begin the heading with ##",
		})
	case h.Level > b.level+1:
		b.faults.Add(diag.Fault{
			Pos: at, Code: diag.HeadingLevel,
			Message: fmt.Sprintf("the heading is %d levels below the one before it", h.Level-b.level),
			Hint:    "write " + strings.Repeat("#", b.level+1),
		})
	}
	b.level = max(h.Level, 2)
	if len(bytes.TrimSpace([]byte(textOf(h, b.text)))) == 0 {
		b.faults.Add(diag.Fault{
			Pos: at, Code: diag.EmptyTitle,
			Message: "the heading has no words",
			Hint:    "write what the section is about, or delete the line",
		})
		return
	}
	begin, end := bounds(h)
	for _, s := range b.spans {
		if s.begin >= begin && s.end <= end {
			b.faults.Add(diag.Fault{
				Pos: b.src.At(s.begin), Code: diag.BadShortcode,
				Message: "shortcodes are not used in headings",
				Hint:    "move it to the text below",
			})
			return
		}
	}
	b.noLinks(h)
	b.inline(h)
	b.headingID(h, at)
}

// noLinks reports links in a heading: the list of contents makes a link of the whole heading.
func (b *body) noLinks(h *ast.Heading) {
	_ = ast.Walk(h, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && n.Kind() == ast.KindLink {
			b.faults.Add(diag.Fault{
				Pos: b.at(n), Code: diag.BadLink,
				Message: "links are not used in headings",
				Hint:    "move the link to the text below",
			})
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
}

// headingID takes the id in the braces of a heading, or works out the one that Hugo gives it.
func (b *body) headingID(h *ast.Heading, at diag.Pos) {
	given := ""
	for _, a := range h.Attributes() {
		value, isText := a.Value.([]byte)
		if string(a.Name) != "id" || !isText {
			b.faults.Add(diag.Fault{
				Pos: at, Code: diag.HeadingBraces,
				Message: fmt.Sprintf("a heading cannot have %q", a.Name),
				Hint:    "write an id, as in {#name}, or delete the braces",
			})
			return
		}
		given = string(value)
	}
	words := textOf(h, b.text)
	made := HeadingID(words)
	b.page.Heads = append(b.page.Heads, model.Heading{ID: diag.Text{Value: cmp.Or(given, made), Pos: at}, Title: diag.Text{Value: words, Pos: at}})
	if given != "" {
		b.id(diag.Text{Value: given, Pos: at})
		return
	}
	if made == "" {
		b.faults.Add(diag.Fault{
			Pos: at, Code: diag.MissingID,
			Message: "the heading has no letters or digits to make an id from",
			Hint:    "add an id to its end: {#name}",
		})
		return
	}
	b.page.IDs = append(b.page.IDs, diag.Text{Value: made, Pos: at})
}

// id takes an id that a person has written.
func (r *reader) id(id diag.Text) {
	if id.Value == "" {
		return
	}
	if kind.CheckID(id, &r.faults) {
		r.page.IDs = append(r.page.IDs, id)
	}
}

// textOf returns the words of a heading from which Hugo makes an id: of several lines, the last.
func textOf(n ast.Node, source []byte) string {
	var text bytes.Buffer
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.String:
			if entering {
				text.Write(n.Value)
			}
		case *ast.Text:
			if entering {
				text.Write(n.Segment.Value(source))
				if n.SoftLineBreak() || n.HardLineBreak() {
					text.WriteByte('\n')
				}
			}
		}
		return ast.WalkContinue, nil
	})
	lines := strings.Split(string(util.ResolveEntityNames(text.Bytes())), "\n")
	return lines[len(lines)-1]
}

// HeadingID returns the id that Hugo makes from the words of a heading (autoHeadingIDType = "github-ascii"), or ""
// where Hugo would invent one.
func HeadingID(words string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == '-' || c == ' ':
			return '-'
		case c < unicode.MaxASCII && (c == '_' || unicode.IsLetter(c) || unicode.IsDigit(c)):
			return unicode.ToLower(c)
		}
		return -1
	}, strings.TrimSpace(withoutAccents(words)))
}

// withoutAccents returns a text with e for é, and so on.
func withoutAccents(s string) string {
	bare, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), s)
	if err != nil {
		return s // for text that is not UTF-8, which diag.Read refuses
	}
	return bare
}
