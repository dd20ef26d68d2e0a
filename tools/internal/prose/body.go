package prose

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extensionast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"safeonline/tools/internal/diag"
)

// markdown parses as Hugo does: these are the extensions that it has on (the typographer is off in hugo.toml), and
// attributes of headings. What the site has no look for is found in the tree and refused. Hugo has footnotes as well, but
// of a footnote that nothing refers to, no trace is left in the tree; without the extension its [ is a stray mark.
var markdown = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify, extension.TaskList, extension.DefinitionList),
	goldmark.WithParserOptions(parser.WithAttribute()),
).Parser()

// body reads the Markdown from an offset on.
func (r *reader) body(from int) {
	r.text = r.src.From(from)
	spans := r.shortcodes(from)
	doc := markdown.Parse(text.NewReader(r.text))
	b := body{reader: r, spans: spans, level: 1}
	b.blocks(doc)
}

// body is what is known while a page's blocks are read in their order.
type body struct {
	*reader
	spans []span
	level int  // of the heading above
	html  bool // the paragraph has HTML that is reported
}

// refused are the blocks and marks that Markdown has and pages do not, with what to write instead.
var refused = map[ast.NodeKind]struct{ what, hint string }{
	ast.KindHTMLBlock:                      {"HTML", "write it in Markdown; a remark of your own cannot be kept in a page"},
	ast.KindRawHTML:                        {"HTML", "write it in Markdown; for a real < write \\<"},
	ast.KindCodeBlock:                      {"a paragraph that is indented by four blanks", "delete the blanks at the head of its lines"},
	ast.KindFencedCodeBlock:                {"a block of code", "for a few words of code write `code` within a sentence"},
	ast.KindBlockquote:                     {"a block that begins with >", "write a paragraph, with “ and ” around what somebody says"},
	ast.KindThematicBreak:                  {"a line across the page", "begin a new part with a heading: ## What it is about"},
	ast.KindImage:                          {"a picture", "choose pictures of data/scenery.yaml in the front matter: scene: [school, girl]"},
	extensionast.KindStrikethrough:         {"text that is struck through", "delete it"},
	extensionast.KindTaskCheckBox:          {"a box to tick", "write a plain list, without [ ]"},
	extensionast.KindDefinitionList:        {"a list of terms with a line that begins with :", "write a list: - **term**: what it means"},
	extensionast.KindDefinitionTerm:        {"a list of terms with a line that begins with :", "write a list: - **term**: what it means"},
	extensionast.KindDefinitionDescription: {"a list of terms with a line that begins with :", "write a list: - **term**: what it means"},
}

// refuse reports a node that pages do not have, and reports whether it is one. What is within it is not read.
func (b *body) refuse(n ast.Node) bool {
	kind, ok := refused[n.Kind()]
	raw := n.Kind() == ast.KindRawHTML
	if ok && !(raw && b.html) { // <b> and </b> are one slip
		b.faults.Add(diag.Fault{
			Pos: b.at(n), Code: diag.NoMarkup,
			Message: fmt.Sprintf("%s is not used in pages", kind.what),
			Hint:    kind.hint,
		})
	}
	b.html = raw || b.html
	return ok
}

// blocks reads the blocks within a block.
func (b *body) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		b.html = false
		if b.refuse(n) {
			continue
		}
		switch n := n.(type) {
		case *ast.Heading:
			b.heading(n)
		case *ast.Paragraph, *ast.TextBlock:
			b.paragraph(n)
		case *extensionast.TableCell:
			b.cell(n)
		case *ast.LinkReferenceDefinition:
			b.faults.Add(diag.Fault{
				Pos: b.at(n), Code: diag.BadLink,
				Message: "addresses by a name are not used in pages",
				Hint:    "write each address beside its words: [words](/address/)",
			})
		default: // the document, lists, their items, tables and rows
			if row, ok := n.(*extensionast.TableRow); ok {
				b.row(row)
			}
			b.blocks(n)
		}
	}
}

// hash is a heading without the blank that makes it one.
var hash = regexp.MustCompile(`^#{1,6}[^#\s]`)

func (b *body) paragraph(n ast.Node) {
	at := b.at(n)
	if lines := n.Lines(); lines.Len() > 0 {
		first := lines.At(0)
		if mark := hash.Find(first.Value(b.text)); mark != nil {
			b.faults.Add(diag.Fault{
				Pos: at, Code: diag.StrayMark,
				Message: "this is a heading without its blank",
				Hint:    "write a blank between # and the words, or \\# for a real #",
			})
		}
	}
	if of, alone := b.alone(n); alone && of.inline {
		b.faults.Add(diag.Fault{
			Pos: at, Code: diag.BadShortcode,
			Message: fmt.Sprintf("shortcode %q is not a paragraph of its own", of.name),
			Hint:    "write it within a sentence",
		})
	} else if !alone || n.Parent().Kind() != ast.KindDocument {
		b.inlineOnly(n)
	}
	b.inline(n)
}

// alone returns the shortcode that a block consists of.
func (b *body) alone(n ast.Node) (shortcode, bool) {
	begin, end := bounds(n)
	words := bytes.TrimSpace(b.text[begin:end])
	for _, s := range b.spans {
		if s.begin >= begin && s.end <= end {
			return s.of, len(words) == s.end-s.begin
		}
	}
	return shortcode{}, false
}

// bounds returns the offsets of the beginning and the end of a block's text.
func bounds(n ast.Node) (begin, end int) {
	lines := n.Lines()
	if lines == nil || lines.Len() == 0 {
		return 0, 0
	}
	return lines.At(0).Start, lines.At(lines.Len() - 1).Stop
}

// inlineOnly reports the shortcodes in a block that need a paragraph of their own.
func (b *body) inlineOnly(n ast.Node) {
	begin, end := bounds(n)
	for _, s := range b.spans {
		if s.begin >= begin && s.end <= end && !s.of.inline {
			b.faults.Add(diag.Fault{
				Pos: b.src.At(s.begin), Code: diag.BadShortcode,
				Message: fmt.Sprintf("shortcode %q is not used within other text", s.of.name),
				Hint:    "put it on a line of its own, with a blank line above and below",
			})
		}
	}
}

func (b *body) cell(n ast.Node) {
	b.inlineOnly(n)
	b.inline(n)
}

// row reports a cell for which the table has no column: Markdown would leave it out.
func (b *body) row(n *extensionast.TableRow) {
	last := n.LastChild()
	if last == nil {
		return
	}
	_, end := bounds(last)
	if end == 0 {
		return
	}
	line := b.text[end : end+endOfLine(b.text[end:])]
	if i := bytes.IndexFunc(line, func(c rune) bool { return c != '|' && c != ' ' && c != '\t' }); i >= 0 {
		b.faults.Add(diag.Fault{
			Pos: b.src.At(end + i), Code: diag.StrayText,
			Message: "the table has no column for this",
			Hint:    "give the table another column, or write \\| for a real |",
		})
	}
}

// inline reads the words within a block or a mark.
func (b *body) inline(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if b.refuse(n) {
			continue
		}
		switch n := n.(type) {
		case *ast.Text:
			b.run(n)
		case *ast.AutoLink:
			b.bare(n)
		case *ast.Link:
			b.target(n)
			b.inline(n)
		case *ast.CodeSpan:
		default:
			b.inline(n)
		}
	}
}

// stray is a mark in plain text: what was meant to be Markdown and is none, or what Markdown elsewhere would make of it.
var stray = regexp.MustCompile("\\*\\*|__|~~|[\\[\\]{}`]|</?[a-zA-Z]|<!")

// escaped is a mark that is meant to be shown.
var escaped = regexp.MustCompile(`\\.`)

// run reports the first stray mark in a stretch of text that goldmark may have cut into parts.
func (b *body) run(n *ast.Text) {
	begin, end := n.Segment.Start, n.Segment.Stop
	if before, ok := n.PreviousSibling().(*ast.Text); ok && before.Segment.Stop == begin {
		return // looked at already
	}
	for next, ok := n.NextSibling().(*ast.Text); ok && next.Segment.Start == end; next, ok = next.NextSibling().(*ast.Text) {
		end = next.Segment.Stop
	}
	b.entities(begin, end)
	words := escaped.ReplaceAllStringFunc(string(b.text[begin:end]), func(mark string) string { return strings.Repeat(string(stand), len(mark)) })
	m := stray.FindStringIndex(words)
	if m == nil {
		return
	}
	hints := []struct{ marks, hint string }{
		{"[]", "for a link write [words](/address/), with no blank within or between; for a real bracket write \\["},
		{"{}", "an id in braces, {#name}, is for the end of a heading; for a real brace write \\{"},
		{"*_~`", "close it with the same mark beside a word; for a real one write \\ before it"},
		{"<", "pages have no HTML; for a real < write \\<"},
	}
	mark := words[m[0]:m[1]]
	i := slices.IndexFunc(hints, func(h struct{ marks, hint string }) bool { return strings.Contains(h.marks, mark[:1]) })
	b.faults.Add(diag.Fault{
		Pos: b.src.At(begin + m[0]), Code: diag.StrayMark,
		Message: fmt.Sprintf("%q would be shown as it is typed", mark),
		Hint:    hints[i].hint,
	})
}

// entities reports the first odd character that is written as an entity, such as &#8203;.
func (b *body) entities(begin, end int) {
	words := b.text[begin:end]
	if bytes.IndexByte(words, '&') >= 0 {
		b.faults.Characters(diag.Text{Value: string(util.ResolveEntityNames(util.ResolveNumericReferences(words))), Pos: b.src.At(begin)})
	}
}

// at returns the place of a node: that of its first text, or of the first text within it.
func (b *body) at(n ast.Node) diag.Pos {
	if n.Type() == ast.TypeBlock {
		if begin, end := bounds(n); end > 0 {
			return b.src.At(begin)
		}
	}
	if p := n.Pos(); p >= 0 {
		return b.src.At(p)
	}
	if c := n.FirstChild(); c != nil {
		return b.at(c)
	}
	return b.page.Pos
}
